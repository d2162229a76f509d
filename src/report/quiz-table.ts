import type { MemberResult, QuizResults } from '../corpus/records/quizzes.js';
import type { Cell, Column, ResultTable } from './results/result-table.js';

const COLUMNS: readonly Column[] = [
  { title: 'STT', kind: 'count', width: 6 },
  { title: 'Họ và tên', kind: 'text', width: 28 },
  { title: 'Số thẻ', kind: 'text', width: 18 },
  { title: 'Chi bộ', kind: 'text', width: 28 },
  { title: 'Số lần làm', kind: 'count', width: 10 },
  { title: 'Số câu đúng', kind: 'count', width: 10 },
  { title: 'Số câu hỏi', kind: 'count', width: 10 },
  { title: 'Tỷ lệ đúng', kind: 'share', width: 10 },
  { title: 'Kết quả', kind: 'text', width: 12 },
  { title: 'Thời gian nộp', kind: 'moment', width: 18 },
];

/** The best results of a quiz as rows and columns. */
export function quizTable({ quiz, members }: QuizResults): ResultTable {
  return { campaign: quiz.title, columns: COLUMNS, rows: members.map(rowOf) };
}

function rowOf({ name, card, cell, attempts, correct, total, isPassed, at }: MemberResult, place: number): readonly Cell[] {
  return [place + 1, name, card, cell, attempts, correct, total, correct / total, isPassed ? 'Đạt' : 'Chưa đạt', new Date(at)];
}
