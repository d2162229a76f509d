import { formatCount } from '../../model/format.js';
import { QUESTION_LIMITS, type QuestionProblem } from '../../model/question.js';

/** Why a question of a file is not taken: the end of "Dòng 12: …". */
export const QUESTION_FILE_PROBLEMS = {
  matching: 'câu ghép đôi, Soát Bài không dùng loại này',
  numerical: 'câu trả lời bằng số, Soát Bài không dùng loại này',
  essay: 'câu tự luận, Soát Bài không dùng loại này',
  short: 'câu trả lời ngắn (không có phương án sai), Soát Bài không dùng loại này',
  description: 'đoạn chữ không có phần trả lời trong { }',
  partial: 'câu một đáp án cho điểm từng phần, Soát Bài không dùng loại này',
  twoAnswers: 'có hai phần trả lời trong { }; tách thành hai câu',
  notClosed: 'thiếu dấu } đóng phần trả lời',
  titleNotClosed: 'thiếu dấu :: đóng tên câu hỏi',
  notOpened: 'có dấu } mà không có dấu { mở; nếu là chữ thì ghi \\}',
  strayWords: 'có chữ đứng trước dấu = hoặc ~ đầu tiên trong phần trả lời',
  wrongWeight: (weight: string) => `mức điểm “${weight}” không đúng dạng %50%`,
  unknownKind: (kind: string) => `không rõ loại câu “${kind}”; ghi: một, nhiều hoặc đúng sai`,
  unknownRight: (right: string) => `đáp án đúng “${right}” không chỉ vào phương án nào; ghi chữ cái của cột, ví dụ A hoặc A, C`,
  trueFalseRight: (right: string) => `đáp án “${right}” của câu đúng sai không rõ; ghi Đúng hoặc Sai`,
} as const;

/** The same for questions that are read and cannot be asked. */
export const UNASKABLE: Readonly<Record<QuestionProblem, string>> = {
  'no-words': 'chưa có lời câu hỏi',
  'few-options': 'cần ít nhất hai phương án',
  'many-options': `quá ${QUESTION_LIMITS.options} phương án`,
  'no-right': 'chưa có đáp án đúng',
  'several-right': 'có hơn một đáp án đúng; nếu đúng là vậy thì ghi mức điểm, ví dụ ~%50%',
  'empty-option': 'có phương án để trống',
  'same-options': 'có hai phương án giống hệt nhau',
  'too-long': 'câu hỏi, phương án hoặc giải thích dài quá mức',
};

/** Why a whole file holds no questions; complete sentences. */
export const QUESTION_FILE_MESSAGES = {
  empty: 'Tệp không có câu hỏi nào. Ngân hàng câu hỏi không đổi. Kiểm tra lại tệp rồi chọn lại.',
  noHead:
    'Không thấy dòng tên cột có “Câu hỏi” và “Đáp án đúng” trong 10 dòng đầu. Ngân hàng câu hỏi không đổi. Tải tệp mẫu, chép câu hỏi vào đúng cột rồi chọn lại tệp.',
  csv: (line: number) =>
    `Dòng ${line} của tệp CSV có dấu ngoặc kép hoặc dấu phân cách không đúng. Ngân hàng câu hỏi không đổi. Sửa dòng này, hoặc lưu lại thành .xlsx rồi chọn lại tệp.`,
  tooMany: (most: number) =>
    `Tệp có hơn ${formatCount(most)} câu hỏi nên không nhập. Ngân hàng câu hỏi không đổi. Chia thành nhiều tệp rồi nhập lần lượt.`,
} as const;
