import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createRandom } from '../../scripts/random.mjs';
import type { AlignedRun } from '../../src/align/aligned-run.js';
import { KEEPING } from '../../src/cli/house.js';
import { alignPair, mirror } from '../../src/compare/align-pair.js';
import {
  carryOver,
  copiedFigures,
  countEdits,
  plainWeights,
  rareWeights,
  type TokenWeights,
  type WeighedText,
  weightedShare,
} from '../../src/compare/shares.js';
import type { Assessment, Copied, Match } from '../../src/model/assessment.js';
import { EXTRACT_LIMITS } from '../../src/model/extraction.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import type { Span } from '../../src/model/span.js';
import type { MarkedSequence } from '../../src/model/tokens.js';
import { assessEssays } from '../../src/pipeline/assess-essays.js';
import { collectInputs } from '../../src/pipeline/intake/collect.js';
import { keepEssays } from '../../src/pipeline/keep-essays.js';
import { matchEssays } from '../../src/pipeline/match-essays.js';
import { prepareCampaign } from '../../src/pipeline/prepare-campaign.js';
import { HERE } from '../support/here.js';
import { PLAIN } from './batch.js';
import { folderWith } from './inputs.js';
import { newCorpus } from './read-here.js';

const { compare } = DETECTION_SETTINGS;
const SETS = ['cuu-thanh', 'hai-lam', 'khe-tram'];

/** The essays of the fixtures, and as many that are put together from pieces of several of them, a few words changed. */
function mixedFiles(seed: number): Record<string, string> {
  const random = createRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const honest = SETS.flatMap((set) => {
    const folder = join('fixtures/themes', set, 'essays');
    return readdirSync(folder).map((name) => [`${set}-${name}`, readFileSync(join(folder, name), 'utf8')] as const);
  });
  const words = honest.flatMap(([, text]) => text.match(/\p{L}+/gu) ?? []);
  const mixed = Array.from({ length: 40 }, (_, number) => {
    const pieces = Array.from({ length: 2 + below(4) }, () => {
      const sentences = honest[below(honest.length)]![1].split(/(?<=[.!?])\s+/);
      const from = below(sentences.length);
      const edits = [0, 0.05, 0.15][below(3)]!;
      const piece = sentences.slice(from, from + 2 + below(8)).join(' ');
      return piece.replace(/\p{L}+/gu, (word) => (random() < edits ? words[below(words.length)]! : word));
    });
    return [`ghep-${number}.txt`, pieces.join('\n')] as const;
  });
  return Object.fromEntries([...honest, ...mixed]);
}

/** Mixed essays as the pipeline assesses them, with all that it found on the way. */
export async function assessMixed(seed: number) {
  const corpus = await newCorpus();
  const folder = await folderWith(mixedFiles(seed));
  const prepared = await prepareCampaign(join(folder, 'dot.yaml'), PLAIN, HERE, DETECTION_SETTINGS);
  const inputs = await collectInputs([folder], EXTRACT_LIMITS);
  const progress = (): void => undefined;
  const keeping = { ...KEEPING, corpus, sandbox: HERE, jobs: 4, roster: null, progress };
  const { essays } = await keepEssays(inputs, prepared, keeping).finally(inputs.close);
  const { found } = await matchEssays(essays, prepared, { corpus, progress });
  const { assessments } = await assessEssays(essays, prepared, { corpus, progress });
  const sequences = new Map(essays.flatMap(({ submission, sequence }) => (sequence === null ? [] : [[submission.id, sequence] as const])));
  return { prepared, assessments, truth: (one: Assessment, isOut: IsOut) => trueFigures(one, isOut, { found, sequences }) };
}

/** Whether the passage at a place of a match is left out. */
export type IsOut = (match: Match, passage: number) => boolean;

type Found = Awaited<ReturnType<typeof matchEssays>>['found'];

interface Known {
  readonly found: Found;
  readonly sequences: ReadonlyMap<string, MarkedSequence>;
}

/** What an essay shares without some passages, token by token from the weights of the comparison itself. */
function trueFigures({ submission: { id } }: Assessment, isOut: IsOut, { found, sequences }: Known) {
  const { matches, rarity } = found.get(id)!;
  const sequence = sequences.get(id)!;
  const essay = { kinds: sequence.kinds, rarity };
  const left = matches.map(({ match, weights }) => {
    const isGone = match.passages.every((_, place) => isOut(match, place));
    const own = isGone ? new Float32Array(weights.length) : without(weights, sequence, spansOf(match, isOut, 'first'));
    const other = { ...sequences.get(match.id)!, rarity: found.get(match.id)!.rarity };
    const runs = alignPair(sequence, other, compare);
    const plain = plainWeights(runs, [sequence, other]);
    return {
      match,
      weights: own,
      longestRun: longestOf(match, isOut),
      shares: {
        this: weightedShare(own, essay, compare.minimumOwn),
        that: isGone ? 0 : shareThere(runs, [{ ...sequence, rarity }, other], spansOf(match, isOut, 'second')),
        plain: isGone
          ? 0
          : weightedShare(without(plain, sequence, spansOf(match, isOut, 'first')), { ...sequence, rarity: null }, compare.minimumOwn),
      },
    };
  });
  return {
    copied: copiedFigures(essay, left, compare) satisfies Copied,
    shares: new Map(left.map(({ match, shares }) => [match.id, shares])),
  };
}

interface Spans {
  readonly out: readonly Span[];
  readonly stay: readonly Span[];
}

type Weighed = MarkedSequence & WeighedText;

function shareThere(runs: readonly AlignedRun[], [one, other]: readonly [Weighed, Weighed], spans: Spans): number | null {
  const carried = carryOver(runs, rareWeights(runs, [one, other], DETECTION_SETTINGS), other.ids.length);
  const weights = countEdits(runs.map(mirror), carried, other, compare);
  return weightedShare(without(weights, other, spans), other, compare.minimumOwn);
}

function spansOf({ passages, ...match }: Match, isOut: IsOut, side: 'first' | 'second'): Spans {
  const of = (out: boolean): Span[] => passages.flatMap((one, place) => (isOut({ ...match, passages }, place) === out ? [one[side]] : []));
  return { out: of(true), stay: of(false) };
}

function without(weights: TokenWeights, { starts, ends }: MarkedSequence, { out, stay }: Spans): TokenWeights {
  const lies = (token: number, spans: readonly Span[]): boolean =>
    spans.some(({ start, end }) => starts[token]! >= start && ends[token]! <= end);
  return weights.map((weight, token) => (lies(token, out) && !lies(token, stay) ? 0 : weight));
}

/** These texts have no pages, so that every passage is a run. */
function longestOf({ passages, ...match }: Match, isOut: IsOut): number {
  const left = passages.filter(({ weight, syllables }, place) => weight >= syllables / 2 && !isOut({ ...match, passages }, place));
  return Math.max(0, ...left.map(({ syllables }) => syllables));
}

/** Fails unless both are the same but for rounding. */
export function expectSame(told: number | null | undefined, truth: number | null): void {
  if (truth === null) expect(told).toBeNull();
  else expect(told).toBeCloseTo(truth, 9);
}
