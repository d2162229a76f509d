import { readdirSync, readFileSync } from 'node:fs';
import { createRandom } from '../../scripts/random.mjs';

const SOURCES = 'fixtures/van-trach/sources';
const read = (name: string): string => readFileSync(`${SOURCES}/${name}`, 'utf8');

/** What the made-up essays quote, and the form that they fill in. */
export const REFERENCES = [read('nghi-quyet.txt'), read('tai-lieu-hoc-tap.txt')];
export const FORM = read('mau-bai-thu-hoach.txt');

/** Sentences of one's own that speak of the resolution in its terms; no eight syllables of them stand in it. */
const ABOUT_IT = [
  'Theo tôi, chuyện bảo vệ môi trường ở làng phải bắt đầu từ cái bếp của từng nhà chứ không phải từ tấm băng rôn treo ngoài ngã ba.',
  'Xây dựng nông thôn mới nâng cao mà kênh mương còn nghẹt túi bóng thì khách về làng chỉ nhìn kênh, chẳng ai nhìn cổng chào.',
  'Chi bộ tôi bàn ba buổi về tổ tự quản, buổi nào cũng vướng chỗ ai giữ chìa khóa xe thu gom.',
  'Cán bộ, đảng viên trong thôn mà còn đổ rác thải ra bờ ao thì nói với nhân dân không ai nghe.',
  'Nhà tôi làm hầm biogas từ năm ngoái, hết mười bốn triệu, vay ngân hàng chính sách tám triệu.',
  'Việc phân loại rác tại nguồn nghe thì dễ, đến lúc mẹ tôi để lẫn vỏ trứng với pin cũ mới thấy phải kiên trì.',
  'Tôi đề nghị cấp ủy, chính quyền xã đặt bể chứa bao gói thuốc ở đầu cánh đồng Mả Đỏ, chỗ ấy ai đi làm cũng qua.',
  'Kiểm tra, giám sát ở thôn tôi lâu nay chỉ là ông trưởng thôn đi một vòng rồi ghi sổ.',
  'Sự hài lòng của người dân không đo bằng phiếu phát ra, mà đo bằng việc bà cụ Tẹo thôi không mắng tổ thu gom nữa.',
  'Các đoàn thể nhận đường hoa thì nhiều, tưới vào tháng Sáu thì chỉ còn Hội Cựu chiến binh và mấy cháu nghỉ hè.',
  'Chỉ tiêu chín mươi phần trăm số hộ chia rác, xóm tôi mới được mười chín trên bốn mươi hai nhà.',
  'Nghị quyết bảo kè ao hồ, tôi hỏi thẳng trong cuộc họp: kè bằng tiền nào, ao nhà ông Mạo đã có sổ đỏ rồi.',
  'Phòng ngừa bao giờ cũng rẻ hơn chữa, như tiêm cho đàn lợn mười bảy nghìn một mũi còn hơn chôn cả chuồng.',
  'Tôi tâm đắc chuyện không chạy theo thành tích, vì năm ngoái xã mình sơn lại đúng những nhà mặt đường.',
];

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The body of an essay in the fixtures: what stands between its questions. */
function bodyOf(name: string): string[] {
  const text = read(`essays/${name}`).replace(/^[\s\S]*?2026-2030\n/, '');
  return text.split('\n').filter((line) => line !== '' && !/^Câu \d/.test(line));
}

/** Shorter turns of phrase are anybody's. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?;])\s+/).filter((one) => wordsOf(one).length >= 8);

const REFERENCE_WORDS = REFERENCES.map((text) => ` ${wordsOf(text).join(' ')} `);
/** Whether some eight words in a row stand in a reference: the fixtures' writers quote it here and there. */
const quotes = (text: string): boolean =>
  wordsOf(text).some(
    (_, i, words) => i + 8 <= words.length && REFERENCE_WORDS.some((one) => one.includes(` ${words.slice(i, i + 8).join(' ')} `)),
  );

