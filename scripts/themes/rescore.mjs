// @ts-check
// Scores essays anew from their measures, with other weights or less to go by. With the product's own weights and everything to go by,
// the scores are the product's: `checkSame` makes sure of that.

/** @typedef {import('./product.mjs').Product} Product */
/** @typedef {import('./product.mjs').AssessedSet} AssessedSet */
/** @typedef {import('../../src/model/campaign.js').ThemeKind} ThemeKind */
/** @typedef {import('../../src/score/themes/measure.js').Measures} Measures */
/** @typedef {import('../../src/score/themes/strength.js').Weights} Weights */
/** How strengths and scores are worked out. @typedef {{ weights: Readonly<Record<ThemeKind, Weights>>, saturation: Readonly<Record<ThemeKind, number>> }} Judge */
/**
 * What is not looked at: `sources`, every word counts as the writer's own; `vectors`, no word is near to any other.
 * @typedef {{ sources?: boolean, vectors?: boolean }} Without
 */
/**
 * A sentence that may say something. `factor`: how far it counts by how much of it is own; `measures`: by theme.
 * @typedef {{ sentence: import('../../src/score/themes/reading.js').ReadSentence, text: string, factor: number, isStuffed: boolean, measures: readonly Measures[] }} MeasuredSentence
 */
/** `trust`: by theme, how far sentences are believed where its phrases were pasted. @typedef {{ name: string, text: string, tokens: readonly import('../../src/model/tokens.js').Token[], sentences: readonly MeasuredSentence[], trust: readonly number[] }} MeasuredEssay */
/** @typedef {{ set: import('./sets.mjs').LabelledSet, prepared: import('../../src/score/themes/prepare.js').PreparedThemes, essays: readonly MeasuredEssay[] }} MeasuredSet */

/** @param {Product} product @param {AssessedSet} assessed @param {Without} [without] @returns {MeasuredSet} */
export function measureSet(product, { set, prepared: { themes }, essays }, without = {}) {
  const prepared = without.vectors ? { ...themes, lexicon: { ...themes.lexicon, vectors: withoutWords(themes.lexicon.vectors) } } : themes;
  return { set, prepared, essays: essays.map((essay) => measureEssay(product, essay, prepared, without)) };
}

/** @param {import('../../src/vietnamese/word-vectors.js').WordVectors} vectors */
const withoutWords = (vectors) => ({ ...vectors, words: [], byKey: new Map(), byBareKey: new Map() });

/**
 * @param {Product} product @param {import('./product.mjs').AssessedEssay} assessed
 * @param {import('../../src/score/themes/prepare.js').PreparedThemes} prepared @param {Without} without @returns {MeasuredEssay}
 */
function measureEssay({ tokens: model, spans, normalising, scoring }, assessed, prepared, without) {
  const { extraction, sequence } = assessed.essay;
  if (sequence === null) throw new Error(`essay ${assessed.name} could not be read`);
  const { text, body } = normalising.readEssayText(extraction.text, extraction);
  const [{ kinds: known }] = model.partsOf(sequence);
  const kinds = without.sources ? known.map((kind) => (kind === model.TEMPLATE ? kind : model.OWN)) : known;
  const matches = assessed.assessment.matches.filter(({ kind }) => kind !== 'earlier-attempt');
  const copied = without.sources ? [] : spans.mergeSpans(matches.flatMap(({ passages }) => passages.map(({ first }) => first)));
  const input = { text, normalised: body, kinds, copied, apart: [], writer: [], similarities: null };
  const { read, essay, stuffed } = scoring.measureThemes(input, prepared);
  const isStuffed = (/** @type {number} */ at) => stuffed.listed.has(at) || stuffed.sprinkled.has(at);
  const earningNothing = read.filter((_, at) => isStuffed(at));
  return {
    name: assessed.name,
    text,
    tokens: body.tokens,
    sentences: read.flatMap((sentence, at) => {
      if (!scoring.mayCount(sentence)) return [];
      const { start, end } = sentence.sentence.span;
      const measures = prepared.themes.map((_, theme) => essay.measure(at, theme));
      return [{ sentence, text: text.slice(start, end), factor: scoring.ownFactor(sentence), isStuffed: isStuffed(at), measures }];
    }),
    trust: prepared.themes.map((_, place) => (scoring.isPasted(earningNothing, place) ? scoring.PASTED : 1)),
  };
}

/** The product's own. @param {Product} product @returns {Judge} */
export const productJudge = ({ strength }) => ({ weights: strength.WEIGHTS, saturation: strength.SATURATION });

/**
 * `masks`: whether what is stuffed earns nothing; `seen`: what is left of a sentence's measures for themes of a kind.
 * @typedef {{ masks?: boolean, seen?: (measures: Measures, kind: ThemeKind) => Measures }} Changed
 */

/** @param {Product} product @param {MeasuredSet} measured @param {Judge} judge @param {Changed} [changed] @returns {import('./figures.mjs').Results} */
export function scoreSet(product, { prepared, essays }, judge, { masks = true, seen = (measures) => measures } = {}) {
  const { strength, evidence } = product;
  const { vectors } = prepared.lexicon;
  const scoreTheme = (/** @type {MeasuredEssay} */ essay, /** @type {number} */ place) => {
    const prepares = prepared.themes[place];
    if (prepares === undefined) throw new RangeError(`no theme ${place}`);
    const { id, kind, minimum } = prepares.theme;
    const trust = masks ? (essay.trust[place] ?? 1) : 1;
    const weighed = essay.sentences.flatMap(({ sentence, factor, isStuffed, measures }) => {
      const own = measures[place];
      if (own === undefined || (masks && isStuffed)) return [];
      return [{ sentence, strength: trust * strength.strengthOf(kind, seen(own, kind), judge.weights[kind]) * factor }];
    });
    const strengths = weighed.map((one) => one.strength);
    const score = strength.scoreOf(kind, strengths, judge.saturation[kind]);
    const shown = evidence.evidenceOf(weighed, prepares, place, { tokens: essay.tokens, vectors });
    return /** @type {const} */ ([
      id,
      { score, met: score >= minimum, evidence: shown.map(({ start, end }) => essay.text.slice(start, end)) },
    ]);
  };
  return new Map(
    essays.map((essay) => {
      const themes = new Map(prepared.themes.map((_, place) => scoreTheme(essay, place)));
      return [essay.name, { text: essay.text, themes }];
    }),
  );
}

/** Nearness of words is kept in single precision. */
const SAME = 1e-6;

/** Throws where a score that was worked out here is not the product's. @param {import('./figures.mjs').Results} ours @param {import('./figures.mjs').Results} theirs */
export function checkSame(ours, theirs) {
  for (const [name, { themes }] of theirs) {
    for (const [id, { score, evidence }] of themes) {
      const own = ours.get(name)?.themes.get(id);
      if (own === undefined || Math.abs(own.score - score) > SAME || own.evidence.join('\n') !== evidence.join('\n')) {
        throw new Error(
          `theme ${id} of essay ${name}: ${own?.score} here, ${score} in the product; what this measures is not what the product does`,
        );
      }
    }
  }
}
