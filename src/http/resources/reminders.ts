import { z } from 'zod';
import {
  type ReminderPersonView,
  type RemindersView,
  remindersSchema,
  type UnitRemindersView,
  unitRemindersSchema,
} from '../../api/reminders.js';
import type { Records } from '../../corpus/records/records.js';
import { type Owing, REMINDER_LISTS, reminderOf } from '../../model/reminder.js';
import { reminderTable } from '../../report/reminder-table.js';
import { recordsOf } from '../guards.js';
import { readId, readNamed } from '../input.js';
import { ORGANISERS_AND_READERS, type Route } from '../route.js';
import { sendTable, studyId, TABLE_FILE, tableFormat } from './marks-file.js';

const PATH = '/api/campaigns/:id/reminders';

/** Who is to be reminded of what is due. Nothing is sent to anybody. */
export function reminderRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: PATH,
      access: ORGANISERS_AND_READERS,
      describe: {
        vi: 'Ai sắp đến hạn, quá hạn nộp bài hoặc viết lại.',
        en: 'Who is soon due or overdue, with an essay or a rewriting.',
        answer: remindersSchema,
      },
      async handle(request, response) {
        response.json(await viewReminders(recordsOf(response), readId(request)));
      },
    },
    {
      method: 'get',
      path: `${PATH}/units`,
      access: ORGANISERS_AND_READERS,
      describe: {
        vi: 'Số người sắp đến hạn, quá hạn của từng đơn vị, không có tên người.',
        en: 'How many are due or overdue at each unit; no names.',
        answer: unitRemindersSchema,
      },
      async handle(request, response) {
        const { units, ...told } = await recordsOf(response).reminders.units(readId(request));
        response.json({ ...told, units: units.map((unit) => ({ ...unit })) } satisfies UnitRemindersView);
      },
    },
    {
      method: 'get',
      path: `${PATH}/:format`,
      access: ORGANISERS_AND_READERS,
      describe: { vi: 'Danh sách nhắc hạn thành tệp.', en: 'The same as a file.', answer: TABLE_FILE },
      async handle(request, response) {
        const { id, format } = readNamed(request, z.object({ id: studyId, format: tableFormat }));
        const { people } = await viewReminders(recordsOf(response), id);
        await sendTable(response, reminderTable(people), { title: 'nhac-han', format });
      },
    },
  ];
}

async function viewReminders({ reminders }: Records, id: string): Promise<RemindersView> {
  const { today, warningDays, people } = await reminders.people(id);
  const listed = people.flatMap((person) => viewPerson(person, today));
  // The longest overdue first, then what is due first.
  const order = ({ list, days }: ReminderPersonView): number => (list === 'overdue' || list === 'rewrite-overdue' ? -days : days + 1);
  const byList = (person: ReminderPersonView): number => REMINDER_LISTS.indexOf(person.list);
  const sorted = listed.sort((one, other) => byList(one) - byList(other) || order(one) - order(other));
  return { today, warningDays, people: sorted, noDue: people.filter(({ due }) => due === null).length };
}

function viewPerson({ isRewriting, warningDays, due, ...person }: Owing, today: string): ReminderPersonView[] {
  const reminder = reminderOf({ due, isRewriting, warningDays }, today);
  return reminder === null || due === null ? [] : [{ ...person, due, ...reminder }];
}
