/** The ground of the page: frame, panels, chips, bars, tables. */
export const PAGE_STYLE = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 4rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 400 var(--text-md)/var(--lead-ui) var(--font-ui); font-variant-numeric: tabular-nums lining-nums; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, p, ol, ul, dl, dd, blockquote { margin: 0; padding: 0; }
ul[class], ol[class] { list-style: none; }
h1 { font-size: var(--text-xl); line-height: var(--lead-tight); font-weight: 700; overflow-wrap: anywhere; text-wrap: balance; }
h2 { font-size: var(--text-lg); line-height: var(--lead-tight); font-weight: 650; }
h3 { font-size: var(--text-lg); line-height: var(--lead-tight); font-weight: 650; overflow-wrap: anywhere; }
h4, h5 { font-size: var(--text-md); line-height: var(--lead-tight); font-weight: 650; }
h5 { font-size: var(--text-sm); }
a { color: var(--action); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { color: var(--action-hover); text-decoration-thickness: 2px; }
:focus-visible { outline: 2.5px solid var(--focus); outline-offset: 2px; border-radius: var(--radius-1); }
:target { outline: 2px solid var(--brass); outline-offset: 3px; }
main:target, h2:target { outline: none; }
.icon { width: 1.125em; height: 1.125em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; vertical-align: -.18em; }
.sprite { position: absolute; width: 0; height: 0; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: var(--s-4); top: -4rem; z-index: 40; background: var(--surface); padding: var(--s-3) var(--s-4); }
.skip:focus { top: var(--s-3); }
.muted { color: var(--ink-2); } .small { font-size: var(--text-xs); } .num { text-align: right; white-space: nowrap; } .nowrap { white-space: nowrap; }
.row { display: flex; align-items: center; gap: var(--s-4); flex-wrap: wrap; }
.stack { display: grid; gap: var(--s-4); align-content: start; grid-template-columns: minmax(0, 1fr); }
.grow { flex: 1; min-width: min(18rem, 100%); }
.plain { display: grid; gap: var(--s-2); } .plain li { overflow-wrap: anywhere; }
.inline { display: flex; gap: var(--s-2) var(--s-5); flex-wrap: wrap; }
.lead { font-weight: 650; margin-top: var(--s-4); }

.mast { background: var(--mast); color: var(--mast-ink); display: flex; align-items: center; gap: var(--s-5); min-height: 3rem; padding: 0 var(--s-6); position: sticky; top: 0; z-index: 30; }
.mast a { color: inherit; text-decoration: none; }
.mast :focus-visible { outline-color: var(--brass); }
.mast__mark { display: flex; align-items: center; gap: var(--s-3); font-weight: 700; white-space: nowrap; }
.mast__mark svg { width: 26px; height: 22px; color: var(--brass); }
.mast__where { min-width: 0; border-left: 1px solid var(--mast-line); padding-left: var(--s-5); font-size: var(--text-xs); color: var(--mast-ink-2); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.mast nav { display: flex; align-self: stretch; margin-left: auto; }
.mast nav a { display: flex; align-items: center; padding: 0 var(--s-4); font-size: var(--text-sm); color: var(--mast-ink-2); border-block: 3px solid transparent; white-space: nowrap; }
.mast nav a:hover { color: var(--mast-ink); border-bottom-color: var(--brass); }

.page { padding: var(--s-5) var(--s-6) var(--s-8); max-width: 100rem; margin: 0 auto; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-5); }
.part { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-5); }
.part > h2 { margin-top: var(--s-4); font-size: var(--text-xl); } .part > h2 + p { margin-top: calc(-1 * var(--s-4)); }
.head p { color: var(--ink-2); font-size: var(--text-sm); } .head .crumb { font-size: var(--text-xs); }
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius-3); }
.panel__head { display: flex; align-items: center; justify-content: space-between; gap: var(--s-3) var(--s-4); padding: var(--s-4) var(--s-5); border-bottom: 1px solid var(--line); flex-wrap: wrap; }
.panel__body { padding: var(--s-5); }

.chip { display: inline-flex; align-items: center; gap: .35em; height: 1.625rem; padding: 0 .55em 0 .4em; border-radius: var(--radius-2); font-size: var(--text-xs); font-weight: 600; white-space: nowrap; border: 1.5px dashed currentColor; background: var(--surface); position: relative; }
.chip .icon { width: 1rem; height: 1rem; }
.chip--accept { color: var(--accept); } .chip--review { color: var(--review); } .chip--rewrite { color: var(--rewrite); }
.tag { display: inline-block; font-size: var(--text-xs); font-weight: 400; color: var(--ink-2); border: 1px solid var(--line); border-radius: var(--radius-1); padding: 0 .4em; background: var(--surface-2); white-space: nowrap; }
a.tag { color: var(--action); }

