import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/pipeline/sandbox.js';
import { docx, LIMITS, pdf, rawPdf, SENTENCE, stream, utf8, withLimits } from '../extract/make-files.js';

const REAL = new URL('../../dist/pipeline/extract-child.js', import.meta.url);
const HOSTILE = new URL('./hostile-child.mjs', import.meta.url);
const MIB = 1024 * 1024;

const open: Sandbox[] = [];
function sandbox(options: Partial<SandboxOptions> = {}): Sandbox {
  const created = createSandbox({ entry: HOSTILE, size: 2, limits: LIMITS, timeoutMs: 600, ...options });
  open.push(created);
  return created;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Processes whose parent is the given one, by /proc. */
function children(parent = process.pid): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'latin1').split(') ')[1]?.split(' ')[1] === String(parent);
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe('the sandbox', () => {
  it('reads real files as extract does, in children that it reuses', async () => {
    const reader = sandbox({ entry: REAL, size: 1, timeoutMs: 20_000 });
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
    const reader = sandbox({ entry: REAL, limits: withLimits({ textLength: 10 }), timeoutMs: 20_000 });
    expect(await reader.extract(utf8(SENTENCE), 'a.txt')).toMatchObject({ state: 'refused', messages: [{ code: 'too-large' }] });
  });

  it.each([
    ['hang', 'timed-out', '0,6 giây'],
    ['sleep', 'timed-out', '0,6 giây'],
    ['buffers', 'out-of-memory', '150 MB'],
    ['heap', 'out-of-memory', '150 MB'],
    ['crash', 'crashed', 'hai lần'],
    ['quit', 'crashed', 'hai lần'],
  ])('a file that makes the child %s is %s, and costs nothing else', async (fileName, code, figure) => {
    const reader = sandbox({ memoryBytes: 150 * MIB, size: 1, timeoutMs: code === 'timed-out' ? 600 : 5000 });
    const good = reader.extract(utf8('x'), 'good');
    const bad = reader.extract(utf8('x'), fileName);
    const after = reader.extract(utf8('x'), 'good');
    expect(await bad).toMatchObject({ state: 'unreadable', format: 'unknown', text: '', encoding: null, messages: [{ code }] });
    expect((await bad).messages[0]?.text).toContain(`“${fileName}”`);
    expect((await bad).messages[0]?.text).toContain(figure);
    expect([(await good).state, (await after).state]).toEqual(['ok', 'ok']);
    expect((await after).text).not.toBe((await good).text);
  });

  it('tells a full V8 heap from a crash, also where memory is not watched', async () => {
    const reader = sandbox({ memoryBytes: 4096 * MIB, timeoutMs: 15_000 });
    expect(await reader.extract(utf8('x'), 'heap')).toMatchObject({ messages: [{ code: 'out-of-memory' }] });
  });

  it('tries once more after a crash', async () => {
    const memory = join(mkdtempSync(join(tmpdir(), 'soatbai-')), 'tried');
    expect(await sandbox().extract(utf8(memory), 'crash-once')).toMatchObject({ state: 'ok', text: 'second try' });
    expect(existsSync(memory)).toBe(true);
  });

  it('does not lose a file to a child that dies of the one before', async () => {
    const reader = sandbox({ size: 1 });
    const [first, second] = await Promise.all([reader.extract(utf8('x'), 'stray'), reader.extract(utf8('x'), 'good')]);
    expect([first.state, second.state]).toEqual(['ok', 'ok']);
    expect(first.text).not.toBe(second.text);
  });

  it('reads 30 good files beside one that kills the child', async () => {
    const reader = sandbox({ size: 2, timeoutMs: 5000 });
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
    const reader = sandbox({ timeoutMs: 300 });
    await reader.extract(utf8('x'), 'good');
    const answer = reader.extract(utf8('x'), 'good');
    await new Promise((resolve) => setTimeout(resolve, 1));
    for (const until = Date.now() + 700; Date.now() < until; );
    expect((await answer).state).toBe('ok');
  });

  it('starts a few children at a time, so that a large number of them all get ready', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'soatbai-'));
    // Notes how many are starting while it starts itself.
    const child = `import { mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
      const own = '${folder}/starting-' + process.pid;
      mkdirSync(own);
      writeFileSync('${folder}/seen-' + process.pid, String(readdirSync('${folder}').filter((name) => name.startsWith('starting-')).length));
      process.on('disconnect', () => process.exit(0));
      process.on('message', () => setTimeout(() => process.send({ kind: 'done', extraction: { state: 'ok' } }), 3000));
      setTimeout(() => { rmdirSync(own); process.send({ kind: 'ready' }); }, 200);`;
    writeFileSync(join(folder, 'child.mjs'), child);
    const reader = sandbox({ entry: pathToFileURL(join(folder, 'child.mjs')), size: 12, timeoutMs: 20_000 });
    const jobs = Array.from({ length: 12 }, () => reader.extract(utf8('x'), 'a'));
    for (const extraction of await Promise.all(jobs)) expect(extraction.state).toBe('ok');
    const seen = readdirSync(folder).filter((name) => name.startsWith('seen-'));
    expect(seen.length).toBeGreaterThan(4);
    for (const name of seen) expect(Number(readFileSync(join(folder, name), 'utf8'))).toBeLessThanOrEqual(4);
  }, 30_000);

  it('rejects what waits for a child to start when it is closed', async () => {
    const reader = sandbox({ size: 12, timeoutMs: 60_000 });
    const outcome = Promise.allSettled(Array.from({ length: 20 }, () => reader.extract(utf8('x'), 'sleep')));
    await reader.close();
    for (const job of await outcome) expect(job).toMatchObject({ status: 'rejected', reason: { code: 'sandbox' } });
  });

  it('gives its children nothing of the environment', async () => {
    process.env.SOATBAI_SECRET = 'x';
    const { text } = await sandbox().extract(utf8('x'), 'environment');
    delete process.env.SOATBAI_SECRET;
    expect(text).not.toContain('SOATBAI_SECRET');
    expect(text).not.toContain('PATH');
    expect(text).toContain('--max-old-space-size=192');
  });

  it('says so when no child can be started, since that is no fault of the file', async () => {
    const reader = sandbox({ entry: new URL('./missing-child.mjs', import.meta.url) });
    await expect(reader.extract(utf8('x'), 'a')).rejects.toMatchObject({ name: 'AppError', code: 'sandbox' });
  });

  it('refuses impossible sizes', () => {
    for (const wrong of [{ size: 0 }, { size: Number.NaN }, { timeoutMs: 0 }, { memoryBytes: -1 }, { filesPerChild: 0 }]) {
      expect(() => sandbox(wrong)).toThrow(RangeError);
    }
  });
});

