import type { TokenView } from '../../api/tokens.js';
import { madeTokenSchema, newTokenSchema, tokenSchema, tokensSchema } from '../../api/tokens.js';
import type { AccessToken } from '../../model/access-token.js';
import { makeToken } from '../access-tokens.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId } from '../input.js';
import { COMMITTEE, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

const DAY = 24 * 60 * 60_000;

/** Access tokens for other software. Only people make and revoke them: no token gives out another. */
export function tokenRoutes({ now }: ServiceParts): Route[] {
  return [
    {
      method: 'get',
      path: '/api/tokens',
      access: COMMITTEE,
      isForPeople: true,
      describe: { vi: 'Khóa truy cập của đơn vị.', en: 'Access tokens of the unit.', answer: tokensSchema },
      async handle(_request, response) {
        response.json((await recordsOf(response).tokens.list()).map(viewToken));
      },
    },
    {
      method: 'post',
      path: '/api/tokens',
      access: COMMITTEE,
      isForPeople: true,
      describe: {
        vi: 'Tạo khóa truy cập; khóa chỉ hiện một lần.',
        en: 'Makes an access token, shown this once.',
        body: newTokenSchema,
        answer: madeTokenSchema,
        isToldOnce: true,
        status: 201,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { name, rights, days, unit } = readBody(request, newTokenSchema);
        const { secret, hash } = makeToken();
        const expiresAt = new Date(now().getTime() + days * DAY).toISOString();
        const made = { name, rights: [...new Set(rights)], expiresAt, hash, ...(unit !== undefined && { unit }) };
        const token = await recordsOf(response).tokens.create(made, actorOf(response));
        response.status(201).json({ token: viewToken(token), secret });
      },
    },
    {
      method: 'post',
      path: '/api/tokens/:id/revoke',
      access: COMMITTEE,
      isForPeople: true,
      describe: { vi: 'Thu hồi khóa; có hiệu lực ngay.', en: 'Revokes a token at once.', answer: tokenSchema },
      async handle(request, response) {
        response.json(viewToken(await recordsOf(response).tokens.revoke(readId(request), actorOf(response))));
      },
    },
  ];
}

const viewToken = (token: AccessToken): TokenView => ({ ...token, rights: [...token.rights] });
