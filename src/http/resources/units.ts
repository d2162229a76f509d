import type { Request } from 'express';
import { z } from 'zod';
import {
  type ListedUnitView,
  limitsInputSchema,
  listedUnitSchema,
  type MadeCode,
  madeCodeSchema,
  newInvitationSchema,
  rolesInputSchema,
  type UnitDetailView,
  unitDetailSchema,
  unitInputSchema,
  unitSchema,
} from '../../api/organisation.js';
import type { Records } from '../../corpus/records/records.js';
import { AppError } from '../../model/errors.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId, readParams } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { makeCode } from '../one-time-code.js';
import { ADMINISTRATORS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

const UNIT = '/api/units/:id';

/** The tree of organisations: units with their limits, and who works at them. */
export function unitRoutes(parts: ServiceParts): Route[] {
  return [...treeRoutes(), ...peopleAtRoutes(parts)];
}

function treeRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: '/api/units',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: { vi: 'Các đơn vị mình quản trị.', en: 'Units that one administers.', answer: z.array(listedUnitSchema) },
      async handle(_request, response) {
        const units = await recordsOf(response).units.list();
        response.json(units.map((unit): ListedUnitView => ({ ...unit })));
      },
    },
    {
      method: 'post',
      path: '/api/units',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: { vi: 'Thêm một đơn vị.', en: 'Adds a unit.', body: unitInputSchema, answer: unitSchema, status: 201 },
      before: [jsonBody],
      async handle(request, response) {
        const { on: _, ...given } = readBody(request, unitInputSchema);
        response.status(201).json(await recordsOf(response).units.create(given, actorOf(response)));
      },
    },
    {
      method: 'get',
      path: UNIT,
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Một đơn vị: tài khoản, lời mời, mức giới hạn, thay đổi.',
        en: 'One unit: accounts, invitations, limits, history.',
        answer: unitDetailSchema,
      },
      handle: async (request, response) => void response.json(await viewUnit(recordsOf(response), readId(request))),
    },
    {
      method: 'put',
      path: UNIT,
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Đổi một đơn vị, tính từ một ngày.',
        en: 'Changes a unit, from a day on.',
        body: unitInputSchema,
        answer: unitDetailSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const id = readId(request);
        const { on, ...given } = readBody(request, unitInputSchema);
        const records = recordsOf(response);
        await records.units.change(id, given, on, actorOf(response));
        response.json(await viewUnit(records, id));
      },
    },
    {
      method: 'put',
      path: `${UNIT}/limits`,
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Đặt mức giới hạn; null thì theo đơn vị cấp trên.',
        en: 'Sets limits; null leaves one to the unit above.',
        body: limitsInputSchema,
        answer: unitDetailSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const id = readId(request);
        const records = recordsOf(response);
        await records.units.setLimits(id, readBody(request, limitsInputSchema), actorOf(response));
        response.json(await viewUnit(records, id));
      },
    },
  ];
}

function peopleAtRoutes({ now }: ServiceParts): Route[] {
  return [
    {
      method: 'post',
      path: `${UNIT}/invitations`,
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Mời một người; mã chỉ hiện một lần.',
        en: 'Invites somebody; the code is shown this once.',
        body: newInvitationSchema,
        answer: madeCodeSchema,
        isToldOnce: true,
        status: 201,
      },
      before: [jsonBody],
      async handle(request, response) {
        const id = readId(request);
        const { code, ...kept } = makeCode(now());
        await recordsOf(response).accounts.invite(id, readBody(request, newInvitationSchema), kept, actorOf(response));
        response.status(201).json({ code, expiresAt: kept.expiresAt } satisfies MadeCode);
      },
    },
    {
      method: 'delete',
      path: `${UNIT}/invitations/:invitation`,
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: { vi: 'Thu hồi một lời mời.', en: 'Withdraws an invitation.', answer: unitDetailSchema },
      async handle(request, response) {
        const { id, invitation } = readParams(request, z.object({ id: z.string(), invitation: z.string() }));
        const records = recordsOf(response);
        await records.accounts.withdrawInvitation(id, invitation, actorOf(response));
        response.json(await viewUnit(records, id));
      },
    },
    {
      method: 'put',
      path: `${UNIT}/accounts/:account/roles`,
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Đặt vai trò của một tài khoản tại đơn vị.',
        en: 'Sets the roles of an account at the unit.',
        body: rolesInputSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { id, account } = readAccountAt(request);
        const { roles } = readBody(request, rolesInputSchema);
        const records = recordsOf(response);
        await records.accounts.setRoles(id, account, roles, actorOf(response));
        // Whoever takes the role from themselves does not see the unit any more.
        response.status(204).end();
      },
    },
  ];
}

const readAccountAt = (request: Request): { readonly id: string; readonly account: string } =>
  readParams(request, z.object({ id: z.string(), account: z.string() }));

/** A unit with all that its panel shows. Rejects with AppError `unknown-id`. */
async function viewUnit({ units, accounts }: Records, id: string): Promise<UnitDetailView> {
  const unit = await units.get(id);
  if (unit === null) throw new AppError('unknown-id', HTTP_MESSAGES.noUnit);
  const history = await units.history(id);
  return {
    unit,
    accounts: (await accounts.list(id)).map((account) => ({ ...account, roles: [...account.roles] })),
    invitations: (await accounts.invitations(id)).map((invitation) => ({ ...invitation, roles: [...invitation.roles] })),
    limits: await units.limits(id),
    history: history.map(({ at, actor, kind, details }) => ({ at, actor, kind, details: { ...details } })),
  };
}
