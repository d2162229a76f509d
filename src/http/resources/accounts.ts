import { z } from 'zod';
import {
  accountStateSchema,
  type MadeCode,
  madeCodeSchema,
  type OwnSessionView,
  ownSessionSchema,
  passwordInputSchema,
} from '../../api/organisation.js';
import type { Account } from '../../model/account.js';
import type { Attempts } from '../attempts.js';
import { RequestError } from '../errors.js';
import { actorOf, recordsOf, sessionOf } from '../guards.js';
import { credentialsBody, jsonBody, readBody, readId } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { makeCode } from '../one-time-code.js';
import { createPasswordCheck, hashPassword } from '../passwords.js';
import { ADMINISTRATORS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import type { Session, Sessions } from '../sessions.js';

/** What administrators do to accounts, and what everybody does to their own. */
export function accountRoutes(parts: ServiceParts, sessions: Sessions, attempts: Attempts): Route[] {
  return [...administeredRoutes(parts, sessions), ...ownRoutes(parts, sessions, attempts)];
}

function administeredRoutes({ now }: ServiceParts, sessions: Sessions): Route[] {
  return [
    {
      method: 'put',
      path: '/api/accounts/:id/state',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: { vi: 'Khóa hoặc mở lại một tài khoản.', en: 'Disables an account, or lets it in again.', body: accountStateSchema },
      before: [jsonBody],
      async handle(request, response) {
        const { isDisabled } = readBody(request, accountStateSchema);
        await recordsOf(response).accounts.setDisabled(readId(request), isDisabled, actorOf(response));
        await sessions.dropEnded();
        response.status(204).end();
      },
    },
    {
      method: 'post',
      path: '/api/accounts/:id/reset',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Tạo mã đặt lại mật khẩu, chỉ hiện một lần.',
        en: 'Makes a code for a new password, shown this once.',
        answer: madeCodeSchema,
        isToldOnce: true,
        status: 201,
      },
      async handle(request, response) {
        const { code, ...kept } = makeCode(now());
        await recordsOf(response).accounts.reset(readId(request), kept, actorOf(response));
        response.status(201).json({ code, expiresAt: kept.expiresAt } satisfies MadeCode);
      },
    },
  ];
}

function ownRoutes(parts: ServiceParts, sessions: Sessions, attempts: Attempts): Route[] {
  const { accounts } = parts.records;
  const isRight = createPasswordCheck();
  return [
    {
      method: 'put',
      path: '/api/account/password',
      access: 'account',
      isForPeople: true,
      describe: {
        vi: 'Đổi mật khẩu của mình; các phiên khác kết thúc.',
        en: 'Changes one’s own password; other sessions end.',
        body: passwordInputSchema,
      },
      before: [attempts.perAddress, credentialsBody],
      async handle(request, response) {
        const { current, password } = readBody(request, passwordInputSchema);
        const { account, key } = own(sessionOf(response));
        if (!(await isRight(current, account.passwordHash))) throw new RequestError(422, 'wrong-credentials', HTTP_MESSAGES.wrongPassword);
        await accounts.setPassword(account.id, await hashPassword(password), key);
        await sessions.dropEnded();
        response.status(204).end();
      },
    },
    {
      method: 'get',
      path: '/api/account/sessions',
      access: 'account',
      isForPeople: true,
      describe: { vi: 'Các phiên đăng nhập của mình.', en: 'Where one is signed in.', answer: z.array(ownSessionSchema) },
      async handle(_request, response) {
        const { account, key } = own(sessionOf(response));
        const views = (await sessions.ofAccount(account.id)).map(({ key: id, startedAt, seenAt, agent }): OwnSessionView => {
          return { id, isThis: id === key, startedAt, seenAt, agent };
        });
        response.json(views);
      },
    },
    {
      method: 'delete',
      path: '/api/account/sessions/:id',
      access: 'account',
      isForPeople: true,
      describe: { vi: 'Kết thúc một phiên đăng nhập của mình.', en: 'Ends a session of one’s own.' },
      async handle(request, response) {
        await accounts.endSession(own(sessionOf(response)).account.id, readId(request));
        await sessions.dropEnded();
        response.status(204).end();
      },
    },
  ];
}

/** The guards let nobody through without an account. */
function own(session: Session | null): { readonly account: Account; readonly key: string } {
  if (!session?.account) throw new RequestError(401, 'signed-out', HTTP_MESSAGES.signedOut);
  return { account: session.account, key: session.key };
}
