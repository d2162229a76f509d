import { decide } from '../decide/decide.js';
import { type Assessment, type Copied, type Match, type ThemeScore, themesHeldTo } from '../model/assessment.js';
import type { Campaign } from '../model/campaign.js';
import { type Corrections, type Exclusion, exclusionOf, type ThemeOverride } from '../model/correction.js';
import type { Passage } from '../model/detection.js';
import type { Span } from '../model/span.js';

/** Share of a passage's syllables that its weight must reach for it to count as a run, as compare/shares.ts has it. */
const MOSTLY_RARE = 0.5;

/**
 * The figures and the proposal as they are once people took passages out and gave their word on themes; `found` is as the
 * machine found it. A match gives up what the excluded passages weigh of it, all matches together what no other match
 * covers. Without corrections in force the finding itself.
 */
export function correctAssessment(
  found: Assessment,
  { exclusions, overrides }: Pick<Corrections, 'exclusions' | 'overrides'>,
  campaign: Pick<Campaign, 'themes' | 'policy'>,
): Assessment {
  const said = overrides.filter(({ met }) => met !== null);
  if (exclusions.length + said.length === 0) return found;
  const matches = found.matches.map((match) => withoutExcluded(match, exclusions));
  const counted = matches.filter(({ kind }) => kind !== 'earlier-attempt');
  const before = found.matches.filter(({ kind }) => kind !== 'earlier-attempt');
  const copied = exclusions.length === 0 ? found.copied : copiedOf(found.copied, before, counted);
  const scores = found.themes.map((theme) => correctTheme(theme, said, counted));
  const lost = scores.filter(({ met, lostToCopies }) => !met && lostToCopies === true);
  const findings = {
    state: found.submission.state,
    unreadBecause: found.messages[0]?.text ?? '',
    whole: wholeOf(found),
    syllables: found.syllables,
    copied,
    matches: counted,
    themes: scores,
    lostToCopies: new Set(lost.map(({ id }) => id)),
    advisories: found.advisories,
  };
  return { ...found, copied, matches, themes: scores, ...decide(findings, campaign.policy, themesHeldTo(found, campaign)) };
}

/** A match without its excluded passages; its shares fall by what these weigh of it. */
function withoutExcluded(match: Match, exclusions: readonly Exclusion[]): Match {
  const passages = match.passages.filter((passage) => exclusionOf(exclusions, match, passage) === undefined);
  if (passages.length === match.passages.length) return match;
  const all = weightOf(match.passages);
  const left = all === 0 ? 0 : weightOf(passages) / all;
  const scale = (share: number | null): number | null => (share === null ? null : share * left);
  return { ...match, passages, similarityOfThis: scale(match.similarityOfThis), similarityOfThat: scale(match.similarityOfThat) };
}

function copiedOf(found: Copied, before: readonly Match[], after: readonly Match[]): Copied {
  if (found.best === null || found.union === null) return found;
  const best = Math.max(0, ...after.map(({ similarityOfThis }) => similarityOfThis ?? 0));
  const covered = coverOf(before);
  const union = covered === 0 ? found.union : found.union * (coverOf(after) / covered);
  return {
    best: Math.min(best, found.best),
    union: Math.min(found.union, Math.max(union, best)),
    longestRun: longestOf(found, before, after),
  };
}

/** The longest run stays while its passage does; a run may be cut into passages, so that it is longer than each. */
function longestOf({ longestRun }: Copied, before: readonly Match[], after: readonly Match[]): number | null {
  if (longestRun === null) return null;
  const [longest, left] = [lengthsOf(before), lengthsOf(after)].map((lengths) => Math.max(0, ...lengths)) as [number, number];
  return left === longest ? longestRun : Math.min(longestRun, left);
}

const lengthsOf = (matches: readonly Match[]): number[] =>
  matches.flatMap(({ passages }) => passages.filter(countsAsRun).map(({ syllables }) => syllables));

const countsAsRun = ({ weight, syllables, beside }: Passage): boolean =>
  weight >= MOSTLY_RARE * syllables && beside !== 'first' && beside !== 'both';

/** A stretch with the share of the essay's words that each of its characters stands for. */
interface Density extends Span {
  readonly worth: number;
}

/** What all matches cover together, each place once by the match that weighs most there. */
function coverOf(matches: readonly Match[]): number {
  const stretches = matches.flatMap(densitiesOf);
  const edges = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let covered = 0;
  for (const [at, start] of edges.entries()) {
    const end = edges[at + 1] ?? start;
    const worths = stretches.filter((one) => one.start <= start && one.end >= end).map(({ worth }) => worth);
    covered += (end - start) * Math.max(0, ...worths);
  }
  return covered;
}

function densitiesOf({ passages, similarityOfThis }: Match): Density[] {
  const all = weightOf(passages);
  if (all === 0 || similarityOfThis === null) return [];
  return passages
    .filter(({ first }) => first.end > first.start)
    .map((passage) => {
      const { start, end } = passage.first;
      return { start, end, worth: (similarityOfThis * weightOf([passage])) / all / (end - start) };
    });
}

/** Beside the body nothing weighs anything. */
const weightOf = (passages: readonly Passage[]): number => passages.reduce((sum, { weight }) => sum + weight, 0);

/** A person's word counts; without one a theme that only copied text would have met is met once none of that text is left. */
function correctTheme(theme: ThemeScore, said: readonly ThemeOverride[], counted: readonly Match[]): ThemeScore {
  const word = said.find((one) => one.theme === theme.id);
  if (word !== undefined) return { ...theme, met: word.met === true, missing: word.met === true ? '' : theme.missing };
  if (theme.lostToCopies !== true) return theme;
  const left = counted.flatMap(({ passages }) => passages.map(({ first }) => first));
  const lostAt = theme.discounted.filter(({ because }) => because === 'copied');
  const isStillLost = lostAt.length === 0 || lostAt.some(({ start, end }) => left.some((one) => one.start < end && start < one.end));
  return isStillLost ? theme : { ...theme, met: true, missing: '' };
}

/** As far as anything that was found reaches. */
function wholeOf({ reasons, matches, quotedSpans }: Assessment): Span {
  const spans = [
    ...reasons.flatMap(({ span }) => span ?? []),
    ...matches.flatMap(({ passages }) => passages.map(({ first }) => first)),
    ...quotedSpans,
  ];
  return { start: 0, end: spans.reduce((end, span) => Math.max(end, span.end), 0) };
}
