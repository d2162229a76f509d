import type { Request } from 'express';
import { z } from 'zod';
import {
  handingSchema,
  type MaterialDetailView,
  marksPreviewSchema,
  materialChangeSchema,
  materialDetailSchema,
  materialsSchema,
  newMaterialSchema,
  studyRemovalSchema,
} from '../../api/study.js';
import type { Records } from '../../corpus/records/records.js';
import { GIVEN, MARK_COLUMNS, readMarks } from '../../pipeline/marks/read-marks.js';
import { actorOf, recordsAt, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId, readNamed, rosterBody } from '../input.js';
import { ORGANISERS, ORGANISERS_AND_READERS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { MARKS_FILE, previewMarks, readSentTable, sendTable, studyId, TABLE_FILE, tableFormat } from './marks-file.js';

const MATERIALS = '/api/campaigns/:id/materials';
const MATERIAL = `${MATERIALS}/:material`;
const named = { id: studyId, material: studyId };
const readMaterial = (request: Request) => readNamed(request, z.object(named));

/** What is handed out to study from. */
export function materialRoutes(parts: ServiceParts): Route[] {
  return [...readingRoutes(), ...changingRoutes(), importRoute('preview', parts), importRoute('import', parts)];
}

function readingRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: MATERIALS,
      access: ORGANISERS_AND_READERS,
      describe: {
        vi: 'Tài liệu của đợt, tỷ lệ đảng viên và chi bộ đã được cấp.',
        en: 'Material, and how many people and cells were given any.',
        answer: materialsSchema,
      },
      async handle(request, response) {
        const [{ materials }, id] = [recordsOf(response), readId(request)];
        const listed = (await materials.list(id)).map((material) => ({ ...material }));
        response.json({ materials: listed, rates: { ...(await materials.rates(id)) } } satisfies z.infer<typeof materialsSchema>);
      },
    },
    {
      method: 'get',
      path: MATERIAL,
      access: ORGANISERS_AND_READERS,
      describe: { vi: 'Một tài liệu: ai, chi bộ nào đã được cấp.', en: 'One material: who was given it.', answer: materialDetailSchema },
      async handle(request, response) {
        const { id, material } = readMaterial(request);
        response.json(await viewDetail(recordsOf(response), id, material));
      },
    },
    {
      method: 'get',
      path: `${MATERIAL}/given/:format`,
      access: ORGANISERS_AND_READERS,
      describe: {
        vi: 'Ai đã nhận tài liệu, thành tệp; cũng là mẫu để điền.',
        en: 'Who was given it as a file, which is a form to fill in as well.',
        answer: TABLE_FILE,
      },
      async handle(request, response) {
        const { id, material, format } = readNamed(request, z.object({ ...named, format: tableFormat }));
        const { people } = await recordsOf(response).materials.given(id, material);
        const rows = people.map(({ card, name, cell, isGiven }) => [card, name, cell, isGiven ? 'x' : '']);
        const head = [MARK_COLUMNS.card, MARK_COLUMNS.name, MARK_COLUMNS.cell, GIVEN.column];
        await sendTable(response, { head, rows }, { title: 'nhan-tai-lieu', format });
      },
    },
  ];
}

function changingRoutes(): Route[] {
  return [
    {
      method: 'post',
      path: MATERIALS,
      access: ORGANISERS,
      describe: { vi: 'Thêm một tài liệu.', en: 'Adds a material.', body: newMaterialSchema, answer: materialDetailSchema, status: 201 },
      before: [jsonBody],
      async handle(request, response) {
        const { unit, ...facts } = readBody(request, newMaterialSchema);
        const [id, records] = [readId(request), recordsAt(response, unit)];
        const material = await records.materials.add(id, facts, actorOf(response));
        response.status(201).json(await viewDetail(records, id, material));
      },
    },
    {
      method: 'put',
      path: MATERIAL,
      access: ORGANISERS,
      describe: { vi: 'Sửa tên, loại tài liệu.', en: 'Changes title and kind.', body: materialChangeSchema, answer: materialDetailSchema },
      before: [jsonBody],
      async handle(request, response) {
        const [{ id, material }, records] = [readMaterial(request), recordsOf(response)];
        await records.materials.change(id, material, readBody(request, materialChangeSchema), actorOf(response));
        response.json(await viewDetail(records, id, material));
      },
    },
    {
      method: 'post',
      path: `${MATERIAL}/remove`,
      access: ORGANISERS,
      describe: { vi: 'Xóa một tài liệu, ghi lý do.', en: 'Removes a material, with the reason.', body: studyRemovalSchema },
      before: [jsonBody],
      async handle(request, response) {
        const { id, material } = readMaterial(request);
        await recordsOf(response).materials.remove(id, material, readBody(request, studyRemovalSchema), actorOf(response));
        response.status(204).end();
      },
    },
    {
      method: 'put',
      path: `${MATERIAL}/given`,
      access: ORGANISERS,
      describe: {
        vi: 'Ghi ai, chi bộ nào được cấp và thôi cấp.',
        en: 'Notes people and cells that were given it, or not after all.',
        body: handingSchema,
        answer: materialDetailSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const [{ id, material }, records] = [readMaterial(request), recordsOf(response)];
        await records.materials.hand(id, material, readBody(request, handingSchema), actorOf(response));
        response.json(await viewDetail(records, id, material));
      },
    },
  ];
}

function importRoute(what: 'preview' | 'import', parts: ServiceParts): Route {
  const preview = { vi: 'Nhập danh sách nhận tài liệu thì sẽ đổi những gì.', en: 'What importing who was given it would do.' };
  const act = {
    vi: 'Nhập danh sách nhận tài liệu; có dòng sai thì 422, không lưu gì.',
    en: 'Imports who was given it; with problems 422.',
  };
  return {
    method: 'post',
    path: `${MATERIAL}/given/${what}`,
    access: ORGANISERS,
    describe: { ...(what === 'preview' ? preview : act), body: MARKS_FILE, answer: marksPreviewSchema },
    before: [rosterBody],
    async handle(request, response) {
      const { id, material } = readMaterial(request);
      const { materials } = recordsOf(response);
      const { people } = await materials.given(id, material);
      const read = readMarks(await readSentTable(request, parts), people, GIVEN);
      const given = new Set(people.filter(({ isGiven }) => isGiven).map((person) => person.id));
      const give = read.marks.filter(({ person, mark }) => mark === true && !given.has(person)).map(({ person }) => person);
      const back = read.marks.filter(({ person, mark }) => mark === false && given.has(person)).map(({ person }) => person);
      const told = previewMarks(read, give.length + back.length);
      if (what === 'import' && told.problemCount === 0)
        await materials.hand(id, material, { give: { people: give, cells: [] }, takeBack: { people: back, cells: [] } }, actorOf(response));
      response.status(what === 'import' && told.problemCount > 0 ? 422 : 200).json(told);
    },
  };
}

async function viewDetail({ materials }: Records, id: string, material: string): Promise<MaterialDetailView> {
  const { people, cells } = await materials.given(id, material);
  return {
    material: { ...(await materials.get(id, material)) },
    people: people.map((person) => ({ ...person })),
    cells: cells.map((cell) => ({ ...cell })),
  };
}
