import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/model/assessment.js';
import type { DocumentMetadata } from '../../../src/model/extraction.js';
import { madeUpText } from '../../support/vietnamese.js';
import { TOLD, told } from '../told-files.js';
import { Service } from './service.js';

const file = (seed: number, facts: Partial<DocumentMetadata>): Uint8Array => told([madeUpText(seed, 250)], facts);
const FACTS = { identifiers: ['{7F31}'], creator: 'Lò Văn Páo' };

/** A campaign whose two batches share an identifier; the files of the first are named otherwise for each seed. */
async function withTwoBatches() {
  const service = await Service.open();
  const { id } = await service.campaign({ name: 'Đợt 1' });
  await service.handIn(id, { 'a.docx': file(1, FACTS) });
  await service.work(service.machine(TOLD));
  const alone = await service.resultOf(id, 'a.docx');
  const second = await service.handIn(id, { 'b.docx': file(2, FACTS), 'c.docx': file(3, {}) });
  await service.work(service.machine(TOLD));
  return { service, id, alone, second };
}

const SHARED = { revisions: ['00A10001', '00A10002', '00A10003'] };
const OF_NINE = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.docx`, file(20 + i, SHARED)]));

/** How many essays each of nine units is told to share traces with, when their files come in these batches. */
async function toldOfNine(batches: readonly (readonly number[])[]): Promise<number[]> {
  const service = await Service.open();
  const { id } = await service.campaign({ name: 'Đợt 1' });
  for (const batch of batches) {
    const files = Object.fromEntries(batch.map((i) => [`${i}.docx`, OF_NINE[`${i}.docx`]!]));
    await service.handIn(
      id,
      files,
      batch.map((i) => `${i}.docx,m${i},u${i}`),
    );
    await service.work(service.machine(TOLD));
  }
  return Promise.all(batches.flat().map(async (i) => sharedWith(await service.resultOf(id, `${i}.docx`))));
}
const sharedWith = ({ advisories }: Assessment): number =>
  advisories.find(({ code }) => code === 'shared-revisions')?.submissions?.length ?? 0;

describe('traces that so many units share that they tell nothing', () => {
  const [eight, one] = [[0, 1, 2, 3, 4, 5, 6, 7], [8]];
  it.each([
    ['eight before the ninth', [eight, one]],
    ['one before the eight', [one, eight]],
    ['all at once', [[...eight, ...one]]],
  ])('are told of nobody, whoever came first: %s', async (_, batches) => {
    expect(await toldOfNine(batches)).toEqual(Array(9).fill(0));
  });

  it('are told of eight, also when the last one came later', async () => {
    expect(await toldOfNine([[0, 1, 2], [3, 4, 5, 6], [7]])).toEqual(Array(8).fill(7));
  });

  it('are told again of those who are left when one batch is withdrawn', async () => {
    const service = await Service.open();
    const { id } = await service.campaign({ name: 'Đợt 1' });
    const roster = Object.keys(OF_NINE).map((name, i) => `${name},m${i},u${i}`);
    const { '8.docx': last, ...others } = OF_NINE;
    await service.handIn(id, others, roster.slice(0, 8));
    const ninth = await service.handIn(id, { '8.docx': last! }, roster.slice(8));
    await service.work(service.machine(TOLD));
    expect(sharedWith(await service.resultOf(id, '0.docx'))).toBe(0);
    await service.withdraw(ninth.id);
    await service.work(service.machine(TOLD));
    expect(sharedWith(await service.resultOf(id, '0.docx'))).toBe(7);
  });

  it('keep no batch from being withdrawn of which an essay can no longer be read', async () => {
    const service = await Service.open();
    const { id } = await service.campaign({ name: 'Đợt 1' });
    await service.handIn(id, { '0.docx': OF_NINE['0.docx']! });
    const second = await service.handIn(id, { '1.docx': OF_NINE['1.docx']!, '2.docx': OF_NINE['2.docx']! });
    await service.work(service.machine(TOLD));
    expect(sharedWith(await service.resultOf(id, '0.docx'))).toBe(2);
    const database = new Database(join(service.folder, 'corpus.sqlite'));
    database.prepare("UPDATE essay_blob SET bytes = x'00' WHERE submission = 3").run();
    database.close();
    await service.withdraw(second.id);
    await service.work(service.machine(TOLD));
    expect(await service.corpus.list()).toHaveLength(1);
    expect(sharedWith(await service.resultOf(id, '0.docx'))).toBe(0);
  });
});

it('an essay that shares traces with many counts one less when the last of them goes', async () => {
  const service = await Service.open();
  const { id } = await service.campaign({ name: 'Đợt 1' });
  const names = Array.from({ length: 25 }, (_, i) => `${i}.docx`);
  const handIn = (some: readonly string[]) =>
    service.handIn(
      id,
      Object.fromEntries(some.map((name) => [name, file(60 + Number.parseInt(name, 10), FACTS)])),
      some.map((name) => `${name},m${name},u1`),
    );
  await handIn(names.slice(0, 1));
  const batches: Awaited<ReturnType<typeof handIn>>[] = [];
  for (const name of names.slice(1)) batches.push(await handIn([name]));
  await service.work(service.machine(TOLD));
  const told24 = await service.resultOf(id, '0.docx');
  expect(sharedWith(told24)).toBe(24);
  const ids = told24.advisories.find(({ code }) => code === 'shared-revisions')!.submissions!;
  const gone = await Promise.all(names.slice(1).map((name) => service.resultOf(id, name)));
  const last = gone.findIndex(({ submission }) => submission.id === ids.at(-1));
  await service.withdraw(batches[last]!.id);
  await service.work(service.machine(TOLD));
  expect(sharedWith(await service.resultOf(id, '0.docx'))).toBe(23);
});

describe('traces that a later batch shares with an earlier essay', () => {
  it('are told of both, and told no more when the later one is withdrawn', async () => {
    const { service, id, alone, second } = await withTwoBatches();
    const [a, b, c] = await Promise.all(['a.docx', 'b.docx', 'c.docx'].map((name) => service.resultOf(id, name)));
    const sharing = ({ advisories }: typeof alone) =>
      advisories.filter(({ code }) => code === 'shared-revisions').map(({ submissions }) => submissions);
    expect(sharing(alone)).toEqual([]);
    expect(sharing(a!)).toEqual([[b!.submission.id]]);
    expect(sharing(b!)).toEqual([[a!.submission.id]]);
    expect(sharing(c!)).toEqual([]);
    expect(a).toMatchObject({ proposal: 'accept', metadata: { creator: 'Lò Văn Páo', revisions: 0 } });

    await service.withdraw(second.id);
    await service.work(service.machine(TOLD));
    expect(sharing(await service.resultOf(id, 'a.docx'))).toEqual([]);
  });
});
