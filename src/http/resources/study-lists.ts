import { z } from 'zod';
import {
  type ListedPersonView,
  STUDY_LISTS,
  type StudyFiguresView,
  type StudyList,
  studyFiguresSchema,
  studyListSchema,
} from '../../api/study.js';
import { formatCount, formatDay } from '../../model/format.js';
import { daysLate, type RosterPerson } from '../../model/roster.js';
import { hasStudied } from '../../model/study.js';
import type { TextTable } from '../../report/people-table.js';
import { recordsOf } from '../guards.js';
import { readId, readNamed } from '../input.js';
import { ORGANISERS_AND_READERS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { sendTable, studyId, TABLE_FILE, tableFormat } from './marks-file.js';

const PATH = '/api/campaigns/:id/study-lists';
const listSchema = z.enum(STUDY_LISTS);

/** Who must be seen to: not studied, studied without an essay, an essay without attendance. */
export function studyListRoutes({ now }: Pick<ServiceParts, 'now'>): Route[] {
  return [
    {
      method: 'get',
      path: PATH,
      access: ORGANISERS_AND_READERS,
      describe: {
        vi: 'Bao nhiêu người đã học, học bù, chưa học.',
        en: 'How many have studied, caught up, and not yet.',
        answer: studyFiguresSchema,
      },
      async handle(request, response) {
        response.json(figuresOf(await recordsOf(response).rosters.people(readId(request))));
      },
    },
    {
      method: 'get',
      path: `${PATH}/:list`,
      access: ORGANISERS_AND_READERS,
      describe: {
        vi: 'Chưa học; đã học, chưa có bài; có bài, chưa điểm danh.',
        en: 'Not studied; studied without an essay; an essay without attendance.',
        answer: studyListSchema,
      },
      async handle(request, response) {
        const { id, list } = readNamed(request, z.object({ id: studyId, list: listSchema }));
        const people = await recordsOf(response).rosters.people(id);
        response.json({ figures: figuresOf(people), people: onList(people, list, now()) } satisfies z.infer<typeof studyListSchema>);
      },
    },
    {
      method: 'get',
      path: `${PATH}/:list/:format`,
      access: ORGANISERS_AND_READERS,
      describe: { vi: 'Danh sách ấy thành tệp.', en: 'The same as a file.', answer: TABLE_FILE },
      async handle(request, response) {
        const { id, list, format } = readNamed(request, z.object({ id: studyId, list: listSchema, format: tableFormat }));
        const people = onList(await recordsOf(response).rosters.people(id), list, now());
        await sendTable(response, tableOf(people), { title: FILES[list], format });
      },
    },
  ];
}

const FILES: Readonly<Record<StudyList, string>> = {
  'not-studied': 'chua-hoc',
  'no-essay': 'da-hoc-chua-co-bai',
  'no-attendance': 'co-bai-chua-diem-danh',
};

/** Whether somebody stands on a list. Whoever need not write owes no essay. */
function isOn(list: StudyList, { study, essay, exemption }: RosterPerson): boolean {
  if (list === 'not-studied') return !hasStudied(study);
  if (list === 'no-essay') return hasStudied(study) && essay === null && exemption === null;
  return essay !== null && !hasStudied(study);
}

function figuresOf(people: readonly RosterPerson[]): StudyFiguresView {
  const count = (is: (person: RosterPerson) => boolean): number => people.filter(is).length;
  const on = (list: StudyList): number => count((person) => isOn(list, person));
  return {
    members: people.length,
    attended: count(({ study }) => study === 'attended'),
    caughtUp: count(({ study }) => study === 'caught-up'),
    notYet: on('not-studied'),
    lists: { 'not-studied': on('not-studied'), 'no-essay': on('no-essay'), 'no-attendance': on('no-attendance') },
  };
}

function onList(people: readonly RosterPerson[], list: StudyList, now: Date): ListedPersonView[] {
  return people
    .filter((person) => isOn(list, person))
    .map(({ id, unit, card, name, cell, post, isKeyCadre, isProbationary, exemption, study, due }) => {
      const person = { id, unit, card, name, cell, post, isKeyCadre, isProbationary, isExempt: exemption !== null, study, due };
      return { ...person, daysOverdue: list === 'no-essay' ? daysLate(due, now.toISOString()) : 0 };
    });
}

const tick = (is: boolean): string => (is ? 'x' : '');

function tableOf(people: readonly ListedPersonView[]): TextTable {
  const rows = people.map(({ card, name, cell, post, isKeyCadre, isProbationary, isExempt, due, daysOverdue }) => [
    ...[card, name, cell, post, tick(isKeyCadre), tick(isProbationary), tick(isExempt)],
    due === null ? '' : formatDay(due),
    daysOverdue === 0 ? '' : formatCount(daysOverdue),
  ]);
  const facts = ['Số thẻ', 'Họ và tên', 'Đơn vị', 'Chức vụ', 'Cán bộ chủ chốt', 'Đảng viên dự bị', 'Miễn viết'];
  return { head: [...facts, 'Hạn nộp', 'Số ngày quá hạn'], rows };
}
