import { describe, expect, it } from 'vitest';
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

  it('that floods the parent is stopped before the parent holds what it said', async () => {
    const reader = sandbox({ size: 2 }, { milliseconds: 5000 });
    await reader.extract(utf8('x'), 'good');
    const before = process.memoryUsage().rss;
    await Promise.all(Array.from({ length: 4 }, () => reader.extract(utf8('x'), 'flood')));
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * MIB);
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

  it('have memory of their own', async () => {
    const memory = { milliseconds: 5000, memoryBytes: 150 * MIB };
    const roomy = sandbox({}, { ...memory, recognitionBytes: 600 * MIB });
    expect(await roomy.extract(utf8('x'), 'page-then-buffers')).toMatchObject({ state: 'ok' });
    const tight = sandbox({}, { ...memory, recognitionBytes: 160 * MIB });
    const { messages } = await tight.extract(utf8('x'), 'page-then-buffers');
    expect(messages).toMatchObject([{ code: 'out-of-memory', text: expect.stringContaining('160 MB') }]);
  });
});
