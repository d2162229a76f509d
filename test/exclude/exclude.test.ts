import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Exclusion, excludedSpans, markExcluded, remarkExcluded } from '../../src/exclude/exclude.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { CITED, OWN, QUOTED, SAYING, TEMPLATE } from '../../src/model/tokens.js';
import { normalise } from '../../src/normalise/normalise.js';
import { excludeTexts } from '../../src/pipeline/known-texts.js';
import { markedSequence } from '../support/sequences.js';
import { FORM, type Piece, QUOTING, quotingEssay, REFERENCES } from './quoting-essays.js';

const resolution = readFileSync('fixtures/van-trach/sources/nghi-quyet.txt', 'utf8');
const form = readFileSync('fixtures/van-trach/sources/mau-bai-thu-hoach.txt', 'utf8');
const sentence = 'Phòng ngừa là chính, phân loại tại nguồn là khâu then chốt của mọi việc thu gom rác thải ở xã';
const own = 'Sáng thứ bảy tuần trước mẹ tôi gánh hai thúng khoai ra chợ huyện bán lấy tiền mua phân cho vụ sau';

const excluded = (text: string, references: readonly string[], templates: readonly string[] = []): string[] =>
  excludedSpans(markedSequence(text, references, templates)).map(({ start, end }) => text.slice(start, end));

describe('quotes', () => {
  it('are set apart, and only they', () => {
    expect(excluded(`${own}. ${sentence}. ${own}.`, [sentence])).toEqual([sentence]);
  });

  it('are set apart also with a few words changed, dropped or added, without marks, in capitals', () => {
    const edited = sentence.replace('khâu', 'việc').replace('của mọi ', '').replace('rác thải', 'mọi rác thải');
    expect(excluded(`${own}. ${edited}. ${own}.`, [sentence])).toEqual([edited]);
    const bare = sentence.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
    expect(excluded(`${own}. ${bare}. ${own}.`, [sentence])).toEqual([bare]);
  });

  it('need eight syllables: shorter turns of phrase are anybody’s own', () => {
    const words = sentence.replaceAll(',', '').split(' ');
    expect(excluded(`${own}, ${words.slice(0, 7).join(' ')}, ${own}`, [sentence])).toEqual([]);
    expect(excluded(`${own}, ${words.slice(0, 8).join(' ')}, ${own}`, [sentence])).toHaveLength(1);
  });

  it('need fifteen in the midst of a sentence: there shorter ones are the resolution’s terms, put into one’s own words', () => {
    const words = sentence.replaceAll(',', '').split(' ');
    expect(excluded(`${own} ${words.slice(0, 12).join(' ')} ${own}`, [sentence])).toEqual([]);
    expect(excluded(`${own} ${words.slice(0, 16).join(' ')} ${own}`, [sentence])).toHaveLength(1);
  });

  it('do not swallow a sentence of one’s own between two of them', () => {
    expect(excluded(`${sentence}. ${own}. ${sentence}.`, [sentence])).toEqual([sentence, sentence]);
  });

  it('cover nearly all of the resolution itself', () => {
    const { kinds } = markedSequence(resolution, [resolution]);
    expect(kinds.filter((kind) => kind === QUOTED).length / kinds.length).toBeGreaterThan(0.99);
  });
});

/** Letters of the pieces of one kind in essays of some seeds, and how many of them are set apart. */
function lettersOf(kind: Piece['kind'], maker: (typeof QUOTING)[string]): { all: number; excluded: number } {
  const letters = { all: 0, excluded: 0 };
  for (let seed = 1; seed <= 12; seed++) {
    const { text, pieces } = quotingEssay(seed, maker);
    const { starts, ends, kinds } = markedSequence(text, REFERENCES, [FORM]);
    for (const piece of pieces.filter((one) => one.kind === kind)) {
      for (const [token, start] of starts.entries()) {
        if (start < piece.start || ends[token]! > piece.start + piece.text.length) continue;
        letters.all += ends[token]! - start;
        if (kinds[token] !== OWN) letters.excluded += ends[token]! - start;
      }
    }
  }
  return letters;
}

describe('quotes among sentences of one’s own', () => {
  const all = { quote: { all: 0, excluded: 0 }, own: { all: 0, excluded: 0 } };
  for (const [how, maker] of Object.entries(QUOTING)) {
    it(`are found letter by letter: ${how}`, () => {
      const [quote, own] = [lettersOf('quote', maker), lettersOf('own', maker)];
      // Clauses that were taken out of their sentence may be too short to be anybody's.
      expect(1 - quote.excluded / quote.all).toBeLessThan(how.startsWith('clauses') ? 0.12 : 0.04);
      expect(own.excluded / own.all).toBeLessThan(0.01);
      for (const [kind, { all: letters, excluded: found }] of Object.entries({ quote, own })) {
        all[kind as 'quote' | 'own'].all += letters;
        all[kind as 'quote' | 'own'].excluded += found;
      }
    });
  }

  it('lose at most 2 % of their letters over all ways of quoting', () => {
    expect(1 - all.quote.excluded / all.quote.all).toBeLessThan(0.02);
    expect(all.own.excluded / all.own.all).toBeLessThan(0.005);
  });

  it('take in short pieces beside them, not a term in a sentence of one’s own', () => {
    const [head, tail] = [sentence.slice(0, sentence.indexOf(' của mọi')), 'thu gom rác thải ở xã'];
    expect(excluded(`${own}. ${tail}, ${head}. ${own}.`, [sentence])).toEqual([`${tail}, ${head}`]);
    expect(excluded(`${own}. ${head}. ${own}, ${tail}.`, [sentence])).toEqual([head]);
  });
});

