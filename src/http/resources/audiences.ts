import type { Request } from 'express';
import { z } from 'zod';
import {
  type AudiencePersonView,
  audienceMembersSchema,
  audiencePersonSchema,
  groupNamesSchema,
  newAudienceSchema,
  renameAudienceSchema,
  type UnitAudienceView,
  unitAudienceSchema,
} from '../../api/audiences.js';
import type { Audience } from '../../corpus/records/audiences.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId, readParams } from '../input.js';
import { ADMINISTRATORS, COMMITTEE, type Route } from '../route.js';

const GROUPS = '/api/units/:id/audiences';
const GROUP = `${GROUPS}/:audience`;

/** Groups of a unit's people across its cells: what campaigns can give a prompt and a due day of their own. */
export function audienceRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: GROUPS,
      access: ADMINISTRATORS,
      describe: { vi: 'Các nhóm đối tượng của một đơn vị.', en: 'Groups of people of a unit.', answer: z.array(unitAudienceSchema) },
      handle: async (request, response) => void response.json((await recordsOf(response).audiences.ofUnit(readId(request))).map(view)),
    },
    {
      method: 'post',
      path: GROUPS,
      access: ADMINISTRATORS,
      describe: {
        vi: 'Thêm một nhóm đối tượng.',
        en: 'Adds a group of people.',
        body: newAudienceSchema,
        answer: unitAudienceSchema,
        status: 201,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { name } = readBody(request, newAudienceSchema);
        const id = await recordsOf(response).audiences.create(readId(request), name, actorOf(response));
        response.status(201).json({ id, name, people: 0, rests: [] } satisfies UnitAudienceView);
      },
    },
    {
      method: 'put',
      path: GROUP,
      access: ADMINISTRATORS,
      describe: { vi: 'Đổi tên một nhóm đối tượng.', en: 'Renames a group of people.', body: renameAudienceSchema },
      before: [jsonBody],
      async handle(request, response) {
        const { id, audience } = readGroup(request);
        await recordsOf(response).audiences.rename(id, audience, readBody(request, renameAudienceSchema), actorOf(response));
        response.status(204).end();
      },
    },
    {
      method: 'delete',
      path: GROUP,
      access: ADMINISTRATORS,
      describe: {
        vi: 'Xóa một nhóm đối tượng, cùng đề bài và hạn riêng của nhóm.',
        en: 'Deletes a group of people, with what campaigns have of their own for it.',
      },
      async handle(request, response) {
        const { id, audience } = readGroup(request);
        await recordsOf(response).audiences.remove(id, audience, actorOf(response));
        response.status(204).end();
      },
    },
    ...memberRoutes(),
    {
      method: 'get',
      path: '/api/group-names',
      access: COMMITTEE,
      describe: {
        vi: 'Tên các nhóm đối tượng, để đặt chủ đề riêng trong đợt học tập.',
        en: 'Names of groups of people, which a campaign may give themes of their own.',
        answer: groupNamesSchema,
      },
      handle: async (_request, response) => void response.json([...(await recordsOf(response).audiences.names())]),
    },
  ];
}

function memberRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: `${GROUP}/people`,
      access: ADMINISTRATORS,
      describe: {
        vi: 'Mọi người của đơn vị, ai thuộc nhóm.',
        en: 'Everybody of the unit, and who is in the group.',
        answer: z.array(audiencePersonSchema),
      },
      async handle(request, response) {
        const { id, audience } = readGroup(request);
        const people = await recordsOf(response).audiences.people(id, audience);
        response.json(people.map((person): AudiencePersonView => ({ ...person })));
      },
    },
    {
      method: 'put',
      path: `${GROUP}/people`,
      access: ADMINISTRATORS,
      describe: {
        vi: 'Thêm người vào nhóm và bỏ người ra.',
        en: 'Lets people into a group and takes others out.',
        body: audienceMembersSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { id, audience } = readGroup(request);
        await recordsOf(response).audiences.setMembers(id, audience, readBody(request, audienceMembersSchema), actorOf(response));
        response.status(204).end();
      },
    },
  ];
}

const readGroup = (request: Request): { readonly id: string; readonly audience: string } =>
  readParams(request, z.object({ id: z.string(), audience: z.string() }));

const view = ({ rests, ...audience }: Audience): UnitAudienceView => ({ ...audience, rests: rests.map((rest) => ({ ...rest })) });
