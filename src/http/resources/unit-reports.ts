import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  documentPartsSchema,
  ownReportSchema,
  REPORTING_FILTERS,
  reportDecisionSchema,
  reportInputSchema,
  reportingUnitsSchema,
  savedReportSchema,
  sendReportSchema,
  sentNumberSchema,
  sentReportSchema,
} from '../../api/unit-report.js';
import type { ReportContent } from '../../model/unit-report.js';
import { toUnitDocument } from '../../report/unit-report/unit-document.js';
import { UNIT_REPORT_POLICY, unitReportHtml } from '../../report/unit-report/unit-report-html.js';
import { noteExported, takeAlong } from '../exported.js';
import { actorOf, recordsAt } from '../guards.js';
import { jsonBody, readBody, readId, readParams, readQuery } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { COMMITTEE, DOCX, REPORT_READERS, type Route, SIGNERS, XLSX } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { countFigures, draftContent, viewOutline, viewOwnReport, viewSent } from '../unit-report-views.js';
import { atUnit } from './outlines.js';

const OWN = '/api/campaigns/:id/unit-report';
const ALL = '/api/campaigns/:id/unit-reports';
const ONE = `${ALL}/:unit/:number`;
/** Units of one page of the list. */
const PAGE = 100;

const fileQuery = atUnit.extend({ format: z.enum(['docx', 'pdf', 'xlsx', 'html']).default('docx') });
/** Of the own report: the draft without a number, else that sending. */
const ownFileQuery = fileQuery.extend({ number: z.coerce.number().int().min(1).optional() });
const FILE = { type: DOCX, others: ['application/pdf', XLSX, 'text/html'] } as const;
const listQuery = atUnit.extend({
  state: z.enum(REPORTING_FILTERS).optional(),
  q: z.string().max(200).default(''),
  from: z.coerce.number().int().min(0).default(0),
});
const oneSchema = z.object({ id: z.string(), unit: z.string(), number: z.coerce.number().int().min(1) });
const numberSchema = z.object({ id: z.string(), number: z.coerce.number().int().min(1) });

/** Whoever writes a report: it is sent by the secretary alone. */
const REPORT_WRITERS = ['committee', 'secretary'] as const;

/** Reports of units to the committees above them: written, sent, returned or accepted, taken along as files. */
export function unitReportRoutes(parts: ServiceParts): Route[] {
  return [...ownRoutes(parts), ...fileRoutes(parts), ...upperRoutes()];
}

function ownRoutes({ now }: ServiceParts): Route[] {
  return [
    {
      method: 'get',
      path: OWN,
      access: REPORT_READERS,
      describe: {
        vi: 'Báo cáo của đơn vị, số liệu tính đến lúc này.',
        en: 'The unit’s report, figures as counted now.',
        query: atUnit,
        answer: ownReportSchema,
      },
      async handle(request, response) {
        response.json(await viewOwnReport(recordsAt(response, readQuery(request, atUnit).unit), readId(request), now()));
      },
    },
    {
      method: 'put',
      path: OWN,
      access: REPORT_WRITERS,
      isForPeople: true,
      describe: {
        vi: 'Lưu phần viết và thể thức của báo cáo.',
        en: 'Keeps what is typed.',
        query: atUnit,
        body: reportInputSchema,
        answer: savedReportSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const records = recordsAt(response, readQuery(request, atUnit).unit);
        const { texts, parts, revision } = readBody(request, reportInputSchema);
        const said = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
        const kept = await records.unitReports.save(readId(request), { texts, parts: said, revision }, actorOf(response));
        response.json({ revision: kept } satisfies z.infer<typeof savedReportSchema>);
      },
    },
    {
      method: 'put',
      path: '/api/document-parts',
      access: REPORT_WRITERS,
      isForPeople: true,
      describe: {
        vi: 'Đặt thể thức văn bản của đơn vị.',
        en: 'Sets what the unit’s documents say.',
        query: atUnit,
        body: documentPartsSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const records = recordsAt(response, readQuery(request, atUnit).unit);
        await records.unitReports.saveUsual(readBody(request, documentPartsSchema), actorOf(response));
        response.status(204).end();
      },
    },
    {
      method: 'post',
      path: `${OWN}/send`,
      access: SIGNERS,
      isForPeople: true,
      describe: {
        vi: 'Bí thư ký, gửi báo cáo lên cấp trên.',
        en: 'The secretary signs and sends the report.',
        query: atUnit,
        body: sendReportSchema,
        answer: sentNumberSchema,
        status: 201,
      },
      before: [jsonBody],
      async handle(request, response) {
        const campaign = readId(request);
        const records = recordsAt(response, readQuery(request, atUnit).unit);
        const { revision } = readBody(request, sendReportSchema);
        const { unit } = await records.unitReports.own(campaign);
        const figures = await countFigures(records, campaign, unit.id);
        const number = await records.unitReports.send(campaign, { revision, figures }, actorOf(response));
        response.status(201).json({ number } satisfies z.infer<typeof sentNumberSchema>);
      },
    },
    {
      method: 'get',
      path: `${OWN}/sendings/:number`,
      access: REPORT_READERS,
      describe: { vi: 'Một lần gửi, đúng như đã gửi.', en: 'One sending, as it was sent.', query: atUnit, answer: sentReportSchema },
      async handle(request, response) {
        const { id, number } = readParams(request, numberSchema);
        const records = recordsAt(response, readQuery(request, atUnit).unit);
        response.json(await viewSent(records, id, await records.unitReports.sending(id, number)));
      },
    },
  ];
}

