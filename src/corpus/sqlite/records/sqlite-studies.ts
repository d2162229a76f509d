import { AppError } from '../../../model/errors.js';
import { hasStudied, type Mark, type SessionFacts, type SessionPerson, type StudySession } from '../../../model/study.js';
import type { Actor } from '../../records/actor.js';
import type { Marking, Studies, Summons } from '../../records/studies.js';
import { inChunks } from '../in-chunks.js';
import { changeInCampaign, readInCampaign } from './in-campaign.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import { byGivenName } from './roster/names.js';
import type { Store, Tables } from './store.js';
import { type Place, selectRoster } from './studies/roster-of.js';
import { pointsOf, putPoints, type SessionRow, selectSessions, sessionColumns, toSession } from './studies/session-rows.js';
import { studyByPerson } from './studies/study-sql.js';

export class SqliteStudies implements Studies {
  constructor(private readonly store: Store) {}

  list(campaign: string): Promise<readonly StudySession[]> {
    return readInCampaign(this.store, campaign, async (tables) => {
      const rows = await selectSessions(tables, campaign, this.store.scope).orderBy('day', 'desc').orderBy('id').execute();
      const points = await pointsOf(
        tables,
        rows.map(({ id }) => id),
      );
      return rows.map((row) => toSession(row, points.get(row.id) ?? []));
    });
  }

  get(campaign: string, session: string): Promise<StudySession> {
    return readInCampaign(this.store, campaign, async (tables) => {
      const row = await this.session(tables, campaign, session);
      return toSession(row, (await pointsOf(tables, [session])).get(session) ?? []);
    });
  }

  people(campaign: string, session: string): Promise<readonly SessionPerson[]> {
    return readInCampaign(this.store, campaign, async (tables) => {
      const { unit } = await this.session(tables, campaign, session);
      const rows = await selectRoster(tables, { campaign, unit })
        .leftJoin('attendance', (join) => join.onRef('attendance.person', '=', 'person.id').on('attendance.session', '=', session))
        .select(['attendance.session', 'attendance.attended', 'attendance.note'])
        .execute();
      const people = rows.map(({ id, card, name, cell, is_key_cadre, note, ...row }): SessionPerson => {
        return { id, card, name, cell, isKeyCadre: is_key_cadre === 1, mark: markOf(row), note: note ?? '' };
      });
      return people.sort(byGivenName);
    });
  }

  add(campaign: string, facts: SessionFacts, summons: Summons, actor: Actor): Promise<string> {
    const unit = this.store.home;
    return changeInCampaign(this.store, campaign, async ({ tables, log }) => {
      const id = randomId();
      await tables
        .insertInto('study_session')
        .values({ id, campaign, unit, ...sessionColumns(facts) })
        .execute();
      await putPoints(tables, id, facts.points);
      const people = await this.summoned(tables, { campaign, unit }, summons);
      const rows = people.map((person) => ({ session: id, person, attended: null }));
      for (const chunk of inChunks(rows)) await tables.insertInto('attendance').values(chunk).execute();
      const details = { session: id, title: facts.title, ...(people.length > 0 && { people: people.length }) };
      await log({ actor, kind: 'session-added', unit, campaign, details });
      return id;
    });
  }

  change(
    campaign: string,
    session: string,
    change: { readonly facts: SessionFacts; readonly revision: number },
    actor: Actor,
  ): Promise<void> {
    const { facts, revision } = change;
    return changeInCampaign(this.store, campaign, async ({ tables, log }) => {
      const { unit } = await this.atRevision(tables, { campaign, session, revision });
      await tables
        .updateTable('study_session')
        .set({ ...sessionColumns(facts), revision: revision + 1 })
        .where('id', '=', session)
        .execute();
      await putPoints(tables, session, facts.points);
      await log({ actor, kind: 'session-changed', unit, campaign, details: { session, title: facts.title } });
    });
  }

  remove(campaign: string, session: string, why: { readonly reason: string; readonly revision: number }, actor: Actor): Promise<void> {
    return changeInCampaign(this.store, campaign, async ({ tables, log }) => {
      const { unit, title, summoned, attended } = await this.atRevision(tables, { campaign, session, revision: why.revision });
      await tables.deleteFrom('study_session').where('id', '=', session).execute();
      await log({ actor, kind: 'session-removed', unit, campaign, details: { session, title, reason: why.reason, summoned, attended } });
    });
  }

