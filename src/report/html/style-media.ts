/** Narrow screens and paper. */
export const MEDIA_STYLE = `
@media screen and (max-width: 1200px) { .mast__where { display: none; } .table th.wide { width: 18%; } .table .why { width: 18%; } }
@media screen and (max-width: 900px) {
  .mast { position: static; padding: var(--s-3) var(--s-5); gap: var(--s-2) var(--s-5); flex-wrap: wrap; }
  .mast nav { flex-wrap: wrap; margin-left: 0; flex-basis: 100%; } .mast nav a { padding: 0 var(--s-5) 0 0; min-height: 2.25rem; }
  html { scroll-padding-top: 1rem; }
  .page { padding: var(--s-4) var(--s-4) var(--s-7); }
  .strip, .case__top, .groupbox, .legend { grid-template-columns: minmax(0, 1fr); }
  .strip > * { border-left: 0; border-top: 1px solid var(--line); } .strip > *:first-child { border-top: 0; }
  .legend { gap: var(--s-3); } .legend dd { margin-bottom: var(--s-3); }
  .table--cards thead { display: none; }
  .table--cards, .table--cards tbody, .table--cards tr, .table--cards td, .table--cards tbody th { display: block; width: auto; }
  .table--cards tr { padding: var(--s-4); border-bottom: 1px solid var(--line-2); display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--s-3) var(--s-4); }
  .table--cards tbody tr:last-child { border-bottom: 0; }
  .table--cards td, .table--cards tbody th, .table--cards td:first-child, .table--cards td:last-child { border: 0; padding: 0; text-align: left; }
  .table--cards .full { grid-column: 1 / -1; width: auto; min-width: 0; } .table--cards .who { font-size: var(--text-md); }
  .table--cards td[data-label]::before { content: attr(data-label) " "; color: var(--ink-2); font-size: var(--text-xs); font-weight: 400; display: block; }
  .table--cards td:first-child[data-label="Đề xuất"]::before { display: none; }
  .group .table--cards td:first-child { display: inline-flex; gap: .4em; align-items: baseline; }
}
@media screen and (max-width: 700px) {
  .pair__texts { grid-template-columns: minmax(0, 1fr); gap: var(--s-3); } .pair .essay { font-size: 1rem; line-height: 1.65; }
  .panel__body, .panel__head { padding: var(--s-4); } .group .panel__body { padding: 0; }
  .pair { padding: var(--s-4) var(--s-3); }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  html { font-size: 15px; }
  .mast nav, .noprint, .skip, .fulltext:not([open]) { display: none; }
  .mast { position: static; background: none; color: #000; border-bottom: 1px solid #000; padding: 0 0 var(--s-3); min-height: 0; } .mast__mark svg { color: #000; } .mast__where { color: #222; }
  .page { padding: var(--s-4) 0 0; max-width: none; } .page, .part, .matches, .case .panel__body { display: block; } .page > *, .part > *, .matches > * { margin-bottom: var(--s-4); }
  .panel { border-radius: 0; } .table-wrap { overflow: visible; } .table tr, .proposal, .note, .crit, .side { break-inside: avoid; } .panel__head, .match__head, .pair__head, h2, h3, h4 { break-after: avoid; }
  .table thead { display: table-header-group; }
  .case__top { margin-bottom: var(--s-4); } :target { outline: none; }
  .passage, .chip, .theme, .bar, .lane, .sw, .quoted, .split, .matrix td, .blkno, .evtag, .score, .odd, .passage__no { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}`;
