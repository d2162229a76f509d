import { describe, expect, it } from 'vitest';
import { OWN, QUOTED } from '../../src/model/tokens.js';
import { normalise } from '../../src/normalise/normalise.js';
import type { AdvisoryInput } from '../../src/score/advisories.js';
import { advise } from './advise.js';

const sorting = 'Nhà tôi đã phân loại rác ngay tại bếp từ đầu tháng ba năm nay.';
const ditch = 'Chi bộ vận động mười hai hộ cùng nạo vét kênh mương sau vụ gặt.';

describe('advisories', () => {
  const heading = 'Họ và tên: Lò Thị Xuyến\nĐơn vị công tác: Trạm y tế xã Bình Khê\n';
  const codes = (text: string, changed: Partial<AdvisoryInput> = {}): string[] => advise(text, changed).map(({ code }) => code);

  it('are none for an ordinary essay', () => {
    expect(codes(`${heading}${sorting} ${ditch}`)).toEqual([]);
  });

  it('tell of a missing name or unit, also when the form was left blank', () => {
    expect(codes(`${sorting} ${ditch}`)).toEqual(['missing-name', 'missing-unit']);
    expect(codes(`Họ và tên: ……\nĐơn vị công tác: ……\nChức vụ: Y tá\n${sorting}`)).toEqual(['missing-name', 'missing-unit']);
  });

  it('tell of a short essay, at its limit only below', () => {
    const length = normalise(`${heading}${sorting}`).tokens.length;
    expect(codes(`${heading}${sorting}`, { limits: { minimumSyllables: length, maximumSyllables: length + 1 } })).toEqual([]);
    expect(codes(`${heading}${sorting}`, { limits: { minimumSyllables: length + 1, maximumSyllables: null } })).toEqual(['too-short']);
    expect(codes(`${heading}${sorting}`, { limits: { minimumSyllables: length, maximumSyllables: length } })).toEqual(['too-long']);
  });

  it('tell of replaced and invisible characters with their places, not of a stray one', () => {
    const text = `${heading}${sorting.replace(/[ai]/g, (letter) => (letter === 'a' ? 'а' : 'і'))} ${ditch.replaceAll('h ', 'h\u200b ')}`;
    const [advisory] = advise(text);
    expect(advisory?.code).toBe('replaced-characters');
    for (const { start, end } of advisory!.spans) expect(text.slice(start, end)).toMatch(/^[аі\u200b]+$/);
    expect(codes(`\ufeff${heading}${sorting}`)).toEqual([]);
  });

  it('tell of an essay that mostly restates the resolution, the form left aside', () => {
    const text = `${heading}${sorting} ${ditch}`;
    const { tokens } = normalise(text);
    const kinds = Uint8Array.from(tokens, (_, i) => (i < tokens.length * 0.6 ? QUOTED : OWN));
    expect(codes(text, { kinds })).toContain('restates-resolution');
  });

  it('repeat that a file was read in part', () => {
    expect(codes(`${heading}${sorting}`, { messages: [{ code: 'partial-text', text: '' }] })).toEqual(['partial-text']);
  });
});
