import { describe, expect, it } from 'vitest';
import { popularSample } from '../../scripts/popular-sample/essays.mjs';
import { createRandom } from '../../scripts/random.mjs';
import type { Assessment } from '../../src/model/assessment.js';
import type { Group } from '../../src/model/detection.js';
import { HERE } from '../support/here.js';
import { madeUpText } from '../support/vietnamese.js';
import { assess } from './batch.js';
import { Service } from './queue/service.js';
import { newCorpus } from './read-here.js';

const OF = 48;

/** Essays of a dozen units: `copies` have taken one outside text, six take from one other each. */
function madeUpEssays(copies: number, withCommon: boolean): Record<string, string> {
  const { essays } = popularSample({ of: OF, copies, seed: 4, syllables: 300, withCommon });
  const texts = essays.map(({ text }) => text);
  const honest = essays.flatMap(({ copied }, i) => (copied === null ? [i] : []));
  for (let i = 0; i < 12; i += 2) {
    const [from, to] = [honest[i]!, honest[i + 1]!];
    const taken = texts[from]!.split(' ').slice(60, 110 + 20 * i);
    texts[to] = `${texts[to]} ${taken.join(' ')} ${madeUpText(i, 30)}`;
  }
  return Object.fromEntries(texts.map((text, i) => [`bai-${i}.txt`, text]));
}

const NAMES = Array.from({ length: OF }, (_, i) => `bai-${i}.txt`);
const ROSTER = NAMES.map((file, i) => `${file},Người ${i},Chi bộ ${i % 12}`);

const rosterOf = (names: readonly string[]): string[] => ROSTER.filter((row) => names.includes(row.split(',')[0]!));
const batchesOf = (names: readonly string[], [first, second]: readonly [number, number]): string[][] => [
  names.slice(0, first),
  names.slice(first, second),
  names.slice(second),
];

const baseName = (file: string): string => file.split('/').at(-1)!;

/** What a reader sees of each essay, by the name of its file, in an order of its own. */
function figuresOf({ assessments, groups }: { readonly assessments: readonly Assessment[]; readonly groups: readonly Group[] }) {
  const fileOf = new Map(assessments.map(({ submission }) => [submission.id, baseName(submission.file)]));
  return assessments
    .map(({ submission, copied, matches, proposal, quoted, group }) => ({
      file: baseName(submission.file),
      copied,
      proposal,
      quoted,
      matches: matches.map((match) => ({ ...match, file: baseName(match.file) })),
      group:
        groups
          .find(({ id }) => id === group)
          ?.members.map((id) => fileOf.get(id)!)
          .sort() ?? null,
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function shuffledNames(seed: number): string[] {
  const random = createRandom(seed);
  return NAMES.map((name) => ({ name, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ name }) => name);
}

describe('the same essays in any order', () => {
  it('give equal figures, matches and groups, at once or in batches, once all are in', async () => {
    const files = madeUpEssays(20, true);
    const inOrder = figuresOf(await assess(files, { order: NAMES, roster: ROSTER, sandbox: HERE }));
    // Something is found at all: the group of those with the outside text, and pairs with a passage.
    expect(inOrder.filter(({ group }) => group !== null && group.length > 15).length).toBeGreaterThan(15);
    expect(inOrder.filter(({ matches, group }) => group === null && matches.length > 0).length).toBeGreaterThanOrEqual(12);

    expect(figuresOf(await assess(files, { order: shuffledNames(1), roster: ROSTER, sandbox: HERE }))).toEqual(inOrder);
    const corpus = await newCorpus();
    const names = shuffledNames(2);
    for (const order of batchesOf(names, [10, 30])) await assess(files, { order, roster: rosterOf(order), corpus, sandbox: HERE });
    expect(figuresOf(await assess(files, { order: names, roster: ROSTER, corpus, sandbox: HERE }))).toEqual(inOrder);
  });

  it('give equal figures, matches and groups where the service brings earlier ones up to date', async () => {
    // Whom no later essay overlaps is not assessed again: nothing is common here, and all copies find each other.
    const files = madeUpEssays(8, false);
    const inOrder = figuresOf(await assess(files, { order: NAMES, roster: ROSTER, sandbox: HERE }));
    expect(inOrder.filter(({ group }) => group !== null && group.length > 6).length).toBeGreaterThan(6);
    for (const [seed, cuts] of [
      [4, [20, 35]],
      [5, [1, 40]],
    ] as const) {
      const service = await Service.open();
      const { id } = await service.campaign({ name: 'Đợt 1' });
      const names = shuffledNames(seed);
      for (const batch of batchesOf(names, cuts)) {
        await service.handIn(id, Object.fromEntries(batch.map((name) => [name, files[name]!])), rosterOf(batch));
        await service.work(service.machine(HERE));
      }
      const assessments = await Promise.all(names.map((name) => service.resultOf(id, name)));
      expect(figuresOf({ assessments, groups: await service.records.results.groups(id) })).toEqual(inOrder);
    }
  });
});
