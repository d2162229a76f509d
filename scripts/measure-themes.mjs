// @ts-check
// How well themes are scored, on sets of labelled essays (docs/themes.md).
//   node scripts/measure-themes.mjs [--ablation] [--cross] [--learn] [--docs FILE] [SET…]
// Without an option: figures by theme. SET: folders such as fixtures/themes/*; without any, those.
// --ablation: with one group of measures switched off at a time. --cross: each set with weights that were learned on the others.
// --learn: learns the weights on the sets, and prints them as src/score/themes/strength.ts has them.
// --docs: puts the tables between their marks in a Markdown file.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ablation } from './themes/ablation.mjs';
import { figuresOf, meanFigures } from './themes/figures.mjs';
import { learn, toSource } from './themes/learn.mjs';
import { assessSets, loadProduct, resultsOf } from './themes/product.mjs';
import { checkSame, measureSet, productJudge, scoreSet } from './themes/rescore.mjs';
import { ownSets } from './themes/sets.mjs';
import { cellsOf, HEADS, short, toTable } from './themes/table.mjs';

/** @typedef {import('./themes/product.mjs').AssessedSet} AssessedSet */
/** @typedef {import('./themes/figures.mjs').Figures} Figures */

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ablation: { type: 'boolean', default: false },
    cross: { type: 'boolean', default: false },
    learn: { type: 'boolean', default: false },
    docs: { type: 'string' },
  },
});

const product = await loadProduct();
const sets = await assessSets(product, positionals.length > 0 ? positionals : ownSets());
const measured = sets.map((one) => measureSet(product, one));
for (const [i, one] of measured.entries()) {
  const assessed = sets[i];
  if (assessed !== undefined) checkSame(scoreSet(product, one, productJudge(product)), resultsOf(assessed));
}

if (!options.ablation && !options.cross && !options.learn) {
  show('figures', figures());
  console.log(`Met where people say otherwise, or the other way round (label, score):\n${wrong().join('\n')}`);
}
if (options.ablation) show('ablation', ablation(product, sets));
if (options.cross) show('cross', cross());
if (options.learn) console.log(toSource(learn(product, measured)));

function figures() {
  const all = sets.map(({ set, prepared, ...rest }) => ({
    set,
    prepared,
    ...figuresOf(set.labels, resultsOf({ set, prepared, ...rest })),
  }));
  const lines = all.flatMap(({ set, prepared, themes, overall }) => [
    ...[...themes].map(([id, one]) => {
      const kind = prepared.campaign.themes.find((theme) => theme.id === id)?.kind ?? '';
      return [`${set.name} / ${id} (${kind})`, ...cells(one)];
    }),
    [`**${set.name}**`, ...cells(overall)],
  ]);
  const overall = all.length > 1 ? [['**mean of the sets**', ...cells(meanFigures(all.map((one) => one.overall)))]] : [];
  return toTable(['', ...HEADS, 'breadth'], [...lines, ...overall]);
}

function wrong() {
  return sets.map((assessed) => {
    const rows = figuresOf(assessed.set.labels, resultsOf(assessed)).wrong;
    return `${assessed.set.name}: ${rows.map(({ essay, theme, label, score }) => `${essay}/${theme} (${label}, ${short(score)})`).join(' ')}`;
  });
}

/** @param {Figures} one */
function cells(one) {
  return [...cellsOf(one), short(one.breadth)];
}

function cross() {
  if (measured.length < 2) throw new RangeError('--cross takes two sets or more');
  const all = measured.map((one, i) => {
    const judge = learn(
      product,
      measured.filter((_, j) => j !== i),
    );
    return { name: one.set.name, ...figuresOf(one.set.labels, scoreSet(product, one, judge)).overall };
  });
  const lines = all.map(({ name, ...one }) => [name, ...cells(one)]);
  return toTable(['learned on the others', ...HEADS, 'breadth'], [...lines, ['mean of the sets', ...cells(meanFigures(all))]]);
}

/** @param {string} name @param {string} text */
function show(name, text) {
  console.log(`${text}\n`);
  if (options.docs === undefined) return;
  const marked = new RegExp(`(<!-- themes:${name} -->\n)[\\s\\S]*(<!-- /themes:${name} -->)`);
  writeFileSync(
    options.docs,
    readFileSync(options.docs, 'utf8').replace(marked, (_, start, end) => `${start}${text}\n${end}`),
  );
}
