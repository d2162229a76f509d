import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalise } from '../../src/normalise/normalise.js';
import { loadWordVectors } from '../../src/pipeline/word-vectors-file.js';
import { findWords, type WordVectors } from '../../src/vietnamese/word-vectors.js';
import { NAMES, SUBJECTS, writeEssays } from './texts.js';

let folder = '';
let essays: string[] = [];
let first: ReturnType<typeof train>;
let vectors: WordVectors;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
  essays = await writeEssays(join(folder, 'essays'));
  writeFileSync(join(folder, 'list.tsv'), 'tiêm chủng vắc xin\t1\nkhông có ở đây\t1\nxẻng\t1\n');
  first = train('essays', 'first');
  vectors = await loadWordVectors(join(folder, 'first'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function train(from: string, to: string, ...more: string[]) {
  const paths = [join(folder, from), '--out', join(folder, to), '--lexicon', join(folder, 'list.tsv')];
  return spawnSync(process.execPath, ['scripts/train-words.mjs', ...paths, '--dimensions', '16', ...more], { encoding: 'utf8' });
}

const fileOf = (run: string, name: string): Buffer => readFileSync(join(folder, run, name));

const keyOf = (key: string): number | undefined => vectors.byKey.get(/^\d/.test(key) ? '<số>' : key);

function cosine(a: string, b: string): number {
  const row = (word: string) => {
    const at = vectors.words.indexOf(word);
    if (at < 0) throw new Error(`“${word}” has no vector`);
    return vectors.rows.subarray(at * vectors.dimensions, (at + 1) * vectors.dimensions);
  };
  const other = row(b);
  return row(a).reduce((sum, value, k) => sum + value * other[k]!, 0);
}

describe('words trained from a folder of texts', () => {
  it('finds the words of several syllables, and those of one subject nearer to each other than to any of another', () => {
    for (const subject of SUBJECTS) {
      const others = SUBJECTS.filter((other) => other !== subject).flat();
      for (const word of subject) {
        const own = subject.filter((other) => other !== word).map((other) => cosine(word, other));
        const nearestOther = Math.max(...others.map((other) => cosine(word, other)));
        expect(own.reduce((sum, one) => sum + one, 0) / own.length, word).toBeGreaterThan(nearestOther + 0.1);
      }
    }
  });

  it('counts a word as often as the reader finds it, in plain text, UTF-16 and DOCX, and a file handed in twice once', () => {
    const counts = new Map<string, number>();
    for (const text of essays) {
      const { tokens, sentences } = normalise(text);
      for (const { firstToken, endToken } of sentences) {
        for (const { word, from, to } of findWords(vectors, tokens, { from: firstToken, to: endToken })) {
          // For a syllable that is not listed, as of a name, the reader takes one that looks like it without marks.
          if (from + 1 === to && keyOf(tokens[from]!.key) !== word) continue;
          counts.set(vectors.words[word]!, (counts.get(vectors.words[word]!) ?? 0) + 1);
        }
      }
    }
    expect(Object.fromEntries(vectors.words.map((word, i) => [word, vectors.frequencies[i]]))).toEqual(Object.fromEntries(counts));
    expect(first.stderr).toMatch(/70 documents, .* 1 files were repeated/);
    expect(first.stderr).toMatch(/left out: .*anh\.bin/);
  });

  it('lets no name through, whether many essays have it with capitals or a few without, nor a telephone number', () => {
    const syllables = new Set(vectors.words.flatMap((word) => word.split(' ')));
    expect(NAMES.filter((name) => syllables.has(name))).toEqual([]);
    expect(vectors.words.filter((word) => /\d|^lò\b|văn/.test(word))).toEqual([]);
    expect(vectors.words).toContain('<số>');
  });

  it('keeps the listed words, and says how many of the shipped ones are missing', () => {
    const words = String(fileOf('first', 'vi-words.tsv'));
    expect(words).toMatch(/^tiêm chủng\t/m);
    expect(words).not.toMatch(/không có ở đây|xẻng/);
    expect(first.stdout).toMatch(/^2\d{4} of the 22143 words of the shipped file are missing, first of all: /);
    expect(first.stdout).toMatch(/^bác sĩ: .* 0\.\d\d/m);
  });

  it('writes the same bytes for the same texts', () => {
    train('essays', 'second');
    for (const name of ['vi-words.bin', 'vi-words.tsv']) expect(fileOf('second', name).equals(fileOf('first', name)), name).toBe(true);
  });

  it('refuses a folder with too little text, and says how much is needed and why', () => {
    mkdirSync(join(folder, 'few'));
    for (const [number, text] of essays.slice(0, 8).entries()) writeFileSync(join(folder, 'few', `${number}.txt`), text);
    const { status, stderr } = train('few', 'none');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /syllables in 8 different documents; training needs at least 200000 in 50\. A word is known by the words around it/,
    );
    expect(() => fileOf('none', 'vi-words.bin')).toThrow();
  });

  it('asks again for what it cannot do', () => {
    expect(train('essays', 'x', '--minimum', 'mười').stderr).toContain('--minimum mười: from 2');
    const { status, stderr } = train('no-such-folder', 'x');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^[^\n]*no-such-folder[^\n]*\n$/);
    expect(spawnSync(process.execPath, ['scripts/train-words.mjs', 'x'], { encoding: 'utf8' }).stderr).toContain(
      'usage: npm run train-words',
    );
  });
});
