import { type CodesView, codesSchema, newCodesSchema, type SeatView, seatsSchema } from '../../api/member.js';
import type { Seat } from '../../corpus/records/members.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId } from '../input.js';
import { makeCode } from '../one-time-codes.js';
import { COMMITTEE, type Route } from '../route.js';

/** One-time codes for the people of a campaign's roster. */
export function memberCodeRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: '/api/campaigns/:id/seats',
      access: COMMITTEE,
      isForPeople: true,
      describe: {
        vi: 'Người trong danh sách và tình trạng mã của từng người.',
        en: 'People of the roster, and how their codes stand.',
        answer: seatsSchema,
      },
      async handle(request, response) {
        response.json((await recordsOf(response).members.seats(readId(request))).map(viewSeat));
      },
    },
    {
      method: 'post',
      path: '/api/campaigns/:id/codes',
      access: COMMITTEE,
      isForPeople: true,
      describe: {
        vi: 'Tạo mã dùng một lần cho người trong danh sách; chỉ hiện một lần.',
        en: 'Makes one-time codes for people of the roster, shown this once.',
        body: newCodesSchema,
        answer: codesSchema,
        isToldOnce: true,
      },
      before: [jsonBody],
      async handle(request, response) {
        const id = readId(request);
        const asked = new Set(readBody(request, newCodesSchema).people);
        const { members } = recordsOf(response);
        const made = [...asked].map((person) => ({ person, ...makeCode() }));
        const until = await members.makeCodes(
          id,
          made.map(({ person, hash }) => ({ person, hash })),
          actorOf(response),
        );
        const codes = new Map(made.map(({ person, code }) => [person, code]));
        const seats = (await members.seats(id)).filter(({ person }) => codes.has(person));
        const told = seats.map(({ person, name, cell }) => ({ person, name, cell, code: codes.get(person) ?? '' }));
        response.json({ until, codes: told } satisfies CodesView);
      },
    },
  ];
}

function viewSeat({ person, name, card, cell, post, exemption, code, until, attempts }: Seat): SeatView {
  return { person, name, card, cell, post, isExempt: exemption !== '', code, until, attempts };
}
