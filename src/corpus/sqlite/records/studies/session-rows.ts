import { type RawBuilder, sql } from 'kysely';
import type { SessionFacts, SessionPoint, StudySession } from '../../../../model/study.js';
import { POINT_KINDS, SPEAKER_POSTS, STUDY_FORMS, STUDY_MODES } from '../../../../model/study.js';
import type { CorpusTables } from '../../schema.js';
import { isOwn, type Reach } from '../reach.js';
import type { Tables } from '../store.js';

/** Sessions of a campaign at units in reach, with what their lists add up to: everybody who was listed, on the roster still or not. */
export function selectSessions(tables: Tables, campaign: string, reach: Reach) {
  const count = (where: RawBuilder<unknown>) =>
    sql<number>`(SELECT count(*) FROM attendance WHERE attendance.session = study_session.id AND ${where})`;
  return tables
    .selectFrom('study_session')
    .selectAll()
    .select([
      count(sql`true`).as('summoned'),
      count(sql`attendance.attended = 1`).as('attended'),
      count(sql`attendance.attended = 0`).as('absent'),
    ])
    .where('campaign', '=', campaign)
    .where(isOwn(reach, 'unit'));
}

export type SessionRow = Awaited<ReturnType<ReturnType<typeof selectSessions>['executeTakeFirstOrThrow']>>;

/** Points of sessions, by session. */
export async function pointsOf(tables: Tables, sessions: readonly string[]): Promise<ReadonlyMap<string, SessionPoint[]>> {
  const found = new Map<string, SessionPoint[]>();
  if (sessions.length === 0) return found;
  const rows = await tables.selectFrom('session_point').selectAll().where('session', 'in', sessions).orderBy('place').execute();
  for (const { session, name, kind, summoned, attended } of rows)
    found.set(session, [...(found.get(session) ?? []), { name, kind: oneOf(POINT_KINDS, kind), summoned, attended }]);
  return found;
}

export function toSession(row: SessionRow, points: readonly SessionPoint[]): StudySession {
  const { id, unit, revision, day, title, place, speaker, minutes, comments, questions, answered } = row;
  return {
    id,
    unit,
    revision,
    day,
    title,
    place,
    speaker,
    minutes,
    comments,
    questions,
    answered,
    points,
    form: oneOf(STUDY_FORMS, row.form),
    mode: oneOf(STUDY_MODES, row.mode),
    isCatchUp: row.is_catch_up === 1,
    speakerPost: oneOf(SPEAKER_POSTS, row.speaker_post),
    isCombined: row.is_combined === 1,
    toldSummoned: row.told_summoned,
    toldAttended: row.told_attended,
    nonMembers: row.non_members,
    listed: { summoned: row.summoned, attended: row.attended, absent: row.absent },
  };
}

/** The columns of what a unit says of a session; points stand in a table of their own. */
export function sessionColumns(facts: SessionFacts) {
  const { day, title, form, mode, place, speaker, minutes, comments, questions, answered } = facts;
  return {
    day,
    title,
    form,
    mode,
    place,
    speaker,
    minutes,
    comments,
    questions,
    answered,
    is_catch_up: bit(facts.isCatchUp),
    speaker_post: facts.speakerPost,
    is_combined: bit(facts.isCombined),
    told_summoned: facts.toldSummoned,
    told_attended: facts.toldAttended,
    non_members: facts.nonMembers,
  } satisfies Partial<CorpusTables['study_session']>;
}

const bit = (is: boolean): 0 | 1 => (is ? 1 : 0);

/** Puts these in the place of a session's points. */
export async function putPoints(tables: Tables, session: string, points: readonly SessionPoint[]): Promise<void> {
  await tables.deleteFrom('session_point').where('session', '=', session).execute();
  const rows = points.map(({ name, kind, summoned, attended }, place) => ({ session, place, name, kind, summoned, attended }));
  if (rows.length > 0) await tables.insertInto('session_point').values(rows).execute();
}

/** The one of a list that a column holds; the last of the list for what an older or newer version wrote. */
function oneOf<T extends string>(list: readonly T[], value: string): T {
  const last = list[list.length - 1];
  const found = list.find((one) => one === value) ?? last;
  if (found === undefined) throw new RangeError('an empty list');
  return found;
}