  mark(campaign: string, session: string, markings: readonly Marking[], actor: Actor): Promise<void> {
    return changeInCampaign(this.store, campaign, async ({ tables, log }) => {
      const { unit, title } = await this.session(tables, campaign, session);
      const changed = await this.changed(tables, { campaign, unit, session }, markings);
      if (changed.length === 0) return;
      for (const chunk of inChunks(changed.map(({ person }) => person)))
        await tables.deleteFrom('attendance').where('session', '=', session).where('person', 'in', chunk).execute();
      const rows = changed.flatMap(({ person, mark, note }) =>
        mark === 'none' ? [] : [{ session, person, attended: ATTENDED[mark], note }],
      );
      for (const chunk of inChunks(rows)) await tables.insertInto('attendance').values(chunk).execute();
      const count = (mark: Mark): number => changed.filter((one) => one.mark === mark).length;
      const details = {
        session,
        title,
        people: changed.length,
        present: count('present'),
        absent: count('absent'),
        dropped: count('none'),
      };
      await log({ actor, kind: 'attendance-marked', unit, campaign, details });
    });
  }

  /** Markings that change something, with the notes that they leave. AppError `study-outdated`, `unknown-id`. */
  private async changed(
    tables: Tables,
    { campaign, unit, session }: Place & { readonly session: string },
    markings: readonly Marking[],
  ): Promise<Required<Pick<Marking, 'person' | 'mark' | 'note'>>[]> {
    const rows = await selectRoster(tables, { campaign, unit })
      .leftJoin('attendance', (join) => join.onRef('attendance.person', '=', 'person.id').on('attendance.session', '=', session))
      .select(['attendance.session', 'attendance.attended', 'attendance.note'])
      .execute();
    const known = new Map(rows.map((row) => [row.id, { name: row.name, mark: markOf(row), note: row.note ?? '' }]));
    const others: string[] = [];
    const changed = markings.flatMap(({ person, mark, before, note, noteBefore }) => {
      const now = known.get(person);
      if (now === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.someNotInRoster);
      const told = mark === 'none' ? '' : (note ?? now.note);
      const isMarkedElse = before !== undefined && now.mark !== before && now.mark !== mark;
      const isNotedElse = noteBefore !== undefined && now.note !== noteBefore && now.note !== told;
      if (isMarkedElse || isNotedElse) others.push(now.name);
      return now.mark === mark && now.note === told ? [] : [{ person, mark, note: told }];
    });
    if (others.length > 0)
      throw new AppError('study-outdated', RECORD_MESSAGES.attendanceOutdated(others), { details: { people: others } });
    return changed;
  }

  private async summoned(tables: Tables, place: Place, summons: Summons): Promise<string[]> {
    if (summons === 'nobody') return [];
    const people = (await selectRoster(tables, place).execute()).map(({ id }) => id);
    if (summons === 'everybody') return people;
    if (summons !== 'not-yet') {
      const chosen = new Set(summons);
      const summoned = people.filter((person) => chosen.has(person));
      if (summoned.length < chosen.size) throw new AppError('unknown-id', RECORD_MESSAGES.someNotInRoster);
      return summoned;
    }
    const studies = await studyByPerson(tables, place.campaign, this.store.scope);
    return people.filter((person) => !hasStudied(studies.get(person) ?? 'unknown'));
  }

  /** AppError `unknown-id`. */
  private async session(tables: Tables, campaign: string, session: string): Promise<SessionRow> {
    const row = await selectSessions(tables, campaign, this.store.scope).where('id', '=', session).executeTakeFirst();
    if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownStudy);
    return row;
  }

  /** A session as it is on somebody's screen. AppError `study-outdated`, `unknown-id`. */
  private async atRevision(
    tables: Tables,
    { campaign, session, revision }: { readonly campaign: string; readonly session: string; readonly revision: number },
  ): Promise<SessionRow> {
    const row = await this.session(tables, campaign, session);
    if (row.revision !== revision) throw new AppError('study-outdated', RECORD_MESSAGES.studyOutdated(row.title));
    return row;
  }
}

const ATTENDED = { open: null, present: 1, absent: 0 } as const;

function markOf({ session, attended }: { readonly session: string | null; readonly attended: 0 | 1 | null }): Mark {
  if (session === null) return 'none';
  return attended === null ? 'open' : attended === 1 ? 'present' : 'absent';
}
