import type { Response } from 'express';
import { z } from 'zod';
import { DECISION_KINDS, logQuerySchema } from '../../api/log.js';
import type { LogFilter } from '../../corpus/records/event-log.js';
import type { Records } from '../../corpus/records/records.js';
import { FOUNDING_UNIT, type Role } from '../../model/access.js';
import { formatDate } from '../../model/format.js';
import type { LogEvent } from '../../model/result-record.js';
import { DECISION_HEAD, decisionRow, type NamedDecision } from '../../report/decision-table.js';
import { knownWriter } from '../../report/file-names.js';
import { tableSheet } from '../../report/people-table.js';
import { csvOf } from '../../report/results/result-csv.js';
import { RequestError } from '../errors.js';
import { noteExported } from '../exported.js';
import { recordsOf } from '../guards.js';
import { readQuery } from '../input.js';
import { filterOf, logPages, sendPart } from '../log-pages.js';
import { HTTP_MESSAGES } from '../messages.js';
import { offerFile } from '../offer-file.js';
import { AUDITORS, type Route, XLSX } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

/** Lines of a workbook, which is put together in memory. */
const MOST_LINES = 100_000;
const decisionQuery = logQuerySchema.omit({ before: true, kinds: true }).extend({ format: z.enum(['csv', 'xlsx']) });

/** Who decided what and when, as a table to be read. */
export function decisionRoutes({ now }: Pick<ServiceParts, 'now'>): Route[] {
  return [
    {
      method: 'get',
      path: '/api/log/decisions',
      access: AUDITORS,
      isForPeople: true,
      describe: {
        vi: 'Ai đã quyết định gì, thành bảng để đọc; cũ nhất trước.',
        en: 'Who decided what, as a table to be read; the oldest first.',
        query: decisionQuery,
        answer: { type: 'text/csv', others: [XLSX] },
      },
      async handle(request, response) {
        const { format, ...query } = readQuery(request, decisionQuery);
        const filter = { ...filterOf(query), kinds: DECISION_KINDS };
        const lines = await recordsOf(response).log.count(filter);
        if (format === 'xlsx' && lines > MOST_LINES) throw new RequestError(400, 'bad-input', HTTP_MESSAGES.tooManyLines(MOST_LINES));
        await noteExported(response, { what: 'decisions', format, lines, ...(query.campaign && { campaign: query.campaign }) });
        offerFile(response, HTTP_MESSAGES.decisionsTitle(formatDate(now()).replaceAll('/', '-')), format);
        await (format === 'csv' ? sendCsv(response, filter) : sendSheet(response, filter));
      },
    },
  ];
}

async function sendCsv(response: Response, filter: LogFilter): Promise<void> {
  response.type('text/csv').write(csvOf([DECISION_HEAD]));
  for await (const rows of decisionRows(recordsOf(response), filter)) {
    if (!(await sendPart(response, csvOf(rows).slice(1)))) return;
  }
  response.end();
}

async function sendSheet(response: Response, filter: LogFilter): Promise<void> {
  const rows: (readonly string[])[] = [];
  for await (const some of decisionRows(recordsOf(response), filter)) rows.push(...some);
  response.send(await tableSheet({ head: DECISION_HEAD, rows }));
}

async function* decisionRows(records: Records, filter: LogFilter): AsyncGenerator<readonly (readonly string[])[]> {
  const name = await namesOf(records);
  for await (const page of logPages(records.log, filter)) {
    const events = page.map(({ event }) => event);
    const essays = await records.log.essays([...new Set(events.flatMap(({ submission }) => submission ?? []))]);
    const rows: (readonly string[])[] = [];
    for (const event of events) {
      const essay = essays.get(event.submission ?? '');
      const written = essay === undefined ? { file: '', writer: '' } : { file: baseName(essay.file), writer: knownWriter(essay).member };
      rows.push(decisionRow({ event, ...(await name(event)), ...written }));
    }
    yield rows;
  }
}

const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** Names of units and campaigns, and the roles that people hold today, each asked for once. */
async function namesOf({ units, campaigns, accounts }: Records) {
  const unitNames = new Map((await units.list()).map(({ id, name }) => [id, name]));
  const campaignNames = new Map((await campaigns.list()).map(({ id, name }) => [id, name]));
  const held = new Map<string, ReadonlyMap<string, readonly Role[]>>();
  const rolesAt = async (unit: string): Promise<ReadonlyMap<string, readonly Role[]>> => {
    const known = held.get(unit) ?? new Map((await accounts.list(unit)).map(({ name, roles }) => [name, roles]));
    held.set(unit, known);
    return known;
  };
  return async ({ actor, unit, campaign }: LogEvent): Promise<Pick<NamedDecision, 'unit' | 'campaign' | 'roles'>> => {
    const at = unit ?? FOUNDING_UNIT;
    const roles = unitNames.has(at) ? ((await rolesAt(at)).get(actor) ?? []) : [];
    return { unit: unitNames.get(at) ?? '', campaign: campaignNames.get(campaign ?? '') ?? '', roles };
  };
}
