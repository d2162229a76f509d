import { shareWithout } from '../compare/cover.js';
import { copiedFigures, type TokenWeights, type WeighedText, weightedShare } from '../compare/shares.js';
import type { Assessment, Copied, Match } from '../model/assessment.js';
import { fromStretches, type MatchCover, tokensOf } from '../model/cover.js';
import { DETECTION_SETTINGS } from '../model/settings.js';

const { compare } = DETECTION_SETTINGS;

/** Matches and figures once some passages are left out. */
export interface FiguresWithout {
  readonly matches: readonly Match[];
  readonly copied: Copied;
}

/** A match with what its figures are made of. */
interface Covered {
  readonly match: Match;
  readonly cover: MatchCover;
  /** Places of the passages that are left out. */
  readonly left: ReadonlySet<number>;
}

/**
 * What an essay shares without some passages (`leftOut` names them by their places), as if the machine had never found them:
 * their words are its own again, except where another passage of the same match covers them. A match without any passage counts
 * nothing. null when the finding is an earlier version's, which did not keep what that takes.
 */
export function figuresWithout(
  { matches, copied, wording }: Assessment,
  leftOut: (match: Match) => ReadonlySet<number>,
): FiguresWithout | null {
  const all = matches.flatMap((match): Covered[] => (match.cover ? [{ match, cover: match.cover, left: leftOut(match) }] : []));
  if (wording === undefined || all.length < matches.length) return null;
  const length = Math.max(1, tokensOf(wording), ...all.map(({ cover }) => tokensOf(cover.counted)));
  const essay = { kinds: new Uint8Array(length), rarity: fromStretches(wording, length) };
  const sources = all.map((one) => ({ one, weights: weightsWithout(one, length), longestRun: longestWithout(one) }));
  const counted = sources.filter(({ one }) => one.match.kind !== 'earlier-attempt');
  return {
    matches: sources.map(({ one, weights }) => (one.left.size === 0 ? one.match : matchWithout(one, weights, essay))),
    copied: copied.best === null ? copied : copiedFigures(essay, counted, compare),
  };
}

function matchWithout({ match, cover, left }: Covered, weights: TokenWeights, essay: WeighedText): Match {
  const isGone = left.size === match.passages.length;
  const share = (found: number | null | undefined, now: () => number | null): number | null => (found == null ? null : isGone ? 0 : now());
  return {
    ...match,
    passages: match.passages.filter((_, place) => !left.has(place)),
    similarityOfThis: share(match.similarityOfThis, () => weightedShare(weights, essay, compare.minimumOwn)),
    similarityOfThat: share(match.similarityOfThat, () => shareWithout(cover.that, left, compare)),
    plainOfThis: share(match.plainOfThis, () => shareWithout(cover.plain, left, compare)),
  };
}

function weightsWithout({ match: { passages }, cover, left }: Covered, length: number): TokenWeights {
  if (left.size === passages.length) return new Float32Array(length);
  const weights = fromStretches(cover.counted, length);
  const found = weights.slice();
  const [out, stay] = [true, false].map((isOut) => passages.flatMap((_, place) => (left.has(place) === isOut ? [place] : [])));
  const placeOf = (place: number): [number, number] => {
    const [start] = cover.passages[place]!;
    return [start, start + passages[place]!.syllables];
  };
  for (const place of out!) weights.fill(0, ...placeOf(place));
  for (const place of stay!) weights.set(found.subarray(...placeOf(place)), placeOf(place)[0]);
  return weights;
}

/** Of a run that is cut into passages, as at the feet of pages, what is left side by side counts as one. */
function longestWithout({ match: { passages }, cover, left }: Covered): number {
  const lengths = cover.runs.map((length, run) => {
    const pieces = cover.passages.flatMap(([start, of], place) =>
      of === run ? [{ start, end: start + passages[place]!.syllables, isOut: left.has(place) }] : [],
    );
    if (length === 0 || pieces.every(({ isOut }) => !isOut)) return length;
    let [longest, begin] = [0, -1];
    for (const { start, end, isOut } of pieces) {
      if (isOut) begin = -1;
      else {
        if (begin < 0) begin = start;
        longest = Math.max(longest, end - begin);
      }
    }
    return longest;
  });
  return Math.max(0, ...lengths);
}
