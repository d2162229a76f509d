import { createHash } from 'node:crypto';
import { showPlainly } from '../../api/odd-characters.js';
import type { ViewData } from '../../api/view.js';

/** The viewer as it was built: one script and one style. */
export interface ViewerFiles {
  readonly script: string;
  readonly style: string;
}

const NO_SCRIPT =
  'Báo cáo này cần JavaScript để hiển thị. Mở tệp bằng trình duyệt, hoặc cho phép JavaScript với tệp này; báo cáo không kết nối mạng.';

/** One page that holds everything: it needs no network and no other file. */
export function toHtml(data: ViewData, viewer: ViewerFiles): string {
  const script = guardScript(viewer.script);
  const style = viewer.style.replace(/<(?=\/style)/gi, '\\3C ');
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeText(showPlainly(data.overview.campaign.name))} · Soát Bài</title>
<style>${style}</style>
</head>
<body>
<noscript>${NO_SCRIPT}</noscript>
<div id="bao-cao"></div>
<script type="application/json" id="du-lieu">${toScriptJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Nothing may load, and nothing may run or colour the page but what stands in it, known by its hash. */
function contentPolicy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    ...(style.includes('url(data:font/') ? ['font-src data:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The policy is checked against the text as a browser reads it. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text.replaceAll('\r\n', '\n'), 'utf8').digest('base64')}`;
}

/** JSON that can neither end the element that it stands in nor open a comment there, whatever the essays say. */
function toScriptJson(data: ViewData): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same for a script; within its strings, where alone these can stand, the two spellings mean the same. */
function guardScript(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, '\\x3C');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
