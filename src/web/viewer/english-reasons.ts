import { count, figure, type Sentence, sentence, translate } from './english-sentences.js';

/** Where words stand beside the body, as reasons say it. */
const BESIDE = 'chú thích, nhận xét, đầu chân trang hoặc chữ ẩn';
const BESIDE_EN = 'in notes, comments, heads and feet of pages or hidden text';
const LEVELS: Readonly<Record<string, string>> = { 'mức xem xét': 'review level', 'mức viết lại': 'rewrite level' };
const LEVEL = '(mức xem xét|mức viết lại)';

/** The sentences in which the machine gives its reasons. */
const SENTENCES: readonly Sentence[] = [
  sentence(
    `Trùng khớp với một bài (\\S+) \\(${LEVEL}: từ (\\S+)\\): (.+)\\.`,
    (at) => `Overlap with one essay ${figure(at[1])} (${LEVELS[at[2]]}: from ${figure(at[3])}): “${at[4]}”.`,
  ),
  sentence(
    `Trùng khớp với tất cả các bài cộng lại (\\S+) \\(${LEVEL}: từ (\\S+)\\)\\.`,
    (at) => `Overlap with all essays together ${figure(at[1])} (${LEVELS[at[2]]}: from ${figure(at[3])}).`,
  ),
  sentence(
    'Đoạn trùng dài nhất (\\S+) âm tiết \\(mức xem xét: từ (\\S+)\\)\\.',
    (at) => `Longest shared run ${count(at[1], 'syllable')} (review level: from ${figure(at[2])}).`,
  ),
  sentence(
    `Ngoài thân bài, trong ${BESIDE}, có (\\S+) âm tiết trùng với (.+) \\(mức xem xét: từ (\\S+)\\)\\.`,
    (at) => `Beside the body, ${BESIDE_EN}, ${count(at[1], 'syllable')} overlap with “${at[2]}” (review level: from ${figure(at[3])}).`,
  ),
  sentence(
    'Còn (\\S+) trong (\\S+) nội dung bắt buộc chưa đạt \\(mức xem xét: từ (\\S+) nội dung\\)\\.',
    (at) => `${figure(at[1])} of ${count(at[2], 'required theme')} not met (review level: from ${figure(at[3])}).`,
  ),
  sentence(
    'Còn (\\S+) trong (\\S+) nội dung bắt buộc chưa đạt \\(mức viết lại: từ (\\S+) số nội dung\\)\\.',
    (at) => `${figure(at[1])} of ${count(at[2], 'required theme')} not met (rewrite level: from ${figure(at[3])} of the themes).`,
  ),
  sentence('Chưa đọc được nội dung, cần người xem tệp gốc\\.', () => 'The text could not be read; somebody must look at the file itself.'),
  sentence('Tệp có điểm cần người xem trước khi kết luận\\.', () => 'Something in the file must be looked at before concluding.'),
];
/** What became of a file, in a few words. */
const FILE_NOTES: Readonly<Record<string, string>> = {
  'đã đọc, cần người xem lại tệp': 'read, file needs a look',
  'ảnh, bản quét chưa đọc được chữ': 'picture or scan, text not read',
  'không mở được': 'cannot be opened',
  'không nhận': 'not taken',
  'không có chữ nào để soát': 'no text to check',
  'chưa đọc được hết bài': 'not all of it could be read',
  'tệp rỗng': 'empty file',
  'tệp hỏng hoặc chưa tải lên hết': 'damaged, or not sent to its end',
  'tệp đặt mật khẩu': 'protected by a password',
  'tệp bảo vệ quyền truy cập': 'protected by access rights',
  'chỉ có ảnh, chưa có chữ để so': 'pictures only, no text to compare',
  'ảnh mờ hoặc chữ viết tay, chưa đọc được': 'blurred or handwritten, not read',
  'phông chữ thiếu bảng mã': 'font without an encoding',
  'bảng mã cũ, chưa đọc được': 'old encoding, not read',
  'bảng mã không nhận ra': 'unknown encoding',
  'vượt giới hạn, không nhận': 'over the limit, not taken',
  'quá nhiều trang': 'too many pages',
  'đọc quá lâu, đã dừng': 'took too long, stopped',
};
const BESIDE_THERE = new RegExp(`^(.+) Ở (.+), phần trùng nằm ngoài thân bài, trong ${BESIDE}: hãy xem bài đó trước\\.$`, 'u');

/** The machine's few words on a file in English; null for words that are not known here. */
export function englishFileNote(text: string): string | null {
  return FILE_NOTES[text] ?? null;
}

/** A reason of the machine in English; null for a sentence that is not known here, which stays as it is. */
export function englishReason(text: string): string | null {
  const note = englishFileNote(`${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.$/u, '')}`);
  if (note !== null) return `${note.charAt(0).toUpperCase()}${note.slice(1)}.`;
  const there = BESIDE_THERE.exec(text);
  if (there !== null) {
    const first = englishReason(there[1] ?? '');
    return first === null
      ? null
      : `${first} In “${there[2]}” what is shared stands beside the body, ${BESIDE_EN}: look at that essay first.`;
  }
  return translate(SENTENCES, text);
}