describe('citations', () => {
  const said = 'Mỗi người cán bộ phải như một ngọn đuốc nhỏ soi cho dân thôn mình đi';
  const around = Array.from({ length: 8 }, () => `${own}.`).join('\n');
  const cited = (text: string): string[] => excluded(`${around}\n${text}\n${around}`, []);

  for (const text of [
    `Chủ tịch Hồ Chí Minh đã dạy: “${said}”.`,
    `Bác Hồ nói "${said}".`,
    `Bác Hồ nói " ${said} ". Tôi nghĩ vậy.`,
    `Khổ giấy 12" này cũ rồi. Bác Hồ nói "${said}".`,
    `V.I. Lênin viết: «${said}».`,
    `Theo đồng chí Phạm Văn Tảo: “${said}”.`,
    `“${said}” (Hồ Chí Minh Toàn tập, tập 5, tr. 292).`,
    `“${said}” - Hồ Chí Minh.`,
    `“${said}”, Bác Hồ đã dặn như vậy.`,
    `Nói như C. Mác, “${said}”.`,
    `Người dạy: “${said}”.`,
    `Như Người đã từng căn dặn, “${said}”.`,
    `Tôi khắc ghi lời của Người: “${said}”.`,
    `“${said}”, Người đã viết như vậy.`,
    `Chủ tịch Hồ Chí Minh đã dạy: “${said}”.`.normalize('NFD'),
  ]) {
    it(`are set apart with the author beside them: ${text.slice(0, 30)}`, () => {
      expect(cited(text).map((one) => one.normalize('NFC'))).toEqual([said]);
    });
  }

  for (const text of [
    `Tôi nói với vợ: “${said}”.`,
    `Tôi nghĩ “${said}” là đúng.`,
    `Chủ tịch Hồ Chí Minh là lãnh tụ của dân tộc ta. Ông Mạo hét lên: “${said}”.`,
    `Chủ tịch Hồ Chí Minh đã dạy: ${said}.`,
    `Mọi người dân thôn tôi đều bảo “${said}”.`,
    `Người dân thôn tôi hay nói “${said}”.`,
    `Người nông dân nói: “${said}”.`,
    `Người Kinh nói: “${said}”.`,
    `Như câu của Người Mông: “${said}”.`,
    `“${said}”, bà con Thái và Người nông dân nói thế.`,
    `Học xong Nghị quyết, tôi về nói với vợ: “${said}”.`,
    `Họp chi bộ, tôi nhắc các đồng chí rằng “${said}”.`,
  ]) {
    it(`are not, without an author or without marks: ${text.slice(0, 30)}`, () => expect(cited(text)).toEqual([]));
  }
});

it('sayings are set apart as one knows them, not words that they are made of', () => {
  const saying = 'vì lợi ích mười năm thì phải trồng cây, vì lợi ích trăm năm thì phải trồng người';
  expect(excluded(`${own}; ${saying}. ${own}.`, [])).toEqual([saying]);
  expect(excluded(`${own}; vì lợi ích của dân thì phải trồng cây ven đường. ${own}.`, [])).toEqual([]);
  // Six syllables are a whole proverb, and a term in a long saying.
  expect(excluded(`${own}; đói cho sạch, rách cho thơm. ${own} xây dựng chủ nghĩa xã hội. ${own}.`, [])).toEqual([
    'đói cho sạch, rách cho thơm',
  ]);
});

describe('form text', () => {
  it('is found with what was filled in, in an essay of the campaign', () => {
    const essay = readFileSync('fixtures/van-trach/sources/essays/01-giao-vien.txt', 'utf8');
    const marked = markedSequence(essay, [], [form]);
    const text = excludedSpans(marked)
      .map(({ start, end }) => essay.slice(start, end))
      .join(' … ');
    for (const line of ['HUYỆN ỦY VÂN TRẠCH', 'BÀI THU HOẠCH', 'Câu 1', 'Câu 2', 'Câu 3']) expect(text).toContain(line);
    expect(marked.kinds.filter((kind) => kind === TEMPLATE).length / marked.kinds.length).toBeLessThan(0.45);
  });
});

it('marks nothing without references', () => {
  expect(excluded(`${own}. ${sentence}.`, [])).toEqual([]);
});

describe('an essay that is kept', () => {
  const text = `${own}. Bác Hồ nói: “Mỗi người cán bộ phải như một ngọn đuốc nhỏ soi cho dân thôn mình đi”, và ${sentence}. ${`${own}. `.repeat(6)}Không có gì quý hơn độc lập, tự do.`;

  it('is marked again for another campaign as it would have been from its text', () => {
    const [none, one] = [[], [sentence]].map((references) => excludeTexts(references, [FORM], DETECTION_SETTINGS.exclude)) as [
      Exclusion,
      Exclusion,
    ];
    const { sequence } = normalise(text);
    const fresh = markExcluded(sequence, one, text);
    expect(new Set(fresh.kinds)).toEqual(new Set([OWN, QUOTED, SAYING, CITED]));
    expect(remarkExcluded(markExcluded(sequence, none, text), one)).toEqual(fresh);
    expect(remarkExcluded(fresh, one)).toEqual(fresh);
    expect(remarkExcluded(fresh, none).kinds).not.toContain(QUOTED);
  });
});
