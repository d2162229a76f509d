import { describe, expect, it } from 'vitest';
import type { NewEssay } from '../../src/corpus/corpus.js';
import { NO_METADATA } from '../../src/model/extraction.js';
import { MOST_SESSIONS, tracesOf } from '../../src/model/file-traces.js';
import type { Bench } from './bench.js';
import { essayOf, syllables, unreadOf } from './essays.js';

const session = (n: number): string => (0xa10000 + n).toString(16).padStart(8, '0');
const withSessions = (member: string, sessions: readonly number[]): NewEssay => {
  const essay = essayOf(member, syllables(member.charCodeAt(0), 60));
  return { ...essay, extraction: { ...essay.extraction, metadata: { ...NO_METADATA, revisions: sessions.map(session) } } };
};
const keysOf = ({ extraction }: NewEssay): string[] => tracesOf(extraction.metadata).map(({ key }) => key);

const each = (traces: readonly string[], most: number): Map<string, number> => new Map(traces.map((trace) => [trace, most]));

/** Who holds traces of files. */
export function describeTraces(bench: Bench): void {
  describe('traces', () => {
    const [a, b, c] = [withSessions('a', [1, 2, 3]), withSessions('b', [2, 3, 4]), withSessions('c', [3])];
    const membersOf = async (essay: NewEssay): Promise<string[][]> => {
      const holders = await bench.corpus.holders(each(keysOf(essay), 9));
      return keysOf(essay).map((key) => (holders.get(key) ?? []).map(({ member }) => member));
    };
    const all = [1, 2, 3].map((n) => keysOf(withSessions('x', [n]))[0]!);
    const holdersOf = async (most = 9): Promise<string[][]> => {
      const holders = await bench.corpus.holders(each(all, most));
      return all.map((key) => (holders.get(key) ?? []).map(({ member }) => member));
    };

    it('lead to the essays whose files have them, in order of receipt', async () => {
      const kept = await bench.corpus.append([b, a, c]);
      expect(await holdersOf()).toEqual([['a'], ['b', 'a'], ['b', 'a', 'c']]);
      expect(await bench.corpus.holders(each([all[0]!, 'revision:none'], 9))).toEqual(new Map([[all[0]!, [kept[1]]]]));
      expect((await bench.corpus.holders(new Map())).size).toBe(0);
    });

    it('tell nothing where more hold them than are asked for of each', async () => {
      await bench.corpus.append([a, b, c]);
      expect(await holdersOf(2)).toEqual([['a'], ['a', 'b'], []]);
      const bounds = new Map(all.map((trace, i) => [trace, [0, 1, 3][i]!]));
      expect([...(await bench.corpus.holders(bounds)).keys()]).toEqual([all[2]]);
    });

    it('go with their essay, and change when it is read again', async () => {
      const [first] = await bench.corpus.append([a, b]);
      await bench.corpus.append([{ ...withSessions('b', [1]), state: 'suspicious' }]);
      expect(await holdersOf()).toEqual([['a', 'b'], ['a'], ['a']]);
      await bench.corpus.append([unreadOf(b)]);
      expect(await holdersOf()).toEqual([['a', 'b'], ['a'], ['a']]);
      await bench.corpus.remove([first!.id]);
      expect(await holdersOf()).toEqual([['b'], [], []]);
    });

    it('are told apart although 32 bits of their hashes are the same', async () => {
      const colliding = ['6BAF1792', '1C37E93A'];
      const essay = essayOf('d', syllables(9, 60));
      const [both] = await bench.corpus.append([
        { ...essay, extraction: { ...essay.extraction, metadata: { ...NO_METADATA, revisions: colliding } } },
      ]);
      const keys = tracesOf({ ...NO_METADATA, revisions: colliding }).map(({ key }) => key);
      expect(await bench.corpus.holders(each(keys, 9))).toEqual(new Map(keys.map((key) => [key, [both]])));
    });

    it('are bounded, and the same of two files that share many', async () => {
      const many = Array.from({ length: 400 }, (_, i) => i);
      const [one, other] = [withSessions('a', many), withSessions('b', [...many].reverse())];
      await bench.corpus.append([one, other]);
      expect(keysOf(one)).toHaveLength(MOST_SESSIONS);
      expect(await membersOf(other)).toEqual(Array.from({ length: MOST_SESSIONS }, () => ['a', 'b']));
    });
  });
}
