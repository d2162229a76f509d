import { describe, expect, it } from 'vitest';
import { themeState } from '../../../src/api/theme-state.js';
import type { RowView } from '../../../src/api/view.js';
import { toViewData } from '../../../src/report/view.js';
import { barParts, countMet, themeInitials } from '../../../src/web/viewer/figures.js';
import { centralMember, pairShare, sharedBlocks } from '../../../src/web/viewer/group-figures.js';
import { pathsBelow } from '../../../src/web/viewer/paths.js';
import { differs, filterRows, groupNumbers, NO_FILTER, ownShare, type SortKey, sortRows, unitsOf } from '../../../src/web/viewer/rows.js';
import { exampleBatch } from '../../report/example.js';

const { overview, essays } = toViewData(exampleBatch(), new Date(2026, 10, 20));
const { rows, groups, campaign } = overview;
const idsOf = (list: readonly RowView[]): string[] => list.map(({ id }) => id);
const numbers = groupNumbers(groups);

describe('filtering', () => {
  it('finds names with and without marks, in any order of the words', () => {
    for (const search of ['Đàm Văn Quyết', 'dam quyet', 'QUYẾT đàm'])
      expect(idsOf(filterRows(rows, { ...NO_FILTER, search }))).toEqual(['s4']);
  });

  it('joins its conditions', () => {
    expect(filterRows(rows, { ...NO_FILTER, unit: 'Tổ dân phố 7', proposal: 'rewrite' })).toHaveLength(2);
    expect(filterRows(rows, { ...NO_FILTER, unit: 'Tổ dân phố 7', proposal: 'accept' })).toHaveLength(0);
    expect(idsOf(filterRows(rows, { ...NO_FILTER, file: 'person' })).sort()).toEqual(['s13', 's6', 's7', 's8']);
    expect(idsOf(filterRows(rows, { ...NO_FILTER, file: 'noted' }))).toEqual(['s10']);
  });

  it('finds the essays that leave a theme unmet, not those that could not be read', () => {
    expect(idsOf(filterRows(rows, { ...NO_FILTER, unmet: 'nhan-thuc' }))).toEqual(['s6']);
    expect(idsOf(filterRows(rows, { ...NO_FILTER, unmet: 'lien-he' })).sort()).toEqual(['s1', 's2', 's3', 's4', 's5']);
    expect(filterRows(rows, { ...NO_FILTER, unmet: 'lien-he', proposal: 'accept' })).toEqual([]);
  });

  it('tells conclusions that differ from what was proposed', () => {
    const [first, ...others] = rows;
    const conclusion = { verdict: 'accepted' as const, grounds: [], reason: '', by: 'a', at: '', revision: 1 };
    const concluded = [{ ...first!, conclusion }, ...others];
    expect(differs(concluded[0]!)).toBe(true);
    expect(idsOf(filterRows(concluded, { ...NO_FILTER, conclusion: 'done' }))).toEqual([first!.id]);
    expect(filterRows(concluded, { ...NO_FILTER, conclusion: 'open' })).toHaveLength(13);
    expect(differs({ ...first!, proposal: 'review', conclusion })).toBe(false);
  });

  it('counts units in alphabetical order', () => {
    const units = unitsOf(rows);
    expect(units.find(([unit]) => unit === 'Tổ dân phố 7')?.[1]).toBe(2);
    expect(units.map(([unit]) => unit)).toEqual([...units.map(([unit]) => unit)].sort(new Intl.Collator('vi').compare));
  });
});

describe('ordering', () => {
  it('leaves the order of the overview alone until one chooses', () => {
    expect(sortRows(rows, null, numbers)).toBe(rows);
  });

  it('puts rows without a figure last in both directions', () => {
    for (const key of ['overlap', 'quoted', 'own', 'longestRun', 'themes'] as SortKey[]) {
      for (const descending of [true, false])
        expect(idsOf(sortRows(rows, { key, descending }, numbers).slice(-2)).sort(), key).toEqual(['s7', 's8']);
    }
  });

  it('orders names as Vietnamese does, and shares by size', () => {
    const [first] = sortRows(rows, { key: 'name', descending: false }, numbers);
    expect(first?.member).toBe('Âu Thị Diễm');
    const best = sortRows(rows, { key: 'overlap', descending: true }, numbers).flatMap(({ copied }) => copied.best ?? []);
    expect(best).toEqual([...best].sort((a, b) => b - a));
  });
});

