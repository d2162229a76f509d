// @ts-check
// Learns how much a sentence of each kind of theme rests on what, from sentences that people marked as evidence: the table of
// src/score/themes/strength.ts.
import { figuresOf, mean } from './figures.mjs';
import { scoreSet } from './rescore.mjs';
import { fitRidge } from './ridge.mjs';

/** @typedef {import('./product.mjs').Product} Product */
/** @typedef {import('./rescore.mjs').MeasuredSet} MeasuredSet */
/** @typedef {import('./rescore.mjs').Judge} Judge */
/** @typedef {import('../../src/model/campaign.js').ThemeKind} ThemeKind */
/** @typedef {keyof import('../../src/score/themes/measure.js').Measures} Measure */
/** @typedef {Readonly<Partial<Record<Measure, number>>>} Held */

/** @type {readonly ThemeKind[]} */
export const KINDS = ['topic', 'awareness', 'commitment', 'own-unit', 'request'];
const RIDGE = 8;
/** How much a theme counts that people would argue about. */
const AMBIGUOUS = 0.3;
/** Where a sentence stands must not decide, however the essays at hand are ordered: these weights are given, the others learned beside them. */
const HELD = /** @type {Readonly<Partial<Record<ThemeKind, Held>>>} */ ({ awareness: { early: -3 }, commitment: { late: 2 } });
/** Saturations that are tried. */
const SATURATIONS = Array.from({ length: 35 }, (_, i) => Number((0.3 + 0.05 * i).toFixed(2)));

/**
 * Weights and saturations from labelled sets. `measures`: those that a kind may rest on; by default what the product's kinds do.
 * @param {Product} product @param {readonly MeasuredSet[]} sets
 * @param {{ measures?: (kind: ThemeKind) => readonly Measure[], masks?: boolean }} [options] @returns {Judge}
 */
export function learn(product, sets, { measures = (kind) => measuresOf(product, kind), masks = true } = {}) {
  const weights = byKind((kind) => learnWeights(sets, kind, measures(kind)));
  const saturation = byKind((kind) => learnSaturation(product, sets, { weights, kind, masks }));
  return { weights, saturation };
}

/** @param {Product} product @param {ThemeKind} kind @returns {Measure[]} */
export const measuresOf = ({ strength }, kind) => /** @type {Measure[]} */ (Object.keys(strength.WEIGHTS[kind].of));

/** @template T @param {(kind: ThemeKind) => T} make @returns {Record<ThemeKind, T>} */
function byKind(make) {
  const [topic, awareness, commitment, unit, request] = [
    make('topic'),
    make('awareness'),
    make('commitment'),
    make('own-unit'),
    make('request'),
  ];
  return { topic, awareness, commitment, 'own-unit': unit, request };
}

/** One decimal each. @param {readonly MeasuredSet[]} sets @param {ThemeKind} kind @param {readonly Measure[]} names */
function learnWeights(sets, kind, names) {
  /** @type {Held} */
  const held = Object.fromEntries(Object.entries(HELD[kind] ?? {}).filter(([name]) => names.includes(/** @type {Measure} */ (name))));
  const free = names.filter((name) => held[name] === undefined);
  const { bias, weights } = fitRidge(observe(sets, kind, free, held), RIDGE);
  const learned = new Map(free.map((name, i) => [name, round(weights[i] ?? 0)]));
  return { bias: round(bias), of: Object.fromEntries(names.map((name) => [name, held[name] ?? learned.get(name) ?? 0])) };
}

/** @param {number} value */
const round = (value) => Math.round(10 * value) / 10;

/**
 * One observation a sentence and theme: it happened when people marked the sentence.
 * @param {readonly MeasuredSet[]} sets @param {ThemeKind} kind @param {readonly Measure[]} names @param {Held} held
 * @returns {import('./ridge.mjs').Observation[]}
 */
