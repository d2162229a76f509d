import { type RawBuilder, sql } from 'kysely';
import { isCounted, PASSED } from '../quiz-rows.js';
import { countingGroups, firstGroupOf, type Giving } from '../roster/given.js';
import { saidAtSessions, saidByRoster } from '../studies/study-sql.js';
import { marksOf } from './person-code.js';

/** How people are looked at in a campaign. */
export interface Looked {
  readonly giving: Giving;
  /** ISO 8601, UTC. */
  readonly now: string;
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

/*
 * LIMIT -1 keeps SQLite from merging a step into the one around it, which would work out its columns anew at every mention;
 * INDEXED BY keeps it to the index that holds all that is read.
 */

/** `place`: the units that are looked at, from a list as JSON; `counting` as the roster has it. Tables of a `WITH`. */
function placeTables({ giving }: Looked, units: readonly DueUnit[]): RawBuilder<unknown> {
  return sql`
    place (unit, due, due_ends) AS (
      SELECT value ->> 0, value ->> 1, ${endOf(sql`value ->> 1`)} FROM json_each(${JSON.stringify(units.map(({ id, due }) => [id, due]))})),
    ${countingGroups(giving)}`;
}

/** The moment at which a day is over in Vietnam; of no day one that never comes. */
const endOf = (day: RawBuilder<unknown>) => sql`coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', ${day}, '+1 day', '-7 hours'), '~')`;

/** The roster of one unit of `place`: one row a person, with what they have done. */
function peopleOfPlace(looked: Looked): RawBuilder<unknown> {
  const { giving, has } = looked;
  const { campaign } = giving;
  return sql`
    SELECT listed.person, listed.marks, listed.cell, listed.marked, listed.due, listed.due_ends, listed.essays, listed.essay, listed.is_read,
      listed.proposed, ${firstReceived(campaign)} AS received,
      CASE WHEN listed.essays = 0 THEN 0 ELSE ${concludedAs} END AS concluded,
      ${has.studies ? sql`coalesce(${saidAtSessions(campaign, sql`listed.person`)}, 0)` : sql`0`} AS studied,
      ${has.material ? materialOf(campaign) : sql`0`} AS has_material,
      ${has.quiz ? quizOf(looked) : sql`0`} AS quiz,
      ${has.plans ? sql`CASE WHEN listed.is_head = 0 THEN 0 ELSE ${planOf(campaign)} END` : sql`0`} AS plan
    FROM (${listedPeople(looked)} LIMIT -1) AS listed`;
}

/**
 * The roster with the person, the day due, how many essays there are and what there is of the newest: the columns beside the
 * one `max` are those of its row. Grouped in the order of the index, so that nothing is sorted.
 */
function listedPeople({ giving, isSituational }: Looked): RawBuilder<unknown> {
  const { campaign, groups } = giving;
  const hasGroups = groups.length > 0;
  const situation = isSituational ? sql`1` : hasGroups ? sql`(counting.situation IS NOT NULL)` : sql`0`;
  return sql`
    SELECT roster.person, person.cell, person.is_head,
      ${marksOf({
        is_key_cadre: sql`person.is_key_cadre`,
        is_probationary: sql`person.is_probationary`,
        is_head: sql`person.is_head`,
        exempt: sql`CASE roster.exemption WHEN '' THEN 0 WHEN 'retired' THEN 1 WHEN 'health' THEN 2 ELSE 3 END`,
        situation,
      })} AS marks,
      ${saidByRoster(sql`roster.attended`)} AS marked,
      ${hasGroups ? sql`coalesce(counting.due, place.due)` : sql`place.due`} AS due,
      ${hasGroups ? sql`CASE WHEN counting.due IS NULL THEN place.due_ends ELSE ${endOf(sql`counting.due`)} END` : sql`place.due_ends`} AS due_ends,
      count(submission.id) AS essays, max(submission.sequence), submission.id AS essay, submission.received_at,
      submission.state IN ('ok', 'suspicious') AS is_read,
      CASE result.proposal WHEN 'accept' THEN 1 WHEN 'rewrite' THEN 3 ELSE 2 END AS proposed
    FROM roster_entry AS roster INDEXED BY roster_entry_unit
    CROSS JOIN person INDEXED BY person_counted ON person.id = roster.person
    LEFT JOIN essay_person ON essay_person.person = roster.person
    LEFT JOIN result INDEXED BY result_counted ON result.submission = essay_person.submission AND result.campaign = ${campaign}
    LEFT JOIN submission INDEXED BY submission_counted ON submission.id = result.submission
    ${hasGroups ? sql`LEFT JOIN counting ON counting.rank = ${firstGroupOf('roster.person')}` : sql``}
    WHERE roster.campaign = ${campaign} AND roster.unit = place.unit
    GROUP BY roster.exemption, roster.attended, roster.person`;
}

/** When somebody first handed in. An essay of a round that was read counts before its result is there. */
const firstReceived = (campaign: string) => sql`CASE listed.essays WHEN 1 THEN listed.received_at WHEN 0 THEN (
    SELECT min(others.received_at) FROM round JOIN submission AS others INDEXED BY submission_counted ON others.id = round.submission
    WHERE round.campaign = ${campaign} AND round.person = listed.person)
  ELSE (
    SELECT min(others.received_at) FROM essay_person
    JOIN result INDEXED BY result_counted ON result.submission = essay_person.submission AND result.campaign = ${campaign}
    JOIN submission AS others INDEXED BY submission_counted ON others.id = result.submission
    WHERE essay_person.person = listed.person) END`;

const materialOf = (campaign: string) => sql`EXISTS (SELECT 1 FROM material_person JOIN material ON material.id = material_person.material
  WHERE material_person.person = listed.person AND material.campaign = ${campaign})`;

/** 0 none, 1 taken, 2 passed. */
const quizOf = ({ giving, now }: Looked) => sql`coalesce((
  SELECT max(CASE WHEN ${PASSED} THEN 2 ELSE 1 END)
  FROM quiz_attempt JOIN quiz ON quiz.id = quiz_attempt.quiz
  WHERE quiz_attempt.person = listed.person AND quiz.campaign = ${giving.campaign} AND ${isCounted(now)}), 0)`;

const planOf = (campaign: string) => sql`coalesce((
  SELECT max(CASE programme.state WHEN 'issued' THEN 2 ELSE 1 END) FROM programme
  WHERE programme.person = listed.person AND programme.campaign = ${campaign} AND programme.kind = 'personal-plan'), 0)`;

/** The newest conclusion: 0 for none, 1 accepted, else to be rewritten: 2, and 1 more for copied, 2 more for content. */
const concludedAs = sql`coalesce((
  SELECT CASE verdict WHEN 'accepted' THEN 1 ELSE 2 + (instr(grounds, '"copied"') > 0) + 2 * (instr(grounds, '"content"') > 0) END
  FROM conclusion WHERE conclusion.submission = listed.essay ORDER BY revision DESC LIMIT 1), 0)`;

/** People of one unit of `place` as numbers, with the day that they first handed in on and the day due of what is not there yet. */
function codedPeople(looked: Looked): RawBuilder<unknown> {
  const { campaign } = looked.giving;
  const code = marksOf({
    study: sql`max(people.marked, people.studied)`,
    has_material: sql`people.has_material`,
    submitted: sql`(people.received IS NOT NULL)`,
    late: sql`coalesce(people.received >= people.due_ends, 0)`,
    state: sql`CASE WHEN people.received IS NULL THEN 0
      WHEN people.concluded = 0 THEN CASE WHEN people.essays = 0 OR people.is_read THEN 6 ELSE 7 END
      WHEN people.concluded = 1 THEN CASE WHEN ${wasRewritten(campaign)} THEN 2 ELSE 1 END
      WHEN people.concluded = 3 THEN 3 WHEN people.concluded = 5 THEN 5 ELSE 4 END`,
    differing: sql`((people.concluded = 1 AND people.proposed = 3) OR (people.concluded > 1 AND people.proposed = 1))`,
    copied: sql`CASE WHEN people.concluded > 0 THEN people.concluded IN (3, 5) WHEN people.essays = 0 THEN 0 ELSE ${isProposedCopied(campaign)} END`,
    quiz: sql`people.quiz`,
    plan: sql`people.plan`,
  });
  return sql`
    SELECT people.marks + ${code} AS code, people.cell, date(people.received, '+7 hours') AS received,
      CASE WHEN people.received IS NULL THEN people.due WHEN people.concluded > 1 THEN ${rewritingDue(campaign)} END AS awaited
    FROM (${peopleOfPlace(looked)} LIMIT -1) AS people`;
}

const isProposedCopied = (campaign: string) => sql`coalesce((
  SELECT instr(brief, '"grounds":["copied"') > 0 FROM result INDEXED BY result_counted
  WHERE result.submission = people.essay AND result.campaign = ${campaign}), 0)`;

const wasRewritten = (campaign: string) => sql`essays > 1 AND EXISTS (
  SELECT 1 FROM essay_person JOIN result INDEXED BY result_counted
    ON result.submission = essay_person.submission AND result.campaign = ${campaign}
  WHERE essay_person.person = people.person AND essay_person.submission <> people.essay AND 'rewrite' = (
    SELECT verdict FROM conclusion WHERE conclusion.submission = essay_person.submission ORDER BY revision DESC LIMIT 1))`;

/** The day that a further round is due which nothing was handed in for. */
const rewritingDue = (campaign: string) => sql`(
  SELECT CASE WHEN number > 1 AND submission IS NULL THEN due END
  FROM round WHERE round.campaign = ${campaign} AND round.person = people.person ORDER BY number DESC LIMIT 1)`;

/** Lines of people alike in each unit of `place`: as JSON a list of [code, cell, day awaited, day received, people]. */
export function alikePeople(looked: Looked, units: readonly DueUnit[]): RawBuilder<{ readonly unit: string; readonly alike: string }> {
  return sql<{ readonly unit: string; readonly alike: string }>`
    WITH ${placeTables(looked, units)}
    SELECT place.unit, (
      SELECT json_group_array(json_array(code, cell, awaited, received, people)) FROM (
        SELECT coded.code, coded.cell, coded.awaited, coded.received, count(*) AS people
        FROM (${codedPeople(looked)} LIMIT -1) AS coded GROUP BY 1, 2, 3, 4)) AS alike
    FROM place`;
}
