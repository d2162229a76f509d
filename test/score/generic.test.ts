import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/normalise/normalise.js';
import { adviseGeneric, factsKnown, prepareSetPhrases } from '../../src/score/generic.js';
import { findFacts } from '../../src/score/own-facts.js';

const setPhrases = prepareSetPhrases((text) => normalise(text).tokens);

function advise(text: string, { known = '', rarity = null as number | null } = {}) {
  const normalised = normalise(text);
  const length = normalised.tokens.length;
  return adviseGeneric({
    text,
    normalised,
    kinds: new Uint8Array(length),
    setPhrases,
    known: factsKnown([{ text: known, tokens: normalise(known).tokens }]),
    rarity: rarity === null ? null : new Float32Array(length).fill(rarity),
  });
}

/** Facts of a text as it has them. */
function factsIn(text: string): string[] {
  const { tokens } = normalise(text);
  const facts = findFacts({ text, tokens, kinds: new Uint8Array(tokens.length) });
  return facts.map(({ from, to }) => text.slice(tokens[from]!.span.start, tokens[to - 1]!.span.end));
}

const EMPTY =
  'Qua học tập, quán triệt, tôi nhận thức sâu sắc ý nghĩa to lớn của nghị quyết trong tình hình mới. Thời gian qua, tập thể đã đoàn kết, thống nhất, khắc phục khó khăn, hoàn thành tốt nhiệm vụ được giao. Bản thân tôi luôn nêu cao tinh thần trách nhiệm, tích cực tham gia phong trào thi đua, gương mẫu chấp hành chủ trương của Đảng. Thời gian tới, tôi sẽ không ngừng học tập, nâng cao trình độ chuyên môn, nghiệp vụ, xứng đáng với niềm tin của chi bộ.';
const FACTS = ' Cả tổ 14 người lo 92 trạm biến áp, tháng 9 bão gãy 23 cột ở Vạn Mai, 31 hộ mất điện bốn ngày.';
const PLAIN =
  'Sáng nào tôi cũng ra cổng sớm, đón các cháu xuống xe rồi mới vào lớp. Cháu nào quên áo ấm thì tôi lấy chăn ở tủ cho mượn. Trưa, cô nuôi chia cơm, tôi ngồi với mấy cháu ăn chậm, dỗ từng thìa. Chiều về, phụ huynh đứng đợi, tôi kể cho họ nghe hôm nay con vẽ gì, cãi nhau với ai, ngủ có ngon không. Việc chỉ có thế mà ngày nào cũng khác.';

describe('a text of set phrases', () => {
  it('without a fact of its own is told of in one sentence with figures, and its sentences are shown', () => {
    const [advisory, ...others] = advise(EMPTY);
    expect(others).toEqual([]);
    expect(advisory?.code).toBe('generic');
    expect(advisory?.text).toMatch(/4 câu \(100% phần tự viết\).*không thấy số liệu/);
    expect(advisory?.spans.map(({ start, end }) => EMPTY.slice(start, end))[1]).toContain('hoàn thành tốt nhiệm vụ được giao');
  });

  it('is told of without marks, too', () => {
    const bare = EMPTY.replace(/[đĐ]/g, 'd').normalize('NFD').replace(/\p{M}/gu, '');
    expect(advise(bare)).toHaveLength(1);
  });

  it('with facts of its own is none, but those of the resolution are not its own', () => {
    expect(advise(EMPTY + FACTS)).toEqual([]);
    expect(advise(EMPTY + FACTS, { known: FACTS })).toHaveLength(1);
  });

  it('is not found in plain words without a figure, nor in a few lines', () => {
    expect(advise(PLAIN)).toEqual([]);
    expect(advise(EMPTY.slice(0, 200))).toEqual([]);
  });

  it('counts wording that many units have where units are to differ', () => {
    expect(advise(PLAIN, { rarity: 1 })).toEqual([]);
    expect(advise(PLAIN, { rarity: 0.4 })[0]?.text).toContain('có ở văn bản của nhiều đơn vị');
  });
});

describe('a fact', () => {
  it.each([
    ['Thôn có 176 hộ, 84 hộ lùi rào.', ['176', '84']],
    ['Thu được 1,2 triệu đồng, xong ngày 12/9/2025.', ['1,2 triệu', '12/9/2025']],
    ['Cả trạm có mười chín người ở Bản Chiềng.', ['mười chín', 'Bản Chiềng']],
    ['Chúng tôi mua máy TIG của anh Bộc.', ['TIG', 'Bộc']],
  ])('is a number or a name: %s', (text, facts) => {
    expect(factsIn(text)).toEqual(facts);
  });

  it.each([
    'Nghị quyết số 07-NQ/HU và Nghị quyết 15 nêu rõ.',
    'Đến năm 2030, 100% đảng viên tham gia.',
    '1. Nhận thức\n2.1. Quan điểm\n3) Mục tiêu',
    'Dưới sự lãnh đạo của Đảng, Nhà nước và Ban Chấp hành Trung ương.',
    'BÀI THU HOẠCH\nTân Lĩnh, ngày 27 tháng 4 năm 2026\nVũ Thị Lành',
    'Có hai mặt, ba nhóm nhiệm vụ.',
  ])('is none that anybody writes: %s', (text) => {
    expect(factsIn(text)).toEqual([]);
  });
});
