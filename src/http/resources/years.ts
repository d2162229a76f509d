import type { Request, Response } from 'express';
import { z } from 'zod';
import { type OwnYearsView, ownYearsSchema, YEAR_FORMATS, type YearExtractView, yearExtractSchema, yearsSchema } from '../../api/years.js';
import type { OwnYearEntry } from '../../corpus/records/years.js';
import { totalsOf, type YearEntry, type YearExtract, yearOf } from '../../model/year-record.js';
import { toYearDocument } from '../../report/year/year-document.js';
import { takeAlong } from '../exported.js';
import { recordsAt, recordsOf } from '../guards.js';
import { readParams, readQuery } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { viewOwnAttempt, viewOwnLook } from '../own-views.js';
import { DOCX, REPORT_READERS, type Route, XLSX } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { atUnit } from './outlines.js';

const yearParams = z.object({ year: z.coerce.number().int().min(1900).max(2999) });
/** `cell`: of the people of one cell alone. */
const fileQuery = atUnit.extend({ format: z.enum(YEAR_FORMATS).default('docx'), cell: z.string().max(300).optional() });

/** What members did in a year: of one's own unit, and of the member who asks. */
export function yearRoutes(parts: ServiceParts): Route[] {
  return [
    {
      method: 'get',
      path: '/api/years',
      access: REPORT_READERS,
      describe: { vi: 'Các năm có đợt học tập của đơn vị.', en: 'Years with campaigns.', query: atUnit, answer: yearsSchema },
      async handle(request, response) {
        const years = await recordsAt(response, readQuery(request, atUnit).unit).years.list();
        response.json(years.map((one) => ({ ...one })) satisfies z.infer<typeof yearsSchema>);
      },
    },
    {
      method: 'get',
      path: '/api/years/:year',
      access: REPORT_READERS,
      describe: {
        vi: 'Trích lục của năm: từng đảng viên, từng đợt; không xếp loại.',
        en: 'What each member did in each campaign of a year; no rating.',
        query: atUnit,
        answer: yearExtractSchema,
      },
      async handle(request, response) {
        const { year } = readParams(request, yearParams);
        response.json(viewExtract(await recordsAt(response, readQuery(request, atUnit).unit).years.of(year)));
      },
    },
    {
      method: 'get',
      path: '/api/years/:year/file',
      access: REPORT_READERS,
      describe: {
        vi: 'Trích lục thành tệp, theo chi bộ, có chỗ ký.',
        en: 'The same as a file, by cell, with a place to sign.',
        query: fileQuery,
        answer: { type: DOCX, others: ['application/pdf', XLSX, 'text/csv'] },
      },
      handle: (request, response) => sendFile(parts, request, response),
    },
    {
      method: 'get',
      path: '/api/me/years',
      access: 'member',
      isForPeople: true,
      describe: { vi: 'Trích lục của mình qua các năm.', en: 'One’s own record over the years.', answer: ownYearsSchema },
      async handle(_request, response) {
        response.json(viewOwn(await recordsOf(response).years.own()));
      },
    },
  ];
}

async function sendFile({ makeFile, now }: ServiceParts, request: Request, response: Response): Promise<void> {
  const { year } = readParams(request, yearParams);
  const { unit, format, cell } = readQuery(request, fileQuery);
  const { years } = recordsAt(response, unit);
  const extract = await years.of(year);
  const members = cell === undefined ? extract.members : extract.members.filter((member) => member.cell === cell);
  const document = toYearDocument({ ...extract, members }, await years.documentParts(), now());
  const bytes = await makeFile({ kind: `year-${format}`, document });
  const noted = { what: 'year', format, year, people: members.length, ...(cell !== undefined && { cell }) };
  await takeAlong(response, noted, { title: HTTP_MESSAGES.yearTitle(year, cell ?? extract.unit.name), bytes });
}

function viewExtract({ year, unit, campaigns, members }: YearExtract): YearExtractView {
  return {
    year,
    unit: { ...unit },
    campaigns: campaigns.map((campaign) => ({ ...campaign })),
    members: members.map(({ entries, ...member }) => {
      return { ...member, entries: entries.map(viewEntry), totals: { ...totalsOf(entries) } };
    }),
  };
}

function viewEntry({ campaign, study, exemption, due, handedIn, daysLate, verdict, rewrites }: YearEntry) {
  return { campaign, study, exemption, due, handedIn, daysLate, verdict, rewrites };
}

function viewOwn(own: readonly OwnYearEntry[]): OwnYearsView {
  const years = [...new Set(own.map(({ day }) => yearOf(day)))];
  return years.map((year) => {
    const entries = own.filter(({ day }) => yearOf(day) === year);
    return {
      year,
      totals: { ...totalsOf(entries) },
      entries: entries.map(({ name, attempts, looks, ...entry }) => {
        return { ...viewEntry(entry), name, attempts: attempts.map(viewOwnAttempt), looks: looks.map(viewOwnLook) };
      }),
    };
  });
}
