import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Copy, Generator } from '../../scripts/bench/generator.mjs';
import { normalise } from '../../src/normalise/normalise.js';
import { isSyllable } from '../../src/vietnamese/syllables.js';

const generator = new Generator(1);

/** Share of the copied syllables that are those of the source, at the places that the copy names. */
function sameAsSource(syllables: Uint16Array, { source, start, end, sourceStart }: Copy): number {
  const original = generator.essay(source).syllables;
  let same = 0;
  for (let at = start; at < end; at++) if (syllables[at] === original[at - start + sourceStart]) same++;
  return same / (end - start);
}

function copiesOf(kind: Copy['kind']) {
  const numbers = Array.from({ length: 600 }, (_, number) => number).filter((number) => generator.kindOf(number) === kind);
  return numbers.map((number) => generator.essay(number)).map(({ syllables, copy }) => ({ syllables, copy: copy! }));
}

describe('the generator of large corpora', () => {
  it('writes the same essay for the same seed and number, and another one otherwise', () => {
    const [text, again, other, next] = [
      [1, 70],
      [1, 70],
      [2, 70],
      [1, 71],
    ].map(([seed, number]) => {
      const one = new Generator(seed);
      return one.text(one.essay(number!), number!);
    });
    expect(again).toBe(text);
    expect(new Set([text, other, next]).size).toBe(3);
  });

  it('writes Vietnamese syllables, every one of which is a token', () => {
    const essay = generator.essay(3);
    const { tokens } = normalise(generator.text(essay, 3));
    const form = 'Họ và tên hội viên 3 Đơn vị chi bộ 0'.split(' ').length;
    expect(tokens.length).toBe(form + essay.syllables.length);
    expect(generator.language.syllables.filter((syllable) => !isSyllable(syllable))).toEqual([]);
  });

  it('copies a good part of another essay word for word, at the place it names', () => {
    const copies = copiesOf('partial');
    expect(copies.length).toBeGreaterThan(10);
    for (const { syllables, copy } of copies) {
      expect(sameAsSource(syllables, copy)).toBe(1);
      const share = (copy.end - copy.start) / syllables.length;
      expect(share).toBeGreaterThan(0.27);
      expect(share).toBeLessThan(0.4);
    }
  });

  it('edits about one syllable in ten of a copied essay', () => {
    const copies = copiesOf('edited');
    expect(copies.length).toBeGreaterThan(10);
    const kept = copies.map(({ syllables, copy }) => sameAsSource(syllables, copy));
    expect(Math.min(...kept)).toBeGreaterThan(0.85);
    expect(Math.max(...kept)).toBeLessThan(0.96);
  });

  it('copies essays that are no copies themselves, and come before', () => {
    for (let number = 0; number < 600; number++) {
      const { copy } = generator.essay(number);
      if (copy === null) continue;
      expect(copy.source).toBeLessThan(number);
      expect(generator.kindOf(copy.source)).toBe('own');
    }
  });
});

describe('the benchmark', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bench-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const bench = (args: string[], env = process.env) =>
    spawnSync(process.execPath, ['scripts/bench/bench.mjs', '--quick', '--json', join(folder, 'bench.json'), ...args], {
      encoding: 'utf8',
      env,
    });

  it('prints a row and writes it as JSON with its limit', () => {
    const { stdout, status } = bench(['--rows', 'alignment']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/ms +must +5 ms .*alignment, 2000 against 2000/);
    const { results } = JSON.parse(readFileSync(join(folder, 'bench.json'), 'utf8'));
    expect(results).toHaveLength(2);
    expect(results[0]).toMatchObject({ row: 'alignment', unit: '×', must: 2.3 });
    expect(results[1].value).toBeGreaterThan(0);
  });

  it('says how to install a peer that is missing', () => {
    const { stdout, status } = bench(['--rows', 'all-against-all'], { PATH: folder });
    expect(status).toBe(0);
    expect(stdout).toMatch(/skipped.*sim_text.*apt-get install similarity-tester/);
  });

  it('refuses a row that it does not know, naming those there are', () => {
    const { stderr, status } = bench(['--rows', 'speed']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/"speed".*signature.*query/);
  });
});
