import type { Assessment } from '../../model/assessment.js';
import { formatCount } from '../../model/format.js';
import type { Span } from '../../model/span.js';
import type { PageContext } from './context.js';
import { type Html, html } from './html.js';
import { cutByLayers, type Labelled } from './layers.js';
import { bandOf } from './passages.js';
import type { PlannedMatch, PlannedPassage } from './plan-matches.js';
import { essayText } from './text.js';

/** UTF-16 units of one essay that the page holds; far above any essay, so that no single file can make the page unusable. */
const LONGEST_TEXT = 60_000;
/** UTF-16 units of a passage below which it gets no number: what a stronger passage leaves over at its edges. */
const SHORTEST_NUMBERED = 20;

type Label = { readonly match: number; readonly planned: PlannedPassage } | 'quoted';

/** The whole essay, folded away, with its passages (those of the strongest match first) and quotes marked. */
export function fullText(context: PageContext, assessment: Assessment): Html | null {
  const document = context.batch.documents.get(assessment.submission.id);
  if (document === undefined) return null;
  const range = { start: 0, end: Math.min(document.text.length, LONGEST_TEXT) };
  const layers = [...passageLayers(context.plans.get(assessment.submission.id) ?? []), ...quoteLayers(document.quotedSpans)];
  const numbered = new Set<PlannedPassage>();
  const pieces = cutByLayers(range, layers).map((piece) => pieceOf(document.text, piece, numbered));
  const left = document.text.length - range.end;
  const more = left > 0 && html`<p class="small muted">Còn ${formatCount(left)} ký tự không in ở đây.</p>`;
  return html`<details class="fulltext"><summary>Toàn văn bài, có đánh dấu các đoạn</summary><div class="essay essay--full">${pieces}</div>${more}</details>`;
}

function passageLayers(plan: readonly PlannedMatch[]): Labelled<Label>[] {
  return plan.flatMap(({ number, passages }) =>
    passages.map((planned) => ({ ...planned.passage.first, label: { match: number, planned } })),
  );
}

function quoteLayers(spans: readonly Span[]): Labelled<Label>[] {
  return spans.map(({ start, end }) => ({ start, end, label: 'quoted' }));
}

function pieceOf(text: string, { start, end, label }: Labelled<Label | null>, numbered: Set<PlannedPassage>): Html {
  const words = paragraphs(text.slice(start, end));
  if (label === null) return words;
  if (label === 'quoted') return html`<span class="quoted">${words}</span>`;
  const { match, planned } = label;
  const opens = !numbered.has(planned) && end - start >= SHORTEST_NUMBERED;
  if (opens) numbered.add(planned);
  const badge = opens && html`<a class="passage__no" href="#${planned.anchor}">${match}.${planned.number}</a>`;
  return html`<mark class="passage" data-band="${bandOf(planned.passage.identical)}">${badge}${words}</mark>`;
}

/** Empty lines become a gap smaller than a line. */
function paragraphs(text: string): Html {
  const gap = html`<span class="gap"> </span>`;
  return html`${text.split(/\n\s*\n/).map((part, index) => html`${index > 0 && gap}${essayText(part)}`)}`;
}
