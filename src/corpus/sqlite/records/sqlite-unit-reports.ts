import { AppError } from '../../../model/errors.js';
import {
  type DocumentParts,
  emptySections,
  type Outline,
  type OutlineDraft,
  type ReportContent,
  type ReportParts,
  type ReportState,
  type ReportTexts,
} from '../../../model/unit-report.js';
import type { Actor } from '../../records/actor.js';
import type {
  Outlines,
  OwnReport,
  ReportChange,
  ReportingFilter,
  ReportingUnits,
  SentReport,
  UnitReports,
} from '../../records/unit-reports.js';
import { dayInVietnam } from './figures/counted-tree.js';
import { visibleCampaign } from './figures/visible-campaigns.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import type { Change, Store, Tables } from './store.js';
import { readObject } from './stored-json.js';
import { setParts, usualParts } from './unit-reports/document-parts.js';
import { followedOutline, namedUnit, ownOutline } from './unit-reports/outline-rows.js';
import { reportingUnits } from './unit-reports/reporting-rows.js';
import { sendingsOf, sentReport } from './unit-reports/sending-rows.js';

export class SqliteUnitReports implements UnitReports {
  constructor(private readonly store: Store) {}

  outlines(campaign: string): Promise<Outlines> {
    return this.store.read(async (tables) => {
      const unit = await this.unitIn(tables, campaign);
      const [own, followed] = [await ownOutline(tables, campaign, unit.id), await followedOutline(tables, campaign, unit.id)];
      return { unit, own, followed };
    });
  }

  saveOutline(campaign: string, { title, sections, due }: OutlineDraft, revision: number, actor: Actor): Promise<Outline> {
    return this.store.write(async ({ tables }) => {
      const unit = await this.unitIn(tables, campaign);
      const before = await ownOutline(tables, campaign, unit.id);
      requireCurrent(before, revision);
      const values = { title, sections: JSON.stringify(sections), due, changed_by: actor, revision: revision + 1 };
      if (before === null)
        await tables
          .insertInto('outline')
          .values({ id: randomId(), campaign, unit: unit.id, given_at: null, ...values })
          .execute();
      else await tables.updateTable('outline').set(values).where('id', '=', before.id).execute();
      return this.kept(tables, campaign, unit.id);
    });
  }

  giveOutline(campaign: string, revision: number, actor: Actor): Promise<Outline> {
    return this.store.write(async ({ tables, at, log }) => {
      const unit = await this.unitIn(tables, campaign);
      const outline = await this.kept(tables, campaign, unit.id);
      // Given once is given: pressed again it changes nothing.
      if (outline.givenAt !== null) return outline;
      requireCurrent(outline, revision);
      if (outline.sections.length === 0) throw new AppError('report-incomplete', RECORD_MESSAGES.outlineEmpty);
      await tables
        .updateTable('outline')
        .set({ given_at: at, changed_by: actor, revision: revision + 1 })
        .where('id', '=', outline.id)
        .execute();
      await log({ actor, kind: 'outline-given', campaign, unit: unit.id, details: { title: outline.title, due: outline.due } });
      return this.kept(tables, campaign, unit.id);
    });
  }

  own(campaign: string): Promise<OwnReport> {
    return this.store.read((tables) => this.readOwn(tables, campaign));
  }

  save(campaign: string, { texts, parts, revision }: ReportChange, actor: Actor): Promise<number> {
    return this.store.write(async ({ tables }) => {
      const { unit, outline, ...known } = await this.readOwn(tables, campaign);
      if (outline === null) throw new AppError('unknown-id', RECORD_MESSAGES.noOutlineGiven);
      if (known.revision !== revision) throw outdated(known, RECORD_MESSAGES.reportOutdated);
      const values = { texts: JSON.stringify(texts), document: JSON.stringify(parts), changed_by: actor, revision: revision + 1 };
      await tables
        .insertInto('report')
        .values({ id: randomId(), campaign, unit: unit.id, outline: outline.id, state: 'writing', ...values })
        .onConflict((conflict) => conflict.columns(['outline', 'unit']).doUpdateSet(values))
        .execute();
      return revision + 1;
    });
  }