const OWN_SENTENCES = readdirSync(`${SOURCES}/essays`)
  .filter((name) => /^(0[1-9]|1[0-2])-/.test(name))
  .flatMap(bodyOf)
  .flatMap(sentencesOf)
  .concat(ABOUT_IT)
  .filter((one) => !quotes(one));
const OWN_WORDS = OWN_SENTENCES.join(' ').match(/\p{L}+/gu) ?? [];
/** Sentences of the resolution's prose, without its headings. */
const QUOTABLE = REFERENCES.map((text) =>
  text
    .split('\n')
    .filter((line) => line.length > 60)
    .flatMap(sentencesOf),
);

/** A piece of an essay: the writer's own words, quoted ones, or words that a writer put inside a quote. */
export interface Piece {
  readonly text: string;
  readonly kind: 'own' | 'quote' | 'inside';
}

export type Random = () => number;
const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;
const between = (from: number, to: number, random: Random): number => from + Math.floor(random() * (to - from + 1));
const quote = (text: string): Piece => ({ text, kind: 'quote' });
const someWords = (count: number, random: Random): string => Array.from({ length: count }, () => pick(OWN_WORDS, random)).join(' ');

/** Consecutive words of a reference, beginning anywhere. */
function cut(length: number, random: Random): string[] {
  const words = pick(REFERENCES, random).split(/\s+/);
  const from = between(0, words.length - length, random);
  return words.slice(from, from + length);
}

const sentence = (random: Random): string => pick(pick(QUOTABLE, random), random);

/** How members quote, each kind by its own maker. */
export const QUOTING: Record<string, (random: Random) => Piece[]> = {
  verbatim: (random) => [quote(sentence(random))],
  'cut anywhere, 8-12 syllables, between marks': (random) => [quote(`${cut(between(8, 12, random), random).join(' ')}.`)],
  'cut anywhere, 13-40 syllables': (random) => [quote(cut(between(13, 40, random), random).join(' '))],
  'words replaced, 10-15 %': (random) => {
    const share = 0.1 + 0.05 * random();
    return cut(between(20, 60, random), random).map((word) =>
      random() < share ? { text: pick(OWN_WORDS, random), kind: 'inside' } : quote(word),
    );
  },
  'words left out, 10-15 %': (random) => {
    const share = 0.1 + 0.05 * random();
    return [
      quote(
        cut(between(20, 60, random), random)
          .filter(() => random() >= share)
          .join(' '),
      ),
    ];
  },
  'a clause put in': (random) => {
    const words = cut(between(20, 50, random), random);
    const at = between(6, words.length - 6, random);
    const inside: Piece = { text: someWords(between(4, 8, random), random), kind: 'inside' };
    return [quote(words.slice(0, at).join(' ')), inside, quote(words.slice(at).join(' '))];
  },
  'clauses in another order': (random) => {
    const clauses = `${sentence(random)} ${sentence(random)}`.split(/(?<=[,;.])\s/);
    return [
      quote(
        clauses
          .map((clause) => ({ clause, key: random() }))
          .sort((a, b) => a.key - b.key)
          .map(({ clause }) => clause)
          .join(' '),
      ),
    ];
  },
  'without marks': (random) => [quote(sentence(random).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'))],
  capitals: (random) => [quote(sentence(random).toUpperCase())],
  'two references back to back': (random) => QUOTABLE.map((reference) => quote(pick(reference, random))),
};

/** Own sentences with a quote after every third of them or so, and where each piece stands. */
export function quotingEssay(
  seed: number,
  maker: (random: Random) => Piece[],
): { text: string; pieces: readonly (Piece & { start: number })[] } {
  const random = createRandom(seed);
  const pieces: (Piece & { start: number })[] = [];
  let text = '';
  const add = (piece: Piece): void => {
    pieces.push({ ...piece, start: text.length });
    text += `${piece.text} `;
  };
  for (let i = 0; i < 12; i++) {
    for (let own = between(1, 3, random); own > 0; own--) add({ text: pick(OWN_SENTENCES, random), kind: 'own' });
    for (const piece of maker(random)) add(piece);
  }
  return { text, pieces };
}
