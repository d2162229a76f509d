import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { resultsExportSchema } from '../../api/exports.js';
import { groupView, pairView } from '../../report/case/case-html.js';
import { groupCase, pairCase } from '../../report/case/to-case.js';
import { toHtml } from '../../report/html/page.js';
import { readViewerWithFonts } from '../../report/html/viewer-files.js';
import { toResultTable } from '../../report/results/result-table.js';
import { viewOverview } from '../campaign-results.js';
import { type CaseHead, readGroupSource, readPairSource } from '../case-source.js';
import { takeAlong } from '../exported.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readDocumentId, readEssayId, readGroupId, readId, readQuery } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { READERS, type Route, XLSX } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { unitNameOf } from '../unit-name.js';

const caseQuery = z.object({ format: z.enum(['pdf', 'html']).default('pdf') });

/** Results, and the cases of pairs and groups, as files to take along; each is noted in the log before it leaves. */
export function exportRoutes(parts: ServiceParts): Route[] {
  const viewerFolder = pathToFileURL(`${join(parts.webFolder, '..', 'report')}/`);
  const headOf = (response: Response): CaseHead => ({ unit: unitNameOf(response), exportedBy: actorOf(response), at: parts.now() });
  return [
    {
      method: 'post',
      path: '/api/campaigns/:id/results/export',
      access: READERS,
      describe: {
        vi: 'Bảng kết quả thành tệp CSV hoặc Excel.',
        en: 'The table of results as CSV or Excel.',
        body: resultsExportSchema,
        answer: { type: 'text/csv', others: [XLSX] },
      },
      before: [jsonBody],
      async handle(request, response) {
        const campaign = readId(request);
        const { format, essays } = readBody(request, resultsExportSchema);
        const table = toResultTable(await viewOverview(recordsOf(response), campaign, parts.now()), essays);
        const bytes = await parts.makeFile({ kind: format === 'xlsx' ? 'results-xlsx' : 'results-csv', table });
        const title = HTTP_MESSAGES.resultsTitle(table.campaign);
        await takeAlong(response, { campaign, what: 'results', format, essays: table.rows.length }, { title, bytes });
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/essays/:essay/case/:document',
      access: READERS,
      describe: {
        vi: 'Hồ sơ đối chiếu hai bài, PDF hoặc HTML.',
        en: 'The case of two essays, PDF or HTML.',
        query: caseQuery,
        answer: { type: 'application/pdf', others: ['text/html'] },
      },
      async handle(request, response) {
        const { id: campaign, essay } = readEssayId(request);
        const { document: other } = readDocumentId(request);
        const { format } = readQuery(request, caseQuery);
        const source = await readPairSource(recordsOf(response), { campaign, essay, other }, headOf(response));
        const bytes =
          format === 'pdf'
            ? await parts.makeFile({ kind: 'case-pdf', file: pairCase(source, [essay, other]) })
            : toHtml(pairView(source, [essay, other]), await readViewerWithFonts(viewerFolder));
        const noted = { campaign, what: 'pair', format, essays: 2, submission: essay, other };
        await takeAlong(response, noted, { title: HTTP_MESSAGES.pairTitle(source.overview.campaign.name), bytes });
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/groups/:group/case',
      access: READERS,
      describe: {
        vi: 'Hồ sơ một nhóm bài gần giống nhau, PDF hoặc HTML.',
        en: 'The case of a group, PDF or HTML.',
        query: caseQuery,
        answer: { type: 'application/pdf', others: ['text/html'] },
      },
      handle: takeGroup,
    },
  ];

  async function takeGroup(request: Request, response: Response): Promise<void> {
    const { id: campaign, group: id } = readGroupId(request);
    const { format } = readQuery(request, caseQuery);
    const { source, group } = await readGroupSource(recordsOf(response), { campaign, group: id }, headOf(response));
    const bytes =
      format === 'pdf'
        ? await parts.makeFile({ kind: 'case-pdf', file: groupCase(source, group) })
        : toHtml(groupView(source, group), await readViewerWithFonts(viewerFolder));
    const noted = { campaign, what: 'group', format, essays: source.essays.size, group: id };
    await takeAlong(response, noted, { title: HTTP_MESSAGES.groupTitle(source.overview.campaign.name), bytes });
  }
}