  async saveUsual(parts: DocumentParts, actor: Actor): Promise<void> {
    const { home } = this.store;
    await this.store.write(async ({ tables, log }) => {
      const { name } = await namedUnit(tables, home);
      await setParts(tables, home, parts);
      await log({ actor, kind: 'settings-changed', unit: home, details: { name, change: 'document' } });
    });
  }

  send(campaign: string, { revision, figures }: Parameters<UnitReports['send']>[1], actor: Actor): Promise<number> {
    return this.store.write(async (change) => {
      const { tables, at } = change;
      const own = await this.readOwn(tables, campaign);
      const { outline, texts, unit } = own;
      if (outline === null) throw new AppError('unknown-id', RECORD_MESSAGES.noOutlineGiven);
      if (own.revision !== revision) throw outdated(own, RECORD_MESSAGES.sendingOutdated);
      const parts = { title: outline.title, day: dayInVietnam(new Date(at)), ...own.usual, ...own.parts };
      requireComplete(outline, texts, parts);
      const { title, sections, due } = outline;
      const content: ReportContent = {
        campaign: own.campaign,
        unit: unit.name,
        outline: { title, sections, due },
        texts,
        figures,
        parts,
        countedAt: at,
      };
      const id = await reportRow(tables, own, actor, campaign);
      const number = (own.sendings[0]?.number ?? 0) + 1;
      const row = { report: id, number, content: JSON.stringify(content), signer: parts.signerName, sent_by: actor, sent_at: at };
      await tables.insertInto('report_sending').values(row).execute();
      await tables.updateTable('report').set({ state: 'sent' }).where('id', '=', id).execute();
      await logBoth(change, { campaign, actor, kind: 'report-sent', unit, upper: outline.unit }, { number, signer: parts.signerName });
      return number;
    });
  }

  sending(campaign: string, number: number): Promise<SentReport> {
    return this.store.read(async (tables) => {
      const unit = await this.unitIn(tables, campaign);
      const outline = await followedOutline(tables, campaign, unit.id);
      return sentReport(tables, await reportOf(tables, outline, unit.id), number);
    });
  }

  reporting(campaign: string, filter: ReportingFilter): Promise<ReportingUnits> {
    return this.store.read(async (tables) => {
      const unit = await this.unitIn(tables, campaign);
      return reportingUnits(tables, await ownOutline(tables, campaign, unit.id), filter, dayInVietnam(this.store.now()));
    });
  }

  received(campaign: string, unit: string, number: number): Promise<SentReport> {
    return this.store.read(async (tables) => sentReport(tables, await this.reportTo(tables, campaign, unit), number));
  }

  decide(
    campaign: string,
    of: Parameters<UnitReports['decide']>[1],
    decision: Parameters<UnitReports['decide']>[2],
    actor: Actor,
  ): Promise<void> {
    return this.store.write(async (change) => {
      const { tables, at } = change;
      const report = await this.reportTo(tables, campaign, of.unit);
      const { sending, newest, unit } = await sentReport(tables, report, of.number);
      if (newest !== of.number) throw new AppError('report-decided', RECORD_MESSAGES.reportDecided(null, newest));
      if (sending.verdict !== null) {
        const { verdict, remark, decidedBy } = sending;
        throw new AppError('report-decided', RECORD_MESSAGES.reportDecided(decidedBy, newest), {
          details: { verdict, remark, by: decidedBy },
        });
      }
      const { verdict, remark } = decision;
      await tables
        .updateTable('report_sending')
        .set({ verdict, remark, decided_by: actor, decided_at: at })
        .where('report', '=', report.id)
        .where('number', '=', of.number)
        .execute();
      await tables.updateTable('report').set({ state: verdict }).where('id', '=', report.id).execute();
      const upper = await this.unitIn(tables, campaign);
      const details = { number: of.number, ...(remark !== '' && { reason: remark }) };
      await logBoth(change, { campaign, actor, kind: `report-${verdict}`, unit, upper }, details);
    });
  }

  /** The unit in reach, where the campaign is one that it may know of. AppError `unknown-id`. */
  private async unitIn(tables: Tables, campaign: string): Promise<{ readonly id: string; readonly name: string }> {
    await visibleCampaign(tables, this.store.scope, campaign);
    return namedUnit(tables, this.store.home);
  }

