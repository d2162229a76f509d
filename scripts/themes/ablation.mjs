// @ts-check
// What the scores rest on: figures with one group of measures switched off at a time, as the weights are and learned anew without it.
import { figuresOf, mean, meanFigures } from './figures.mjs';
import { KINDS, learn, measuresOf } from './learn.mjs';
import { measureSet, productJudge, scoreSet } from './rescore.mjs';
import { LEARNED_ON } from './sets.mjs';
import { cellsOf, HEADS, toTable } from './table.mjs';

/** @typedef {import('./product.mjs').Product} Product */
/** @typedef {import('./product.mjs').AssessedSet} AssessedSet */
/** @typedef {import('./rescore.mjs').MeasuredSet} MeasuredSet */
/** @typedef {import('./rescore.mjs').Judge} Judge */
/** @typedef {import('./learn.mjs').Measure} Measure */
/** @typedef {import('../../src/model/campaign.js').ThemeKind} ThemeKind */
/**
 * One line of the table. `off`: measures that are not seen; `only`: the only ones that are; the others say what else is switched off.
 * @typedef {{ name: string, off?: readonly Measure[], only?: readonly Measure[], masks?: false, without?: import('./rescore.mjs').Without }} Group
 */

/** What word vectors give. @type {readonly Measure[]} */
const NEARNESS = ['near', 'around', 'ceremonial', 'onSubject', 'paragraphOnSubject'];

/** @type {readonly Group[]} */
const GROUPS = [
  { name: 'everything' },
  { name: 'without nearness (near, around)', off: ['near', 'around'] },
  { name: 'without headings', off: ['headed', 'headedOther'] },
  { name: 'without phrases', off: ['phrases'] },
  { name: 'without the share of phrases', off: ['phraseShare'] },
  { name: 'without ceremony', off: ['ceremony', 'ceremonial'] },
  { name: 'without the subject', off: ['onSubject', 'paragraphOnSubject'] },
  { name: 'without cues of awareness', off: ['report', 'reporting', 'studied', 'afterStudied', 'goal', 'must'] },
  { name: 'without cues of commitment', off: ['first', 'pledge', 'deadline', 'firstDeadline', 'pledgeDeadline'] },
  { name: 'without cues of the own unit', off: ['own', 'ownNumber'] },
  { name: 'without cues of request', off: ['ask', 'askOf', 'addressee', 'courtesy'] },
  { name: 'without cues of others, past', off: ['others', 'otherSubject', 'elsewhere', 'past'] },
  { name: 'without numbers, dates, names', off: ['number', 'ownNumber', 'names', 'deadline', 'firstDeadline', 'pledgeDeadline'] },
  { name: 'without position', off: ['early', 'late'] },
  { name: 'lists and sprinkling count', masks: false },
  { name: 'quoted and copied text counts', without: { sources: true } },
  { name: 'without word vectors', off: NEARNESS, without: { vectors: true } },
  { name: 'phrases alone', only: ['phrases'], without: { vectors: true } },
];

/** The two tables, of the sets at hand and of each one that no weight was learned on. @param {Product} product @param {readonly AssessedSet[]} sets */
export function ablation(product, sets) {
  const learnable = sets.filter(({ set }) => LEARNED_ON.includes(set.name));
  const unseen = sets.filter(({ set }) => !LEARNED_ON.includes(set.name)).map(({ set }) => set.name);
  const plain = sets.map((one) => measureSet(product, one));
  const heads = ['', ...HEADS, ...unseen.flatMap((name) => HEADS.map((head) => `${name}: ${head}`))];
  const whose = `mean of ${sets.length} sets${unseen.map((name) => `, then ${name} alone`).join('')}`;
  const own = productJudge(product);
  const asIs = GROUPS.filter(({ only }) => only === undefined).map((group) => {
    const measured = measureWithout(product, sets, plain, group);
    return lineOf(product, measured, { group, unseen, judge: own, seen: (i) => withMeans(plain[i], group.off ?? []) });
  });
  const tables = [`Weights as they are; what is switched off is everywhere its mean over the set (${whose}):\n\n${toTable(heads, asIs)}`];
  if (learnable.length > 0) {
    const anew = GROUPS.map((group) => {
      const measured = measureWithout(product, sets, plain, group);
      const from = measured.filter(({ set }) => LEARNED_ON.includes(set.name));
      const judge = learn(product, from, { measures: (kind) => leftOf(product, kind, group), masks: group.masks ?? true });
      return lineOf(product, measured, { group, unseen, judge });
    });
    const names = learnable.map(({ set }) => set.name).join(', ');
    tables.push(`Learned anew on ${names} without what is switched off:\n\n${toTable(heads, anew)}`);
  }
  return tables.join('\n\n');
}

/** @param {Product} product @param {readonly AssessedSet[]} sets @param {readonly MeasuredSet[]} plain @param {Group} group */
const measureWithout = (product, sets, plain, { without }) =>
  without === undefined ? plain : sets.map((one) => measureSet(product, one, without));

/** @param {Product} product @param {ThemeKind} kind @param {Group} group */
const leftOf = (product, kind, { only, off = [] }) => only ?? measuresOf(product, kind).filter((name) => !off.includes(name));

/**
 * @param {Product} product @param {readonly MeasuredSet[]} measured
 * @param {{ group: Group, unseen: readonly string[], judge: Judge, seen?: (set: number) => NonNullable<import('./rescore.mjs').Changed['seen']> }} how
 */
function lineOf(product, measured, { group, unseen, judge, seen }) {
  const figures = measured.map((one, i) => {
    const changed = { masks: group.masks ?? true, ...(seen && { seen: seen(i) }) };
    return figuresOf(one.set.labels, scoreSet(product, one, judge, changed)).overall;
  });
  const alone = unseen.flatMap((name) => figures.filter((_, i) => measured[i]?.set.name === name));
  return [group.name, ...[meanFigures(figures), ...alone].flatMap(cellsOf)];
}

/**
 * Measures of which some are everywhere what they are on average for themes of the kind in the set.
 * @param {MeasuredSet | undefined} measured @param {readonly Measure[]} off @returns {NonNullable<import('./rescore.mjs').Changed['seen']>}
 */
function withMeans(measured, off) {
  const means = new Map(
    KINDS.map((kind) => {
      const places = measured?.prepared.themes.flatMap(({ theme }, place) => (theme.kind === kind ? [place] : [])) ?? [];
      const all = measured?.essays.flatMap(({ sentences }) =>
        sentences.flatMap(({ measures }) => places.flatMap((place) => measures[place] ?? [])),
      );
      return [kind, Object.fromEntries(off.map((name) => [name, mean((all ?? []).map((one) => one[name]))]))];
    }),
  );
  return (measures, kind) => ({ ...measures, ...means.get(kind) });
}
