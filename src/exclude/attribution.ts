import type { Span } from '../model/span.js';
import { withoutMarks } from '../vietnamese/without-marks.js';

/** UTF-16 units before and after a quotation in which its author is looked for. */
const BEFORE = 140;
const AFTER = 100;

/** Whom such essays cite, and what, without marks: nobody else is written so. */
const NAMES =
  /\b(?:ho chi minh|bac ho|chu tich ho|nguyen ai quoc|le-?\s?nin|c\.? ?mac|cac mac|ang-?ghen|tong bi thu|thu tuong|chu tich nuoc|dai tuong|le duan|truong chinh|pham van dong|vo nguyen giap|nguyen phu trong|nguyen trai|tran hung dao|tran quoc tuan|ly thuong kiet|to huu|nguyen du|ong cha|cha ong|tuc ngu|ca dao|thanh ngu|dan gian|co nhan|nguoi xua|danh ngon|nha tho|di chuc|van kien|cuong linh|dieu le|hien phap|nghi quyet|chi thi)\b/;
/** To say something. */
const SAYS = 'dạy|nói|viết|dặn|khẳng định|chỉ rõ|chỉ ra|nhấn mạnh|nêu|cho rằng|phát biểu|tổng kết|đúc kết|kêu gọi|khuyên|nhắc';
/** What may stand between "Người" and that: "Người đã từng căn dặn". */
const ADVERBS = 'đã|từng|luôn|thường|cũng|còn|lại|vẫn|ân cần|căn|răn|chỉ';
/** Words that are names only as they are written here; "Người" is one where it speaks or ends a phrase, not before a noun: "Người dân nói". */
const MARKED_NAMES = new RegExp(
  `(?<!\\p{L})(?:Bác|Mác|Người(?=\\s*(?:$|[^\\p{L}\\p{N}\\s])|(?:\\s+(?:${ADVERBS}))*\\s+(?:${SAYS}|rằng)(?!\\p{L}))|[Đđ]ồng chí \\p{Lu}\\p{L}*)(?!\\p{L})`,
  'u',
);
/** That somebody says something. */
const SPEECH = new RegExp(
  `(?<!\\p{L})(?:${SAYS}|lời|câu|theo|quan điểm|tư tưởng|khẩu hiệu|rằng|day|noi|viet|khang dinh|chi ro|nhan manh|loi|cau)(?!\\p{L})`,
  'iu',
);
/** That the writer says it. */
const OWN_SPEECH = /(?<!\p{L})(?:tôi|mình|em|tao)(?: \p{L}+){0,2} (?:nói|viết|nghĩ|bảo|hứa|nhủ|hỏi|đáp|kể|nhắc)(?!\p{L})/iu;
/** A place in a printed work: "tập 5, tr. 292". */
const PRINTED = /\b(?:tr\.? ?\d|trang \d|t\.? ?\d+, ?tr|tap \d|toan tap|nxb)/;
/** Nothing but punctuation, or "là lời của", stands between a quotation and an author who comes after it. */
const DIRECTLY_AFTER = /^[\s,.;:–—-]*(?:(?:đó |ấy )?là (?:lời|câu)(?: \p{L}+){0,3} )?/u;

const toBare = (text: string): string => withoutMarks(text).toLowerCase();
/** Whether a name begins in the first `within` UTF-16 units. */
const isNamed = (text: string, within = text.length): boolean =>
  NAMES.test(toBare(text.slice(0, within))) || (MARKED_NAMES.exec(text)?.index ?? within) < within;

/** Whether an author stands beside a quotation: before it in its sentence, with a word for speaking, or right after it. */
export function isAttributed(text: string, { start, end }: Span): boolean {
  const before = lastSentence(text.slice(Math.max(0, start - BEFORE), start).normalize('NFC'));
  if (isNamed(before) && SPEECH.test(before)) return !OWN_SPEECH.test(before);
  const after = text.slice(end, end + AFTER).normalize('NFC');
  const source = /^[\s,.;]*[([]([^)\]]*)[)\]]/.exec(after)?.[1];
  if (source !== undefined) return isNamed(source) || PRINTED.test(toBare(source));
  const rest = after.replace(DIRECTLY_AFTER, '').split(/[.;!?“"\n]/)[0]!;
  const nearest = /^(?:\S+\s*){0,5}/.exec(rest)![0].length;
  return isNamed(rest, nearest) && (SPEECH.test(rest) || DIRECTLY_AFTER.exec(after)![0].trim() !== '');
}

/** What stands after the last end of a sentence (that of an initial is none), of a paragraph or of another quotation. */
const lastSentence = (text: string): string => text.split(/(?<!(?<!\p{L})\p{Lu})[.!?]\s+(?=\p{Lu}\p{L})|[”»]|\n\s*\n/u).at(-1)!;