  private async kept(tables: Tables, campaign: string, unit: string): Promise<Outline> {
    const outline = await ownOutline(tables, campaign, unit);
    if (outline === null) throw new AppError('unknown-id', RECORD_MESSAGES.unknownOutline);
    return outline;
  }

  /** The report of another unit that follows the own outline. AppError `unknown-id`. */
  private async reportTo(tables: Tables, campaign: string, unit: string): Promise<ReportRow> {
    const { id } = await this.unitIn(tables, campaign);
    return reportOf(tables, await this.kept(tables, campaign, id), unit);
  }

  private async readOwn(tables: Tables, campaign: string): Promise<OwnReport> {
    const { name } = await visibleCampaign(tables, this.store.scope, campaign);
    const unit = await namedUnit(tables, this.store.home);
    const outline = await followedOutline(tables, campaign, unit.id);
    const usual = await usualParts(tables, unit.id);
    const row = outline === null ? undefined : await selectReport(tables, outline.id, unit.id);
    const head = { campaign: name, unit, outline, usual };
    if (row === undefined) return { ...head, texts: {}, parts: {}, state: 'writing', revision: 0, changedBy: '', sendings: [] };
    const place = { table: 'report', row: row.id };
    return {
      ...head,
      texts: readObject<ReportTexts>(row.texts, place),
      parts: readObject<ReportParts>(row.document, place),
      state: row.state as ReportState,
      revision: row.revision,
      changedBy: row.changed_by,
      sendings: await sendingsOf(tables, row.id),
    };
  }
}

interface ReportRow {
  readonly id: string;
  readonly unit: string;
}

const selectReport = (tables: Tables, outline: string, unit: string) =>
  tables.selectFrom('report').selectAll().where('outline', '=', outline).where('unit', '=', unit).executeTakeFirst();

async function reportOf(tables: Tables, outline: Outline | null, unit: string): Promise<ReportRow> {
  const row = outline === null ? undefined : await selectReport(tables, outline.id, unit);
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownReport);
  return row;
}

/** Id of the report that is sent: one of figures alone may never have been written at. */
async function reportRow(tables: Tables, { outline, unit }: OwnReport, actor: Actor, campaign: string): Promise<string> {
  const known = await selectReport(tables, outline!.id, unit.id);
  if (known !== undefined) return known.id;
  const id = randomId();
  const empty = { texts: '{}', document: '{}', state: 'writing', changed_by: actor };
  await tables
    .insertInto('report')
    .values({ id, campaign, unit: unit.id, outline: outline!.id, ...empty })
    .execute();
  return id;
}

function requireCurrent(outline: Outline | null, revision: number): void {
  if ((outline?.revision ?? 0) === revision) return;
  throw new AppError('outline-outdated', RECORD_MESSAGES.outlineOutdated(outline?.changedBy ?? ''), { details: { outline } });
}

function outdated(
  { texts, parts, revision, changedBy }: Pick<OwnReport, 'texts' | 'parts' | 'revision' | 'changedBy'>,
  message: (by: string) => string,
): AppError {
  return new AppError('report-outdated', message(changedBy), { details: { texts, parts, revision, changedBy } });
}

function requireComplete({ sections }: Outline, texts: ReportTexts, { signerName }: DocumentParts): void {
  const empty = emptySections(sections, texts);
  if (empty.length > 0) {
    const details = { sections: empty.map(({ id, heading }) => ({ id, heading })) };
    throw new AppError('report-incomplete', RECORD_MESSAGES.reportIncomplete(empty.map(({ heading }) => heading)), { details });
  }
  if (signerName.trim() === '') throw new AppError('report-incomplete', RECORD_MESSAGES.noSigner, { details: { sections: [] } });
}

/** What happens between two units stands in the logs of both; a unit without one above has one line. */
async function logBoth(
  { log }: Change,
  told: {
    readonly campaign: string;
    readonly actor: Actor;
    readonly kind: 'report-sent' | 'report-returned' | 'report-accepted';
    readonly unit: { readonly id: string; readonly name: string };
    readonly upper: { readonly id: string; readonly name: string };
  },
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { campaign, actor, kind, unit, upper } = told;
  const line = (at: string) => ({ actor, kind, campaign, unit: at, details: { ...details, name: unit.name, to: upper.name } });
  await log(line(unit.id), ...(upper.id === unit.id ? [] : [line(upper.id)]));
}
