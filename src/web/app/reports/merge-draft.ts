import type { ReportPartsView } from '../../../api/unit-report.js';

/** What somebody types in a report. */
export interface Draft {
  readonly texts: Readonly<Record<string, string>>;
  readonly parts: ReportPartsView;
}

/** A section that two people have written differently since both saw the same text. */
export interface Conflict {
  readonly section: string;
  readonly mine: string;
  readonly theirs: string;
}

/**
 * Brings together what two people have made of one report: of each section what the one wrote who changed it, of those that both
 * changed the own text, as a conflict. Document parts are saved by a button, so that the others' stand.
 */
export function mergeDraft(base: Draft, mine: Draft, theirs: Draft): { readonly draft: Draft; readonly conflicts: readonly Conflict[] } {
  const conflicts: Conflict[] = [];
  const texts: Record<string, string> = {};
  const names = new Set([base, mine, theirs].flatMap((draft) => Object.keys(draft.texts)));
  for (const section of names) {
    const [before = '', own = '', other = ''] = [base.texts[section], mine.texts[section], theirs.texts[section]];
    texts[section] = own === before ? other : own;
    if (own !== before && other !== before && own !== other) conflicts.push({ section, mine: own, theirs: other });
  }
  const isUnchanged = JSON.stringify(mine.parts) === JSON.stringify(base.parts);
  return { draft: { texts, parts: isUnchanged ? theirs.parts : mine.parts }, conflicts };
}
