import { createHash } from 'node:crypto';
import { escapeText } from '../escape-text.js';
import { REPORT_WORDS } from './report-words.js';
import type { DocumentSection, DocumentTable, UnitDocument } from './unit-document.js';

const STYLE = `
*{box-sizing:border-box;margin:0}
html{font:400 17px/1.5 "Times New Roman","Liberation Serif","Noto Serif",serif;color:#000;background:#eceff1}
article{max-width:50rem;margin:1.5rem auto;padding:3rem 3rem 3rem 4rem;background:#fff;overflow-wrap:anywhere}
header,.foot{display:grid;grid-template-columns:1fr 1fr;gap:1rem;text-align:center}
.party{font-weight:700;text-decoration:underline;text-underline-offset:.25em}
h1{font-size:1.15rem;text-align:center;text-transform:uppercase;margin:1.5rem 0 1rem}
h2,h3,h4{font-size:1rem;margin:1rem 0 .4rem;break-after:avoid}
h4{font-weight:400;font-style:italic}
p{text-align:justify;margin-bottom:.4rem}
.prose{text-indent:2.5rem}
.upper{text-transform:uppercase}
header p,.foot p{text-align:center}
.foot ul{list-style:none;padding:0;text-align:left;font-size:.9rem}
.foot{margin-top:1rem;break-inside:avoid}
.room{height:4.5rem;padding-top:1.4rem;font-style:italic}
table{width:100%;border-collapse:collapse;font-size:.9rem;margin:.3rem 0}
caption{text-align:left;font-style:italic;padding:.3rem 0}
th,td{border:1px solid #000;padding:.2rem .45rem;text-align:left;vertical-align:top}
td+td,th+th{text-align:right;white-space:nowrap}
tbody th{font-weight:400}
.in{padding-left:1.4rem}
.note{font-size:.85rem;font-style:italic}
.banner{border:2px dashed #5a3e91;color:#5a3e91;font-weight:700;text-align:center;padding:.4rem;margin-bottom:1rem}
tr{break-inside:avoid}
@media (max-width:40rem){article{margin:0;padding:1rem}td+td,th+th{white-space:normal}}
@media print{@page{size:A4 portrait;margin:20mm 15mm 20mm 30mm}html{font-size:13pt;background:none}article{max-width:none;margin:0;padding:0}}
`;

/** What the print view may load or run: nothing but its own style, known by its hash. */
export const UNIT_REPORT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE, 'utf8').digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A report as a page to print: it needs no other file and runs nothing. */
export function unitReportHtml(document: UnitDocument): string {
  const { banner, upperIssuer, issuer, number, party, placeAndDay, title, sections, counted, recipients } = document;
  const body = [
    banner === '' ? '' : `<p class="banner">${escapeText(banner)}</p>`,
    `<header><div>${upperIssuer === '' ? '' : `<p class="upper">${escapeText(upperIssuer)}</p>`}<p class="upper"><b>${escapeText(issuer)}</b></p><p>*</p><p>${escapeText(number)}</p></div>`,
    `<div><p class="party">${escapeText(party)}</p><p><i>${escapeText(placeAndDay)}</i></p></div></header>`,
    `<h1>${escapeText(title)}</h1>`,
    ...sections.map(sectionOf),
    `<p class="note">${escapeText(counted)}</p>`,
    `<div class="foot"><div><ul><li><b><i>Nơi nhận:</i></b></li>${recipients.map((one) => `<li>- ${escapeText(one)}</li>`).join('')}</ul></div>`,
    signature(document),
  ];
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${UNIT_REPORT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="robots" content="noindex">
<title>${escapeText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main><article>
${body.filter((part) => part !== '').join('\n')}
</article></main>
</body>
</html>
`;
}

function signature({ signerPost, signerName, isSigned }: UnitDocument): string {
  const signed = isSigned ? `(${REPORT_WORDS.signed})` : '';
  return `<div><p class="upper"><b>${escapeText(signerPost)}</b></p><p class="room">${signed}</p><p><b>${escapeText(signerName || REPORT_WORDS.unwritten)}</b></p></div></div>`;
}

function sectionOf({ heading, level, tables, named, paragraphs }: DocumentSection): string {
  const tag = `h${level + 1}`;
  const texts = paragraphs === null ? [] : paragraphs.length === 0 ? [REPORT_WORDS.unwritten] : paragraphs;
  const units = named.map(
    ({ title, names }) => `${title} (${names.length}): ${names.length === 0 ? REPORT_WORDS.nobody : names.join('; ')}.`,
  );
  const parts = [...units, ...texts].map((text) => `<p class="prose">${escapeText(text)}</p>`);
  return `<${tag}>${escapeText(heading)}</${tag}>${tables.map(tableOf).join('')}${parts.join('')}`;
}

function tableOf({ title, rows, sums }: DocumentTable): string {
  const head = [REPORT_WORDS.figure, `${REPORT_WORDS.count}, ${REPORT_WORDS.share.toLocaleLowerCase('vi')}`, REPORT_WORDS.cadres];
  const lines = rows.map(
    ({ label, depth, all, keyCadres }) =>
      `<tr><th scope="row"${depth === 0 ? '' : ' class="in"'}>${escapeText(label)}</th><td>${all.told}</td><td>${keyCadres.told}</td></tr>`,
  );
  const told = sums.map(
    ({ told: sum, holds }) => `<p class="note">${REPORT_WORDS.control} ${escapeText(sum)}${holds ? '' : `, ${REPORT_WORDS.differs}`}</p>`,
  );
  return `<table><caption>${escapeText(title)}</caption><thead><tr>${head.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>${told.join('')}`;
}
