import type { Request, Response } from 'express';
import { memberCodeSchema } from '../../api/member.js';
import { credentialsSchema, type SessionView, sessionSchema, setupSchema } from '../../api/service.js';
import type { Member } from '../../corpus/records/members.js';
import type { Account } from '../../model/account.js';
import { AppError } from '../../model/errors.js';
import type { Attempts } from '../attempts.js';
import { RequestError } from '../errors.js';
import { sessionOf } from '../guards.js';
import { credentialsBody, readBody } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { readCode } from '../one-time-codes.js';
import { createPasswordCheck, hashPassword } from '../passwords.js';
import type { Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import type { Session, Sessions } from '../sessions.js';
import { isSetupCode } from '../setup-code.js';
import { noteFailedSignIn, noteSignIn } from '../sign-in-notes.js';
import { codeRoutes } from './codes.js';

const SESSION = '/api/session';

/** Who is signed in, signing in and out, by password or by a member's code, and the first account. */
export function sessionRoutes(parts: ServiceParts, sessions: Sessions, attempts: Attempts): Route[] {
  const { people, members } = parts.records;
  const { setupCode } = parts.settings;
  const isRight = createPasswordCheck();

  async function view({ account, member, csrf }: Session): Promise<SessionView> {
    const isSetUp = (await people.count()) > 0;
    const needsCode = !isSetUp && setupCode !== null;
    return {
      isSetUp,
      needsCode,
      account: account && { name: account.name, grants: account.grants.map((grant) => ({ ...grant })) },
      member: member && { name: member.name, unit: member.unitName },
      csrf,
      version: parts.version,
    };
  }

  /** Whoever knew the id of the session before does not know that of the new one. */
  async function renew(request: Request, response: Response, who: Account | Member | null): Promise<void> {
    const before = sessionOf(response);
    if (before !== null) await sessions.end(before);
    response.json(await view(await sessions.open(request, response, who)));
  }

  return [
    {
      method: 'get',
      path: SESSION,
      access: 'visitor',
      describe: { vi: 'Ai đang đăng nhập.', en: 'Who is signed in.', answer: sessionSchema },
      async handle(request, response) {
        response.json(await view(sessionOf(response) ?? (await sessions.open(request, response, null))));
      },
    },
    {
      method: 'post',
      path: SESSION,
      access: 'visitor',
      describe: { vi: 'Đăng nhập.', en: 'Signs in.', body: credentialsSchema, answer: sessionSchema },
      before: [attempts.perAddress, credentialsBody, ...attempts.perName],
      async handle(request, response) {
        const { name, password } = readBody(request, credentialsSchema);
        const account = await people.byName(name);
        // A disabled account answers as one that does not exist.
        const known = account?.isDisabled ? null : account;
        if (!(await isRight(password, known?.passwordHash ?? null))) {
          noteFailedSignIn(parts.records, account, response, (error) => request.log.error({ err: error }, 'failed sign-in not noted'));
          throw new RequestError(401, 'wrong-credentials', HTTP_MESSAGES.wrongCredentials);
        }
        if (known !== null) await noteSignIn(parts.records, known);
        await renew(request, response, known);
      },
    },
    ...codeRoutes(parts, attempts, renew),
    {
      method: 'delete',
      path: SESSION,
      access: 'visitor',
      describe: { vi: 'Đăng xuất.', en: 'Signs out.', answer: sessionSchema },
      handle: (request, response) => renew(request, response, null),
    },
    {
      // Only sending a code uses it up: messengers fetch links by themselves.
      method: 'post',
      path: '/api/member-session',
      access: 'visitor',
      isForPeople: true,
      describe: {
        vi: 'Vào bằng mã dùng một lần của người viết.',
        en: 'Signs a member in by a one-time code.',
        body: memberCodeSchema,
        answer: sessionSchema,
      },
      before: [attempts.perAddress, credentialsBody],
      async handle(request, response) {
        const hash = readCode(readBody(request, memberCodeSchema).code);
        const member = hash === null ? null : await members.enter(hash);
        if (member === null) throw new RequestError(401, 'wrong-code', HTTP_MESSAGES.wrongMemberCode);
        await renew(request, response, member);
      },
    },
    {
      method: 'post',
      path: '/api/setup',
      access: 'visitor',
      describe: { vi: 'Lập tài khoản đầu tiên.', en: 'Makes the first account.', body: setupSchema, answer: sessionSchema },
      before: [attempts.perAddress, credentialsBody],
      async handle(request, response) {
        const { name, password, code, unit } = readBody(request, setupSchema);
        // Asked before the costly hash, and once more by the records when they write.
        if ((await people.count()) > 0) throw new AppError('already-set-up', HTTP_MESSAGES.alreadySetUp);
        if (setupCode !== null && !isSetupCode(code, setupCode)) throw new RequestError(403, 'wrong-code', HTTP_MESSAGES.wrongCode);
        await renew(request, response, await people.createFirst({ name, passwordHash: await hashPassword(password) }, unit));
      },
    },
  ];
}
