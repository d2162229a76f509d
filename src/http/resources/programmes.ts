import { readFile } from 'node:fs/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  chargedProgrammesSchema,
  type ListedProgrammeView,
  newProgrammeSchema,
  type ProgrammeView,
  programmeChangeSchema,
  programmeSchema,
  revisionQuery,
  type UnitProgrammesView,
  unitProgrammesSchema,
} from '../../api/programmes.js';
import type { ListedProgramme, Programme } from '../../corpus/records/programmes.js';
import type { Records } from '../../corpus/records/records.js';
import { AppError } from '../../model/errors.js';
import { EXTRACT_LIMITS } from '../../model/extraction.js';
import { blankFurniture, isReadable } from '../../pipeline/read-essay.js';
import { tasksCsv, tasksSheet } from '../../report/task-table.js';
import { cleanText } from '../clean-text.js';
import { RequestError } from '../errors.js';
import { takeAlong } from '../exported.js';
import { actorOf, recordsAt, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId, readNamed, readQuery } from '../input.js';
import { measureFor } from '../keep-programme.js';
import { HTTP_MESSAGES } from '../messages.js';
import { FILE_FORM, type FormFile, readForm } from '../read-form.js';
import { requireRoom } from '../room.js';
import { COMMITTEE, PROGRAMME_READERS, type Route, SIGNERS_AND_COMMITTEE, XLSX } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { readUploadName } from '../upload-name.js';

const LIST = '/api/campaigns/:id/programmes';
const ONE = `${LIST}/:programme`;
const name = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** A campaign and a programme, as the address names them. Throws RequestError `bad-input`. */
export const readProgrammeId = (request: Request): { readonly id: string; readonly programme: string } =>
  readNamed(request, z.object({ id: name, programme: name }));

/** Action programmes of units and plans of their heads: what there is, and what is written in it. */
export function programmeRoutes(parts: ServiceParts): Route[] {
  return [...readingRoutes(), ...writingRoutes(parts), fileRoute(parts)];
}

function readingRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: LIST,
      access: PROGRAMME_READERS,
      describe: {
        vi: 'Chương trình, kế hoạch của đơn vị và việc đợt yêu cầu.',
        en: 'Programmes and plans of the unit, and what is asked.',
        answer: unitProgrammesSchema,
      },
      async handle(request, response) {
        const { programmes, heads, inCharge, asked } = await recordsOf(response).programmes.list(readId(request));
        const told: UnitProgrammesView = {
          programmes: programmes.map(viewListed),
          heads: [...heads],
          inCharge: [...inCharge],
          asked: [...asked],
        };
        response.json(told);
      },
    },
    {
      method: 'get',
      path: ONE,
      access: PROGRAMME_READERS,
      describe: {
        vi: 'Một chương trình: nội dung, nhiệm vụ, ý kiến, đoạn giống nhiều đơn vị.',
        en: 'One programme: text, tasks, remarks, what many units have.',
        answer: programmeSchema,
      },
      async handle(request, response) {
        await answerProgramme(recordsOf(response), request, response);
      },
    },
    {
      method: 'get',
      path: `${ONE}/tasks/:format`,
      access: PROGRAMME_READERS,
      describe: {
        vi: 'Bảng nhiệm vụ thành tệp: csv hoặc xlsx.',
        en: 'The tasks as a file: csv or xlsx.',
        answer: { type: 'text/csv', others: [XLSX] },
      },
      async handle(request, response) {
        const { format } = readNamed(request, z.object({ format: z.enum(['csv', 'xlsx']) }));
        const { id, programme } = readProgrammeId(request);
        const { taskRows, title } = await recordsOf(response).programmes.get(id, programme);
        const bytes = format === 'csv' ? tasksCsv(taskRows) : await tasksSheet(taskRows);
        await takeAlong(response, { campaign: id, what: 'programme', format, name: title }, { title: `Nhiệm vụ, ${title}`, bytes });
      },
    },
    {
      method: 'get',
      path: '/api/programmes-in-charge',
      access: SIGNERS_AND_COMMITTEE,
      isForPeople: true,
      describe: {
        vi: 'Chương trình, kế hoạch của các đơn vị mình phụ trách, chờ ý kiến trước.',
        en: 'Programmes of the units that one is in charge of.',
        answer: chargedProgrammesSchema,
      },
      async handle(_request, response) {
        response.json((await recordsOf(response).programmes.charged()).map(viewListed));
      },
    },
  ];
}