.strip { display: grid; grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr) minmax(0, 1.3fr); }
.strip > * { padding: var(--s-4) var(--s-5); border-left: 1px solid var(--line); display: grid; gap: var(--s-3); align-content: start; grid-template-columns: minmax(0, 1fr); }
.strip > *:first-child { border-left: 0; }
.strip h2 { font-size: var(--text-xs); color: var(--ink-2); font-weight: 600; }
.figure { font-size: var(--text-lg); font-weight: 650; } .figure small { font-weight: 400; font-size: var(--text-sm); color: var(--ink-2); }
.splitbar { display: block; }
.split { fill: var(--tint); stroke: var(--tone); stroke-width: 1.5; stroke-dasharray: 4 3; }
.split--accept { --tone: var(--accept); --tint: var(--accept-tint); } .split--review { --tone: var(--review); --tint: var(--review-tint); } .split--rewrite { --tone: var(--rewrite); --tint: var(--rewrite-tint); }
.splitkey { display: flex; gap: var(--s-3) var(--s-5); flex-wrap: wrap; } .splitkey li { display: inline-flex; gap: var(--s-3); align-items: center; } .splitkey b { font-size: var(--text-lg); }

.bar, .lane, .score { display: block; min-width: 5rem; overflow: visible; }
.pt-overlap { fill: var(--part-overlap); } .pt-overlap-2 { fill: var(--part-overlap-2); } .pt-quote { fill: var(--part-quote); } .pt-quote-2 { fill: var(--part-quote-2); } .pt-own { fill: var(--part-own); } .pt-none { fill: var(--line); }
.bar__overlap { fill: url(#p-overlap); } .bar__others { fill: url(#p-others); } .bar__quote { fill: url(#p-quote); } .bar__own { fill: var(--part-own); }
.bar__none { fill: url(#p-none); stroke: var(--line-2); }
.bar__edge { fill: none; stroke: var(--part-own-line); }
.bar__tick { stroke: var(--ink); stroke-width: 1.5; }
.partcell { display: grid; grid-template-columns: 3.1rem minmax(5rem, 1fr); gap: var(--s-3); align-items: center; }
.partcell b { text-align: right; font-size: var(--text-md); } .partcell .sub { display: block; font-size: var(--text-xs); color: var(--ink-2); }
.nofigure { color: var(--ink-2); }
.key { flex: none; }

.themes { display: inline-flex; gap: 3px; }
.theme { min-width: 1.75rem; overflow-wrap: normal; white-space: nowrap; border-radius: var(--radius-1); display: inline-grid; place-items: center; border: 1.5px solid var(--ink-3); color: var(--ink-2); background: var(--surface); position: relative; padding: 1px 2px 2px; }
.theme i { font: 600 var(--text-xs)/1.3 var(--font-ui); }
.theme .icon { width: .9rem; height: .9rem; stroke-width: 2.2; }
.theme--met { background: var(--ink-2); border-color: var(--ink-2); color: var(--surface); }
.theme--part { background: linear-gradient(0deg, var(--surface-3) 45%, transparent 45%); }
.theme--none { border-style: dotted; color: var(--rewrite); border-color: var(--rewrite); }
.theme--unknown { background: repeating-linear-gradient(90deg, var(--line) 0 4px, var(--surface) 4px 8px); }

.table-wrap { overflow-x: auto; position: relative; }
.table { width: 100%; border-collapse: separate; border-spacing: 0; font-size: var(--text-sm); }
.table th { text-align: left; font-size: var(--text-xs); font-weight: 600; color: var(--ink-2); background: var(--surface-2); border-bottom: 1px solid var(--line-2); padding: var(--s-3); vertical-align: bottom; white-space: nowrap; line-height: 1.3; }
.table th.num { text-align: right; } .table th.wide { width: 21%; } .table .sub { display: block; font-size: var(--text-xs); font-weight: 400; color: var(--ink-2); }
.table th:first-child, .table td:first-child { padding-left: var(--s-5); } .table th:last-child, .table td:last-child { padding-right: var(--s-5); }
.table td { padding: var(--s-3); border-bottom: 1px solid var(--line); vertical-align: middle; overflow-wrap: anywhere; }
.table tbody tr:hover > * { background: var(--surface-2); } .table tbody tr:last-child > * { border-bottom: 0; }
.table td.num, .table .chip { overflow-wrap: normal; }
.table .who { font-weight: 600; color: var(--ink); text-decoration: none; } .table .who:hover { text-decoration: underline; color: var(--action); }
.table tbody th { font-size: inherit; font-weight: 400; color: inherit; background: none; border-bottom-color: var(--line); vertical-align: middle; white-space: normal; line-height: inherit; overflow-wrap: anywhere; }
.table .why { width: 26%; } .table .name { min-width: 14rem; } .group .table th.wide { width: 38%; }
.table td.letter { font-weight: 700; }
abbr { text-decoration: none; }`;
