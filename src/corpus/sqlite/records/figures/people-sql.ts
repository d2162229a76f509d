import { type RawBuilder, sql } from 'kysely';
import { countingGroups, firstGroupOf, type Giving } from '../roster/given.js';
import { personCode } from './person-code.js';

/** Where and when people are looked at. */
export interface Looked {
  readonly giving: Giving;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Whether the whole campaign asks for answers to situations. */
  readonly isSituational: boolean;
  /** What the campaign has at all: what it has not is not looked for person by person. */
  readonly has: { readonly studies: boolean; readonly material: boolean; readonly quiz: boolean; readonly plans: boolean };
}

/** A unit with the day that is due in it. */
export interface DueUnit {
  readonly id: string;
  readonly due: string | null;
}

/** Number of the newest essay and, above it, how many there are, in one number: each essay of a person is looked at once. */
const NEWEST = 2 ** 40;
/** Hours that Vietnam is ahead of UTC: a day ends there. */
const DAY_ENDS = sql.raw(`'+1 day', '-7 hours'`);
const ISO = sql.raw(`'%Y-%m-%dT%H:%M:%fZ'`);

/*
 * LIMIT -1 keeps SQLite from merging a step into the one around it, which would work out its columns anew at every mention;
 * INDEXED BY keeps it to the index that holds all that is read.
 */

/** `place`: the units that are looked at, from a list as JSON; `counting` as the roster has it. Tables of a `WITH`. */
function placeTables({ giving }: Looked, units: readonly DueUnit[]): RawBuilder<unknown> {
  return sql`
    place (unit, due, due_ends) AS (
      SELECT value ->> 0, value ->> 1, strftime(${ISO}, value ->> 1, ${DAY_ENDS})
      FROM json_each(${JSON.stringify(units.map(({ id, due }) => [id, due]))})),
    ${countingGroups(giving)}`;
}

/** One row for each person of the roster of `place`, with everything that they have done. A query that stands in brackets. */
function peopleOfPlace(looked: Looked): RawBuilder<unknown> {
  const { giving, today } = looked;
  const { campaign } = giving;
  return sql`
    SELECT handed.*, handed.first_received IS NOT NULL AS submitted,
      coalesce(handed.first_received >= handed.due_ends, 0) AS late,
      CASE WHEN handed.essays = 0 THEN 0 ELSE ${concludedAs} END AS concluded,
      CASE WHEN handed.essays = 0 THEN 0 ELSE ${proposedAs(campaign)} END AS proposed,
      ${today} AS today
    FROM (${handedPeople(looked)}) AS handed`;
}

/** The roster with the newest essay, and the time that the first one came in. */
function handedPeople(looked: Looked): RawBuilder<unknown> {
  const { campaign } = looked.giving;
  return sql`
      SELECT listed.*, submission.id AS essay, submission.state AS read_as,
        CASE WHEN listed.essays = 0 THEN ${firstOfRounds(campaign)}
          WHEN listed.essays < ${NEWEST} * 2 THEN submission.received_at ELSE ${firstReceived(campaign)} END AS first_received
      FROM (${listedPeople(looked)} LIMIT -1) AS listed
      LEFT JOIN submission ON submission.sequence = listed.essays % ${NEWEST}
      LIMIT -1`;
}

