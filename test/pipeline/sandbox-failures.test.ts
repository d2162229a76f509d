import { describe, expect, it } from 'vitest';
import { readingTime } from '../../src/pipeline/sandbox-watch.js';
import { utf8 } from '../extract/make-files.js';
import { MIB, sandbox } from './sandboxes.js';

describe('a child that fails', () => {
  it.each([
    ['hang', 'timed-out', '0,6 giây'],
    ['sleep', 'timed-out', '0,6 giây'],
    ['buffers', 'out-of-memory', '150 MB'],
    ['heap', 'out-of-memory', '150 MB'],
    ['crash', 'crashed', 'hai lần'],
    ['quit', 'crashed', 'hai lần'],
    ['garbage', 'crashed', 'hai lần'],
    ['nonsense', 'crashed', 'hai lần'],
    ['no-json', 'crashed', 'hai lần'],
    ['empty-frame', 'crashed', 'hai lần'],
    ['raw-bytes', 'crashed', 'hai lần'],
    ['closed-pipe', 'crashed', 'hai lần'],
    ['far-places', 'crashed', 'hai lần'],
    ['turned-places', 'crashed', 'hai lần'],
    ['mixed-places', 'crashed', 'hai lần'],
    ['wrong-places', 'crashed', 'hai lần'],
    ['long-text', 'crashed', 'hai lần'],
    ['unknown-message', 'crashed', 'hai lần'],
    ['flood', 'crashed', 'hai lần'],
    ['page-flood', 'crashed', 'hai lần'],
  ])('%s: the file is %s, and nothing else is lost', async (fileName, code, figure) => {
    const limits = { memoryBytes: 150 * MIB, milliseconds: code === 'timed-out' ? 600 : 5000 };
    const reader = sandbox({ size: 1 }, limits);
    const good = reader.extract(utf8('x'), 'good');
    const bad = reader.extract(utf8('x'), fileName);
    const after = reader.extract(utf8('x'), 'good');
    expect(await bad).toMatchObject({ state: 'unreadable', format: 'unknown', text: '', encoding: null, messages: [{ code }] });
    expect((await bad).messages[0]?.text).toContain(`“${fileName}”`);
    expect((await bad).messages[0]?.text).toContain(figure);
    expect([(await good).state, (await after).state]).toEqual(['ok', 'ok']);
    expect((await after).text).not.toBe((await good).text);
  });

  it('is not one that answers with the longest text there may be, of characters that are longest on the way', async () => {
    const { text } = await sandbox({}, { milliseconds: 5000 }).extract(utf8('x'), 'longest-text');
    expect(text).toBe('\u0001'.repeat(1_000_000));
  });

  it('with a full V8 heap is told from one that crashed, also where memory is not watched', async () => {
    const reader = sandbox({}, { memoryBytes: 4096 * MIB, milliseconds: 15_000 });
    expect(await reader.extract(utf8('x'), 'heap')).toMatchObject({ messages: [{ code: 'out-of-memory' }] });
  });

  it('that answers twice has its first answer taken, and no other file is given the second', async () => {
    const reader = sandbox({ size: 1 }, { milliseconds: 5000 });
    const names = ['twice', 'good', 'for-the-next', 'good', 'good'];
    const texts = (await Promise.all(names.map((name) => reader.extract(utf8('x'), name)))).map(({ text }) => text);
    expect(texts[0]).toBe('first');
    expect(texts[2]).toBe('mine');
    for (const text of [texts[1], texts[3], texts[4]]) expect(text).toMatch(/^\d+$/);
  });

  it.each(['flood', 'raw-bytes', 'far-places'])('(%s) is stopped before the parent holds what it said', async (fileName) => {
    const reader = sandbox({ size: 2 }, { milliseconds: 5000 });
    await reader.extract(utf8('x'), 'good');
    const before = process.memoryUsage().rss;
    await Promise.all(Array.from({ length: 4 }, () => reader.extract(utf8('x'), fileName)));
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * MIB);
  });
});

describe('the clock', () => {
  it('does not stand for threads that starve each other', async () => {
    const reader = sandbox({ size: 1 }, { milliseconds: 1500, memoryBytes: 4096 * MIB });
    await reader.extract(utf8('x'), 'good');
    const begun = performance.now();
    expect(await reader.extract(utf8('x'), 'spinners')).toMatchObject({ messages: [{ code: 'timed-out' }] });
    expect(performance.now() - begun).toBeLessThan(3 * 1500 + 3000);
  });

  it.each([
    ['without any wait is that on the wall', [0], 1000],
    ['stands while a thread waits', [300], 700],
    ['stands for what one thread waited, not for their sum', [300, 200, 250], 700],
    ['goes on where the system tells nothing', [], 1000],
    ['never stands for more than two thirds', [950, 10], 1000 / 3],
    ['never stands for more than two thirds, whatever was told', [50_000], 1000 / 3],
  ])('%s', (_what, waits, time) => {
    const before = new Map([['0', 40]]);
    const now = new Map(waits.map((wait, i) => [String(i), wait + (before.get(String(i)) ?? 0)]));
    expect(readingTime(1000, before, now)).toBe(time);
  });
});

describe('pages that are recognised', () => {
  const limits = { milliseconds: 1000, pageMilliseconds: 1500 };

  it('have time of their own', async () => {
    expect(await sandbox({}, limits).extract(utf8('x'), 'pages')).toMatchObject({ state: 'ok', text: 'read' });
  });

  it('do not have time without end', async () => {
    const begun = performance.now();
    const { messages } = await sandbox({}, limits).extract(utf8('x'), 'page-then-hang');
    expect(messages).toMatchObject([{ code: 'timed-out' }]);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it('are no more than a file may have', async () => {
    const reader = sandbox({ size: 1 }, { milliseconds: 20_000, pages: 2 });
    expect(await reader.extract(utf8('x'), 'pages')).toMatchObject({ messages: [{ code: 'crashed' }] });
  });

  it('have no more time together than such a file may take', async () => {
    const reader = sandbox({}, { ...limits, recognitionMilliseconds: 2500 });
    const { messages } = await reader.extract(utf8('x'), 'pages-without-end');
    expect(messages).toMatchObject([{ code: 'timed-out', text: expect.stringContaining('2,5 giây') }]);
  });

  it('have memory of their own', async () => {
    const memory = { milliseconds: 5000, memoryBytes: 150 * MIB };
    const roomy = sandbox({}, { ...memory, recognitionBytes: 600 * MIB });
    expect(await roomy.extract(utf8('x'), 'page-then-buffers')).toMatchObject({ state: 'ok' });
    const tight = sandbox({}, { ...memory, recognitionBytes: 160 * MIB });
    const { messages } = await tight.extract(utf8('x'), 'page-then-buffers');
    expect(messages).toMatchObject([{ code: 'out-of-memory', text: expect.stringContaining('160 MB') }]);
  });
});