describe('the end of the sandbox', () => {
  it('leaves no process, and names what was not read', async () => {
    const before = new Set(children());
    const reader = sandbox({ size: 2, timeoutMs: 60_000 });
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
    await expect.poll(() => [idle.child, busy.child].filter((pid) => pid > 0 && isAlive(pid)), { timeout: 4000 }).toEqual([]);
  }, 10_000);
});

/** A PDF of one page with that content. */
function pagePdf(content: string, dictionary = ''): Buffer {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>',
    stream(content, dictionary),
  ]);
}

describe('real files that hurt', () => {
  it('a PDF of 150 MB in 150 KB is stopped, and the next one read', async () => {
    const packed = deflateSync(Buffer.alloc(150 * MIB)).toString('latin1');
    const reader = sandbox({ entry: REAL, size: 1, timeoutMs: 8000, memoryBytes: 180 * MIB });
    const [bomb, next] = await Promise.all([
      reader.extract(pagePdf(packed, '/Filter /FlateDecode'), 'bom.pdf'),
      reader.extract(utf8(SENTENCE), 'sau.txt'),
    ]);
    expect(bomb).toMatchObject({ state: 'unreadable', messages: [{ code: 'out-of-memory' }] });
    expect(next).toMatchObject({ state: 'ok', text: SENTENCE });
  }, 15_000);
});
