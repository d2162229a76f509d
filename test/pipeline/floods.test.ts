import { describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/random.mjs';
import type { Corpus } from '../../src/corpus/corpus.js';
import type { Match } from '../../src/model/assessment.js';
import type { BatchAssessment } from '../../src/model/batch.js';
import { HERE } from '../support/here.js';
import { madeUpText } from '../support/vietnamese.js';
import { assess } from './batch.js';
import { keep, newCorpus } from './read-here.js';

const UNITS = 56;
/** Enough to fill every list of candidates several times over. */
const FLOOD = 120;

/** Turns of phrase that half of all units use each, and the flood most of all: too short to be shown by themselves. */
const STOCK = [14, 18, 14, 18, 14, 14].map((length, i) => madeUpText(9_000 + i, length));
const SHARED = `${madeUpText(8_000, 30)} ${STOCK[0]} ${madeUpText(8_001, 30)}`;

/** Words of its own around each of `count` turns of phrase, from the one with number `from` on. */
function essay(seed: number, from: number, count: number): string {
  const turns = Array.from({ length: count }, (_, i) => `${STOCK[(from + i) % STOCK.length]} ${madeUpText(seed * 10 + i + 1, 50)}`);
  return `${madeUpText(seed * 10, 70)} ${turns.join(' ')}`;
}

const part = (text: string, from: number, count: number): string =>
  text
    .split(' ')
    .slice(from, from + count)
    .join(' ');
const edited = (text: string, share: number, seed: number): string => {
  const random = createRandom(seed);
  return text
    .split(' ')
    .map((word, i) => (random() < share ? part(madeUpText(seed, i + 1), i, 1) : word))
    .join(' ');
};

/** An essay a unit: 1 has half of 0, 3 is 2 with some words changed, 4 and 5 share a passage, all use the same turns. */
function othersEssays(): Record<string, string> {
  const texts = Array.from({ length: UNITS }, (_, i) => essay(i, i, 3));
  texts[1] = `${part(texts[0]!, 20, 130)} ${madeUpText(7_001, 120)}`;
  texts[3] = edited(texts[2]!, 0.1, 7);
  texts[4] = `${texts[4]} ${SHARED}`;
  texts[5] = `${SHARED} ${texts[5]}`;
  return Object.fromEntries(texts.map((text, i) => [`bai-${i}.txt`, text]));
}

const OTHERS = othersEssays();
const ROSTER = Object.keys(OTHERS).map((file, i) => `${file},Người ${i},Chi bộ ${i}`);

const floodOf = (text: (i: number) => string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: FLOOD }, (_, i) => [`lu-${i}.txt`, text(i)]));

/** What the unit that floods the others has handed in before: it holds all turns of phrase, between many words. */
const USUAL = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`cu-${i}.txt`, essay(1_000 + i, i, 6)]));

const keepOfOne = (files: Record<string, string>, unit: string, corpus: Corpus): Promise<void> =>
  keep(
    files,
    corpus,
    Object.keys(files).map((file) => `${file},Người ${file},${unit}`),
  );

/** What a reader sees of each essay of the other units, once one unit has handed in this flood. */
async function figuresWith(flood: Record<string, string>, unit = 'Chi bộ Lũ') {
  const corpus = await newCorpus();
  await keepOfOne(USUAL, 'Chi bộ Lũ', corpus);
  if (Object.keys(flood).length > 0) await keepOfOne(flood, unit, corpus);
  return figuresOf(await assess(OTHERS, { corpus, roster: ROSTER, sandbox: HERE }));
}

function figuresOf({ assessments, groups }: BatchAssessment) {
  const fileOf = new Map(assessments.map(({ submission }) => [submission.id, submission.file]));
  return new Map(
    assessments.map(({ submission, copied, matches, proposal, reasons, group }) => {
      const byFlood = matches.filter(({ file }) => /\b[cl]u-/.test(file));
      const members = groups.find(({ id }) => id === group)?.members.map((id) => fileOf.get(id)) ?? null;
      const others = matches.filter((match) => !byFlood.includes(match)).sort((a, b) => (a.file < b.file ? -1 : 1));
      return [
        submission.file.replace('lo/', ''),
        { figures: { copied, proposal, reasons, members }, others, byFlood: byFlood.length },
      ] as const;
    }),
  );
}

