import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  audienceInputSchema,
  dueInputSchema,
  isOnList,
  ROSTER_LISTS,
  type RosterPersonView,
  type RosterPreview,
  type RosterView,
  rosterChangeSchema,
  rosterPreviewSchema,
  rosterSchema,
} from '../../api/roster.js';
import type { Records } from '../../corpus/records/records.js';
import { daysLate, type RosterPerson, standingOf } from '../../model/roster.js';
import { ROSTER_PROBLEMS } from '../../pipeline/roster/messages.js';
import { type ReadRoster, readRoster } from '../../pipeline/roster/read-roster.js';
import { isSheet, readCsvRows } from '../../pipeline/roster/read-table.js';
import { nameWriters } from '../../pipeline/writers/name-writers.js';
import { rosterCsv, rosterTemplateCsv, rosterTemplateSheet } from '../../report/roster-table.js';
import { RequestError } from '../errors.js';
import { actorOf, recordsOf, unitsHolding } from '../guards.js';
import { jsonBody, readBody, readId, readNamed, readQuery, rosterBody } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { offerFile } from '../offer-file.js';
import { COMMITTEE, type Media, ORGANISERS_AND_READERS, READERS, type Route, XLSX } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

/** Problems that an answer tells; whoever has more mends these first. */
const MOST_TOLD = 500;
const PATH = '/api/campaigns/:id/roster';
const listQuery = z.object({ list: z.enum(ROSTER_LISTS).default('all') });
/** CSV, or XLSX. */
const ROSTER_FILE: Media = { type: 'text/csv', others: ['application/octet-stream'] };

/** Who must write in a campaign, by when and about what. */
export function peopleRosterRoutes(parts: ServiceParts): Route[] {
  return [...readingRoutes(), ...importRoutes(parts), ...changeRoutes()];
}

function readingRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: PATH,
      access: ORGANISERS_AND_READERS,
      describe: { vi: 'Ai phải viết trong đợt, hạn nộp và ai đã nộp.', en: 'Who must write, by when, and who has.', answer: rosterSchema },
      async handle(request, response) {
        response.json(await viewRoster(response, readId(request)));
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/roster.csv',
      access: ORGANISERS_AND_READERS,
      describe: { vi: 'Danh sách ấy thành tệp CSV.', en: 'The same as CSV.', query: listQuery, answer: { type: 'text/csv' } },
      async handle(request, response) {
        const records = recordsOf(response);
        const id = readId(request);
        const { list } = readQuery(request, listQuery);
        const people = (await records.rosters.people(id)).filter((person) => isOnList(list, { ...person, standing: standingOf(person) }));
        offerFile(response, `danh-sach-${list}`, 'csv');
        response.type('text/csv; charset=utf-8').send(rosterCsv(people));
      },
    },
    {
      method: 'get',
      path: '/api/roster-template/:format',
      access: COMMITTEE,
      describe: {
        vi: 'Mẫu danh sách để điền: csv hoặc xlsx.',
        en: 'A form for rosters: csv or xlsx.',
        answer: { type: 'text/csv', others: [XLSX] },
      },
      async handle(request, response) {
        const { format } = readNamed(request, z.object({ format: z.enum(['csv', 'xlsx']) }));
        offerFile(response, 'mau-danh-sach-dang-vien', format);
        if (format === 'csv') response.type('text/csv; charset=utf-8').send(rosterTemplateCsv());
        else response.send(await rosterTemplateSheet());
      },
    },
  ];
}

function importRoutes({ readSheet }: ServiceParts): Route[] {
  const read = async (request: Request): Promise<ReadRoster> => {
    const body: unknown = request.body;
    if (!Buffer.isBuffer(body) || body.length === 0) throw new RequestError(400, 'bad-input', HTTP_MESSAGES.noFile);
    return readRoster(isSheet(body) ? await readSheet(body) : readCsvRows(body));
  };
  return [
    {
      method: 'post',
      path: `${PATH}/preview`,
      access: COMMITTEE,
      describe: {
        vi: 'Nhập danh sách thì sẽ đổi những gì; chưa lưu gì.',
        en: 'What importing a roster would do; nothing is kept.',
        body: ROSTER_FILE,
        answer: rosterPreviewSchema,
      },
      before: [rosterBody],
      async handle(request, response) {
        response.json(await previewOf(recordsOf(response), readId(request), await read(request)));
      },
    },
    {
      method: 'post',
      path: `${PATH}/import`,
      access: COMMITTEE,
      describe: {
        vi: 'Nhập danh sách; có dòng sai thì trả về 422 và không lưu gì.',
        en: 'Imports a roster; with problems it answers 422 and keeps nothing.',
        body: ROSTER_FILE,
        answer: rosterPreviewSchema,
      },
      before: [rosterBody],
      async handle(request, response) {
        const [records, id] = [recordsOf(response), readId(request)];
        const roster = await read(request);
        const preview = await previewOf(records, id, roster);
        if (preview.problemCount === 0) {
          await records.rosters.import(id, roster.rows, actorOf(response));
          await nameWriters(records, id, null);
        }
        response.status(preview.problemCount === 0 ? 200 : 422).json(preview);
      },
    },
  ];
}

