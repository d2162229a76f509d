import { compareYesNo, type YesNoAgreement } from './kappa.js';
import { isMetFrom, type JudgedEssay, type Limits } from './scored-essay.js';
import { type Suggestion, suggest } from './suggest.js';

/** Minimums that are tried. */
const VALUES = Array.from({ length: 20 }, (_, at) => (at + 1) / 20);

/** How a theme counts as met, by the machine and by the committee. */
export interface TriedTheme {
  readonly id: string;
  readonly name: string;
  readonly minimum: number;
  /** Essays on which the committee judged this theme, and that could be read. */
  readonly judged: number;
  /** null where nobody judged it. */
  readonly agreement: YesNoAgreement | null;
  /** How many would have agreed with each minimum, rising. */
  readonly tried: readonly { readonly minimum: number; readonly agreed: number }[];
  readonly suggestion: Suggestion | null;
}

export function tryThemes(essays: readonly JudgedEssay[], limits: Limits): TriedTheme[] {
  return limits.themes.map(({ id, name, minimum }) => {
    const judged = essays.flatMap(({ findings, judgement }) => {
      const committee = judgement.themes.get(id);
      const found = findings.themes.find((theme) => theme.id === id);
      return committee === undefined || found === undefined || found.score === null ? [] : [{ committee, found }];
    });
    if (judged.length === 0) return { id, name, minimum, judged: 0, agreement: null, tried: [], suggestion: null };
    const values = VALUES.includes(minimum) ? VALUES : [...VALUES, minimum].sort((a, b) => a - b);
    const costs = (value: number): Float64Array =>
      Float64Array.from(judged, ({ committee, found }) => (isMetFrom(found, value, minimum) === committee ? 0 : 1));
    const met = judged.filter(({ committee }) => committee).length;
    return {
      id,
      name,
      minimum,
      judged: judged.length,
      agreement: compareYesNo(judged.map(({ committee, found }) => ({ machine: found.met, committee }))),
      tried: values.map((value) => ({ minimum: value, agreed: costs(value).filter((cost) => cost === 0).length })),
      suggestion: suggest({
        values,
        current: minimum,
        costs: values.map(costs),
        costNow: costs(minimum),
        ofEach: [met, judged.length - met],
      }),
    };
  });
}
