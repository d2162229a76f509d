import { type RawBuilder, sql } from 'kysely';
import { NO_UNIT_FACTS, type UnitFacts } from '../../../../model/person-facts.js';
import type { Tables } from '../store.js';

/** A unit of which facts are read, and its kind, which duties go by. */
export interface DutyUnit {
  readonly id: string;
  readonly kind: string;
}

/** What a unit does, and how it stands for its key cadres alone. */
export interface ReadUnitFacts {
  readonly all: UnitFacts;
  readonly keyCadres: UnitFacts;
  /** ISO 8601: when the time of somebody's attempt at a quiz is up, which counts from then on though nothing is written; null for never. */
  readonly until: string | null;
}

/** In which campaign something is counted, and when: ISO 8601, UTC. */
export interface Looking {
  readonly campaign: string;
  readonly now: string;
}

/** Sessions, points, material of cells, second looks, programmes and what is exemplary, by unit. */
export async function readUnitFacts(
  tables: Tables,
  { campaign, now }: Looking,
  units: readonly DutyUnit[],
): Promise<Map<string, ReadUnitFacts>> {
  const place = sql`place (unit) AS (SELECT value FROM json_each(${JSON.stringify(units.map(({ id }) => id))}))`;
  const rowsOf = async <Row extends { readonly unit: string }>(query: RawBuilder<Row>): Promise<Map<string, Row>> => {
    const { rows } = await query.execute(tables);
    return new Map(rows.map((row) => [row.unit, row]));
  };
  const sessions = await rowsOf(sessionsOf(place, campaign));
  const cells = await rowsOf(cellsOf(place, campaign));
  const looks = await rowsOf(looksOf(place, campaign));
  const programmes = await rowsOf(programmesOf(place, campaign));
  const exemplary = await rowsOf(exemplaryOf(place, campaign));
  const running = await rowsOf(runningOf(place, { campaign, now }));
  const duties = await tables.selectFrom('duty').select(['kind', 'unit_kind']).where('campaign', '=', campaign).execute();
  const isDue = (duty: string, kind: string): boolean => duties.some((one) => one.kind === duty && one.unit_kind === kind);
  const found = new Map<string, ReadUnitFacts>();
  for (const { id, kind } of units) {
    const isAsked = isDue('collective', kind);
    const programme = programmes.get(id);
    const look = looks.get(id);
    const all: UnitFacts = {
      ...NO_UNIT_FACTS,
      ...withoutUnit(sessions.get(id)),
      ...withoutUnit(exemplary.get(id)),
      ...(look && { secondLooks: look.looks, secondLooksAnswered: look.answered, secondLooksChanged: look.changed }),
      programmesRequired: isAsked ? 1 : 0,
      programmesBegun: isAsked && programme !== undefined ? 1 : 0,
      programmesIssued: isAsked && programme?.isIssued === 1 ? 1 : 0,
      givenCells: JSON.parse(cells.get(id)?.cells ?? '[]') as string[],
      asksForPlans: isDue('personal-plan', kind),
    };
    const ofCadres = { secondLooks: look?.cadreLooks ?? 0, secondLooksAnswered: look?.cadreAnswered ?? 0 };
    const keyCadres = { ...all, ...ofCadres, secondLooksChanged: look?.cadreChanged ?? 0 };
    found.set(id, { all, keyCadres, until: running.get(id)?.until ?? null });
  }
  return found;
}

function withoutUnit<Row extends object>(row: (Row & { readonly unit: string }) | undefined): Partial<Row> {
  if (row === undefined) return {};
  const { unit: _, ...rest } = row;
  return rest as unknown as Partial<Row>;
}

type SessionRow = Pick<
  UnitFacts,
  'sessions' | 'inPerson' | 'online' | 'catchUps' | 'ledByHead' | 'points' | 'comments' | 'questions' | 'answered' | 'nonMembers'
> & { readonly unit: string };

const sessionsOf = (place: RawBuilder<unknown>, campaign: string) => sql<SessionRow>`
  WITH ${place}
  SELECT place.unit, count(*) AS sessions, sum(mode <> 'online') AS inPerson, sum(mode = 'online') AS online, sum(is_catch_up) AS catchUps,
    sum(speaker_post IN ('secretary', 'head')) AS ledByHead,
    sum((SELECT count(*) FROM session_point WHERE session_point.session = study_session.id)) AS points,
    sum(coalesce(comments, 0)) AS comments, sum(coalesce(questions, 0)) AS questions, sum(coalesce(answered, 0)) AS answered,
    sum(coalesce(non_members, 0)) AS nonMembers
  FROM place CROSS JOIN study_session ON study_session.campaign = ${campaign} AND study_session.unit = place.unit
  GROUP BY place.unit`;

