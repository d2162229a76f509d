import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { DEFAULT_JOBS } from '../../src/cli/house.js';
import { PIPE, sendFrame } from '../../src/pipeline/frames.js';
import { docx, LIMITS, pagePdf, pdf, SENTENCE, utf8 } from '../extract/make-files.js';
import { children, isAlive, REAL, realSandbox, sandbox } from './sandboxes.js';

describe('the sandbox', () => {
  it('reads real files as extract does, in children that it reuses', async () => {
    const reader = realSandbox(1);
    const before = children().length;
    const word = await docx([SENTENCE]);
    const [first, second, third] = await Promise.all([
      reader.extract(word, 'a.docx'),
      reader.extract(await pdf([SENTENCE]), 'b.pdf'),
      reader.extract(utf8('  h\u006F\u0300a\u200B\0 '), 'c.txt'),
    ]);
    expect(first).toMatchObject({ state: 'ok', format: 'docx', text: `${SENTENCE}\n\n` });
    expect(second).toMatchObject({ state: 'ok', format: 'pdf' });
    expect(third).toMatchObject({ state: 'ok', text: '  ho\u0300a\u200B\0 ' });
    expect(children().length - before).toBe(1);
    // The bytes are the caller's still: they are hashed and stored afterwards.
    expect(word.subarray(0, 2).toString()).toBe('PK');
  });

  it('passes its limits on', async () => {
    const reader = realSandbox(2, { textLength: 10 });
    expect(await reader.extract(utf8(SENTENCE), 'a.txt')).toMatchObject({ state: 'refused', messages: [{ code: 'too-large' }] });
  });

  it('tries once more after a crash', async () => {
    const reader = sandbox({ size: 1 });
    const { text: pid } = await reader.extract(utf8('x'), 'good');
    const second = await reader.extract(utf8('x'), `crash-in-${pid}`);
    expect(second).toMatchObject({ state: 'ok' });
    expect(second.text).not.toBe(pid);
  });

  it('does not lose a file to a child that dies of the one before', async () => {
    const reader = sandbox({ size: 1 });
    const [first, second] = await Promise.all([reader.extract(utf8('x'), 'stray'), reader.extract(utf8('x'), 'good')]);
    expect([first.state, second.state]).toEqual(['ok', 'ok']);
    expect(first.text).not.toBe(second.text);
  });

  it('reads 30 good files beside one that kills the child', async () => {
    const reader = sandbox({ size: 2 }, { milliseconds: 5000 });
    const names = Array.from({ length: 31 }, (_, index) => (index === 15 ? 'crash' : `good-${index}`));
    const states = (await Promise.all(names.map((name) => reader.extract(utf8('x'), name)))).map((one) => one.state);
    expect(states.filter((state) => state === 'ok')).toHaveLength(30);
    expect(states[15]).toBe('unreadable');
  });

  it('takes files in the order of the calls', async () => {
    const reader = sandbox({ size: 1 });
    const order: string[] = [];
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => reader.extract(utf8('x'), name).then(() => order.push(name))));
    expect(order).toEqual(['a', 'b', 'c', 'd']);
  });

  it('replaces a child after its share of files, and never runs more than its size', async () => {
    const before = children().length;
    const reader = sandbox({ size: 2, filesPerChild: 3 });
    const pids = (await Promise.all(Array.from({ length: 12 }, () => reader.extract(utf8('x'), 'good')))).map((one) => one.text);
    const counts = new Map<string, number>();
    for (const pid of pids) counts.set(pid, (counts.get(pid) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(3);
    expect(counts.size).toBeGreaterThanOrEqual(4);
    expect(children().length - before).toBeLessThanOrEqual(2);
  });

  it('does not blame a child for a parent that was busy itself', async () => {
    const reader = sandbox({}, { milliseconds: 300 });
    await reader.extract(utf8('x'), 'good');
    const answer = reader.extract(utf8('x'), 'good');
    await new Promise((resolve) => setTimeout(resolve, 1));
    for (const until = Date.now() + 700; Date.now() < until; );
    expect((await answer).state).toBe('ok');
  });

  it('starts a few children at a time, so that a large number of them all get ready', async () => {
    const reader = sandbox({ entry: new URL('./slow-child.mjs', import.meta.url), size: 12 }, { milliseconds: 20_000 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => reader.extract(utf8('x'), 'a')));
    // On a busy machine one child may have answered several times.
    const starts = [...new Set(answers.map(({ text }) => text))].map((text) => JSON.parse(text) as { from: number; to: number });
    expect(starts.length).toBeGreaterThan(4);
    for (const { from } of starts) expect(starts.filter((other) => other.from <= from && from < other.to).length).toBeLessThanOrEqual(4);
  }, 30_000);

  it('rejects what waits for a child to start when it is closed', async () => {
    const reader = sandbox({ size: 12 }, { milliseconds: 60_000 });
    const outcome = Promise.allSettled(Array.from({ length: 20 }, () => reader.extract(utf8('x'), 'sleep')));
    await reader.close();
    for (const job of await outcome) expect(job).toMatchObject({ status: 'rejected', reason: { code: 'sandbox' } });
  });

  it('gives its children nothing of the environment, and less of the processor than people who wait', async () => {
    process.env.SOATBAI_SECRET = 'x';
    const { text } = await sandbox().extract(utf8('x'), 'environment');
    delete process.env.SOATBAI_SECRET;
    expect(text).not.toContain('SOATBAI_SECRET');
    expect(text).not.toContain('PATH');
    expect(text).toContain('--max-old-space-size=192');
    expect(JSON.parse(text).priority).toBeGreaterThanOrEqual(10);
  });

  it('keeps every processor busy by default, up to eight', () => {
    expect(DEFAULT_JOBS).toBe(Math.min(8, availableParallelism()));
  });

  it('says so when no child can be started, since that is no fault of the file', async () => {
    const reader = sandbox({ entry: new URL('./missing-child.mjs', import.meta.url) });
    await expect(reader.extract(utf8('x'), 'a')).rejects.toMatchObject({ name: 'AppError', code: 'sandbox' });
  });

  it('refuses impossible numbers', () => {
    for (const wrong of [{ size: 0 }, { size: Number.NaN }, { filesPerChild: 0 }]) expect(() => sandbox(wrong)).toThrow(RangeError);
    for (const wrong of [{ milliseconds: 0 }, { memoryBytes: -1 }, { pageMilliseconds: Number.NaN }]) {
      expect(() => sandbox({}, wrong)).toThrow(RangeError);
    }
  });
});

