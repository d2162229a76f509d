import { describe, expect, it } from 'vitest';
import type { Theme } from '../../src/model/campaign.js';
import { OWN, QUOTED } from '../../src/model/tokens.js';
import { normalise } from '../../src/normalise/normalise.js';
import type { AdvisoryInput } from '../../src/score/advisories.js';
import { toPhrase } from '../../src/score/phrases.js';
import { scoreThemes } from '../../src/score/score-themes.js';
import { prepareThemes } from '../../src/score/themes.js';
import { advise } from './advise.js';

const theme = (changed: Partial<Theme> = {}): Theme => ({
  id: 'moi-truong',
  name: 'Bảo vệ môi trường',
  kind: 'topic',
  required: true,
  minimum: 0.5,
  phrases: ['phân loại rác tại nguồn', 'kênh mương', 'biogas'],
  facets: [],
  ...changed,
});

function score(text: string, changed: Partial<Theme> = {}, synonyms: readonly (readonly string[])[] = [], quoted = '') {
  const normalised = normalise(text);
  const from = quoted === '' ? -1 : text.indexOf(quoted);
  const kinds = Uint8Array.from(normalised.tokens, ({ span }) =>
    from >= 0 && span.start >= from && span.end <= from + quoted.length ? QUOTED : OWN,
  );
  const prepared = prepareThemes([theme(changed)], synonyms, (one) => toPhrase(normalise(one).tokens));
  const result = scoreThemes(text, normalised, kinds, prepared)[0]!;
  return { ...result, shown: result.evidence.map(({ start, end }) => text.slice(start, end)) };
}

const sorting = 'Nhà tôi đã phân loại rác ngay tại bếp từ đầu tháng ba năm nay.';
const ditch = 'Chi bộ vận động mười hai hộ cùng nạo vét kênh mương sau vụ gặt.';
const football = 'Chiều chủ nhật đội bóng xã tôi thắng ba một ngay trên sân nhà.';

describe('a theme', () => {
  it('is met by sentences that say its phrases, and shows them in order', () => {
    const { met, missing, shown } = score(`${football} ${sorting} ${football} ${ditch}`);
    expect(met).toBe(true);
    expect(missing).toBe('');
    expect(shown).toEqual([sorting, ditch]);
  });

  it('is not met by an essay about something else, and says so', () => {
    const result = score(football);
    expect(result).toMatchObject({ score: 0, met: false, evidence: [] });
    expect(result.missing).toContain('Bảo vệ môi trường');
  });

  it('is not met by a single mention', () => {
    expect(score(`${football} ${ditch}`).met).toBe(false);
  });

  it('does not take a heading or a list of keywords for a sentence', () => {
    expect(score('Kênh mương, biogas\nPhân loại rác tại nguồn\nBiogas, kênh mương').score).toBe(0);
  });

  it('finds phrases in text written without marks, and in NFD', () => {
    const text = `${sorting} ${ditch}`;
    const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
    for (const written of [bare, text.normalize('NFD'), text.toUpperCase()]) expect(score(written).score).toBeCloseTo(score(text).score!);
  });

  it('counts own words only', () => {
    expect(score(`${sorting} ${ditch}`, {}, [], ditch).met).toBe(false);
  });

  it('knows the campaign’s synonyms', () => {
    const text = `Mỗi sáng tôi tách chất thải trước khi mang ra đầu ngõ. ${ditch}`;
    expect(score(text, { phrases: ['rác', 'kênh mương'] }).met).toBe(false);
    expect(score(text, { phrases: ['rác', 'kênh mương'] }, [['rác', 'chất thải']]).met).toBe(true);
  });

  it('names the facets that are open', () => {
    const facets = [
      { name: 'rác', phrases: ['phân loại rác'] },
      { name: 'nước', phrases: ['nước sạch'] },
      { name: 'khí', phrases: ['khói bụi'] },
    ];
    const { met, missing } = score(sorting, { facets, minimum: 0.6 });
    expect(met).toBe(false);
    expect(missing).toBe('Chưa nêu: nước, khí.');
  });

  it('of a kind finds what people say when they do what it asks', () => {
    const pledge = 'Từ tháng này tôi sẽ đi từng nhà nhắc bà con trong tổ. Tôi xin nhận phụ trách năm hộ đầu ngõ cho đến hết quý ba.';
    expect(score(pledge, { kind: 'commitment', phrases: [] }).met).toBe(true);
    expect(score(pledge, { kind: 'topic', phrases: [] }).met).toBe(false);
  });

  it('about the own unit knows it by the name in the heading', () => {
    const facts = 'Theo số liệu tháng bảy xã Bình Khê hiện có 1.480 hộ. Trong năm nay xã Bình Khê còn thiếu hai tổ thu gom.';
    expect(score(`Đơn vị công tác: Văn phòng xã Bình Khê\nBÀI THU HOẠCH\n${facts}`, { kind: 'own-unit', phrases: [] }).met).toBe(true);
    expect(score(`Đơn vị công tác: Trạm y tế xã Tân Lạc\nBÀI THU HOẠCH\n${facts}`, { kind: 'own-unit', phrases: [] }).met).toBe(false);
  });

  it('of a kind is not met by sentences that nobody says of himself', () => {
    const impersonal =
      'Công tác tuyên truyền ở nước ta có nhiều đổi mới trong những năm qua. Trách nhiệm của Chính phủ là chăm lo đời sống người dân. Đơn vị hành chính được sắp xếp lại theo quy định mới.';
    for (const kind of ['commitment', 'own-unit', 'request'] as const) expect(score(impersonal, { kind, phrases: [] }).score).toBe(0);
  });
});

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
    expect(codes(`${heading}${sorting}`, { minimumSyllables: length })).toEqual([]);
    expect(codes(`${heading}${sorting}`, { minimumSyllables: length + 1 })).toEqual(['too-short']);
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