async function previewOf({ rosters }: Records, id: string, { rows, problems, ignored }: ReadRoster): Promise<RosterPreview> {
  const { clashes, ...counts } = await rosters.plan(id, rows);
  const kept = clashes.map(({ row, card, name }) => ({ row, column: 'Họ và tên', problem: ROSTER_PROBLEMS.keptName(card, name) }));
  const all = [...problems, ...kept].sort((a, b) => a.row - b.row);
  return { people: rows.length, ...counts, ignored: [...ignored], problemCount: all.length, problems: all.slice(0, MOST_TOLD) };
}

function changeRoutes(): Route[] {
  const person = (request: Request) => readNamed(request, z.object({ id: name, person: name }));
  const answer = async (response: Response, id: string): Promise<void> => {
    response.json(await viewRoster(response, id));
  };
  return [
    {
      method: 'put',
      path: `${PATH}/:person`,
      access: COMMITTEE,
      describe: {
        vi: 'Sửa một người trong danh sách.',
        en: 'Changes one person of the roster.',
        body: rosterChangeSchema,
        answer: rosterSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { id, person: who } = person(request);
        await recordsOf(response).rosters.change(id, who, readBody(request, rosterChangeSchema), actorOf(response));
        await answer(response, id);
      },
    },
    {
      method: 'delete',
      path: `${PATH}/:person`,
      access: COMMITTEE,
      describe: { vi: 'Bỏ một người khỏi danh sách của đợt.', en: 'Takes one person off the roster.', answer: rosterSchema },
      async handle(request, response) {
        const { id, person: who } = person(request);
        await recordsOf(response).rosters.remove(id, who, actorOf(response));
        await answer(response, id);
      },
    },
    {
      method: 'put',
      path: '/api/campaigns/:id/due',
      access: COMMITTEE,
      describe: { vi: 'Đặt hạn nộp của đơn vị.', en: 'Sets the unit’s due day.', body: dueInputSchema, answer: rosterSchema },
      before: [jsonBody],
      async handle(request, response) {
        const id = readId(request);
        await recordsOf(response).rosters.setDue(id, readBody(request, dueInputSchema), actorOf(response));
        await answer(response, id);
      },
    },
    {
      method: 'put',
      path: '/api/campaigns/:id/audiences/:audience',
      access: COMMITTEE,
      describe: {
        vi: 'Đặt đề bài và hạn nộp riêng của một nhóm đối tượng.',
        en: 'Sets the task and due day of an audience.',
        body: audienceInputSchema,
        answer: rosterSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { id, audience } = readNamed(request, z.object({ id: name, audience: name }));
        await recordsOf(response).rosters.setAudience(id, audience, readBody(request, audienceInputSchema), actorOf(response));
        await answer(response, id);
      },
    },
  ];
}

const name = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Whoever does not read essays of a unit learns of its people that they handed in, and not what. */
async function viewRoster(response: Response, id: string): Promise<RosterView> {
  const { rosters, writers } = recordsOf(response);
  const readers = unitsHolding(response, READERS);
  const people = await rosters.people(id);
  return {
    people: people.map((person) => viewPerson(person, readers.has(person.unit))),
    unsigned: people.length === 0 ? 0 : (await writers.open(id)).length,
    due: await rosters.due(id),
    audiences: (await rosters.audiences(id)).map((audience) => ({ ...audience })),
  };
}

function viewPerson({ unit: _, ...person }: RosterPerson, mayRead: boolean): RosterPersonView {
  const { essay, due } = person;
  return {
    ...person,
    essay: essay && { ...essay, id: mayRead ? essay.id : null },
    groups: [...person.groups],
    standing: standingOf(person),
    daysLate: essay === null ? 0 : daysLate(due, essay.receivedAt),
  };
}
