import { queryOptions } from '@tanstack/react-query';
import { type SituationView, situationsSchema } from '../../../api/situations.js';
import { foldText } from '../../viewer/rows.js';
import { ask } from '../service/request.js';

export const LIBRARY = '/api/situations';
export const situationAddress = (id: string): string => `${LIBRARY}/${encodeURIComponent(id)}`;

/** What the unit has and what units above offer. */
export const situationsQuery = queryOptions({ queryKey: ['situations'], queryFn: () => ask(LIBRARY, situationsSchema) });

/** Jobs of these situations, each once. */
export const jobsOf = (situations: readonly SituationView[]): string[] =>
  [...new Set(situations.map(({ job }) => job))].sort((one, other) => one.localeCompare(other, 'vi'));

/** Those of one job (null for any) that hold all words that are sought; marks and case are nothing to it. */
export function findSituations(situations: readonly SituationView[], job: string | null, search: string): readonly SituationView[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  return situations.filter((situation) => {
    if (job !== null && situation.job !== job) return false;
    const text = words.length === 0 ? '' : foldText(`${situation.job} ${situation.title} ${situation.prompt}`);
    return words.every((word) => text.includes(word));
  });
}