type Figures = ReturnType<typeof figuresOf>;

let calm: Figures | null = null;
/** Without any flood. */
const calmFigures = async (): Promise<Figures> => (calm ??= await figuresWith({}));

const withoutWeights = (match: Match) => ({ ...match, passages: match.passages.map((passage) => ({ ...passage, weight: 0 })) });

/** Only these essays have matches with the flood, and keep those that they had; nothing changes for the others. */
async function expectUnmoved(flooded: Figures, overlapped: readonly string[]): Promise<void> {
  expect([...flooded].filter(([, { byFlood }]) => byFlood > 0).map(([file]) => file)).toEqual(overlapped);
  for (const [file, { figures, others }] of await calmFigures()) {
    const after = flooded.get(file)!;
    // What a flood really copies one more unit has: that may count in what a passage weighs, not in what is shown.
    if (overlapped.includes(file)) expect(after.others.map(withoutWeights), file).toEqual(others.map(withoutWeights));
    else expect(after, file).toMatchObject({ figures, others });
  }
}

describe('a flood of files by one unit', () => {
  it('changes nothing for the others where it shares only turns of phrase with them', async () => {
    const figures = await calmFigures();
    // What there is to lose: a partial copy, a whole one, and a passage that is partly a turn of phrase.
    for (const [one, other] of ['01', '23', '45']) {
      expect(figures.get(`bai-${one}.txt`)!.others.map(({ file }) => file)).toEqual([`lo/bai-${other}.txt`]);
    }
    await expectUnmoved(await figuresWith(floodOf((i) => essay(2_000 + i, 0, 6))), []);
  });

  it('changes nothing for the others where it is one text over and over', async () => {
    await expectUnmoved(await figuresWith(floodOf((i) => edited(essay(2_000, 0, 6), 0.05, i))), []);
  });

  it('of which one copies an essay changes the figures of that one only, and only by that match', async () => {
    const copy = `${part(OTHERS['bai-10.txt']!, 0, 150)} ${madeUpText(4_000, 60)}`;
    const flooded = await figuresWith(floodOf((i) => (i === 60 ? copy : essay(2_000 + i, i, 4))));
    await expectUnmoved(flooded, ['bai-10.txt']);
    expect(flooded.get('bai-10.txt')!.byFlood).toBe(1);
  });

  it('of copies of two essays does not hide what those share', async () => {
    const flood = floodOf((i) => edited(OTHERS[`bai-${i % 2}.txt`]!, 0.05, i));
    await expectUnmoved(await figuresWith(flood), ['bai-0.txt', 'bai-1.txt']);
  });

  it('does not make wording common that only it repeats', async () => {
    const flooded = await figuresWith(floodOf((i) => `${madeUpText(2_000 + i, 90)} ${SHARED} ${madeUpText(3_000 + i, 90)}`));
    for (const [file, { figures, others, byFlood }] of await calmFigures()) {
      const after = flooded.get(file)!;
      const isOverlapped = ['bai-4.txt', 'bai-5.txt'].includes(file);
      expect(after.byFlood > 0, file).toBe(isOverlapped || byFlood > 0);
      if (!isOverlapped) expect(after, file).toEqual({ figures, others, byFlood });
      // The turn of phrase inside what these share is used by one more unit, which is all that may count.
      else expect(Math.abs(after.others[0]!.similarityOfThis! - others[0]!.similarityOfThis!), file).toBeLessThan(0.01);
    }
  });

  it('of a unit that is new moves what turns of phrase weigh by no more than one unit may', async () => {
    const flooded = await figuresWith(
      floodOf((i) => essay(2_000 + i, 0, 6)),
      'Chi bộ Mới',
    );
    for (const [file, { figures, others, byFlood }] of await calmFigures()) {
      const after = flooded.get(file)!;
      expect(after.byFlood, file).toBe(byFlood);
      expect(
        after.others.map((match) => match.file),
        file,
      ).toEqual(others.map((match) => match.file));
      expect([after.figures.proposal, after.figures.members], file).toEqual([figures.proposal, figures.members]);
      expect(Math.abs(after.figures.copied.union! - figures.copied.union!), file).toBeLessThan(0.01);
    }
  });
});
