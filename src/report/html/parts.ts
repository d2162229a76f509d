import type { Assessment, Proposal } from '../../model/assessment.js';
import type { Policy } from '../../model/campaign.js';
import { formatShare, NO_FIGURE } from '../../model/format.js';
import { showPlainly } from '../odd-characters.js';
import { THEME_STATE_WORDS, type ThemeMark } from '../theme-marks.js';
import { PROPOSAL_WORDS } from '../words.js';
import { type Html, html } from './html.js';
import { icon, PROPOSAL_ICONS, THEME_ICONS } from './icons.js';
import { outsideName } from './text.js';

/** A proposal: a dashed outline, never filled, since people conclude. */
export function proposalChip(proposal: Proposal): Html {
  return html`<span class="chip chip--${proposal}">${icon(PROPOSAL_ICONS[proposal])}<span class="vh">Đề xuất: </span>${PROPOSAL_WORDS[proposal]}</span>`;
}

/** The themes as small squares with their initials, always in the campaign's order. */
export function themeSquares(marks: readonly ThemeMark[]): Html {
  const squares = marks.map(
    ({ state, theme, initials }) =>
      html`<span class="theme theme--${state}" title="${showPlainly(theme.name)}: ${THEME_STATE_WORDS[state]}"><i aria-hidden="true">${initials}</i>${icon(THEME_ICONS[state])}<span class="vh">${outsideName(theme.name)}: ${THEME_STATE_WORDS[state]}. </span></span>`,
  );
  return html`<span class="themes">${squares}</span>`;
}

/** The parts of an essay on the scale of all its syllables, percent of the bar's width. */
interface BarParts {
  readonly best: number;
  readonly others: number;
  readonly quoted: number;
  readonly limits: readonly number[];
}

/**
 * Overlap, quotation, own words, with the limits of the strongest single source as ticks. The shares of own words are
 * scaled to all syllables, and the ticks with them, so that a bar reaches a tick exactly when its figure reaches the limit.
 */
export function overlapBar(assessment: Assessment, policy: Policy): Html {
  const { best } = assessment.copied;
  if (best === null) {
    return html`<svg class="bar" width="100%" height="14" role="img" aria-label="Chưa so được"><rect class="bar__none" width="100%" height="100%"/></svg>`;
  }
  const { best: width, others, quoted, limits } = barParts(assessment, best, policy);
  const ticks = limits.map((limit) => html`<line class="bar__tick" x1="${percent(limit)}" x2="${percent(limit)}" y1="0" y2="100%"/>`);
  const rect = (name: string, from: number, size: number): Html | null =>
    size > 0 ? html`<rect class="bar__${name}" x="${percent(from)}" y="3" width="${percent(size)}" height="14"/>` : null;
  return html`<svg class="bar" width="100%" height="20" role="img" aria-label="${barLabel(assessment, best)}"><rect class="bar__own" y="3" width="100%" height="14"/>${rect('overlap', 0, width)}${rect('others', width, others)}${rect('quote', width + others, quoted)}<rect class="bar__edge" x="0.5" y="3.5" width="100%" height="13"/>${ticks}</svg>`;
}

function barParts(assessment: Assessment, best: number, policy: Policy): BarParts {
  const quoted = assessment.quoted ?? 0;
  const own = 1 - quoted;
  const others = Math.max(0, (assessment.copied.union ?? best) - best);
  const limits = [policy.review.best, policy.rewrite.best].filter((limit) => limit !== null);
  return { best: best * own, others: others * own, quoted, limits: limits.map((limit) => limit * own) };
}

function barLabel(assessment: Assessment, best: number): string {
  const union = formatShare(assessment.copied.union);
  return `Trùng với một bài ${formatShare(best)}, với tất cả các bài ${union}, trích nghị quyết ${formatShare(assessment.quoted)}`;
}

/** A share as SVG takes it: a percentage with at most two decimals. */
export function percent(share: number): string {
  return `${Number((Math.min(1, Math.max(0, share)) * 100).toFixed(2))}%`;
}

/** The bold figure beside the bar. */
export function overlapFigure(assessment: Assessment): Html {
  const { best } = assessment.copied;
  return html`<b class="${best === null ? 'nofigure' : 'figureof'}">${best === null ? NO_FIGURE : formatShare(best)}</b>`;
}
