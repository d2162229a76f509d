import type { Request } from 'express';
import { z } from 'zod';
import { marksPreviewSchema } from '../../api/study.js';
import type { Marking } from '../../corpus/records/studies.js';
import type { Mark, SessionPerson } from '../../model/study.js';
import { ATTENDANCE, MARK_COLUMNS, type ReadMarks, readMarks } from '../../pipeline/marks/read-marks.js';
import type { TextTable } from '../../report/people-table.js';
import { actorOf, recordsOf } from '../guards.js';
import { readNamed, rosterBody } from '../input.js';
import { ORGANISERS, ORGANISERS_AND_READERS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { MARKS_FILE, previewMarks, readSentTable, sendTable, studyId, TABLE_FILE, tableFormat } from './marks-file.js';

const PATH = '/api/campaigns/:id/sessions/:session/attendance';
const session = (request: Request) => readNamed(request, z.object({ id: studyId, session: studyId }));

/** Who attended a session, from a list and as one. */
export function attendanceRoutes(parts: ServiceParts): Route[] {
  return [
    {
      method: 'get',
      path: `${PATH}/:format`,
      access: ORGANISERS_AND_READERS,
      describe: {
        vi: 'Điểm danh thành tệp, cũng là mẫu để điền: người được triệu tập; chưa triệu tập ai thì cả danh sách.',
        en: 'The attendance as a file, which is a form to fill in as well: whoever is summoned, else the whole roster.',
        answer: TABLE_FILE,
      },
      async handle(request, response) {
        const { id, session: one, format } = readNamed(request, z.object({ id: studyId, session: studyId, format: tableFormat }));
        const { studies } = recordsOf(response);
        const people = await studies.people(id, one);
        const { day } = await studies.get(id, one);
        await sendTable(response, attendanceTable(people), { title: `diem-danh-${day}`, format });
      },
    },
    importRoute('preview', parts),
    importRoute('import', parts),
  ];
}

function importRoute(what: 'preview' | 'import', parts: ServiceParts): Route {
  const preview = { vi: 'Nhập điểm danh thì sẽ đổi những gì; chưa lưu gì.', en: 'What importing attendance would do; nothing is kept.' };
  const act = {
    vi: 'Nhập điểm danh; có dòng sai thì trả về 422 và không lưu gì.',
    en: 'Imports attendance; with problems it answers 422 and keeps nothing.',
  };
  return {
    method: 'post',
    path: `${PATH}/${what}`,
    access: ORGANISERS,
    describe: { ...(what === 'preview' ? preview : act), body: MARKS_FILE, answer: marksPreviewSchema },
    before: [rosterBody],
    async handle(request, response) {
      const { id, session: one } = session(request);
      const { studies } = recordsOf(response);
      const people = await studies.people(id, one);
      const read = readMarks(await readSentTable(request, parts), people, ATTENDANCE);
      const markings = markingsOf(read);
      const told = previewMarks(read, countChanged(markings, people));
      if (what === 'import' && told.problemCount === 0) await studies.mark(id, one, markings, actorOf(response));
      response.status(what === 'import' && told.problemCount > 0 ? 422 : 200).json(told);
    },
  };
}

function markingsOf({ marks }: ReadMarks): Marking[] {
  return marks.map(({ person, mark, note }) => {
    return { person, mark: mark === null ? 'open' : mark ? 'present' : 'absent', ...(note !== undefined && { note }) };
  });
}

function countChanged(markings: readonly Marking[], people: readonly SessionPerson[]): number {
  const known = new Map(people.map((person) => [person.id, person]));
  return markings.filter(({ person, mark, note }) => {
    const now = known.get(person);
    return now !== undefined && (now.mark !== mark || (note !== undefined && note !== now.note));
  }).length;
}

const WORDS: Readonly<Record<Mark, string>> = { open: '', none: '', present: 'x', absent: 'vắng' };

function attendanceTable(people: readonly SessionPerson[]): TextTable {
  const summoned = people.filter(({ mark }) => mark !== 'none');
  const rows = (summoned.length === 0 ? people : summoned).map(({ card, name, cell, mark, note }) => [card, name, cell, WORDS[mark], note]);
  return { head: [MARK_COLUMNS.card, MARK_COLUMNS.name, MARK_COLUMNS.cell, ATTENDANCE.column, MARK_COLUMNS.note], rows };
}
