import { z } from 'zod';
import {
  type DueEssaysView,
  dueEssaysSchema,
  type ErasureView,
  eraseInputSchema,
  erasureSchema,
  type KeptPersonView,
  keptPersonSchema,
  peopleQuerySchema,
} from '../../api/erasure.js';
import type { ErasureRecord } from '../../corpus/records/erasures.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId, readParams, readQuery } from '../input.js';
import { ADMINISTRATORS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

/** Erasing what is kept of people: on request, and when what they wrote has been kept for long enough. */
export function erasureRoutes({ backups, log }: ServiceParts): Route[] {
  /** The erasure stands; a list that could not be written is written with the next one, or at the next start. */
  const noteErasures = (): Promise<void> =>
    backups
      .noteErasures()
      .catch((error: unknown) => log.error({ err: error }, 'the list of erasures beside the backups is not up to date'));
  return [
    {
      method: 'get',
      path: '/api/units/:id/people',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Tìm người có dữ liệu được lưu ở một đơn vị.',
        en: 'Finds people of whom something is kept at a unit.',
        query: peopleQuerySchema,
        answer: z.array(keptPersonSchema),
      },
      async handle(request, response) {
        const people = await recordsOf(response).erasures.people(readId(request), readQuery(request, peopleQuerySchema).q);
        response.json(people.map((person): KeptPersonView => ({ ...person })));
      },
    },
    {
      method: 'get',
      path: '/api/units/:id/erasures',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Những lần xóa dữ liệu ở một đơn vị, mới nhất trước.',
        en: 'What was erased at a unit, newest first.',
        answer: z.array(erasureSchema),
      },
      handle: async (request, response) => void response.json((await recordsOf(response).erasures.ofUnit(readId(request))).map(view)),
    },
    {
      method: 'post',
      path: '/api/people/:id/erase',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Xóa dữ liệu của một người; không lấy lại được.',
        en: 'Erases what is kept of a person, for good.',
        body: eraseInputSchema,
        answer: erasureSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { reason } = readBody(request, eraseInputSchema);
        const erasure = await recordsOf(response).erasures.erasePerson(readId(request), reason, actorOf(response));
        await noteErasures();
        response.json(view(erasure));
      },
    },
    {
      method: 'get',
      path: '/api/retention',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Dữ liệu đã quá thời hạn lưu của đơn vị.',
        en: 'What has been kept for long enough.',
        answer: z.array(dueEssaysSchema),
      },
      async handle(_request, response) {
        const due = await recordsOf(response).erasures.due();
        response.json(due.map((one): DueEssaysView => ({ ...one })));
      },
    },
    {
      method: 'post',
      path: '/api/units/:id/retention/:campaign/erase',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Xóa dữ liệu quá thời hạn lưu của một đợt; không lấy lại được.',
        en: 'Erases what was kept of a campaign, for good.',
        body: eraseInputSchema,
        answer: erasureSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { id, campaign } = readParams(request, z.object({ id: z.string(), campaign: z.string() }));
        const { reason } = readBody(request, eraseInputSchema);
        const erasure = await recordsOf(response).erasures.eraseDue(campaign, id, reason, actorOf(response));
        await noteErasures();
        response.json(view(erasure));
      },
    },
  ];
}

const view = ({ id, at, what, submissions, reason, by }: ErasureRecord): ErasureView => {
  return { id, at, what, essays: submissions.length, reason, by };
};
