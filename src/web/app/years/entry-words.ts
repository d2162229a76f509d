import { formatCount, formatDay } from '../../../api/format.js';
import type { YearEntryView, YearTotalsView } from '../../../api/years.js';
import type { Say } from '../../words/words.js';

/** What a member did in one campaign, fact by fact. */
export function entryFacts({ study, exemption, due, handedIn, daysLate, verdict, rewrites }: YearEntryView, say: Say): string[] {
  const day = handedIn === null ? '' : formatDay(handedIn);
  return [
    say(`years.study.${study}`),
    exemption === null ? handedInOf({ day, due, daysLate }, say) : exempted(say(`years.exemption.${exemption}`), day, say),
    verdict === 'accepted'
      ? rewrites === 0
        ? say('years.accepted')
        : say('years.acceptedAfter', { n: rewrites })
      : verdict === 'rewrite'
        ? say('years.rewrite')
        : handedIn === null
          ? ''
          : say('years.open'),
  ].filter((fact) => fact !== '');
}

function exempted(reason: string, day: string, say: Say): string {
  return day === '' ? say('years.exempt', { reason }) : say('years.voluntary', { reason, day });
}

function handedInOf({ day, due, daysLate }: { day: string; due: string | null; daysLate: number }, say: Say): string {
  if (day === '') return say('years.missing');
  if (daysLate > 0) return say('years.late', { n: daysLate, day });
  return say(due === null ? 'years.handedIn' : 'years.onTime', { day });
}

/** What the year comes to, count beside count. */
export function totalFacts(totals: YearTotalsView, say: Say): string[] {
  const { campaigns, attended, caughtUp, required, submitted, onTime, late, accepted, rewrites, exempt } = totals;
  const studied = { n: formatCount(attended + caughtUp), all: formatCount(campaigns), caughtUp: formatCount(caughtUp) };
  return [
    say(caughtUp === 0 ? 'years.total.studied' : 'years.total.studiedCaughtUp', studied),
    required === 0 ? '' : say('years.total.submitted', { n: submitted, all: required, onTime, late }),
    exempt === 0 ? '' : say('years.total.exempt', { n: exempt }),
    say('years.total.accepted', { n: accepted }),
    rewrites === 0 ? '' : say('years.total.rewrites', { n: rewrites }),
  ].filter((fact) => fact !== '');
}
