import type { GroupThemes } from '../../../model/campaign.js';
import type { ToldWriter, WriterBasis } from '../../../model/roster.js';
import type { Actor } from '../../records/actor.js';
import type {
  GroupTask,
  MatchMaterial,
  OpenWriter,
  Writer,
  WriterChanges,
  WriterMatch,
  WriterPerson,
  Writers,
} from '../../records/writers.js';
import { inChunks } from '../in-chunks.js';
import { batchRow } from './batch-rows.js';
import { campaignRow } from './campaign-rows.js';
import { isOwn } from './reach.js';
import { chooseWriter, releaseWriter } from './roster/choose-writer.js';
import { heldOtherwise, tasksOf } from './roster/group-tasks.js';
import { selectEntries } from './roster/roster-rows.js';
import { readChanges } from './roster/writer-changes.js';
import { essaysWithoutWriter, settleMatches } from './roster/writer-rows.js';
import type { Store } from './store.js';

export class SqliteWriters implements Writers {
  constructor(private readonly store: Store) {}

  noteTold(told: readonly ToldWriter[]): Promise<void> {
    return this.store.write(async ({ tables }) => {
      const rows = told.map(({ submission, names, numbers }) => {
        return { submission, names: JSON.stringify(names), numbers: JSON.stringify(numbers) };
      });
      for (const chunk of inChunks(rows)) {
        await tables
          .insertInto('told_writer')
          .values(chunk)
          .onConflict((conflict) =>
            conflict.column('submission').doUpdateSet(({ ref }) => ({ names: ref('excluded.names'), numbers: ref('excluded.numbers') })),
          )
          .execute();
      }
    });
  }

  material(campaign: string, batch: string | null): Promise<MatchMaterial> {
    return this.store.read(async (tables) => {
      const reach = this.store.scope;
      await campaignRow(tables, campaign, reach);
      const unit = batch === null ? this.store.home : (await batchRow(tables, batch, reach)).unit;
      const people = await selectEntries(tables, campaign, reach).where('roster_entry.unit', '=', unit).execute();
      const essays = await essaysWithoutWriter(tables, { campaign, units: [unit] });
      return { people: people.map(({ id, card, name }) => ({ id, card, name })), essays };
    });
  }

  settle(campaign: string, matches: readonly WriterMatch[]): Promise<void> {
    return this.store.write((change) => settleMatches(change, campaign, matches));
  }

  changes(): Promise<WriterChanges> {
    return this.store.read(readChanges);
  }

  tasks(campaign: string, groups: readonly GroupThemes[]): Promise<ReadonlyMap<string, GroupTask>> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      return tasksOf(tables, campaign, groups, this.store.scope);
    });
  }

  heldOtherwise(campaign: string): Promise<readonly string[]> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      return heldOtherwise(tables, campaign, this.store.scope);
    });
  }

  ofCampaign(campaign: string): Promise<ReadonlyMap<string, Writer>> {
    return this.store.read(async (tables) => {
      const rows = await tables
        .selectFrom('essay_person')
        .innerJoin('result', 'result.submission', 'essay_person.submission')
        .innerJoin('submission', 'submission.id', 'essay_person.submission')
        .innerJoin('person', 'person.id', 'essay_person.person')
        .where('result.campaign', '=', campaign)
        .where(isOwn(this.store.scope, 'submission.tenant'))
        .select(['essay_person.submission', 'basis', 'confirmed_by'])
        .select(['person.id', 'card', 'name', 'cell', 'person.post', 'person.place'])
        .execute();
      return new Map(rows.map(({ submission, confirmed_by, ...row }) => [submission, { ...toPerson(row), confirmedBy: confirmed_by }]));
    });
  }

  open(campaign: string): Promise<readonly OpenWriter[]> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      const essays = await essaysWithoutWriter(tables, { campaign, units: this.store.scope?.units ?? null });
      const rows = await tables
        .selectFrom('writer_candidate')
        .innerJoin('submission', 'submission.id', 'writer_candidate.submission')
        .innerJoin('person', 'person.id', 'writer_candidate.person')
        .innerJoin('roster_entry', (join) => join.onRef('roster_entry.person', '=', 'person.id').on('roster_entry.campaign', '=', campaign))
        .where(isOwn(this.store.scope, 'submission.tenant'))
        .select(['writer_candidate.submission', 'writer_candidate.place as rank', 'basis'])
        .select(['person.id', 'card', 'name', 'cell', 'person.post', 'person.place'])
        .orderBy('rank')
        .execute();
      const candidates = new Map<string, WriterPerson[]>();
      for (const { submission, rank: _, ...row } of rows)
        candidates.set(submission, [...(candidates.get(submission) ?? []), toPerson(row)]);
      return essays.map(({ submission, file, batch, names }) => {
        return { submission, file, batch, names, candidates: candidates.get(submission) ?? [] };
      });
    });
  }

  choose(
    campaign: string,
    submission: string,
    choice: { readonly person: string | null; readonly before: string | null },
    actor: Actor,
  ): Promise<void> {
    return this.store.write((change) => chooseWriter(change, { campaign, submission, actor }, choice));
  }

  release(campaign: string, submission: string, actor: Actor): Promise<void> {
    return this.store.write((change) => releaseWriter(change, { campaign, submission, actor }));
  }
}

function toPerson({ basis, ...row }: Omit<WriterPerson, 'basis'> & { readonly basis: string }): WriterPerson {
  return { ...row, basis: basis as WriterBasis };
}
