import fc from 'fast-check';
import { createRandom } from '../../scripts/random.mjs';
import { isSyllable } from '../../src/vietnamese/syllables.js';

/** Syllables with every tone, quality mark and spelling that matters to keys. */
const SYLLABLES =
  'đảng nghị quyết hoà quý lý thuỷ của và những người dân xã thôn trường học rác thải môi sinh kênh mương đường hoa tôi sẽ làm việc mỗi ngày được ước nguyện khỏe mạnh ruộng vườn giữ gìn sạch đẹp bảy hộ gia đình phân loại tuyên truyền kiểm tra giám sát đồng chí bí thư họp chi bộ tháng tám năm nay nước giếng trong'.split(
    ' ',
  );

const syllable = fc.constantFrom(...SYLLABLES);

/** A text of syllables with the punctuation that essays have. */
export const essayText = fc
  .array(fc.tuple(syllable, fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\n', ' - ')), { minLength: 1, maxLength: 200 })
  .map((parts) => parts.map(([word, separator]) => word + separator).join(''));

const INITIALS = 'b c ch d đ g gh h k kh l m n ng ngh nh ph qu s t th tr v x'.split(' ');
const RIMES = 'a an ang anh ay âm ân ăn ăng eo em ên êu i in inh iêm iên oa oi ôn ông ơi ơn u un ung uôn ươi ương ưa'.split(' ');
/** All that Vietnamese allows of them: what it does not allow would be taken for words run together. */
const MADE_UP = INITIALS.flatMap((initial) => RIMES.map((rime) => initial + rime)).filter(isSyllable);

/** A text of `length` different-looking syllables drawn from a seed: two seeds share next to nothing. */
export function madeUpText(seed: number, length: number): string {
  const random = createRandom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  return Array.from({ length }, (_, i) => pick(MADE_UP) + (i % 15 === 14 ? '.' : '')).join(' ');
}
