import type { Assessment } from '../../model/assessment.js';
import { formatCount, formatDecimal, NO_FIGURE } from '../../model/format.js';
import { countMet, THEME_STATE_WORDS, type ThemeMark } from '../theme-marks.js';
import type { PageContext } from './context.js';
import { type Html, html } from './html.js';
import { icon, THEME_ICONS } from './icons.js';
import { percent } from './parts.js';
import { essayText, oneLine, outsideName } from './text.js';

/** Evidence sentences of one theme that are shown, and the longest of them in UTF-16 units. */
const MOST_SENTENCES = 5;
const LONGEST_SENTENCE = 400;

/** The themes: figure with its minimum, evidence sentences, what is missing. */
export function themeBlocks(context: PageContext, assessment: Assessment, marks: readonly ThemeMark[]): Html {
  const count = countMet(marks);
  const text = context.batch.documents.get(assessment.submission.id)?.text ?? '';
  const number = context.numbers.get(assessment.submission.id) ?? 0;
  const blocks = marks.map((mark, index) => themeBlock(mark, text, { index, anchor: `c${number}-${index + 1}` }));
  const met = count === null ? NO_FIGURE : `đạt ${count.met}/${count.all}`;
  return html`<div class="crits"><h4>Chủ đề bắt buộc: ${met}</h4>${blocks}</div>`;
}

function themeBlock(
  { theme, score, state, initials }: ThemeMark,
  text: string,
  { index, anchor }: { index: number; anchor: string },
): Html {
  const value = score?.score ?? null;
  const sentences = score?.evidence ?? [];
  const shown = sentences
    .slice(0, MOST_SENTENCES)
    .map(
      ({ start, end }, place) =>
        html`<blockquote><b class="evtag">${initials}${place + 1}</b> ${essayText(oneLine(text.slice(start, end), LONGEST_SENTENCE))}</blockquote>`,
    );
  const more =
    sentences.length > MOST_SENTENCES && html`<p class="small muted">và ${formatCount(sentences.length - MOST_SENTENCES)} câu nữa</p>`;
  const missing = score !== null && score.missing !== '' && html`<p class="small"><b>Còn thiếu:</b> ${outsideName(score.missing)}</p>`;
  return html`<div class="crit" id="${anchor}" data-theme-no="${(index % 3) + 1}"><div class="crit__head"><span class="theme theme--${state}">${icon(THEME_ICONS[state])}<span class="vh">${THEME_STATE_WORDS[state]}</span></span><h5>${outsideName(theme.name)}${!theme.required && html` <span class="tag">không bắt buộc</span>`}</h5><p class="small nowrap"><b>${value === null ? NO_FIGURE : formatDecimal(value, 2)}</b> <span class="muted">mức ${formatDecimal(theme.minimum, 2)}</span></p></div>${scoreBar(value, theme.minimum)}${shown}${more}${missing}</div>`;
}

function scoreBar(score: number | null, minimum: number): Html {
  const fill =
    score === null
      ? html`<rect class="bar__none" y="3" width="100%" height="8"/>`
      : html`<rect class="score__on" y="3" width="${percent(score)}" height="8"/>`;
  return html`<svg class="score" width="100%" height="14" aria-hidden="true"><rect class="score__track" y="3" width="100%" height="8"/>${fill}<line class="bar__tick" x1="${percent(minimum)}" x2="${percent(minimum)}" y1="0" y2="14"/></svg>`;
}