describe('figures', () => {
  it('let a bar reach its tick exactly when the share reaches the limit', () => {
    const parts = barParts({ copied: { best: 0.4, union: 0.5, longestRun: 90 }, quoted: 0.25 }, campaign.policy);
    expect(parts?.limits[1]).toBe(parts?.overlap);
    expect((parts?.overlap ?? 0) + (parts?.others ?? 0) + (parts?.quoted ?? 0)).toBeCloseTo(0.75 * 0.5 + 0.25);
    expect(ownShare({ copied: { best: 0.4, union: 0.5, longestRun: 90 }, quoted: 0.25 })).toBeCloseTo(0.375);
    expect(barParts({ copied: { best: null, union: null, longestRun: null }, quoted: null }, campaign.policy)).toBeNull();
  });

  it('take two capitals from each theme and tell equal ones apart', () => {
    expect(themeInitials(['Nhận thức về', 'đề xuất', 'Nhận thức khác', '…'])).toEqual(['NT', 'ĐX', 'NT2', '?']);
  });

  it('tell a theme that is not read from one that is not there', () => {
    expect(
      [undefined, { score: null, met: false }, { score: 0, met: false }, { score: 0.2, met: false }, { score: 0.6, met: true }].map(
        themeState,
      ),
    ).toEqual(['unknown', 'unknown', 'none', 'part', 'met']);
    expect(countMet(campaign.themes, rows.find(({ id }) => id === 's1')!.themes)).toEqual({ met: 1, all: 3 });
    expect(countMet(campaign.themes, rows.find(({ id }) => id === 's7')!.themes)).toBeNull();
  });
});

describe('a group', () => {
  const [group] = groups;

  it('has as its central member the one that is nearest to the others, the first received of equals', () => {
    const nearness = group!.members.map((_, one) =>
      group!.members.reduce((sum, _, other) => sum + Math.min(pairShare(group!, one, other) ?? 0, pairShare(group!, other, one) ?? 0), 0),
    );
    expect(nearness[centralMember(group!)]).toBeCloseTo(Math.max(...nearness), 6);
    const equal = [0, 1, 2].flatMap((first) => [0, 1, 2].filter((second) => second > first).map((second) => ({ first, second })));
    const pairs = equal.map((pair) => ({ ...pair, shareOfFirst: 0.5, shareOfSecond: 0.5 }));
    expect(centralMember({ members: ['x', 'y', 'z'], pairs })).toBe(0);
  });

  it('tells a share from the side that one asks about', () => {
    const pairs = [{ first: 1, second: 0, shareOfFirst: 0.3, shareOfSecond: 0.6 }];
    expect([pairShare({ pairs }, 0, 1), pairShare({ pairs }, 1, 0), pairShare({ pairs }, 1, 2)]).toEqual([0.6, 0.3, null]);
  });

  it('shares at most four blocks that at least half of the members have, in the order of the central text', () => {
    const central = group!.members[centralMember(group!)]!;
    const blocks = sharedBlocks(central, group!.members, essays[central]!.submission.matches);
    expect(blocks.length).toBeGreaterThan(2);
    expect(blocks.length).toBeLessThanOrEqual(4);
    for (const { places } of blocks) expect(places.size - 1).toBeGreaterThanOrEqual((group!.members.length - 1) / 2);
    expect(blocks.map(({ span }) => span.start)).toEqual(blocks.map(({ span }) => span.start).sort((a, b) => a - b));
  });
});

describe('addresses', () => {
  it('hold ids with any characters', () => {
    const paths = pathsBelow('/dot/x/ket-qua');
    expect(paths.pair('a1', 'sample:mẫu/1.docx')).toBe('/dot/x/ket-qua/bai/a1/doi-chieu/sample%3Am%E1%BA%ABu%2F1.docx');
    expect([paths.results, pathsBelow('').results]).toEqual(['/dot/x/ket-qua', '/']);
  });
});