describe('the end of the sandbox', () => {
  it('leaves no process, and names what was not read', async () => {
    const before = new Set(children());
    const reader = sandbox({ size: 2 }, { milliseconds: 60_000 });
    await reader.extract(utf8('x'), 'good');
    const jobs = ['hang', 'sleep', 'good', 'good'].map((name) => reader.extract(utf8('x'), name));
    const outcome = Promise.allSettled(jobs);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const started = children().filter((pid) => !before.has(pid));
    expect(started).toHaveLength(2);
    await reader.close();
    expect(started.filter(isAlive)).toEqual([]);
    for (const job of await outcome) expect(job).toMatchObject({ status: 'rejected', reason: { code: 'sandbox' } });
    await expect(reader.extract(utf8('x'), 'good')).rejects.toMatchObject({ code: 'sandbox' });
  });

  it('comes by itself when the parent ends, and when it is killed amid a parse that never ends', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'soatbai-'));
    // 400 KB of operators that pdf.js works on for longer than any limit, without ever looking up.
    writeFileSync(join(folder, 'slow.pdf'), pagePdf('q '.repeat(200_000)));
    writeFileSync(
      join(folder, 'parent.mjs'),
      `import { readFileSync } from 'node:fs';
       import { createSandbox } from '${new URL('../../dist/pipeline/sandbox.js', import.meta.url)}';
       const reader = createSandbox({ entry: new URL('${REAL}'), size: 1, limits: ${JSON.stringify(LIMITS)} });
       await reader.extract(Buffer.from('x'), 'a.txt');
       process.stdout.write('read');
       if (process.argv[2] !== undefined) await reader.extract(readFileSync(process.argv[2]), 'slow.pdf');`,
    );
    const start = async (...file: string[]) => {
      const parent = spawn(process.execPath, [join(folder, 'parent.mjs'), ...file]);
      await new Promise((resolve) => parent.stdout.once('data', resolve));
      const [child = 0] = children(parent.pid);
      return { parent, child };
    };
    // An idle child does not hold its parent.
    const idle = await start();
    await new Promise((resolve) => (idle.parent.exitCode === null ? idle.parent.once('exit', resolve) : resolve(0)));
    const busy = await start(join(folder, 'slow.pdf'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(isAlive(busy.child)).toBe(true);
    busy.parent.kill('SIGKILL');
    await expect.poll(() => [idle.child, busy.child].filter((pid) => pid > 0 && isAlive(pid)), { timeout: 20_000 }).toEqual([]);
  }, 60_000);

  it('comes also to a child that is orphaned before it can look who its parent is', async () => {
    const orphan = spawn(process.execPath, [fileURLToPath(REAL), '1'], { stdio: ['ignore', 'ignore', 'ignore', 'overlapped'] });
    const pipe = orphan.stdio[PIPE] as Socket;
    const request = { file: 1, bytes: pagePdf('q '.repeat(200_000)), fileName: 'slow.pdf', limits: LIMITS };
    pipe.once('data', () => sendFrame(pipe, serialize(request)));
    expect(await new Promise((resolve) => orphan.once('exit', (_code, signal) => resolve(signal)))).toBe('SIGKILL');
  });
});
