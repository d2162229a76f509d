import {
  type ChargeView,
  chargeInputSchema,
  chargeSchema,
  type DutyCountsView,
  dutiesInputSchema,
  dutiesSchema,
  dutyCountsSchema,
} from '../../api/programmes.js';
import type { Charge } from '../../corpus/records/charges.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId } from '../input.js';
import { ADMINISTRATORS, COMMITTEE, PROGRAMME_READERS, REPORT_READERS, type Route } from '../route.js';

const DUTIES = '/api/campaigns/:id/duties';
const CHARGE = '/api/units/:id/in-charge';

/** What a campaign asks of units besides essays, how far they have come, and who is in charge of whom. */
export function dutyRoutes(): Route[] {
  return [...askingRoutes(), ...chargeRoutes()];
}

function askingRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: DUTIES,
      access: PROGRAMME_READERS,
      describe: {
        vi: 'Đợt yêu cầu loại đơn vị nào có chương trình, kế hoạch.',
        en: 'What the campaign asks of units.',
        answer: dutiesSchema,
      },
      async handle(request, response) {
        response.json({ duties: await recordsOf(response).duties.of(readId(request)) });
      },
    },
    {
      method: 'put',
      path: DUTIES,
      access: COMMITTEE,
      describe: {
        vi: 'Đặt yêu cầu của đợt; chỉ cấp ủy mở đợt.',
        en: 'Sets what the campaign asks; only its own committee.',
        body: dutiesInputSchema,
        answer: dutiesSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const id = readId(request);
        const { duties, before } = readBody(request, dutiesInputSchema);
        const records = recordsOf(response);
        await records.duties.set(id, duties, before, actorOf(response));
        response.json({ duties: await records.duties.of(id) });
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/duty-counts',
      access: REPORT_READERS,
      describe: {
        vi: 'Số đã ban hành trên số phải có, theo loại, cấp và đơn vị.',
        en: 'Issued of required, by kind, level and unit.',
        answer: dutyCountsSchema,
      },
      async handle(request, response) {
        const counts = await recordsOf(response).duties.counts(readId(request));
        response.json({ ...counts, kinds: [...counts.kinds], units: [...counts.units] } satisfies DutyCountsView);
      },
    },
  ];
}

function chargeRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: CHARGE,
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: { vi: 'Cấp ủy viên cấp trên phụ trách đơn vị.', en: 'Who is in charge of a unit.', answer: chargeSchema },
      async handle(request, response) {
        response.json(viewCharge(await recordsOf(response).charges.of(readId(request))));
      },
    },
    {
      method: 'put',
      path: CHARGE,
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Giao người phụ trách đơn vị; chỉ quản trị cấp trên.',
        en: 'Says who is in charge; only administrators above.',
        body: chargeInputSchema,
        answer: chargeSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const id = readId(request);
        const { accounts, before } = readBody(request, chargeInputSchema);
        const { charges } = recordsOf(response);
        await charges.set(id, accounts, before, actorOf(response));
        response.json(viewCharge(await charges.of(id)));
      },
    },
  ];
}

const viewCharge = ({ accounts, choices }: Charge): ChargeView => ({ accounts: [...accounts], choices: [...choices] });
