import { z } from 'zod';

/** POST /api/campaigns/:id/results/export: all results, or these essays in this order, as the table on the screen shows them. */
export const resultsExportSchema = z.strictObject({
  format: z.enum(['xlsx', 'csv']),
  essays: z.array(z.string().min(1).max(400)).max(5000).optional(),
});
export type ResultsExport = z.infer<typeof resultsExportSchema>;