/** The roster of one unit of `place`, with the person, the day due and the essays. */
function listedPeople({ giving, isSituational, has }: Looked): RawBuilder<unknown> {
  const { campaign, groups } = giving;
  const first = groups.length === 0 ? sql`` : sql`LEFT JOIN counting ON counting.rank = ${firstGroupOf('roster.person')}`;
  const given =
    groups.length === 0
      ? sql`place.due, place.due_ends, ${isSituational ? 1 : 0} AS situation`
      : sql`coalesce(counting.due, place.due) AS due,
          CASE WHEN counting.due IS NULL THEN place.due_ends ELSE strftime(${ISO}, counting.due, ${DAY_ENDS}) END AS due_ends,
          ${isSituational ? sql`1` : sql`counting.situation IS NOT NULL`} AS situation`;
  return sql`
    SELECT roster.person, roster.exemption, roster.attended, person.is_key_cadre, person.is_probationary, person.is_head, person.cell,
      ${given},
      (SELECT coalesce(${NEWEST} * count(*) + max(submission.sequence), 0) FROM essay_person
        JOIN submission ON submission.id = essay_person.submission
        JOIN result INDEXED BY result_counted ON result.submission = essay_person.submission AND result.campaign = ${campaign}
        WHERE essay_person.person = roster.person) AS essays,
      ${has.studies ? studiedAs(campaign) : sql`0`} AS studied,
      ${has.material ? materialOf(campaign) : sql`0`} AS has_material,
      ${has.quiz ? quizOf(campaign) : sql`0`} AS quiz,
      ${has.plans ? planOf(campaign) : sql`0`} AS plan
    FROM roster_entry AS roster INDEXED BY roster_entry_unit
    JOIN person INDEXED BY person_counted ON person.id = roster.person
    ${first}
    WHERE roster.campaign = ${campaign} AND roster.unit = place.unit`;
}

/** 0 nobody has said, 1 did not come, 2 caught up, 3 attended. */
const studiedAs = (campaign: string) => sql`coalesce((
  SELECT max(CASE WHEN attendance.attended IS NULL THEN 0 WHEN attendance.attended = 0 THEN 1 ELSE 3 - study_session.is_catch_up END)
  FROM attendance JOIN study_session ON study_session.id = attendance.session
  WHERE attendance.person = roster.person AND study_session.campaign = ${campaign}), 0)`;

const materialOf = (campaign: string) => sql`EXISTS (SELECT 1 FROM material_person JOIN material ON material.id = material_person.material
  WHERE material_person.person = roster.person AND material.campaign = ${campaign})`;

const quizOf = (campaign: string) => sql`coalesce((
  SELECT max(CASE WHEN quiz_attempt.correct >= quiz.pass_share * quiz_attempt.total THEN 2 ELSE 1 END)
  FROM quiz_attempt JOIN quiz ON quiz.id = quiz_attempt.quiz
  WHERE quiz_attempt.person = roster.person AND quiz.campaign = ${campaign} AND quiz_attempt.handed_in_at IS NOT NULL), 0)`;

const planOf = (campaign: string) => sql`coalesce((
  SELECT max(CASE programme.state WHEN 'issued' THEN 2 ELSE 1 END) FROM programme
  WHERE programme.person = roster.person AND programme.campaign = ${campaign} AND programme.kind = 'plan'), 0)`;

const firstReceived = (campaign: string) => sql`(
  SELECT min(others.received_at) FROM essay_person JOIN submission AS others ON others.id = essay_person.submission
  JOIN result INDEXED BY result_counted ON result.submission = essay_person.submission AND result.campaign = ${campaign}
  WHERE essay_person.person = listed.person)`;

/** A round with an essay that was read counts before its result is there. */
const firstOfRounds = (campaign: string) => sql`(
  SELECT min(others.received_at) FROM round JOIN submission AS others ON others.id = round.submission
  WHERE round.campaign = ${campaign} AND round.person = listed.person)`;

/** The newest conclusion: 0 for none, 1 accepted, else to be rewritten: 2, and 1 more for copied, 2 more for content. */
const concludedAs = sql`coalesce((
  SELECT CASE verdict WHEN 'accepted' THEN 1 ELSE 2 + (instr(grounds, '"copied"') > 0) + 2 * (instr(grounds, '"content"') > 0) END
  FROM conclusion WHERE conclusion.submission = handed.essay ORDER BY revision DESC LIMIT 1), 0)`;

/** What the machine proposes: 1 accept, 2 review, 3 rewrite, and 4 more where it found text copied. */
const proposedAs = (campaign: string) => sql`coalesce((
  SELECT CASE proposal WHEN 'accept' THEN 1 WHEN 'rewrite' THEN 3 ELSE 2 END + 4 * (instr(brief, '"grounds":["copied"') > 0)
  FROM result INDEXED BY result_counted WHERE result.submission = handed.essay AND result.campaign = ${campaign}), 0)`;

