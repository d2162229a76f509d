import { queryOptions } from '@tanstack/react-query';
import { yearExtractSchema, yearsSchema } from '../../../api/years.js';
import { ask } from '../service/request.js';

const at = (unit: string): string => new URLSearchParams({ unit }).toString();

/** Years with campaigns of a unit. */
export const yearsQuery = (unit: string) =>
  queryOptions({ queryKey: ['years', unit], queryFn: () => ask(`/api/years?${at(unit)}`, yearsSchema) });

/** What the members of a unit did in a year. */
export const yearQuery = (unit: string, year: number) =>
  queryOptions({ queryKey: ['years', unit, year], queryFn: () => ask(`/api/years/${year}?${at(unit)}`, yearExtractSchema) });

/** Address of the extract as a file, of one cell or of all. */
export function yearFile(unit: string, year: number, of: { readonly format: string; readonly cell: string | null }): string {
  const query = new URLSearchParams({ unit, format: of.format, ...(of.cell !== null && { cell: of.cell }) });
  return `/api/years/${year}/file?${query}`;
}
