import type { Proposal } from '../../model/assessment.js';
import type { ThemeState } from '../theme-marks.js';
import { type Html, html, markup } from './html.js';

const DRAWINGS = {
  check: '<path d="M3.5 9.5l3.7 3.7 7.3-8"/>',
  half: '<circle cx="9" cy="9" r="6.2"/><path d="M9 2.8v12.4M9 5.5h4.8M9 9h6M9 12.4h4.9"/>',
  redo: '<path d="M14.8 9a5.8 5.8 0 1 1-1.9-4.3"/><path d="M15 2.2v3.4h-3.4"/>',
  dash: '<path d="M4.5 9h9"/>',
  eye: '<path d="M1.8 9S4.5 4 9 4s7.2 5 7.2 5-2.7 5-7.2 5S1.8 9 1.8 9z"/><circle cx="9" cy="9" r="2.1"/>',
  file: '<path d="M4 2h6.4L14 5.6V16H4z"/><path d="M10.2 2v3.8H14M6.5 9h5M6.5 12h5"/>',
  scan: '<path d="M2.8 6V2.8H6M12 2.8h3.2V6M15.2 12v3.2H12M6 15.2H2.8V12M5.5 9h7"/>',
  warn: '<path d="M9 2.6l7 12.2H2z"/><path d="M9 7.2v3.6M9 12.8v.1"/>',
} as const;

/** Name of a drawing that `icon` can show. */
type IconName = keyof typeof DRAWINGS;

/** Icon of a proposal; never alone, a word always stands beside it. */
export const PROPOSAL_ICONS: Readonly<Record<Proposal, IconName>> = { accept: 'check', review: 'half', rewrite: 'redo' };

/** Mark of a theme. */
export const THEME_ICONS: Readonly<Record<ThemeState, IconName>> = { met: 'check', part: 'half', none: 'dash', unknown: 'dash' };

const MARK =
  '<symbol id="i-mark" viewBox="0 0 26 22"><path d="M1 1h10v20H1zM15 1h10v20H15z" fill="none" stroke="currentColor" stroke-width="1.6"/>' +
  '<path d="M3.4 6h5.2M17.4 6h5.2M3.4 16.5h5.2M17.4 12.5h5.2" stroke="currentColor" stroke-width="1.6" fill="none"/>' +
  '<path d="M3 9.4h6v3.4H3zM17 15h6v3.4h-6z" fill="currentColor"/><path d="M9 11.1c4 0 4 5.6 8 5.6" stroke="currentColor" stroke-width="1.6" fill="none"/></symbol>';

const PATTERNS =
  '<pattern id="p-overlap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="pt-overlap" d="M0 0h6v6H0z"/><path class="pt-overlap-2" d="M0 0h2v6H0z"/></pattern>' +
  '<pattern id="p-others" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="pt-own" d="M0 0h6v6H0z"/><path class="pt-overlap" d="M0 0h2v6H0z"/></pattern>' +
  '<pattern id="p-quote" width="5" height="5" patternUnits="userSpaceOnUse"><path class="pt-quote" d="M0 0h5v5H0z"/><circle class="pt-quote-2" cx="2.5" cy="2.5" r="1.15"/></pattern>' +
  '<pattern id="p-none" width="8" height="8" patternUnits="userSpaceOnUse"><path class="pt-none" d="M0 0h4v8H0z"/></pattern>';

/** Drawings and patterns that the rest of the page refers to; stands once, at its start. */
export function sprite(): Html {
  const symbols = Object.entries(DRAWINGS).map(([name, drawing]) => `<symbol id="i-${name}" viewBox="0 0 18 18">${drawing}</symbol>`);
  return html`<svg class="sprite" aria-hidden="true" focusable="false"><defs>${markup(PATTERNS)}</defs>${markup(symbols.join(''))}${markup(MARK)}</svg>`;
}

/** A drawing in the colour of its text, silent for screen readers. */
export function icon(name: IconName): Html {
  return html`<svg class="icon" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}
