/** What code in the page would set, had any of these been run. */
export const RAN = 'ran';
const CODE = `document.documentElement.dataset.${RAN}=1`;

/** Names and texts that something between a form and a page may take for more than a name or a text. */
export const NAUGHTY: readonly string[] = [
  `<script>${CODE}</script>`,
  `"><img src=x onerror=${CODE}>`,
  `'><svg onload=${CODE}>`,
  `<iframe srcdoc="<script>parent.${CODE}</script>">`,
  `<a href="javascript:${CODE}">bấm</a>`,
  `javascript:${CODE}`,
  '</textarea></title></style><!--',
  '&lt;b&gt; &#60;i&#62; &amp;',
  '{{7*7}} {{name}} {{n}}',
  '$t(gate.signInTitle) $t(frame.product)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template that nobody must fill in.
  '${7*7} #{7*7} <%= 7*7 %> %s%d%n',
  "' OR 1=1; DROP TABLE account; --",
  "=cmd|' C calc'!A0",
  '__proto__',
  'constructor',
  'null',
  '\u202Egnp.exe\u202C đảo chiều',
  'ẩn\u200B\u2060\uFEFFgiữa',
  'lạ\uFFFF\uFDD0\uE000',
  `Z${'\u0301\u0334\u0323'.repeat(40)}algo`,
  '👩‍👩‍👧‍👦 田中さん العربية',
  'Ω≈ç√∫˜µ≤≥÷ 􀀀',
  'dòng một\u2028dòng hai',
  `${'dài '.repeat(60)}hết`,
];
