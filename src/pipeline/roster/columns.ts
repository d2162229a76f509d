import { foldHead } from './cells.js';

/** What a column of a roster tells. */
export const ROSTER_COLUMNS = [
  'card',
  'name',
  'cell',
  'post',
  'place',
  'isHead',
  'isKeyCadre',
  'isProbationary',
  'isExempt',
  'reason',
  'attended',
  'groups',
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** How each column is called in the template and in messages. */
export const COLUMN_NAMES: Readonly<Record<RosterColumn, string>> = {
  card: 'Số thẻ',
  name: 'Họ và tên',
  cell: 'Đơn vị',
  post: 'Chức vụ',
  place: 'Nơi công tác',
  isHead: 'Người đứng đầu',
  isKeyCadre: 'Cán bộ chủ chốt',
  isProbationary: 'Đảng viên dự bị',
  isExempt: 'Miễn viết',
  reason: 'Lý do miễn',
  attended: 'Đã học tập',
  groups: 'Nhóm đối tượng',
};

/** Other names that committees give the columns, without marks. */
const ALIASES: Readonly<Record<RosterColumn, readonly string[]>> = {
  card: ['so the', 'so the dang', 'so the dang vien', 'ma the', 'so tdv', 'the dang vien', 'card', 'member'],
  name: ['ho va ten', 'ho ten', 'ten', 'ten dang vien', 'ho va ten dang vien', 'ho ten dang vien', 'name'],
  cell: ['don vi', 'chi bo', 'don vi chi bo', 'chi bo don vi', 'chi bo sinh hoat', 'noi sinh hoat', 'to chuc dang', 'unit'],
  post: ['chuc vu', 'chuc danh', 'chuc vu chuc danh', 'post'],
  place: ['noi cong tac', 'co quan', 'don vi cong tac', 'co quan cong tac', 'place'],
  isHead: ['nguoi dung dau', 'la nguoi dung dau', 'dung dau'],
  isKeyCadre: ['can bo chu chot', 'la can bo chu chot', 'chu chot'],
  isProbationary: ['dang vien du bi', 'du bi', 'la dang vien du bi', 'dvdb'],
  isExempt: ['mien viet', 'mien viet thu hoach', 'mien viet bai', 'duoc mien', 'khong bat buoc viet', 'khong bat buoc viet thu hoach'],
  reason: ['ly do', 'ly do mien', 'ly do mien viet', 'ly do khong viet'],
  attended: ['da hoc', 'da hoc tap', 'tham gia hoc tap', 'da tham gia hoc tap', 'tham gia hoc', 'da tham gia', 'hoc tap'],
  groups: ['nhom doi tuong', 'doi tuong', 'nhom'],
};

const BY_HEAD = new Map(ROSTER_COLUMNS.flatMap((column) => ALIASES[column].map((alias) => [alias, column] as const)));

/** What a head tells; null for one that no roster has. Case, marks and punctuation are nothing to it. */
export function columnOf(head: string): RosterColumn | null {
  return BY_HEAD.get(foldHead(head)) ?? null;
}
