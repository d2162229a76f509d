import type { Request, Response } from 'express';
import { acceptInputSchema, type CodeOfferView, codeInputSchema, codeOfferSchema } from '../../api/organisation.js';
import { sessionSchema } from '../../api/service.js';
import type { Account } from '../../model/account.js';
import { AppError } from '../../model/errors.js';
import type { Attempts } from '../attempts.js';
import { credentialsBody, readBody } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { hashOfCode } from '../one-time-code.js';
import { hashPassword } from '../passwords.js';
import type { Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

/** Signs somebody in who has just come by a code, and answers as every sign-in does. */
export type SignIn = (request: Request, response: Response, account: Account) => Promise<void>;

/** One-time codes: invitations, and new passwords in place of forgotten ones. Codes that are of no use all answer alike. */
export function codeRoutes({ records: { accounts } }: ServiceParts, attempts: Attempts, signIn: SignIn): Route[] {
  return [
    {
      method: 'post',
      path: '/api/codes',
      access: 'visitor',
      isForPeople: true,
      describe: {
        vi: 'Mã dùng một lần này mở ra điều gì.',
        en: 'What a one-time code is for.',
        body: codeInputSchema,
        answer: codeOfferSchema,
      },
      before: [attempts.perAddress, credentialsBody],
      async handle(request, response) {
        const offer = await accounts.offer(hashOfCode(readBody(request, codeInputSchema).code));
        if (offer === null) throw new AppError('unknown-code', HTTP_MESSAGES.unknownCode);
        response.json({ ...offer, roles: [...offer.roles] } satisfies CodeOfferView);
      },
    },
    {
      method: 'post',
      path: '/api/codes/accept',
      access: 'visitor',
      isForPeople: true,
      describe: {
        vi: 'Dùng mã: lập tài khoản hoặc đặt mật khẩu mới, rồi đăng nhập.',
        en: 'Uses the code: a new account or a new password, and signs in.',
        body: acceptInputSchema,
        answer: sessionSchema,
      },
      before: [attempts.perAddress, credentialsBody],
      async handle(request, response) {
        const { code, name, password } = readBody(request, acceptInputSchema);
        const hash = hashOfCode(code);
        // Asked before the costly hash, and once more by the records when they write.
        if ((await accounts.offer(hash)) === null) throw new AppError('unknown-code', HTTP_MESSAGES.unknownCode);
        await signIn(request, response, await accounts.accept(hash, { name, passwordHash: await hashPassword(password) }));
      },
    },
  ];
}