const cellsOf = (place: RawBuilder<unknown>, campaign: string) => sql<{ readonly unit: string; readonly cells: string }>`
  WITH ${place}
  SELECT place.unit, json_group_array(DISTINCT material_cell.cell) AS cells
  FROM place CROSS JOIN material ON material.campaign = ${campaign} AND material.unit = place.unit
  CROSS JOIN material_cell ON material_cell.material = material.id
  GROUP BY place.unit`;

type LookName = 'looks' | 'answered' | 'changed' | 'cadreLooks' | 'cadreAnswered' | 'cadreChanged';
type LookRow = Readonly<Record<LookName, number>> & { readonly unit: string };

/** Of those who are required to write. Changed: answered, and concluded on otherwise than when it was asked for. */
const looksOf = (place: RawBuilder<unknown>, campaign: string) => sql<LookRow>`
  WITH ${place},
    look (unit, cadre, answered, changed) AS MATERIALIZED (
      SELECT place.unit, person.is_key_cadre, second_look.answer IS NOT NULL,
        second_look.answer IS NOT NULL AND coalesce(
          (SELECT verdict FROM conclusion WHERE conclusion.submission = second_look.submission ORDER BY revision DESC LIMIT 1) <>
          (SELECT verdict FROM conclusion WHERE conclusion.submission = second_look.submission AND at <= second_look.asked_at
            ORDER BY revision DESC LIMIT 1), 0)
      FROM place CROSS JOIN second_look INDEXED BY second_look_unit ON second_look.campaign = ${campaign} AND second_look.unit = place.unit
      JOIN roster_entry ON roster_entry.campaign = ${campaign} AND roster_entry.person = second_look.person AND roster_entry.exemption = ''
      JOIN person ON person.id = second_look.person)
  SELECT unit, count(*) AS looks, sum(answered) AS answered, sum(changed) AS changed,
    sum(cadre) AS cadreLooks, sum(cadre AND answered) AS cadreAnswered, sum(cadre AND changed) AS cadreChanged
  FROM look GROUP BY unit`;

const programmesOf = (place: RawBuilder<unknown>, campaign: string) => sql<{ readonly unit: string; readonly isIssued: 0 | 1 }>`
  WITH ${place}
  SELECT place.unit, max(programme.state = 'issued') AS isIssued
  FROM place CROSS JOIN programme INDEXED BY programme_unit ON programme.campaign = ${campaign} AND programme.unit = place.unit
  WHERE programme.kind = 'collective'
  GROUP BY place.unit`;

const exemplaryOf = (place: RawBuilder<unknown>, campaign: string) => sql<
  Pick<UnitFacts, 'exemplaryEssays' | 'exemplaryUnits'> & { readonly unit: string }
>`
  WITH ${place}
  SELECT place.unit, count(submission) AS exemplaryEssays, max(submission IS NULL) AS exemplaryUnits
  FROM place CROSS JOIN exemplary ON exemplary.campaign = ${campaign} AND exemplary.unit = place.unit
  GROUP BY place.unit`;

/** The first end of an attempt that has not come. Once the campaign's quizzes are closed none is left, and nobody is looked at. */
const runningOf = (place: RawBuilder<unknown>, { campaign, now }: Looking) => sql<{ readonly unit: string; readonly until: string }>`
  WITH ${place}
  SELECT place.unit, min(quiz_attempt.ends_at) AS until
  FROM place CROSS JOIN roster_entry INDEXED BY roster_entry_unit ON roster_entry.campaign = ${campaign} AND roster_entry.unit = place.unit
  CROSS JOIN quiz_attempt ON quiz_attempt.person = roster_entry.person
  JOIN quiz ON quiz.id = quiz_attempt.quiz AND quiz.campaign = ${campaign}
  WHERE EXISTS (SELECT 1 FROM quiz AS open WHERE open.campaign = ${campaign} AND coalesce(open.closes, '~') > ${now})
    AND quiz_attempt.handed_in_at IS NULL AND quiz_attempt.ends_at > ${now}
  GROUP BY place.unit`;
