import type { Attempt, OpenRound, SecondLook, Writing } from '../../records/rounds.js';
import { inChunks } from '../in-chunks.js';
import type { CorpusTables } from '../schema.js';
import { conclusionsOn } from './conclusion-rows.js';
import type { Tables } from './store.js';

/** Attempts of people in a campaign, oldest first, by person. */
export async function readAttempts(tables: Tables, campaign: string, people: readonly string[]): Promise<Map<string, Attempt[]>> {
  const rows: Awaited<ReturnType<typeof attemptRows>> = [];
  for (const chunk of inChunks(people)) rows.push(...(await attemptRows(tables, campaign, chunk)));
  rows.sort((one, other) => one.sequence - other.sequence);
  const conclusions = await conclusionsOn(
    tables,
    rows.map(({ id }) => id),
  );
  const found = new Map<string, Attempt[]>();
  for (const { id, file, received_at, state, syllables, number, person } of rows) {
    const before = found.get(person) ?? [];
    const attempt: Attempt = {
      submission: id,
      file: file.slice(file.lastIndexOf('/') + 1),
      number: number ?? (before.at(-1)?.number ?? 0) + 1,
      receivedAt: received_at,
      state,
      isRead: syllables !== null && (state === 'ok' || state === 'suspicious'),
      conclusion: conclusions.get(id) ?? null,
    };
    found.set(person, [...before, attempt]);
  }
  return found;
}

function attemptRows(tables: Tables, campaign: string, people: readonly string[]) {
  return tables
    .selectFrom('essay_person')
    .innerJoin('submission', 'submission.id', 'essay_person.submission')
    .innerJoin('result', 'result.submission', 'submission.id')
    .innerJoin('text', 'text.submission', 'submission.sequence')
    .leftJoin('round', (join) =>
      join
        .onRef('round.submission', '=', 'submission.id')
        .onRef('round.person', '=', 'essay_person.person')
        .on('round.campaign', '=', campaign),
    )
    .select(['submission.id', 'submission.sequence', 'submission.file', 'submission.received_at', 'submission.state'])
    .select(['text.syllables', 'round.number', 'essay_person.person'])
    .where('result.campaign', '=', campaign)
    .where('essay_person.person', 'in', people)
    .execute();
}

/** Files that were handed in and have no result yet, by person. */
export async function readPending(tables: Tables, campaign: string, people: readonly string[]) {
  const rows = [];
  for (const chunk of inChunks(people)) rows.push(...(await pendingRows(tables, campaign, chunk)));
  return new Map(rows.map((row) => [row.person, row]));
}

function pendingRows(tables: Tables, campaign: string, people: readonly string[]) {
  return tables
    .selectFrom('handed_in')
    .innerJoin('batch', 'batch.id', 'handed_in.batch')
    .innerJoin('upload', 'upload.batch', 'batch.id')
    .leftJoin('batch_item', 'batch_item.batch', 'batch.id')
    .select(['handed_in.person', 'handed_in.number', 'handed_in.at', 'upload.file', 'batch.state', 'batch_item.reason'])
    .select('batch_item.state as item')
    .where('handed_in.campaign', '=', campaign)
    .where('handed_in.person', 'in', people)
    .where('batch.state', 'not in', ['withdrawn', 'withdrawing'])
    .where(({ or, eb }) => or([eb('batch.state', '<>', 'done'), eb('batch_item.state', '=', 'skipped')]))
    .orderBy('handed_in.at')
    .execute();
}

/** Newest round of each person that was opened for an essay which has not come yet. */
export async function readOpenRounds(
  tables: Tables,
  campaign: string,
  attempts: ReadonlyMap<string, readonly Attempt[]>,
): Promise<Map<string, OpenRound>> {
  const open = new Map<string, OpenRound>();
  for (const chunk of inChunks([...attempts.keys()])) {
    const rows = await tables
      .selectFrom('round')
      .selectAll()
      .where('campaign', '=', campaign)
      .where('person', 'in', chunk)
      // An essay that was withdrawn leaves its round open.
      .where(({ or, eb, selectFrom }) =>
        or([eb('submission', 'is', null), eb('submission', 'not in', selectFrom('submission').select('submission.id'))]),
      )
      .orderBy('number')
      .execute();
    for (const row of rows) {
      const last = attempts.get(row.person)?.at(-1);
      // A file that the committee brought, not the member, fills the round too.
      if (last?.conclusion?.verdict === 'rewrite' && last.receivedAt < row.opened_at) open.set(row.person, toRound(row));
    }
  }
  return open;
}

function toRound({ number, due, opened_by, opened_at }: CorpusTables['round']): OpenRound {
  return { number, due, openedBy: opened_by, openedAt: opened_at };
}

/** How it stands with these people, in their order; those who are no more are left out. */
export async function readWritings(
  tables: Tables,
  campaign: string,
  people: readonly Pick<CorpusTables['person'], 'id' | 'name' | 'card'>[],
): Promise<Writing[]> {
  const ids = people.map(({ id }) => id);
  const attempts = await readAttempts(tables, campaign, ids);
  const open = await readOpenRounds(tables, campaign, attempts);
  const pending = await readPending(tables, campaign, ids);
  return people.map(({ id, name, card }) => ({
    person: id,
    name,
    card,
    attempts: attempts.get(id) ?? [],
    open: open.get(id) ?? null,
    isPending: (pending.get(id)?.item ?? '') !== 'skipped' && pending.has(id),
  }));
}

export function toLook({ id, submission, words, asked_at, answer, answered_by, answered_at }: CorpusTables['second_look']): SecondLook {
  const answered = answer === null ? null : { words: answer, by: answered_by ?? '', at: answered_at ?? '' };
  return { id, submission, words, askedAt: asked_at, answer: answered };
}
