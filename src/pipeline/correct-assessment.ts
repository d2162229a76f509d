import { decide } from '../decide/decide.js';
import { type Assessment, type Match, type ThemeScore, themesHeldTo } from '../model/assessment.js';
import type { Campaign } from '../model/campaign.js';
import { type Corrections, type Exclusion, exclusionOf, type ThemeOverride } from '../model/correction.js';
import type { Span } from '../model/span.js';
import { estimateWithout } from './estimate-figures.js';
import { type FiguresWithout, figuresWithout } from './exact-figures.js';

/**
 * The figures and the proposal as they are once people took passages out and gave their word on themes; `found` is as the
 * machine found it. Without corrections in force the finding itself.
 */
export function correctAssessment(
  found: Assessment,
  { exclusions, overrides }: Pick<Corrections, 'exclusions' | 'overrides'>,
  campaign: Pick<Campaign, 'themes' | 'policy'>,
): Assessment {
  const said = overrides.filter(({ met }) => met !== null);
  if (exclusions.length + said.length === 0) return found;
  const { matches, copied } = exclusions.length === 0 ? found : withoutExcluded(found, exclusions);
  const counted = matches.filter(({ kind }) => kind !== 'earlier-attempt');
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

function withoutExcluded(found: Assessment, exclusions: readonly Exclusion[]): FiguresWithout {
  const leftOut = (match: Match): ReadonlySet<number> =>
    new Set(match.passages.flatMap((passage, place) => (exclusionOf(exclusions, match, passage) === undefined ? [] : [place])));
  return figuresWithout(found, leftOut) ?? estimateWithout(found, leftOut);
}

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
