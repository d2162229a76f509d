import { createHash } from 'node:crypto';
import type { BatchAssessment } from '../../model/batch.js';
import { formatCount } from '../../model/format.js';
import { showPlainly } from '../odd-characters.js';
import { layOut, type PageContext } from './context.js';
import { essaySection } from './essay.js';
import { groupSections } from './groups.js';
import { type Html, html, markup } from './html.js';
import { sprite } from './icons.js';
import { legend } from './legend.js';
import { STYLE } from './style.js';
import { masthead, pageHead, summary } from './summary.js';
import { essayTable } from './table.js';
import { outsideName } from './text.js';

/** One page that holds everything: it needs no network, no script and no other file, and prints on A4. */
export function toHtml(batch: BatchAssessment, generatedAt: Date): string {
  const context = layOut(batch, generatedAt);
  const page = html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${markup(contentPolicy())}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${showPlainly(batch.campaign.name)} · Soát Bài</title>
<style>${markup(STYLE)}</style>
</head>
<body>
${sprite()}<a class="skip" href="#noi-dung">Đến nội dung chính</a>
${masthead(context)}
<main class="page" id="noi-dung">
${pageHead(context)}
${summary(context)}
${essayTable(context)}
${groupSections(context)}
<section class="part" aria-labelledby="tung-bai"><h2 id="tung-bai">Từng bài</h2>
${context.ordered.map((assessment) => essaySection(context, assessment))}</section>
${skippedFiles(context)}
${legend(context)}
</main>
</body>
</html>
`;
  return page.text;
}

/** Nothing may load or run: only the page's own style, known by its hash. */
function contentPolicy(): string {
  const hash = createHash('sha256').update(STYLE, 'utf8').digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function skippedFiles({ batch, shortName }: PageContext): Html | null {
  if (batch.skipped.length === 0) return null;
  const items = batch.skipped.map(({ file, reason }) => html`<li><b>${outsideName(shortName(file))}</b>: ${outsideName(reason)}</li>`);
  return html`<section class="panel" aria-labelledby="bo-qua"><div class="panel__head"><h2 id="bo-qua">Tệp bỏ qua</h2><p class="small muted">${formatCount(batch.skipped.length)} tệp không phải bài nộp</p></div><div class="panel__body"><ul class="skipped small">${items}</ul></div></section>`;
}
