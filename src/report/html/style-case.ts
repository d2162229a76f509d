/** The evidence: groups, essays, passages, themes, notes. */
export const CASE_STYLE = `
.blk--1, .blkno--1 { --blk: var(--block-1); } .blk--2, .blkno--2 { --blk: var(--block-2); } .blk--3, .blkno--3 { --blk: var(--block-3); } .blk--4, .blkno--4 { --blk: var(--block-4); }
.blk { fill: var(--blk); } .blk__no { fill: var(--block-ink); font: 700 13px var(--font-ui); text-anchor: middle; }
.blkno { width: 1.375rem; height: 1.375rem; font: 700 var(--text-xs)/1.375rem var(--font-ui); text-align: center; color: var(--block-ink); background: var(--blk); border-radius: var(--radius-1); }
.group .panel__body { padding: 0; } .group h4 { margin-bottom: var(--s-3); }
.groupbox { display: grid; grid-template-columns: minmax(14rem, 1fr) auto; gap: var(--s-6); padding: var(--s-5); border-top: 1px solid var(--line); } .groupbox > * { min-width: 0; }
.blocks { display: grid; gap: var(--s-3); } .blocks li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--s-3); font-size: var(--text-sm); } .blocks q { font-family: var(--font-read); display: block; } .blocks small { color: var(--ink-2); font-size: var(--text-xs); }
.groupnote { padding: var(--s-3) var(--s-5); border-top: 1px solid var(--line); }
q { quotes: "“" "”"; }
.matrix { border-collapse: separate; border-spacing: 2px; font-size: var(--text-xs); margin-top: var(--s-3); }
.matrix th { font-weight: 600; padding: 0 var(--s-2); text-align: center; color: var(--ink-2); min-width: 1.5rem; }
.matrix tbody td { width: 2.75rem; height: 2rem; text-align: center; border-radius: var(--radius-1); background: var(--bg, var(--surface-2)); color: var(--band-ink); border-bottom: 3px var(--dec, solid) var(--ln, transparent); }
.matrix td.self { background: repeating-linear-gradient(135deg, var(--surface-3) 0 3px, transparent 3px 6px); } .matrix td.nofigure { background: repeating-linear-gradient(90deg, var(--surface-3) 0 4px, transparent 4px 8px); color: var(--ink); }

[data-band="1"] { --bg: var(--band-1); --ln: var(--band-1-line); --dec: dotted; }
[data-band="2"] { --bg: var(--band-2); --ln: var(--band-2-line); --dec: dashed; }
[data-band="3"] { --bg: var(--band-3); --ln: var(--band-3-line); --dec: solid; }
.case .panel__body { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-5); }
.case__top { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr); gap: var(--s-5) var(--s-6); align-items: start; }
.proposal { border: 1.5px dashed var(--tone); border-radius: var(--radius-2); padding: var(--s-4) var(--s-5); display: grid; gap: var(--s-3); font-size: var(--text-sm); }
.proposal--rewrite { --tone: var(--rewrite); } .proposal--review { --tone: var(--review); } .proposal--accept { --tone: var(--accept); }
.proposal h4 { color: var(--tone); display: flex; gap: .4em; align-items: center; } .proposal ul { padding-left: 1.1em; } .proposal li + li { margin-top: var(--s-2); } .proposal li a { white-space: nowrap; }
.note { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--s-3); padding: var(--s-3) var(--s-4); border-radius: var(--radius-2); border: 1px solid var(--line); border-left-width: 4px; font-size: var(--text-sm); background: var(--surface); overflow-wrap: anywhere; }
.note > .icon { margin-top: .15em; }
.note--warn { background: var(--warn-tint); border-color: var(--warn-line); } .note--warn > .icon { color: var(--warn); }
.note--bad { background: var(--danger-tint); border-color: var(--danger-line); } .note--bad > .icon { color: var(--danger); }
.note--info { background: var(--action-tint); border-color: var(--action); } .note--info > .icon { color: var(--action); }
.places { display: grid; gap: var(--s-2); margin-top: var(--s-2); } .places q { font-family: var(--font-read); }

.crits h4 { padding-bottom: var(--s-3); border-bottom: 1px solid var(--line); }
.crit { display: grid; gap: var(--s-3); padding: var(--s-4) 0; border-bottom: 1px solid var(--line); grid-template-columns: minmax(0, 1fr); } .crit:last-child { border-bottom: 0; padding-bottom: 0; }
.crit__head { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: var(--s-3); align-items: center; }
.crit[data-theme-no="1"] { --ln: var(--theme-1-line); } .crit[data-theme-no="2"] { --ln: var(--theme-2-line); } .crit[data-theme-no="3"] { --ln: var(--theme-3-line); }
.crit blockquote { padding-left: var(--s-4); border-left: 3px solid var(--ln); font: 400 var(--text-md)/1.6 var(--font-read); }
.evtag { font: 700 var(--text-xs)/1 var(--font-ui); color: var(--surface); background: var(--ln); border-radius: var(--radius-1); padding: .2em .4em; margin-right: .2em; vertical-align: .1em; display: inline-block; }
.score__track { fill: var(--surface-3); } .score__on { fill: var(--ink-2); }

.matches { display: grid; gap: var(--s-4); grid-template-columns: minmax(0, 1fr); } .matches > h4 { padding-top: var(--s-4); border-top: 1px solid var(--line); }
.match { border: 1px solid var(--line); border-radius: var(--radius-2); }
.match__head { display: flex; justify-content: space-between; align-items: baseline; gap: var(--s-2) var(--s-5); flex-wrap: wrap; background: var(--surface-2); padding: var(--s-3) var(--s-4); border-radius: var(--radius-2); } .match__name { overflow-wrap: anywhere; font-weight: 600; font-size: var(--text-sm); }
.match > p, .pointers, .openings { padding: var(--s-3) var(--s-4); }
.pair { border-top: 1px solid var(--line); padding: var(--s-4); }
.pair__head { display: flex; gap: var(--s-3); align-items: baseline; margin-bottom: var(--s-3); } .pair__head .muted { font-weight: 400; margin-left: auto; }
.sw { display: inline-block; min-width: 1.75rem; text-align: center; font-weight: 700; font-size: var(--text-sm); color: var(--band-ink); background: var(--bg); border-bottom: 3px var(--dec) var(--ln); padding: 1px 4px; border-radius: var(--radius-1) var(--radius-1) 0 0; text-decoration: none; }
.pair__texts { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--s-6); }
.side__name { font-size: var(--text-xs); font-weight: 650; color: var(--ink-2); margin-bottom: var(--s-2); overflow-wrap: anywhere; }
@media screen and (min-width: 701px) { .pair + .pair .side__name { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } .pair { position: relative; } }
.pointers { display: flex; gap: var(--s-3) var(--s-4); flex-wrap: wrap; align-items: baseline; } .pointers .inline { gap: var(--s-2) var(--s-4); }
.openings { display: grid; gap: var(--s-4); } .openings li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--s-3); align-items: start; } .openings q { display: block; font-family: var(--font-read); font-size: var(--text-sm); }

.essay { font: 400 var(--text-read)/var(--lead-read) var(--font-read); overflow-wrap: anywhere; white-space: pre-line; }
.essay--full { max-width: 46rem; margin: var(--s-4) auto; }
.gap { display: block; height: .55em; }
.around { color: var(--ink-2); }
mark { color: inherit; background: none; }
.passage { color: var(--band-ink); background: var(--bg); background: color-mix(in srgb, var(--bg) 58%, transparent); box-decoration-break: clone; -webkit-box-decoration-break: clone; padding: .08em 0; border-radius: var(--radius-1); text-decoration: underline var(--dec) 2px var(--ln); text-underline-offset: .28em; text-decoration-skip-ink: none; }
.passage ins { text-decoration: none; font-weight: 650; color: var(--ink); border-bottom: 3px solid var(--ln); background: color-mix(in srgb, var(--surface) 70%, transparent); padding: 0 .1em; }
.passage__no { font: 700 var(--text-xs)/1 var(--font-ui); display: inline-block; color: var(--surface); background: var(--ln); border-radius: var(--radius-1); padding: .2em .4em; margin-right: .4em; text-decoration: none; vertical-align: .12em; white-space: nowrap; } .passage__no:hover { color: var(--surface); }
.quoted { color: var(--band-q-ink); background: var(--band-q); border-left: 3px double var(--band-q-line); padding: .08em .3em; text-decoration: none; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.odd { font: 600 max(.8125rem, .8em)/1 var(--font-code); background: var(--warn-tint); color: var(--warn); border: 1px solid var(--warn-line); border-radius: var(--radius-1); padding: 0 .25em; white-space: nowrap; }
.fulltext { border-top: 1px solid var(--line); padding-top: var(--s-4); } .fulltext summary { cursor: pointer; font-size: var(--text-sm); font-weight: 600; color: var(--action); width: fit-content; }
.legend { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: var(--s-4) var(--s-6); font-size: var(--text-sm); } .legend dt { font-weight: 650; } .legend dd { display: flex; gap: var(--s-3) var(--s-5); flex-wrap: wrap; align-items: center; } .legend dd > span { display: inline-flex; gap: .4em; align-items: center; color: var(--ink-2); } .legend .chip { color: var(--tone); } .legend dd > .chip--accept { color: var(--accept); } .legend dd > .chip--review { color: var(--review); } .legend dd > .chip--rewrite { color: var(--rewrite); } .legend .passage, .legend .quoted { font-family: var(--font-read); }
.skipped { display: grid; gap: var(--s-3); overflow-wrap: anywhere; }`;