function observe(sets, kind, names, held) {
  return sets.flatMap(({ set, prepared, essays }) =>
    prepared.themes.flatMap(({ theme }, place) => {
      if (theme.kind !== kind) return [];
      return essays.flatMap(({ name, sentences }) => {
        const labels = set.labels.get(name);
        const marked = (labels?.themes[theme.id]?.evidence ?? []).map(plain);
        const weight = labels?.ambiguous?.includes(theme.id) ? AMBIGUOUS : 1;
        return sentences.flatMap(({ text, measures }) => {
          const own = measures[place];
          if (own === undefined) return [];
          const said = plain(text);
          const target = /** @type {0 | 1} */ (Number(marked.some((one) => one.includes(said) || said.includes(one))));
          const offset = Object.entries(held).reduce((sum, [measure, weight]) => sum + weight * own[/** @type {Measure} */ (measure)], 0);
          return [{ values: names.map((one) => own[one]), target, weight, offset }];
        });
      });
    }),
  );
}

/** @param {string} text */
const plain = (text) => text.normalize('NFC').trim();

/**
 * The saturation with the best F1, on average over the themes of the kind; of several in a row that are best the middle one.
 * @param {Product} product @param {readonly MeasuredSet[]} sets @param {{ weights: Judge['weights'], kind: ThemeKind, masks: boolean }} options
 */
function learnSaturation(product, sets, { weights, kind, masks }) {
  const only = sets.map((one) => onlyKind(one, kind)).filter(({ prepared }) => prepared.themes.length > 0);
  if (only.length === 0) return product.strength.SATURATION[kind];
  const tried = SATURATIONS.map((saturation) => {
    const judge = { weights, saturation: byKind(() => saturation) };
    const figures = only.map((one) => figuresOf(one.set.labels, scoreSet(product, one, judge, { masks })).overall);
    return { saturation, f1: mean(figures.map(({ f1 }) => f1)) };
  });
  const best = Math.max(...tried.map(({ f1 }) => f1));
  const good = tried.filter(({ f1 }) => f1 > best - 1e-9);
  return good[Math.floor(good.length / 2)]?.saturation ?? product.strength.SATURATION[kind];
}

/** The themes of one kind and what is labelled and measured of them. @param {MeasuredSet} measured @param {ThemeKind} kind @returns {MeasuredSet} */
function onlyKind({ set, prepared, essays }, kind) {
  const places = prepared.themes.flatMap(({ theme }, place) => (theme.kind === kind ? [place] : []));
  const ids = new Set(places.map((place) => prepared.themes[place]?.theme.id));
  const some = (/** @type {readonly any[]} */ list) => places.map((place) => list[place]);
  const labels = [...set.labels].map(
    ([name, one]) =>
      /** @type {const} */ ([name, { ...one, themes: Object.fromEntries(Object.entries(one.themes).filter(([id]) => ids.has(id))) }]),
  );
  return {
    set: { ...set, labels: new Map(labels) },
    prepared: { ...prepared, themes: some(prepared.themes) },
    essays: essays.map((essay) => ({
      ...essay,
      trust: some(essay.trust),
      sentences: essay.sentences.map((sentence) => ({ ...sentence, measures: some(sentence.measures) })),
    })),
  };
}

/** The tables as they stand in src/score/themes/strength.ts. @param {Judge} judge */
export function toSource({ weights, saturation }) {
  const quoted = (/** @type {ThemeKind} */ kind) => (kind === 'own-unit' ? `'${kind}'` : kind);
  const kinds = KINDS.map((kind) => {
    const { bias, of } = weights[kind];
    const lines = Object.entries(of).map(([name, weight]) => `      ${name}: ${weight},`);
    return [`  ${quoted(kind)}: {`, `    bias: ${bias},`, '    of: {', ...lines, '    },', '  },'].join('\n');
  });
  const limits = KINDS.map((kind) => `${quoted(kind)}: ${saturation[kind]}`).join(', ');
  return `{\n${kinds.join('\n')}\n};\n\nconst SATURATION: Readonly<Record<ThemeKind, number>> = { ${limits} };`;
}
