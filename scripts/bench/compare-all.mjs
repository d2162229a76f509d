// @ts-check
// The program's side of the contest with sim_text, in one process: reads the text files named on standard input, finds for each
// the essays that it shares text with, and writes every passage to standard output. With the text of a resolution, quotes of it
// are nobody's own, as in every campaign.
//   node scripts/bench/compare-all.mjs BUILD [RESOLUTION] < LIST
import { readFileSync, writeSync } from 'node:fs';
import { loadCore } from './core.mjs';

const [build = 'dist', resolution] = process.argv.slice(2);
const core = await loadCore(build);
const files = readFileSync(0, 'utf8').trim().split('\n');
const tokensOf = resolution === undefined ? core.tokens : core.excluding(readFileSync(resolution, 'utf8'));
const index = core.createIndex();
const essays = files.map((file) => tokensOf(readFileSync(file, 'utf8')));
for (const [i, essay] of essays.entries()) index.add(String(i), String(i), core.indexForKeeping(essay));

let lines = '';
/** @type {Set<number>} */
const compared = new Set();
for (const [i, essay] of essays.entries()) {
  for (const id of index.query(String(i), String(i), core.indexForQuery(essay))) {
    const j = Number(id);
    const pair = Math.min(i, j) * files.length + Math.max(i, j);
    const other = essays[j];
    if (compared.has(pair) || other === undefined) continue;
    compared.add(pair);
    for (const { first, second, syllables } of core.passages(essay, other)) {
      lines += `${files[i]}: ${first.start}-${first.end} | ${files[j]}: ${second.start}-${second.end} [${syllables}]\n`;
    }
  }
  if (lines.length > 1 << 16 || i === files.length - 1) {
    writeSync(1, lines);
    lines = '';
  }
}
