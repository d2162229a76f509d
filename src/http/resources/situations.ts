import type { Request } from 'express';
import { z } from 'zod';
import {
  type SituationPreview,
  type SituationView,
  situationArchiveSchema,
  situationChangeSchema,
  situationIdSchema,
  situationInputSchema,
  situationPreviewSchema,
  situationsSchema,
  situationUnitSchema,
} from '../../api/situations.js';
import type { ImportedSituations } from '../../corpus/records/situations.js';
import { type ReadSituations, readSituations } from '../../pipeline/situations/read-situations.js';
import { situationCsv, situationTemplateCsv } from '../../report/situation-table.js';
import { takeAlong } from '../exported.js';
import { actorOf, recordsAt, recordsOf } from '../guards.js';
import { jsonBody, readBody, readNamed, readQuery, rosterBody } from '../input.js';
import { offerFile } from '../offer-file.js';
import { ORGANISERS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { MARKS_FILE, readSentTable } from './marks-file.js';

const LIBRARY = '/api/situations';
/** Problems that an answer tells. */
const MOST_TOLD = 500;
const readSituationId = (request: Request): string =>
  readNamed(request, z.object({ situation: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) })).situation;

/** The library of situations: a unit's own, and those of the units above it to be read and used. */
export function situationRoutes(parts: ServiceParts): Route[] {
  return [...libraryRoutes(), ...fileRoutes(), ...importRoutes(parts)].map((route) => ({ ...route, isForPeople: true }));
}

function libraryRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: LIBRARY,
      access: ORGANISERS,
      describe: {
        vi: 'Thư viện tình huống của đơn vị và cấp trên.',
        en: 'Situations of the unit and of those above it.',
        answer: situationsSchema,
      },
      async handle(_request, response) {
        response.json((await recordsOf(response).situations.list()).map((one): SituationView => ({ ...one })));
      },
    },
    {
      method: 'post',
      path: LIBRARY,
      access: ORGANISERS,
      describe: {
        vi: 'Thêm một tình huống.',
        en: 'Adds a situation.',
        status: 201,
        query: situationUnitSchema,
        body: situationInputSchema,
        answer: situationIdSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { unit } = readQuery(request, situationUnitSchema);
        const id = await recordsAt(response, unit).situations.add(readBody(request, situationInputSchema), actorOf(response));
        response.status(201).json({ id });
      },
    },
    {
      method: 'put',
      path: `${LIBRARY}/:situation`,
      access: ORGANISERS,
      describe: { vi: 'Sửa một tình huống.', en: 'Changes a situation.', body: situationChangeSchema },
      before: [jsonBody],
      async handle(request, response) {
        const change = readBody(request, situationChangeSchema);
        await recordsOf(response).situations.change(readSituationId(request), change, actorOf(response));
        response.status(204).end();
      },
    },
    {
      method: 'put',
      path: `${LIBRARY}/:situation/archived`,
      access: ORGANISERS,
      describe: { vi: 'Cất một tình huống, hoặc dùng lại.', en: 'Archives a situation, or takes it back.', body: situationArchiveSchema },
      before: [jsonBody],
      async handle(request, response) {
        const state = readBody(request, situationArchiveSchema);
        await recordsOf(response).situations.archive(readSituationId(request), state, actorOf(response));
        response.status(204).end();
      },
    },
  ];
}

function fileRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: `${LIBRARY}/export`,
      access: ORGANISERS,
      describe: { vi: 'Thư viện tình huống thành tệp CSV.', en: 'The library as CSV.', answer: { type: 'text/csv' } },
      async handle(_request, response) {
        const situations = (await recordsOf(response).situations.list()).filter(({ archivedAt }) => archivedAt === null);
        const noted = { what: 'situations', format: 'csv', lines: situations.length };
        await takeAlong(response, noted, { title: 'tinh-huong', bytes: situationCsv(situations) });
      },
    },
    {
      method: 'get',
      path: `${LIBRARY}/template`,
      access: ORGANISERS,
      describe: { vi: 'Mẫu bảng tình huống để điền.', en: 'A form for situations.', answer: { type: 'text/csv' } },
      handle(_request, response) {
        offerFile(response, 'mau-tinh-huong', 'csv');
        response.type('text/csv; charset=utf-8').send(situationTemplateCsv());
      },
    },
  ];
}

function importRoutes(parts: ServiceParts): Route[] {
  return [
    {
      method: 'post',
      path: `${LIBRARY}/preview`,
      access: ORGANISERS,
      describe: {
        vi: 'Một tệp có những tình huống nào; chưa lưu gì.',
        en: 'What situations a file holds; nothing is kept.',
        query: situationUnitSchema,
        body: MARKS_FILE,
        answer: situationPreviewSchema,
      },
      before: [rosterBody],
      async handle(request, response) {
        const { unit } = readQuery(request, situationUnitSchema);
        const file = readSituations(await readSentTable(request, parts));
        response.json(viewPreview(file, await recordsAt(response, unit).situations.plan(file.situations)));
      },
    },
    {
      method: 'post',
      path: `${LIBRARY}/import`,
      access: ORGANISERS,
      describe: {
        vi: 'Nhập tình huống; có dòng sai thì trả về 422 và không lưu gì.',
        en: 'Imports situations; with problems it answers 422 and keeps nothing.',
        query: situationUnitSchema,
        body: MARKS_FILE,
        answer: situationPreviewSchema,
      },
      before: [rosterBody],
      async handle(request, response) {
        const { unit } = readQuery(request, situationUnitSchema);
        const file = readSituations(await readSentTable(request, parts));
        const { situations } = recordsAt(response, unit);
        const isFine = file.problems.length === 0;
        const done = isFine ? await situations.import(file.situations, actorOf(response)) : await situations.plan(file.situations);
        response.status(isFine ? 200 : 422).json(viewPreview(file, done));
      },
    },
  ];
}

function viewPreview({ situations, problems, ignored }: ReadSituations, { added, known }: ImportedSituations): SituationPreview {
  const told = problems.slice(0, MOST_TOLD).map((one) => ({ ...one }));
  return { count: situations.length, added, known, ignored: [...ignored], problemCount: problems.length, problems: told };
}
