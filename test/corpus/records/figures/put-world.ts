import type Database from 'better-sqlite3';
import type { MadeEssay, MadePerson, MadeWorld } from './world.js';

const AT = '2026-11-20T03:00:00.000Z';
/** Before and after the moment at which tests begin to look. */
const ENDS = { 'handed-in': null, over: '2026-11-25T07:59:59.000Z', running: '2026-11-25T09:00:00.000Z' } as const;
const GROUNDS = { accepted: '[]', copied: '["copied"]', content: '["content"]', both: '["copied","content"]' } as const;

/** Writes a world into the tables, as if nothing had been there before. */
export function putWorld(database: Database.Database, world: MadeWorld, { campaign, other }: { campaign: string; other: string }): void {
  const run = (text: string, ...values: unknown[]) => database.prepare(text).run(...values);
  for (const table of EMPTIED) run(`DELETE FROM ${table}`);
  run(`DELETE FROM unit WHERE id <> 'goc'`);
  run(`INSERT OR IGNORE INTO original VALUES (?, 1)`, '0'.repeat(64));
  run(
    `UPDATE campaign_version SET definition = json_set(definition, '$.kind', ?) WHERE campaign = ?`,
    world.isSituational ? 'situational-answer' : 'essay',
    campaign,
  );
  for (const kind of world.asksFor) run(`INSERT INTO duty VALUES (?, ?, 'cell', NULL)`, campaign, kind);
  run(`INSERT INTO situation (id, unit, job, title, prompt) VALUES ('tinh-huong', 'goc', '', '', '')`);
  for (const [place, { due, hasSituation }] of world.groups.entries()) {
    run(`INSERT INTO audience VALUES (?, 'goc', ?)`, `nhom-${place}`, `Nhóm ${place}`);
    run(`INSERT INTO campaign_audience VALUES (?, ?, '', ?, ?)`, campaign, `nhom-${place}`, due, hasSituation ? 'tinh-huong' : null);
  }
  run(
    `INSERT INTO study_session ${SESSION} VALUES ('khac', ?, 'goc', '2026-01-01', '', 'class', 'online', 0, '', '', '', 0, 9, 9, 9, 9)`,
    other,
  );
  run(
    `INSERT INTO quiz (id, key, campaign, unit, title, asked, pass_share, is_public) VALUES ('hoi', 'hoi', ?, 'goc', '', 10, 0.7, 0)`,
    campaign,
  );
  putUnits(run, world, campaign);
  for (const [place, person] of world.people.entries()) putPerson(run, `p${place}`, person, { world, campaign, other });
}

/** Tables that hold what figures are counted from, those that others hang on last. */
export const EMPTIED = [
  ...['attendance', 'session_point', 'study_session', 'material_person', 'material_cell', 'material', 'duty', 'programme'],
  ...['campaign_audience', 'audience_member', 'audience', 'situation', 'quiz_attempt', 'quiz', 'exemplary', 'second_look', 'conclusion'],
  ...['essay_person', 'result', 'submission', 'roster_entry', 'person', 'due_day', 'round'],
];
const SESSION = `(id, campaign, unit, day, title, form, mode, is_catch_up, place, speaker, speaker_post, is_combined, non_members, comments, questions, answered)`;

type Run = (text: string, ...values: unknown[]) => unknown;

function putUnits(run: Run, { units }: MadeWorld, campaign: string): void {
  for (const [place, unit] of units.entries()) {
    const id = `u${place}`;
    run(
      `INSERT INTO unit (id, parent, name, kind, created_at) VALUES (?, ?, ?, ?, '${AT}')`,
      id,
      unit.parent === null ? 'goc' : `u${unit.parent}`,
      `Đơn vị ${place}`,
      unit.kind,
    );
    if (unit.due !== null) run('INSERT INTO due_day VALUES (?, ?, ?)', campaign, id, unit.due);
    for (let number = 0; number < unit.sessions; number++) {
      const { told } = unit;
      run(
        `INSERT INTO study_session ${SESSION} VALUES (?, ?, ?, '2026-11-10', '', 'class', ?, ?, '', '', ?, 0, ?, ?, ?, ?)`,
        `${id}-b${number}`,
        campaign,
        id,
        unit.mode,
        number,
        unit.post,
        told,
        told,
        told,
        told,
      );
      for (let point = 0; point < unit.points; point++)
        run(`INSERT INTO session_point VALUES (?, ?, '', 'other', NULL, NULL)`, `${id}-b${number}`, point);
    }
    run(`INSERT INTO material (id, campaign, unit, title, kind) VALUES (?, ?, ?, '', 'printed')`, `${id}-t`, campaign, id);
    for (const cell of unit.cells) run('INSERT INTO material_cell VALUES (?, ?)', `${id}-t`, cell);
    if (unit.programme !== null)
      putProgramme(run, { id: `${id}-ct`, campaign, unit: id, kind: 'collective', person: null, state: unit.programme });
    if (unit.isExemplary) run(`INSERT INTO exemplary VALUES (?, ?, ?, NULL, '', 'An', '${AT}')`, `${id}-gương`, campaign, id);
  }
}

