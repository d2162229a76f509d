import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acquireLease } from '../../src/corpus/sqlite/lease.js';
import { newFolder } from './folders.js';
import { startProcess } from './processes.js';

const now = (holder: string) => ({ holder, waitMs: 0 });

describe('a lease', () => {
  it('is held by one at a time, who is named to the others, and is free again once released', async () => {
    const folder = await newFolder();
    const first = await acquireLease(folder, 'writer', now('máy chủ soatbai'));
    const refusal = acquireLease(folder, 'writer', now('lệnh khác'));
    await expect(refusal).rejects.toMatchObject({ code: 'corpus-locked', message: expect.stringContaining(folder) });
    await expect(refusal).rejects.toThrow(`máy chủ soatbai (tiến trình ${process.pid})`);
    first.release();
    first.release();
    const second = await acquireLease(folder, 'writer', now('lệnh khác'));
    await expect(acquireLease(folder, 'writer', now('máy chủ soatbai'))).rejects.toThrow('lệnh khác');
    second.release();
    expect(await readdir(folder)).toEqual(['writer.lock']);
  });

  it('does not hinder one of another name or folder', async () => {
    const [folder, other] = [await newFolder(), await newFolder()];
    const leases = [
      await acquireLease(folder, 'writer', now('a')),
      await acquireLease(folder, 'serve', now('b')),
      await acquireLease(other, 'writer', now('c')),
    ];
    await expect(acquireLease(folder, 'serve', now('d'))).rejects.toThrow('đã có b');
    for (const lease of leases) lease.release();
  });

  it('is waited for, and who holds it is told once', async () => {
    const folder = await newFolder();
    const first = await acquireLease(folder, 'writer', now('máy chủ soatbai'));
    const told: string[] = [];
    const waiting = acquireLease(folder, 'writer', { holder: 'lệnh', waitMs: 10_000, onWait: (holder) => told.push(holder) });
    setTimeout(() => first.release(), 400);
    (await waiting).release();
    expect(told).toEqual([expect.stringContaining('máy chủ soatbai')]);
  });

  it('goes to each of many who ask for it at once, one after the other', async () => {
    const folder = await newFolder();
    let holders = 0;
    let most = 0;
    const once = async (at: number) => {
      const lease = await acquireLease(folder, 'writer', { holder: `người ${at}`, waitMs: 30_000 });
      most = Math.max(most, ++holders);
      await new Promise((resolve) => setTimeout(resolve, 5));
      holders--;
      lease.release();
    };
    await Promise.all(Array.from({ length: 8 }, (_, at) => once(at)));
    expect(most).toBe(1);
  });

  it('is free at once when the process that held it was killed', async () => {
    const folder = await newFolder();
    const holder = startProcess(
      `await acquireLease(folder, 'writer', { holder: 'lệnh bị giết', waitMs: 0 });
       console.log('held');
       setInterval(() => {}, 1000);`,
      [folder],
    );
    expect(await holder.line()).toBe('held');
    await expect(acquireLease(folder, 'writer', now('x'))).rejects.toThrow(`lệnh bị giết (tiến trình ${holder.child.pid})`);
    holder.child.kill('SIGKILL');
    await holder.ended;
    (await acquireLease(folder, 'writer', now('x'))).release();
  });

  it('can be had although its file was torn', async () => {
    const folder = await newFolder();
    (await acquireLease(folder, 'writer', now('x'))).release();
    await writeFile(join(folder, 'writer.lock'), 'không phải cơ sở dữ liệu '.repeat(400));
    const lease = await acquireLease(folder, 'writer', now('y'));
    await expect(acquireLease(folder, 'writer', now('z'))).rejects.toThrow('y');
    lease.release();
  });
});
