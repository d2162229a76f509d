import type { Request } from 'express';
import { z } from 'zod';
import {
  marksSchema,
  newSessionSchema,
  type SessionDetailView,
  type StudySessionView,
  sessionChangeSchema,
  sessionDetailSchema,
  studyRemovalSchema,
  studySessionsSchema,
} from '../../api/study.js';
import type { Records } from '../../corpus/records/records.js';
import type { StudySession } from '../../model/study.js';
import { actorOf, recordsAt, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId, readNamed } from '../input.js';
import { ORGANISERS, ORGANISERS_AND_READERS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { attendanceRoutes } from './attendance.js';
import { studyId } from './marks-file.js';

const SESSIONS = '/api/campaigns/:id/sessions';
const SESSION = `${SESSIONS}/:session`;

/** Study sessions of a campaign. */
export function studyRoutes(parts: ServiceParts): Route[] {
  return [...readingRoutes(), ...changingRoutes(), ...attendanceRoutes(parts)];
}

function readingRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: SESSIONS,
      access: ORGANISERS_AND_READERS,
      describe: { vi: 'Các buổi học của đợt, mới nhất trước.', en: 'Study sessions, the latest first.', answer: studySessionsSchema },
      async handle(request, response) {
        response.json((await recordsOf(response).studies.list(readId(request))).map(viewSession));
      },
    },
    {
      method: 'get',
      path: SESSION,
      access: ORGANISERS_AND_READERS,
      describe: {
        vi: 'Một buổi học, với điểm danh của cả danh sách.',
        en: 'One session, with everybody on the roster and who attended.',
        answer: sessionDetailSchema,
      },
      async handle(request, response) {
        const { id, session } = readSession(request);
        response.json(await viewDetail(recordsOf(response), id, session));
      },
    },
  ];
}

function changingRoutes(): Route[] {
  return [
    {
      method: 'post',
      path: SESSIONS,
      access: ORGANISERS,
      describe: {
        vi: 'Thêm một buổi học; triệu tập cả danh sách, những người chưa học, đúng những người được nêu hoặc chưa ai.',
        en: 'Adds a session; summons the roster, whoever has not studied yet, exactly those who are named, or nobody.',
        body: newSessionSchema,
        answer: sessionDetailSchema,
        status: 201,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { summons, unit, ...facts } = readBody(request, newSessionSchema);
        const [id, records] = [readId(request), recordsAt(response, unit)];
        const session = await records.studies.add(id, facts, summons, actorOf(response));
        response.status(201).json(await viewDetail(records, id, session));
      },
    },
    {
      method: 'put',
      path: SESSION,
      access: ORGANISERS,
      describe: { vi: 'Sửa một buổi học.', en: 'Changes a session.', body: sessionChangeSchema, answer: sessionDetailSchema },
      before: [jsonBody],
      async handle(request, response) {
        const [{ id, session }, records] = [readSession(request), recordsOf(response)];
        const { revision, ...facts } = readBody(request, sessionChangeSchema);
        await records.studies.change(id, session, { facts, revision }, actorOf(response));
        response.json(await viewDetail(records, id, session));
      },
    },
    {
      method: 'post',
      path: `${SESSION}/remove`,
      access: ORGANISERS,
      describe: { vi: 'Xóa một buổi học cùng điểm danh, ghi lý do.', en: 'Removes a session, with the reason.', body: studyRemovalSchema },
      before: [jsonBody],
      async handle(request, response) {
        const { id, session } = readSession(request);
        await recordsOf(response).studies.remove(id, session, readBody(request, studyRemovalSchema), actorOf(response));
        response.status(204).end();
      },
    },
    {
      method: 'put',
      path: `${SESSION}/attendance`,
      access: ORGANISERS,
      describe: {
        vi: 'Điểm danh; có người vừa được ghi khác thì không lưu gì (409).',
        en: 'Marks who attended; keeps nothing (409) where somebody was marked otherwise meanwhile.',
        body: marksSchema,
        answer: sessionDetailSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const [{ id, session }, records] = [readSession(request), recordsOf(response)];
        const { marks } = readBody(request, marksSchema);
        const markings = marks.map(({ note, noteBefore, ...mark }) => {
          return { ...mark, ...(note !== undefined && { note }), ...(noteBefore !== undefined && { noteBefore }) };
        });
        await records.studies.mark(id, session, markings, actorOf(response));
        response.json(await viewDetail(records, id, session));
      },
    },
  ];
}

/** A campaign and one of its sessions, as the address names them. */
const readSession = (request: Request) => readNamed(request, z.object({ id: studyId, session: studyId }));

async function viewDetail({ studies }: Records, id: string, session: string): Promise<SessionDetailView> {
  const people = await studies.people(id, session);
  return { session: viewSession(await studies.get(id, session)), people: people.map((person) => ({ ...person })) };
}

function viewSession({ points, listed, ...session }: StudySession): StudySessionView {
  return { ...session, points: points.map((point) => ({ ...point })), listed: { ...listed } };
}
