import type { Response } from 'express';
import { z } from 'zod';
import { logQuerySchema } from '../../api/log.js';
import { type LogEventView, logSchema } from '../../api/service.js';
import { AuditWriter, type ChainedEvent } from '../../corpus/records/audit-lines.js';
import type { LogFilter, NamedEssay } from '../../corpus/records/event-log.js';
import { AppError } from '../../model/errors.js';
import { formatDate } from '../../model/format.js';
import { knownWriter } from '../../report/file-names.js';
import { csvOf } from '../../report/results/result-csv.js';
import { noteExported } from '../exported.js';
import { recordsOf } from '../guards.js';
import { readId, readQuery } from '../input.js';
import { filterOf, logPages, sendPart } from '../log-pages.js';
import { HTTP_MESSAGES } from '../messages.js';
import { offerFile } from '../offer-file.js';
import { AUDITORS, READERS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { viewEvent } from '../views.js';

const LOG_PAGE = 100;
const exportQuery = logQuerySchema.omit({ before: true }).extend({ format: z.enum(['csv', 'jsonl']) });

/** The log: of a campaign for whoever works on it, of whole units for whoever watches over them, and as a file. */
export function auditRoutes({ now }: ServiceParts): Route[] {
  return [
    {
      method: 'get',
      path: '/api/campaigns/:id/log',
      access: READERS,
      describe: {
        vi: 'Nhật ký của một đợt, mới nhất trước, mỗi lần 100 dòng.',
        en: 'The log of a campaign, newest first, 100 lines at a time.',
        query: logQuerySchema,
        answer: logSchema,
      },
      async handle(request, response) {
        const campaign = readId(request);
        if ((await recordsOf(response).campaigns.get(campaign)) === null) throw new AppError('unknown-id', HTTP_MESSAGES.noCampaign);
        await sendPage(response, { ...readQuery(request, logQuerySchema), campaign });
      },
    },
    {
      method: 'get',
      path: '/api/log',
      access: AUDITORS,
      isForPeople: true,
      describe: {
        vi: 'Nhật ký của đơn vị, mới nhất trước, mỗi lần 100 dòng.',
        en: 'The log of the unit, newest first, 100 lines at a time.',
        query: logQuerySchema,
        answer: logSchema,
      },
      handle: async (request, response) => sendPage(response, readQuery(request, logQuerySchema)),
    },
    {
      method: 'get',
      path: '/api/log/export',
      access: AUDITORS,
      isForPeople: true,
      describe: {
        vi: 'Nhật ký thành tệp; tệp JSONL kiểm chứng được.',
        en: 'The log as a file; as JSONL it can be verified.',
        query: exportQuery,
        answer: { type: 'text/csv', others: ['application/jsonl'] },
      },
      async handle(request, response) {
        const { format, ...query } = readQuery(request, exportQuery);
        const filter = filterOf(query);
        const lines = await recordsOf(response).log.count(filter);
        await noteExported(response, { what: 'log', format, lines, ...(query.campaign && { campaign: query.campaign }) });
        offerFile(response, HTTP_MESSAGES.logTitle(formatDate(now()).replaceAll('/', '-')), format);
        response.type(format === 'csv' ? 'text/csv' : 'application/jsonl');
        await (format === 'csv' ? sendCsv(response, filter) : sendLines(response, filter));
      },
    },
  ];
}

async function sendPage(response: Response, query: z.output<typeof logQuerySchema>): Promise<void> {
  const { before } = query;
  const { log } = recordsOf(response);
  const events = await log.list({ ...filterOf(query), limit: LOG_PAGE, ...(before && { before }) });
  const essays = await log.essays([...new Set(events.flatMap(({ submission }) => submission ?? []))]);
  response.json(
    events.map((event): LogEventView => {
      const essay = essays.get(event.submission ?? '');
      return essay === undefined ? viewEvent(event) : { ...viewEvent(event), essay: nameOf(essay) };
    }),
  );
}

/** Writer, as far as somebody said who, and the last part of the file's name. */
function nameOf(essay: NamedEssay): string {
  const { member } = knownWriter(essay);
  const file = essay.file.slice(essay.file.lastIndexOf('/') + 1);
  return member === '' ? file : `${member}, ${file}`;
}

async function sendLines(response: Response, filter: LogFilter): Promise<void> {
  const writer = new AuditWriter();
  for await (const page of logPages(recordsOf(response).log, filter)) {
    if (!(await sendPart(response, page.map((line) => writer.line(line)).join('')))) return;
  }
  response.end(writer.end());
}

const COLUMNS = ['sequence', 'at', 'actor', 'kind', 'unit', 'campaign', 'batch', 'submission', 'details', 'before', 'hash'] as const;

async function sendCsv(response: Response, filter: LogFilter): Promise<void> {
  response.write(csvOf([COLUMNS]));
  for await (const page of logPages(recordsOf(response).log, filter)) {
    if (!(await sendPart(response, csvOf(page.map(rowOf)).slice(1)))) return;
  }
  response.end();
}

const rowOf = ({ event, before, hash }: ChainedEvent): (string | number | null)[] => {
  const { sequence, at, actor, kind, unit, campaign, batch, submission, details } = event;
  return [sequence, at, actor, kind, unit, campaign, batch, submission, JSON.stringify(details), before, hash];
};
