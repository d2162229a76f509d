// @ts-check
// What scores are worth against labels. Themes that people would argue about count in stuffing only.

/** @typedef {import('./sets.mjs').Labels} Labels */
/** One theme of an essay as the program sees it; `evidence`: the shown stretches of text. @typedef {{ score: number, met: boolean, evidence: readonly string[] }} Result */
/** What was found, by essay and by theme; `text`: the essay's. @typedef {ReadonlyMap<string, { text: string, themes: ReadonlyMap<string, Result> }>} Results */
/**
 * `auc`: share of pairs of a 2 and a 0 in which the 2 scores higher, ties half. `order`: the same for all pairs of two labels, but that a 1
 * need not be above a stuffed 0. `f1`: of `met` against label 2. `evidence`: share of the 2s of which a shown stretch has four words (or all
 * of them) in common with a labelled sentence, while all that is shown is at most half of the essay; `breadth`: that share of the essay.
 * `stuffing`: share of the stuffed themes that are not met; overall, of the essays of which no stuffed theme is. NaN where nothing is to be measured.
 * @typedef {{ auc: number, order: number, f1: number, evidence: number, breadth: number, stuffing: number }} Figures
 */
/** @typedef {{ essay: string, theme: string, label: number, score: number, met: boolean, stuffed: boolean, ambiguous: boolean, hit: boolean, breadth: number }} Row */

/** Words that a shown stretch and a labelled sentence have in common at least. */
const COMMON = 4;
/** Share of an essay beyond which what is shown is no evidence. */
const TOO_BROAD = 0.5;

/**
 * @param {ReadonlyMap<string, Labels>} labels @param {Results} results
 * @returns {{ themes: ReadonlyMap<string, Figures>, overall: Figures, wrong: readonly Row[] }} `wrong`: where met and label 2 do not agree
 */
export function figuresOf(labels, results) {
  const rows = rowsOf(labels, results);
  const ids = [...new Set(rows.map(({ theme }) => theme))];
  const ofTheme = ids.map((id) => rows.filter(({ theme }) => theme === id));
  const themes = new Map(ids.map((id, i) => [id, measure(ofTheme[i] ?? [])]));
  const each = [...themes.values()];
  const stuffed = [...new Set(rows.filter((row) => row.stuffed).map(({ essay }) => essay))];
  const resists = (/** @type {string} */ essay) => !rows.some((row) => row.essay === essay && row.stuffed && row.met);
  return {
    themes,
    overall: {
      ...measure(rows),
      auc: mean(each.map(({ auc }) => auc)),
      order: inOrder(ofTheme.flatMap(allPairs)),
      f1: mean(each.map(({ f1 }) => f1)),
      stuffing: shareOf(stuffed, resists),
    },
    wrong: rows.filter(({ ambiguous, met, label }) => !ambiguous && met !== (label === 2)),
  };
}

/** Mean figures of some sets. @param {readonly Figures[]} some @returns {Figures} */
export function meanFigures(some) {
  const of = (/** @type {keyof Figures} */ name) => mean(some.map((one) => one[name]));
  return { auc: of('auc'), order: of('order'), f1: of('f1'), evidence: of('evidence'), breadth: of('breadth'), stuffing: of('stuffing') };
}

/** @param {ReadonlyMap<string, Labels>} labels @param {Results} results @returns {Row[]} */
function rowsOf(labels, results) {
  return [...labels].flatMap(([essay, { themes, stuffed = [], ambiguous = [] }]) => {
    const found = results.get(essay);
    if (found === undefined) throw new RangeError(`essay ${essay} was not assessed`);
    const text = spaced(found.text);
    return Object.entries(themes).map(([theme, { label, evidence = [] }]) => {
      const result = found.themes.get(theme);
      if (result === undefined) throw new RangeError(`theme ${theme} of essay ${essay} was not scored`);
      const isIn = (/** @type {readonly string[]} */ list) => list.includes(theme);
      return {
        ...{ essay, theme, label, score: result.score, met: result.met, stuffed: isIn(stuffed), ambiguous: isIn(ambiguous) },
        ...compareEvidence(text, result.evidence, evidence),
      };
    });
  });
}

/** @param {readonly Row[]} rows @returns {Figures} */
function measure(rows) {
  const counted = rows.filter(({ ambiguous }) => !ambiguous);
  const full = counted.filter(({ label }) => label === 2);
  const met = counted.filter((row) => row.met);
  const right = met.filter(({ label }) => label === 2).length;
  return {
    auc: inOrder(pairs(counted, 2, 0)),
    order: inOrder(allPairs(rows)),
    f1: (2 * right) / (met.length + full.length),
    evidence: shareOf(full, ({ hit }) => hit),
    breadth: mean(full.map(({ breadth }) => breadth)),
    stuffing: shareOf(
      rows.filter(({ stuffed }) => stuffed),
      (row) => !row.met,
    ),
  };
}

/** @param {readonly Row[]} rows */
function allPairs(rows) {
  const counted = rows.filter(({ ambiguous }) => !ambiguous);
  const touched = pairs(counted, 1, 0).filter(([, lower]) => !lower.stuffed);
  return [...pairs(counted, 2, 1), ...pairs(counted, 2, 0), ...touched];
}

/** @param {readonly Row[]} rows @param {number} higher @param {number} lower @returns {(readonly [Row, Row])[]} */
function pairs(rows, higher, lower) {
  const below = rows.filter(({ label }) => label === lower);
  return rows.filter(({ label }) => label === higher).flatMap((row) => below.map((other) => /** @type {const} */ ([row, other])));
}

/** @param {readonly (readonly [Row, Row])[]} some */
const inOrder = (some) => mean(some.map(([higher, lower]) => (Math.sign(higher.score - lower.score) + 1) / 2));

/** @template T @param {readonly T[]} some @param {(one: T) => boolean} is */
const shareOf = (some, is) => mean(some.map((one) => Number(is(one))));

/** Mean of what could be measured. @param {readonly number[]} values */
export function mean(values) {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** The words of a text with one blank before, between and behind them. @param {string} text */
const spaced = (text) =>
  ` ${(
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ')} `;

/** @param {string} text as `spaced` gives it @param {readonly string[]} shown @param {readonly string[]} labelled */
function compareEvidence(text, shown, labelled) {
  const wanted = labelled.flatMap((one) => placesOf(text, one));
  const found = shown.flatMap((one) => placesOf(text, one));
  const words = new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  const breadth = words.size / Math.max(1, countWords(text));
  const meets = found.some((one) =>
    wanted.some((other) => {
      const common = Math.min(one.to, other.to) - Math.max(one.from, other.from);
      return common >= Math.min(COMMON, one.to - one.from, other.to - other.from);
    }),
  );
  return { hit: meets && breadth <= TOO_BROAD, breadth };
}

/** Places, counted in words, at which a stretch stands in a text. @param {string} text @param {string} stretch */
function placesOf(text, stretch) {
  const wanted = spaced(stretch);
  const length = countWords(wanted);
  const places = [];
  if (length === 0) return [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const from = countWords(text.slice(0, at + 1));
    places.push({ from, to: from + length });
  }
  return places;
}

/** @param {string} text as `spaced` gives it */
const countWords = (text) => text.split(' ').length - 2;