/** Columns of `people` as facts; `counted` is what `personCode` reads. */
function countedPeople(looked: Looked): RawBuilder<unknown> {
  const { campaign } = looked.giving;
  return sql`
    SELECT people.*,
      CASE exemption WHEN '' THEN 0 WHEN 'retired' THEN 1 WHEN 'health' THEN 2 ELSE 3 END AS exempt,
      max(studied, CASE WHEN attended IS NULL THEN 0 WHEN attended = 1 THEN 3 ELSE 1 END) AS study,
      NOT submitted AND coalesce(due < today, 0) AS missed,
      CASE WHEN NOT submitted THEN 0
        WHEN concluded = 0 THEN CASE WHEN essays = 0 OR read_as IN ('ok', 'suspicious') THEN 6 ELSE 7 END
        WHEN concluded = 1 THEN CASE WHEN ${wasRewritten(campaign)} THEN 2 ELSE 1 END
        WHEN concluded = 3 THEN 3 WHEN concluded = 5 THEN 5 ELSE 4 END AS state,
      concluded > 0 AND ((concluded = 1 AND proposed % 4 = 3) OR (concluded > 1 AND proposed % 4 = 1)) AS differing,
      CASE WHEN concluded = 0 THEN proposed > 4 ELSE concluded IN (3, 5) END AS copied,
      CASE WHEN NOT submitted AND due < today THEN CAST(julianday(today) - julianday(due) AS INTEGER)
        WHEN concluded > 1 THEN ${overdueRewriting(campaign)} ELSE 0 END AS overdue
    FROM (${peopleOfPlace(looked)} LIMIT -1) AS people`;
}

const wasRewritten = (campaign: string) => sql`essays >= ${NEWEST} * 2 AND EXISTS (
  SELECT 1 FROM essay_person JOIN result INDEXED BY result_counted
    ON result.submission = essay_person.submission AND result.campaign = ${campaign}
  WHERE essay_person.person = people.person AND essay_person.submission <> people.essay AND 'rewrite' = (
    SELECT verdict FROM conclusion WHERE conclusion.submission = essay_person.submission ORDER BY revision DESC LIMIT 1))`;

/** Days since a further round was due that nothing was handed in for. */
const overdueRewriting = (campaign: string) => sql`coalesce((
  SELECT CASE WHEN number > 1 AND submission IS NULL AND due < people.today
    THEN CAST(julianday(people.today) - julianday(due) AS INTEGER) ELSE 0 END
  FROM round WHERE round.campaign = ${campaign} AND round.person = people.person ORDER BY number DESC LIMIT 1), 0)`;

/** Lines of people alike in each unit of `place`: as JSON a list of [code, cell, days overdue, people]. */
export function alikePeople(looked: Looked, units: readonly DueUnit[]): RawBuilder<{ readonly unit: string; readonly alike: string }> {
  return sql<{ readonly unit: string; readonly alike: string }>`
    WITH ${placeTables(looked, units)}
    SELECT place.unit, (
      SELECT json_group_array(json_array(code, cell, overdue, people)) FROM (
        SELECT ${personCode} AS code, counted.cell, counted.overdue, count(*) AS people
        FROM (${countedPeople(looked)} LIMIT -1) AS counted GROUP BY 1, 2, 3)) AS alike
    FROM place`;
}

/** First essays of those required in each unit of `place`, by the day in Vietnam that they came in on: as JSON a list of [day, people]. */
export function receivedByDay(looked: Looked, units: readonly DueUnit[], keyCadres: boolean): RawBuilder<{ readonly received: string }> {
  const alone: Looked = { ...looked, has: { studies: false, material: false, quiz: false, plans: false } };
  return sql<{ readonly received: string }>`
    WITH ${placeTables(looked, units)}
    SELECT (
      SELECT json_group_array(json_array(day, people)) FROM (
        SELECT date(handed.first_received, '+7 hours') AS day, count(*) AS people FROM (${handedPeople(alone)}) AS handed
        WHERE handed.first_received IS NOT NULL AND handed.exemption = '' AND handed.is_key_cadre >= ${keyCadres ? 1 : 0}
        GROUP BY 1)) AS received
    FROM place`;
}
