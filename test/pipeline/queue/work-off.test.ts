import { describe, expect, it } from 'vitest';
import { acquireLease } from '../../../src/corpus/sqlite/lease.js';
import { AppError } from '../../../src/model/errors.js';
import { type Step, watchSteps } from '../../../src/model/steps.js';
import { StallWatch } from '../../../src/pipeline/queue/stall-watch.js';
import { madeUpText } from '../../support/vietnamese.js';
import { READER, Service } from './service.js';

const FILES = { 'a.txt': madeUpText(1, 300), 'b.txt': madeUpText(2, 300) };

async function handedIn() {
  const service = await Service.open();
  const { id } = await service.campaign({ name: 'Đợt 1' });
  const batch = await service.handIn(id, FILES);
  const jobOf = async () => (await service.records.jobs.ofBatch(batch.id))!;
  return { service, id, batch: batch.id, jobOf };
}

/** From now on the disk is full where a step is reached. */
function fillDiskAt(step: Step): void {
  watchSteps((reached) => {
    if (reached === step) throw new AppError('disk-full', 'Ổ đĩa chứa kho bài đã đầy.');
  });
}

describe('a disk that fills up', () => {
  it('leaves the batch in the queue, which goes on by itself when there is room again', async () => {
    const { service, id, jobOf } = await handedIn();
    const machine = service.machine();
    fillDiskAt('essays.row');
    expect(await machine.takeTurn()).toBe('later');
    expect(await machine.takeTurn()).toBe('later');
    expect(await jobOf()).toMatchObject({ error: null });
    expect((await jobOf()).state).not.toBe('failed');
    watchSteps(null);
    expect(await service.work(machine)).toBe('idle');
    expect((await service.report(id)).submissions).toHaveLength(2);
  });

  it('fails the batch at the third attempt that came no further, in words that say why, and it can be tried again as often', async () => {
    const { service, id, batch, jobOf } = await handedIn();
    const machine = service.machine();
    fillDiskAt('essays.row');
    expect([await machine.takeTurn(), await machine.takeTurn(), await machine.takeTurn()]).toEqual(['later', 'later', 'worked']);
    expect(await jobOf()).toMatchObject({ state: 'failed', error: expect.stringContaining('đã đầy') });
    watchSteps(null);
    expect(await service.work(machine)).toBe('idle');
    await service.records.jobs.retry((await jobOf()).id, 'quản trị');
    fillDiskAt('essays.row');
    expect([await machine.takeTurn(), await machine.takeTurn(), await machine.takeTurn()]).toEqual(['later', 'later', 'worked']);
    watchSteps(null);
    await service.records.jobs.retry((await jobOf()).id, 'quản trị');
    await service.work(machine);
    expect(await service.records.batches.get(batch)).toMatchObject({ state: 'done' });
    expect((await service.report(id)).submissions).toHaveLength(2);
  });
});

describe('a command that writes essays', () => {
  it('is waited for as long as it takes', async () => {
    const { service, jobOf } = await handedIn();
    const lease = await acquireLease(service.folder, 'writer', { holder: 'một lệnh', waitMs: 0 });
    const machine = service.machine();
    for (let attempt = 0; attempt < 5; attempt++) expect(await machine.takeTurn()).toBe('later');
    expect(await jobOf()).toMatchObject({ state: 'queued', attempts: 0 });
    lease.release();
    expect(await service.work(machine)).toBe('idle');
    expect(await jobOf()).toMatchObject({ state: 'done' });
  });
});

describe('a mistake in the program', () => {
  it('fails its batch with a sentence for people, and the next batch goes on', async () => {
    const { service, id, jobOf } = await handedIn();
    const broken = { close: async () => {}, extract: () => Promise.reject(new TypeError('x is not a function')) };
    expect(await service.machine(broken).takeTurn()).toBe('worked');
    const { state, error } = await jobOf();
    expect(state).toBe('failed');
    expect(error).toMatch(/các tệp đã nhận vẫn an toàn/);
    expect(error).not.toMatch(/function/);
    const next = await service.handIn(id, { 'c.txt': madeUpText(3, 300) });
    await service.work();
    expect(await service.records.batches.get(next.id)).toMatchObject({ state: 'done' });
  });
});

describe('a job that processes die of', () => {
  it('is ended after six that came no further, and not before', async () => {
    const { service, jobOf } = await handedIn();
    const { jobs } = service.records;
    const watch = new StallWatch(service.records);
    const die = async (): Promise<string> => {
      await jobs.begin((await jobOf()).id);
      await watch.noteDeath();
      return (await jobOf()).state;
    };
    for (let deaths = 1; deaths < 6; deaths++) expect(await die()).toBe('running');
    expect(await die()).toBe('failed');
    expect((await jobOf()).error).toContain('nhiều lần');
  });

  it('is not blamed for processes that never began it', async () => {
    const { service, jobOf } = await handedIn();
    const watch = new StallWatch(service.records);
    await service.records.jobs.begin((await jobOf()).id);
    for (let deaths = 0; deaths < 8; deaths++) await watch.noteDeath();
    expect((await jobOf()).state).toBe('running');
  });

  it('goes on as long as each comes further', async () => {
    const { service, batch, jobOf } = await handedIn();
    const { jobs, batches } = service.records;
    const watch = new StallWatch(service.records);
    for (let attempt = 0; attempt < 8; attempt++) {
      await jobs.begin((await jobOf()).id);
      await jobs.progress((await jobOf()).id, (['list', 'read', 'match', 'refresh'] as const)[attempt >> 1]!, 0, 1);
      await watch.noteDeath();
    }
    expect((await jobOf()).state).toBe('running');
    expect(await batches.get(batch)).toMatchObject({ state: 'working' });
    await service.work(service.machine(READER));
    expect((await jobOf()).state).toBe('done');
  });
});

describe('progress', () => {
  it('is told step by step while the machine works', async () => {
    const { service, jobOf } = await handedIn();
    const steps = new Set<string>();
    const slow = {
      close: async () => {},
      extract: async (bytes: Uint8Array, name: string) => {
        const extraction = await READER.extract(bytes, name);
        const { step, total } = await jobOf();
        steps.add(`${step} ${total}`);
        return extraction;
      },
    };
    await service.work(service.machine(slow));
    expect([...steps]).toEqual(['read 2']);
    expect(await jobOf()).toMatchObject({ state: 'done', step: 'record' });
  });

  it('stops with the signal', async () => {
    const { service, jobOf } = await handedIn();
    const stopping = new AbortController();
    const worked = service.machine().workOff(stopping.signal);
    while ((await jobOf()).state !== 'done') await new Promise((resolve) => setTimeout(resolve, 20));
    stopping.abort();
    await worked;
  });
});