function fileRoutes(parts: ServiceParts): Route[] {
  return [
    {
      method: 'get',
      path: `${OWN}/file`,
      access: REPORT_READERS,
      describe: { vi: 'Báo cáo của đơn vị thành tệp.', en: 'The unit’s report as a file.', query: ownFileQuery, answer: FILE },
      async handle(request, response) {
        const campaign = readId(request);
        const { unit, number, format } = readQuery(request, ownFileQuery);
        const records = recordsAt(response, unit);
        if (number !== undefined) {
          const { content } = await records.unitReports.sending(campaign, number);
          return take(response, { campaign, content, format, number });
        }
        const own = await records.unitReports.own(campaign);
        const content = draftContent(own, await countFigures(records, campaign, own.unit.id), parts.now());
        // Without an outline there is nothing to take along; the records say so in their words.
        if (content === null) return void (await records.unitReports.sending(campaign, 1));
        await take(response, { campaign, content, format, number: null });
      },
    },
    {
      method: 'get',
      path: `${ONE}/file`,
      access: REPORT_READERS,
      describe: { vi: 'Báo cáo đã nhận thành tệp.', en: 'A report that was received, as a file.', query: fileQuery, answer: FILE },
      async handle(request, response) {
        const { id, unit, number } = readParams(request, oneSchema);
        const query = readQuery(request, fileQuery);
        const { content } = await recordsAt(response, query.unit).unitReports.received(id, unit, number);
        await take(response, { campaign: id, content, format: query.format, number });
      },
    },
  ];

  async function take(
    response: Response,
    of: {
      readonly campaign: string;
      readonly content: ReportContent;
      readonly format: z.infer<typeof fileQuery>['format'];
      readonly number: number | null;
    },
  ): Promise<void> {
    const { campaign, content, format, number } = of;
    const document = toUnitDocument(content, number === null);
    const noted = { campaign, what: 'unit-report', format, name: content.unit };
    if (format === 'html') {
      await noteExported(response, noted);
      response.set('Content-Security-Policy', `${UNIT_REPORT_POLICY}; frame-ancestors 'none'`);
      return void response.type('html').send(unitReportHtml(document));
    }
    const bytes = await parts.makeFile({ kind: `unit-report-${format}`, document });
    await takeAlong(response, noted, { title: HTTP_MESSAGES.unitReportTitle(content.unit, number), bytes });
  }
}

function upperRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: ALL,
      access: REPORT_READERS,
      describe: {
        vi: 'Tình hình báo cáo của các đơn vị trực thuộc.',
        en: 'How far the units below are with their reports.',
        query: listQuery,
        answer: reportingUnitsSchema,
      },
      async handle(request, response) {
        const { unit, state = null, q, from } = readQuery(request, listQuery);
        const filter = { state, search: q.trim(), from, most: PAGE };
        const { outline, counts, units, ...rest } = await recordsAt(response, unit).unitReports.reporting(readId(request), filter);
        const view = {
          ...rest,
          outline: outline === null ? null : viewOutline(outline),
          counts: { ...counts },
          units: units.map((one) => ({ ...one })),
        };
        response.json(view satisfies z.infer<typeof reportingUnitsSchema>);
      },
    },
    {
      method: 'get',
      path: ONE,
      access: REPORT_READERS,
      describe: { vi: 'Một báo cáo đã nhận.', en: 'A report that was received.', query: atUnit, answer: sentReportSchema },
      async handle(request, response) {
        const { id, unit, number } = readParams(request, oneSchema);
        const records = recordsAt(response, readQuery(request, atUnit).unit);
        response.json(await viewSent(records, id, await records.unitReports.received(id, unit, number)));
      },
    },
    {
      method: 'post',
      path: `${ONE}/decision`,
      access: COMMITTEE,
      isForPeople: true,
      describe: {
        vi: 'Nhận báo cáo, hoặc trả lại kèm ý kiến.',
        en: 'Accepts a report, or returns it with a remark.',
        query: atUnit,
        body: reportDecisionSchema,
      },
      before: [jsonBody],
      handle: decide,
    },
  ];
}

async function decide(request: Request, response: Response): Promise<void> {
  const { id, unit, number } = readParams(request, oneSchema);
  const records = recordsAt(response, readQuery(request, atUnit).unit);
  await records.unitReports.decide(id, { unit, number }, readBody(request, reportDecisionSchema), actorOf(response));
  response.status(204).end();
}
