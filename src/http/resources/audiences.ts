import type { Request } from 'express';
import { z } from 'zod';
import {
  type AudiencePersonView,
  audienceMembersSchema,
  newAudienceSchema,
  renameAudienceSchema,
  type UnitAudienceView,
} from '../../api/audiences.js';
import type { Audience } from '../../corpus/records/audiences.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId, readParams } from '../input.js';
import { ADMINISTRATORS, type Route } from '../route.js';

const GROUPS = '/api/units/:id/audiences';
const GROUP = `${GROUPS}/:audience`;

/** Groups of a unit's people across its cells: what campaigns can give a prompt and a due day of their own. */
export function audienceRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: GROUPS,
      access: ADMINISTRATORS,
      handle: async (request, response) => void response.json((await recordsOf(response).audiences.ofUnit(readId(request))).map(view)),
    },
    {
      method: 'post',
      path: GROUPS,
      access: ADMINISTRATORS,
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
      async handle(request, response) {
        const { id, audience } = readGroup(request);
        await recordsOf(response).audiences.remove(id, audience, actorOf(response));
        response.status(204).end();
      },
    },
    ...memberRoutes(),
  ];
}

function memberRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: `${GROUP}/people`,
      access: ADMINISTRATORS,
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