function writingRoutes(parts: ServiceParts): Route[] {
  return [
    {
      method: 'post',
      path: LIST,
      access: COMMITTEE,
      describe: {
        vi: 'Lập chương trình của đơn vị hoặc kế hoạch của người đứng đầu.',
        en: 'Begins a unit’s programme or a head’s plan.',
        body: newProgrammeSchema,
        answer: programmeSchema,
        status: 201,
      },
      before: [jsonBody],
      async handle(request, response) {
        const campaign = readId(request);
        const { unit, ...given } = readBody(request, newProgrammeSchema);
        const { programmes } = recordsAt(response, unit);
        const id = await programmes.create(campaign, given, actorOf(response));
        response.status(201).json(viewProgramme(await programmes.get(campaign, id)));
      },
    },
    {
      method: 'put',
      path: ONE,
      access: COMMITTEE,
      describe: {
        vi: 'Sửa nội dung và nhiệm vụ.',
        en: 'Changes text and tasks.',
        body: programmeChangeSchema,
        answer: programmeSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { id, programme } = readProgrammeId(request);
        const { text, ...change } = readBody(request, programmeChangeSchema);
        const records = recordsOf(response);
        const measured = text === null ? null : await measureFor(parts, records, { campaign: id, programme, text });
        await records.programmes.change(id, programme, { ...change, text: measured }, actorOf(response));
        await answerProgramme(records, request, response);
      },
    },
    {
      method: 'delete',
      path: ONE,
      access: COMMITTEE,
      describe: { vi: 'Xóa một chương trình đang soạn.', en: 'Removes a draft.', query: revisionQuery },
      async handle(request, response) {
        const { id, programme } = readProgrammeId(request);
        const { revision } = readQuery(request, revisionQuery);
        await recordsOf(response).programmes.remove(id, programme, revision, actorOf(response));
        response.status(204).end();
      },
    },
  ];
}

/** The text of a file takes the place of what was there; of the file itself nothing but its name is kept. */
function fileRoute(parts: ServiceParts): Route {
  return {
    method: 'post',
    path: `${ONE}/file`,
    access: COMMITTEE,
    describe: {
      vi: 'Lấy nội dung từ một tệp (DOCX, PDF…).',
      en: 'Takes the text from a file (DOCX, PDF…).',
      query: revisionQuery,
      body: FILE_FORM,
      answer: programmeSchema,
    },
    async handle(request, response) {
      const { id, programme } = readProgrammeId(request);
      const { revision } = readQuery(request, revisionQuery);
      const records = recordsOf(response);
      // Found before anything is read.
      await records.programmes.ownNames(id, programme);
      await requireRoom(parts, request);
      const received: Promise<ReadFile>[] = [];
      await readForm(1, request, response, async (file) => {
        const reading = receive(parts, file);
        received.push(reading);
        await reading.catch(() => {});
      });
      if (received[0] === undefined) throw new RequestError(400, 'bad-input', HTTP_MESSAGES.noFile);
      const { file, sha256, text } = await received[0];
      const measured = await measureFor(parts, records, { campaign: id, programme, text });
      await records.programmes.putFile(id, programme, { file, sha256, text: measured, revision }, actorOf(response));
      await answerProgramme(records, request, response);
    },
  };
}

interface ReadFile {
  readonly file: string;
  readonly sha256: string;
  readonly text: string;
}

/** Reads a file in the sandbox; nothing of it stays but the text. Rejects with AppError `reference-unreadable`. */
async function receive({ records: { originals }, readDocument }: ServiceParts, { name: given, stream }: FormFile): Promise<ReadFile> {
  const { file, problem } = readUploadName(given);
  if (problem !== null) throw new RequestError(400, 'bad-input', problem);
  const original = await originals.receive(stream, EXTRACT_LIMITS.fileBytes);
  const { sha256 } = original;
  const bytes = await readFile(originals.pathOf(sha256)).finally(() => originals.discard(original));
  const extraction = await readDocument(bytes, file);
  const text = cleanText(blankFurniture(extraction)).trim();
  if (!isReadable(extraction) || text === '') {
    const reason = extraction.messages[0]?.text ?? HTTP_MESSAGES.documentWithoutWords;
    throw new AppError('reference-unreadable', HTTP_MESSAGES.programmeUnreadable(file, reason));
  }
  return { file, sha256, text };
}

/** Answers with a programme as it stands. Rejects with AppError `unknown-id`. */
export async function answerProgramme({ programmes }: Records, request: Request, response: Response): Promise<void> {
  const { id, programme } = readProgrammeId(request);
  response.json(viewProgramme(await programmes.get(id, programme)));
}

const viewListed = (programme: ListedProgramme): ListedProgrammeView => ({ ...programme });

function viewProgramme({ generic, remarks, taskRows, inCharge, ...programme }: Programme): ProgrammeView {
  return {
    ...programme,
    taskRows: taskRows.map((task) => ({ ...task })),
    remarks: remarks.map((remark) => ({ ...remark, answers: remark.answers && { ...remark.answers } })),
    generic: generic && { ...generic, spans: [...generic.spans], facts: { ...generic.facts } },
    inCharge: [...inCharge],
  };
}
