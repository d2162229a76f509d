import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reportSchema } from '../../api/report.js';
import { toHtml } from '../../report/html/page.js';
import { readViewer } from '../../report/html/viewer-files.js';
import { toReportJson } from '../../report/json.js';
import { gatherAssessment, viewEverything } from '../campaign-results.js';
import { noteExported } from '../exported.js';
import { recordsOf } from '../guards.js';
import { readId } from '../input.js';
import { offerFile } from '../offer-file.js';
import { READERS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

/** A campaign's results as files to keep. */
export function reportRoutes({ webFolder, now }: ServiceParts): Route[] {
  const viewerFolder = pathToFileURL(`${join(webFolder, '..', 'report')}/`);
  return [
    {
      method: 'get',
      path: '/api/campaigns/:id/report.html',
      access: READERS,
      describe: {
        vi: 'Báo cáo đầy đủ của đợt, một tệp HTML.',
        en: 'The whole report of a campaign as one HTML file.',
        answer: { type: 'text/html' },
      },
      async handle(request, response) {
        const campaign = readId(request);
        const data = await viewEverything(recordsOf(response), campaign, now());
        await noteExported(response, { campaign, what: 'report', format: 'html', essays: data.overview.rows.length });
        offerFile(response, data.overview.campaign.name, 'html');
        response.type('html').send(toHtml(data, await readViewer(viewerFolder)));
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/report.json',
      access: READERS,
      describe: {
        vi: 'Kết quả của đợt dạng JSON, không kèm toàn văn.',
        en: "A campaign's results as JSON, without texts.",
        answer: reportSchema,
      },
      async handle(request, response) {
        const campaign = readId(request);
        const report = toReportJson(await gatherAssessment(recordsOf(response), campaign), { texts: false });
        await noteExported(response, { campaign, what: 'report', format: 'json', essays: report.submissions.length });
        offerFile(response, report.campaign, 'json');
        response.json(report);
      },
    },
  ];
}