function putProgramme(run: Run, { id, campaign, unit, kind, person, state }: Readonly<Record<string, string | null>>): void {
  run(
    `INSERT INTO programme (id, campaign, unit, kind, person, title, state, text, created_by, created_at) VALUES (?, ?, ?, ?, ?, '', ?, '', 'An', '${AT}')`,
    ...[id, campaign, unit, kind, person, state],
  );
}

interface Where {
  readonly world: MadeWorld;
  readonly campaign: string;
  readonly other: string;
}

function putPerson(run: Run, id: string, person: MadePerson, { world, campaign, other }: Where): void {
  const unit = `u${person.unit}`;
  run(
    `INSERT INTO person (id, unit, card, name, cell, post, place, is_head, is_key_cadre, is_probationary) VALUES (?, ?, ?, '', ?, '', '', ?, ?, ?)`,
    ...[id, unit, id, person.cell, person.isHead ? 1 : 0, person.isKeyCadre ? 1 : 0, person.isProbationary ? 1 : 0],
  );
  run(
    `INSERT INTO roster_entry (campaign, person, unit, exemption, attended) VALUES (?, ?, ?, ?, ?)`,
    campaign,
    id,
    unit,
    person.exemption,
    person.marked,
  );
  for (const [number, attended] of person.sessions.entries()) {
    const session = number === 2 ? 'khac' : `${unit}-b${number}`;
    const isHeld = number === 2 || number < world.units[person.unit]!.sessions;
    if (attended !== undefined && isHeld) run('INSERT INTO attendance (session, person, attended) VALUES (?, ?, ?)', session, id, attended);
  }
  if (person.hasMaterial) run('INSERT INTO material_person VALUES (?, ?)', `${unit}-t`, id);
  if (person.group !== null) run('INSERT INTO audience_member VALUES (?, ?)', `nhom-${person.group}`, id);
  if (person.plan !== null) putProgramme(run, { id: `${id}-kh`, campaign, unit, kind: 'personal-plan', person: id, state: person.plan });
  if (person.quiz !== null)
    run(
      `INSERT INTO quiz_attempt (id, quiz, person, questions, started_at, ends_at, handed_in_at, correct, total) VALUES (?, 'hoi', ?, '[]', '${AT}', ?, ?, ?, 10)`,
      ...[`${id}-h`, id, ENDS[person.quiz.end], person.quiz.end === 'handed-in' ? AT : null, person.quiz.right],
    );
  for (const [number, essay] of person.essays.entries())
    putEssay(run, essay, { id: `${id}-e${number}`, person: id, unit, campaign: essay.isElsewhere ? other : campaign });
  const last = person.essays.length - 1;
  if (person.look !== null && last >= 0)
    run(
      `INSERT INTO second_look (id, campaign, unit, submission, person, words, asked_at, answer) VALUES (?, ?, ?, ?, ?, '', ?, ?)`,
      // After the first conclusion and before the second.
      ...[`${id}-l`, campaign, unit, `${id}-e${last}`, id, '2026-11-21T12:00:00.000Z', person.look.isAnswered ? 'đã xem' : null],
    );
}

function putEssay(
  run: Run,
  essay: MadeEssay,
  { id, person, unit, campaign }: Readonly<Record<'id' | 'person' | 'unit' | 'campaign', string>>,
): void {
  run(
    `INSERT INTO submission (id, campaign, member, unit, file, sha256, state, received_at, tenant) VALUES (?, 'Đợt', ?, '', 'bài.docx', ?, ?, ?, ?)`,
    ...[id, person, '0'.repeat(64), essay.state, essay.received, unit],
  );
  run(`INSERT INTO essay_person VALUES (?, ?, 'card', NULL, '${AT}')`, id, person);
  if (essay.isAssessed)
    run(
      `INSERT INTO result (submission, campaign, version, proposal, brief, detail) VALUES (?, ?, 1, ?, '{}', '{}')`,
      id,
      campaign,
      essay.proposal,
    );
  for (const [number, one] of essay.conclusions.entries())
    run(
      `INSERT INTO conclusion VALUES (?, ?, ?, ?, '', 'An', ?)`,
      ...[id, number + 1, one === 'accepted' ? 'accepted' : 'rewrite', GROUNDS[one], `2026-11-2${number + 1}T03:00:00.000Z`],
    );
}
