import { scoredReportSchema } from '../../api/agreement.js';
import type { Match } from '../../model/assessment.js';
import { AppError } from '../../model/errors.js';
import { reportJson } from './messages.js';
import { type ScoredEssays, toScoredEssay } from './scored-essay.js';

/** Sides of a passage beside the body, as the house calls them. */
const BESIDE = { this: 'first', that: 'second', both: 'both' } as const;

/** Reads what `assess --json` wrote; `file` names it in errors. Throws AppError `argument` for anything else, an earlier version's too. */
export function readScoredReport(text: string, file: string): ScoredEssays {
  const report = parse(text, file);
  const { policy, themes } = report.parameters;
  return {
    campaign: report.campaign,
    policy,
    themes: themes.map((theme) => ({ ...theme, phrases: [], facets: [] })),
    essays: report.submissions.map(({ id, file: name, state, matches, advisories, ...rest }) =>
      toScoredEssay({
        ...rest,
        submission: { id, file: name, state },
        matches: matches.map(toMatch),
        advisories: advisories.map(({ code, text: told, spans }) => ({ code, text: told, spans })),
      }),
    ),
  };
}

function parse(text: string, file: string) {
  try {
    return scoredReportSchema.parse(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (cause) {
    throw new AppError('argument', reportJson(file), { cause });
  }
}

type MatchJson = ReturnType<typeof parse>['submissions'][number]['matches'][number];

function toMatch({ passages, ...match }: MatchJson): Match {
  return {
    ...match,
    passages: passages.map(({ this: first, that: second, beside, ...passage }) => ({
      ...passage,
      first,
      second,
      ...(beside && { beside: BESIDE[beside] }),
    })),
  };
}
