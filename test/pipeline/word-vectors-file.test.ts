import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/normalise/normalise.js';
import { loadWordVectors } from '../../src/pipeline/word-vectors-file.js';
import { findWords } from '../../src/vietnamese/word-vectors.js';

const SHIPPED = 'src/vietnamese/words';

describe('the word vectors', () => {
  it('find words as they were counted, the longest first, in any spelling and without marks', async () => {
    const vectors = await loadWordVectors();
    const wordsIn = (text: string, bare = false): string[] => {
      const { tokens } = normalise(text);
      return findWords(vectors, tokens, { from: 0, to: tokens.length, bare }).map(({ word }) => vectors.words[word]!);
    };
    expect(wordsIn('Cải cách hành chính là CHUYỂN ĐỔI số')).toEqual(['cải cách hành chính', 'là', 'chuyển đổi', 'số']);
    expect(wordsIn('hoà bình năm 2030'.normalize('NFD'))).toEqual(wordsIn('hòa bình năm 1999'));
    expect(wordsIn('cai cach hanh chinh', true)).toEqual(['cải cách hành chính']);
  });

  it('have near what belongs together', async () => {
    const { words, rows, dimensions } = await loadWordVectors();
    const cosine = (one: string, other: string): number => {
      const [a, b] = [words.indexOf(one), words.indexOf(other)];
      return Array.from({ length: dimensions }, (_, j) => rows[a * dimensions + j]! * rows[b * dimensions + j]!).reduce((x, y) => x + y, 0);
    };
    expect(cosine('công chức', 'cán bộ')).toBeGreaterThan(0.8);
    expect(cosine('đào tạo', 'bóng đá')).toBeLessThan(0.2);
  });

  it('that do not belong together, or are none, are told with what to do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tu-vung-'));
    await expect(loadWordVectors(folder)).rejects.toMatchObject({ code: 'word-vectors', message: expect.stringContaining('vi-words.bin') });
    const short = await mkdtemp(join(tmpdir(), 'tu-vung-'));
    await cp(`${SHIPPED}/vi-words.bin`, join(short, 'vi-words.bin'));
    await writeFile(join(short, 'vi-words.tsv'), 'một\t3\nhai\t2\n');
    await expect(loadWordVectors(short)).rejects.toMatchObject({ code: 'word-vectors' });
  });
});
