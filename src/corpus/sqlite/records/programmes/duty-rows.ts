import { sql } from 'kysely';
import type { DutyFigures, DutyUnit } from '../../../../model/duty-counts.js';
import type { ProgrammeState } from '../../../../model/programme.js';
import type { UnitKind } from '../../../../model/unit.js';
import type { Tables } from '../store.js';

/** Where and when it is looked. */
interface DutyPlace {
  readonly campaign: string;
  /** Ids of the units that it begins with. */
  readonly units: readonly string[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

type Row = Omit<DutyFigures, 'programmesBegun' | 'programmesIssued'> & {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly kind: string;
  readonly state: number | null;
};

/** From the one that has come least far. */
const STATES: readonly ProgrammeState[] = ['draft', 'revise', 'for-opinion', 'agreed', 'issued'];
const RANK = sql.raw(`CASE programme.state ${STATES.map((state, rank) => `WHEN '${state}' THEN ${rank}`).join(' ')} END`);

/** Every unit with what is its own. A unit that has ended is asked for nothing. */
export async function readDutyUnits(tables: Tables, place: DutyPlace): Promise<Omit<DutyUnit, 'level' | 'all'>[]> {
  const { campaign, today } = place;
  const { rows } = await sql<Row>`
    WITH RECURSIVE tree (id) AS (
        SELECT id FROM unit WHERE id IN (SELECT value FROM json_each(${JSON.stringify(place.units)}))
        UNION SELECT unit.id FROM tree JOIN unit ON unit.parent = tree.id),
      below (id) AS (
        SELECT unit FROM campaign WHERE id = ${campaign} UNION SELECT unit.id FROM below JOIN unit ON unit.parent = below.id),
      asked (id, kind) AS MATERIALIZED (
        SELECT unit.id, duty.kind FROM tree JOIN below ON below.id = tree.id JOIN unit ON unit.id = tree.id
        JOIN duty ON duty.campaign = ${campaign} AND duty.unit_kind = unit.kind
        WHERE unit.until IS NULL OR unit.until >= ${today}),
      collective (unit, state) AS MATERIALIZED (
        SELECT programme.unit, max(${RANK}) FROM tree JOIN programme ON programme.campaign = ${campaign} AND programme.unit = tree.id
        WHERE programme.kind = 'collective' GROUP BY programme.unit),
      head (person, unit) AS MATERIALIZED (
        SELECT person.id, roster_entry.unit FROM asked JOIN person ON person.unit = asked.id AND person.is_head = 1
        JOIN roster_entry ON roster_entry.campaign = ${campaign} AND roster_entry.person = person.id WHERE asked.kind = 'personal-plan'),
      plan (unit, asked, begun, issued) AS MATERIALIZED (
        SELECT head.unit, count(*), sum(has.state IS NOT NULL), sum(coalesce(has.state = 4, 0)) FROM head LEFT JOIN (
          SELECT person, max(${RANK}) AS state FROM programme
          WHERE programme.campaign = ${campaign} AND kind = 'personal-plan' GROUP BY person) AS has ON has.person = head.person
        GROUP BY head.unit),
      said (unit, answers) AS MATERIALIZED (
        SELECT programme.unit, (
          SELECT answers FROM programme_remark WHERE programme_remark.programme = programme.id AND programme_remark.kind = 'review'
          ORDER BY said_by = 'in-charge' DESC, at DESC, programme_remark.id DESC LIMIT 1)
        FROM tree JOIN programme ON programme.campaign = ${campaign} AND programme.unit = tree.id),
      review (unit, reviewed, weak, problem, measures, feasible, priorities) AS MATERIALIZED (
        SELECT unit, count(answers), ${weakAny}, ${weak('problem')}, ${weak('measures')}, ${weak('feasible')}, ${weak('priorities')}
        FROM said GROUP BY unit)
    SELECT unit.id, above.id AS parent, unit.name, unit.kind, collective.state,
      EXISTS (SELECT 1 FROM asked WHERE asked.id = unit.id AND asked.kind = 'collective') AS programmesRequired,
      coalesce(plan.asked, 0) AS plansRequired, coalesce(plan.begun, 0) AS plansBegun, coalesce(plan.issued, 0) AS plansIssued,
      coalesce(reviewed, 0) AS reviewed, coalesce(review.weak, 0) AS weak, coalesce(problem, 0) AS weakProblem, coalesce(measures, 0) AS weakMeasures,
      coalesce(feasible, 0) AS weakFeasible, coalesce(priorities, 0) AS weakPriorities
    FROM tree JOIN unit ON unit.id = tree.id LEFT JOIN tree AS above ON above.id = unit.parent
    LEFT JOIN collective ON collective.unit = unit.id LEFT JOIN plan ON plan.unit = unit.id LEFT JOIN review ON review.unit = unit.id
    ORDER BY unit.name`.execute(tables);
  return rows.map(toUnit);
}

const weak = (question: string) => sql`coalesce(sum(json_extract(answers, ${`$.${question}`}) <> 'yes'), 0)`;

const weakAny = sql`coalesce(sum(EXISTS (SELECT 1 FROM json_each(answers) WHERE value <> 'yes')), 0)`;

function toUnit({ id, parent, name, kind, state, ...figures }: Row): Omit<DutyUnit, 'level' | 'all'> {
  const isAsked = figures.programmesRequired === 1;
  const known = state === null ? null : (STATES[state] ?? null);
  return {
    ...{ id, parent, name, kind: kind === '' ? null : (kind as UnitKind), state: known },
    own: {
      ...figures,
      programmesBegun: isAsked && known !== null ? 1 : 0,
      programmesIssued: isAsked && known === 'issued' ? 1 : 0,
    },
  };
}
