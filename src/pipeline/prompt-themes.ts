import type { Theme } from '../model/campaign.js';
import { promptThemeName, solutionThemeName } from './messages.js';

/** Syllables of a phrase at most: longer stretches are cut, since nobody answers in the question's own clauses. */
const LONGEST = 4;
const MAX_PHRASES = 24;

/** What asks and addresses, and says nothing of the situation. */
const ASKING = [
  'như thế nào',
  'ra sao',
  'thế nào',
  'vì sao',
  'tại sao',
  'bao nhiêu',
  'bao giờ',
  'khi nào',
  'bằng cách nào',
  'hãy cho biết',
  'cho biết',
  'trình bày',
  'phân tích',
  'liên hệ',
  'nêu rõ',
  'giả sử',
  'trong trường hợp',
  'trường hợp',
  'tình huống',
  'câu hỏi',
  'đồng chí',
  'hướng giải quyết',
  'cách giải quyết',
  'giải quyết',
  'cách xử lý',
  'hướng xử lý',
  'xử lý',
  'biện pháp',
  'ý kiến',
  'quan điểm',
  'bản thân',
  'trách nhiệm',
  'cần phải',
  'bây giờ',
  'hiện nay',
  'đầu tiên',
  'vừa qua',
  'gần đây',
  'một số',
  'nhiều người',
  'có người',
];

/** Words that part the things a sentence speaks of: particles, pronouns, counts, and one-syllable verbs. */
const BETWEEN = new Set(
  `và với hoặc hay nhưng mà thì là rằng nên để do vì bởi nếu khi lúc sau trước trong ngoài trên dưới giữa tại ở từ đến tới về cho của
  bằng theo qua cùng như so này kia đó ấy nọ các những mọi mỗi một hai ba bốn năm sáu bảy tám chín mười vài nhiều ít mấy cả toàn chỉ
  đã đang sẽ vừa mới còn vẫn cũng lại luôn rất quá hơn nhất không chưa chẳng phải cần có bị được hãy đừng ai gì nào đâu sao tôi anh
  chị em ông bà họ mình ta chúng bạn con cái chiếc việc sự cuộc nêu nói viết kể hỏi đáp bảo xin gửi làm thấy biết nghĩ muốn đòi đi đứng
  lên xuống ra vào lấy đưa đem mang đặt bán mua xây đổ cãi kiện lấn chặt đốt trả nhận nộp giao gọi gặp đứa người thế vậy đều liền cứ
  tự thường bèn rồi ngay lần ngày tháng nhà khỏi`.split(/\s+/),
);

/** In whose place the answer is to be given: it is no part of what happened, and every essay names such posts. */
const ROLE =
  /(?<!\p{L})(?:(?:nếu|giả sử|đồng chí)(?: đồng chí)?(?: được giao)? là|(?:với|trên) (?:cương vị|vai trò)|(?<=(?:^|[.?!])\s*)là) [^,.;:?!]+/giu;

/** Turns of speech of somebody who says step by step what to do. */
const STEPS = [
  'trước hết',
  'sau đó',
  'bước tiếp theo',
  'gặp gỡ, lắng nghe',
  'tìm hiểu nguyên nhân',
  'xác minh sự việc',
  'vận động, thuyết phục',
  'hòa giải',
  'đối thoại với người dân',
  'họp chi bộ',
  'phân công người phụ trách',
  'phối hợp với',
  'báo cáo cấp ủy',
  'lập biên bản',
  'xử lý theo quy định',
  'thời hạn giải quyết',
  'kiểm tra lại kết quả',
  'công khai kết quả',
];

/**
 * Themes of a question, for a campaign that names none: what it speaks of, and the way out that is asked for. What it speaks of is
 * found by the words that stand between (particles, pronouns, the asking itself), so the secretary may want to tidy the phrases.
 * `words`: words of several syllables, in small letters, which are never cut. Empty when the text names nothing to speak of.
 */
export function promptThemes(prompt: string, words: ReadonlySet<string>): Theme[] {
  const phrases = phrasesOf(prompt, words);
  if (phrases.length === 0) return [];
  const theme = { required: true, minimum: 0.4, facets: [] };
  return [
    { ...theme, id: 'tra-loi-tinh-huong', name: promptThemeName, kind: 'topic', phrases },
    { ...theme, id: 'cach-giai-quyet', name: solutionThemeName, kind: 'commitment', phrases: STEPS },
  ];
}

function phrasesOf(prompt: string, words: ReadonlySet<string>): string[] {
  const found = new Map<string, string>();
  for (const clause of prompt
    .normalize('NFC')
    .replace(ROLE, ' | ')
    .split(/[^\p{L}\p{M}\s-]+|\s-\s|\n/u)) {
    for (const phrase of runsOf(clause, words).flatMap(join)) {
      if (!found.has(phrase.toLowerCase())) found.set(phrase.toLowerCase(), phrase);
    }
  }
  return [...found.values()].slice(0, MAX_PHRASES);
}

/** Words, each of one syllable or several, that stand together with nothing between them. */
function runsOf(clause: string, words: ReadonlySet<string>): string[][][] {
  const asked = ASKING.reduce((text, phrase) => text.replace(new RegExp(`(?<!\\p{L})${phrase}(?!\\p{L})`, 'giu'), ' | '), clause);
  const syllables = asked.split(/[\s-]+/).filter((one) => one !== '');
  const runs: string[][][] = [[]];
  for (let at = 0; at < syllables.length; ) {
    const word = wordAt(syllables, at, words);
    if (word.every((one) => one === '|' || BETWEEN.has(one.toLowerCase()))) runs.push([]);
    else runs.at(-1)!.push(word);
    at += word.length;
  }
  return runs;
}

/** The longest known word at a place, else its one syllable. */
function wordAt(syllables: readonly string[], at: number, words: ReadonlySet<string>): string[] {
  for (let length = LONGEST; length > 1; length--) {
    const word = syllables.slice(at, at + length);
    if (word.length === length && words.has(word.join(' ').toLowerCase())) return word;
  }
  return syllables.slice(at, at + 1);
}

/** Phrases of two to `LONGEST` syllables, cut between words only. */
function join(run: readonly (readonly string[])[]): string[] {
  const phrases: string[][] = [[]];
  for (const word of run) {
    if (phrases.at(-1)!.length + word.length > LONGEST) phrases.push([]);
    phrases.at(-1)!.push(...word);
  }
  return phrases.filter((phrase) => phrase.length > 1).map((phrase) => phrase.join(' '));
}
