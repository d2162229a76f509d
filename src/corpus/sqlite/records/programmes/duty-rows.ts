import { type RawBuilder, sql } from 'kysely';
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

/** From the one that has come least far. */
const STATES: readonly ProgrammeState[] = ['draft', 'revise', 'for-opinion', 'agreed', 'issued'];
const RANK = sql.raw(`CASE programme.state ${STATES.map((state, rank) => `WHEN '${state}' THEN ${rank}`).join(' ')} END`);
const ISSUED = STATES.indexOf('issued');

type UnitRow = Pick<DutyUnit, 'id' | 'parent' | 'name'> & { readonly kind: string; readonly until: string | null };
type PlanRow = Readonly<Record<'asked' | 'begun' | 'issued', number>>;
type ReviewRow = Readonly<Record<'reviewed' | 'weak' | 'problem' | 'measures' | 'feasible' | 'priorities', number>>;

/**
 * Every unit with what is its own. A unit that has ended is asked for nothing. The order of the joins is said in each query: without
 * statistics of the tables SQLite begins with the roster or with all programmes, which takes minutes with 5,000 units.
 */
export async function readDutyUnits(tables: Tables, place: DutyPlace): Promise<Omit<DutyUnit, 'level' | 'all'>[]> {
  const { campaign, today } = place;
  const tree = treeOf(place.units);
  const rowsOf = async <Row extends object>(query: RawBuilder<Row & { readonly unit: string }>): Promise<ReadonlyMap<string, Row>> =>
    new Map((await query.execute(tables)).rows.map((row) => [row.unit, row]));
  const { rows: units } = await sql<UnitRow>`WITH RECURSIVE ${tree}
    SELECT unit.id, unit.parent, unit.name, unit.kind, unit.until FROM tree CROSS JOIN unit ON unit.id = tree.id ORDER BY unit.name`.execute(
    tables,
  );
  const { rows: duties } = await sql<{ readonly kind: string; readonly unit_kind: string }>`
    SELECT kind, unit_kind FROM duty WHERE campaign = ${campaign}`.execute(tables);
  const taking = await rowsOf(takingPart(campaign));
  const states = await rowsOf(statesOf(tree, campaign));
  const plans = await rowsOf(plansOf(tree, campaign));
  const reviews = await rowsOf(reviewsOf(tree, campaign));
  const known = new Set(units.map(({ id }) => id));
  return units.map(({ id, parent, name, kind, until }) => {
    const isThere = taking.has(id) && (until === null || until >= today);
    const asks = (duty: string): boolean => isThere && duties.some((one) => one.kind === duty && one.unit_kind === kind);
    const rank = states.get(id)?.rank;
    const own = figuresOf({
      isAsked: asks('collective'),
      rank,
      plan: asks('personal-plan') ? plans.get(id) : undefined,
      review: reviews.get(id),
    });
    const above = parent !== null && known.has(parent) ? parent : null;
    return {
      id,
      parent: above,
      name,
      kind: kind === '' ? null : (kind as UnitKind),
      own,
      state: rank === undefined ? null : (STATES[rank] ?? null),
    };
  });
}

interface Read {
  readonly isAsked: boolean;
  readonly rank: number | undefined;
  readonly plan: PlanRow | undefined;
  readonly review: ReviewRow | undefined;
}

function figuresOf({ isAsked, rank, plan, review }: Read): DutyFigures {
  return {
    programmesRequired: isAsked ? 1 : 0,
    programmesBegun: isAsked && rank !== undefined ? 1 : 0,
    programmesIssued: isAsked && rank === ISSUED ? 1 : 0,
    plansRequired: plan?.asked ?? 0,
    plansBegun: plan?.begun ?? 0,
    plansIssued: plan?.issued ?? 0,
    reviewed: review?.reviewed ?? 0,
    weak: review?.weak ?? 0,
    weakProblem: review?.problem ?? 0,
    weakMeasures: review?.measures ?? 0,
    weakFeasible: review?.feasible ?? 0,
    weakPriorities: review?.priorities ?? 0,
  };
}

const treeOf = (units: readonly string[]): RawBuilder<unknown> => sql`tree (id) AS (
  SELECT id FROM unit WHERE id IN (SELECT value FROM json_each(${JSON.stringify(units)}))
  UNION SELECT unit.id FROM tree JOIN unit ON unit.parent = tree.id)`;

/** Units that the campaign is for: the one whose it is and all below it. */
const takingPart = (campaign: string) => sql<{ readonly unit: string }>`
  WITH RECURSIVE below (id) AS (
    SELECT unit FROM campaign WHERE id = ${campaign} UNION SELECT unit.id FROM below JOIN unit ON unit.parent = below.id)
  SELECT id AS unit FROM below`;

const statesOf = (tree: RawBuilder<unknown>, campaign: string) => sql<{ readonly unit: string; readonly rank: number }>`
  WITH RECURSIVE ${tree}
  SELECT programme.unit, max(${RANK}) AS rank
  FROM tree CROSS JOIN programme INDEXED BY programme_unit ON programme.campaign = ${campaign} AND programme.unit = tree.id
  WHERE programme.kind = 'collective' GROUP BY programme.unit`;

/** Of heads on the roster. */
const plansOf = (tree: RawBuilder<unknown>, campaign: string) => sql<PlanRow & { readonly unit: string }>`
  WITH RECURSIVE ${tree},
    head (unit, rank) AS MATERIALIZED (
      SELECT roster_entry.unit, (
        SELECT max(${RANK}) FROM programme INDEXED BY programme_person
        WHERE programme.person = person.id AND programme.campaign = ${campaign} AND programme.kind = 'personal-plan')
      FROM tree CROSS JOIN person INDEXED BY person_head ON person.unit = tree.id AND person.is_head = 1
      CROSS JOIN roster_entry ON roster_entry.campaign = ${campaign} AND roster_entry.person = person.id)
  SELECT unit, count(*) AS asked, count(rank) AS begun, coalesce(sum(rank = ${ISSUED}), 0) AS issued FROM head GROUP BY unit`;

const weak = (question: string) => sql`coalesce(sum(json_extract(answers, ${`$.${question}`}) <> 'yes'), 0)`;

/** Of each programme and plan the review that counts. */
const reviewsOf = (tree: RawBuilder<unknown>, campaign: string) => sql<ReviewRow & { readonly unit: string }>`
  WITH RECURSIVE ${tree},
    said (unit, answers) AS MATERIALIZED (
      SELECT programme.unit, (
        SELECT answers FROM programme_remark WHERE programme_remark.programme = programme.id AND programme_remark.kind = 'review'
        ORDER BY said_by = 'in-charge' DESC, at DESC, programme_remark.id DESC LIMIT 1)
      FROM tree CROSS JOIN programme INDEXED BY programme_unit ON programme.campaign = ${campaign} AND programme.unit = tree.id)
  SELECT unit, count(answers) AS reviewed,
    coalesce(sum(EXISTS (SELECT 1 FROM json_each(answers) WHERE value <> 'yes')), 0) AS weak, ${weak('problem')} AS problem,
    ${weak('measures')} AS measures, ${weak('feasible')} AS feasible, ${weak('priorities')} AS priorities
  FROM said GROUP BY unit`;
