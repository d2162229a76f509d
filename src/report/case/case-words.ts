import { formatCount } from '../../model/format.js';

/** What a case says. */
export const CASE_WORDS = {
  pair: 'Hồ sơ đối chiếu hai bài',
  group: (members: number) => `Hồ sơ nhóm ${formatCount(members)} bài gần giống nhau`,
  principle: 'Đề xuất là của máy, kết luận là của cấp ủy. Máy chỉ đối chiếu câu chữ; thứ tự nhận bài không cho biết ai viết trước.',
  exported: (by: string, at: string) => `Người xuất: ${by}, lúc ${at}`,
  campaign: 'Đợt học tập',
  prompt: 'Đề bài',
  members: 'Các bài trong hồ sơ',
  shares: 'Tỷ lệ trùng khớp từng cặp',
  sharesOf: 'Bên phải mỗi bài là phần tự viết của bài đó có trong bài kia; số trước mã là thứ tự nhận.',
  one: 'Bài',
  twin: 'Bài kia',
  share: 'Trùng',
  pairTitle: (left: string, right: string) => `${left} và ${right}`,
  order: (number: number) => `Thứ tự nhận: ${formatCount(number)}`,
  other: 'Bài đối chiếu ngoài bảng kết quả của đợt',
  facts: {
    file: 'Tệp',
    member: 'Số thẻ / mã người viết',
    unit: 'Đơn vị',
    post: 'Chức vụ',
    campaign: 'Đợt học tập',
    syllables: 'Âm tiết',
    quoted: 'Trích nghị quyết, tài liệu',
    best: 'Trùng khớp cao nhất với một bài',
    union: 'Trùng khớp chung với mọi bài',
    longestRun: 'Đoạn trùng dài nhất',
  },
  syllables: (count: number) => `${formatCount(count)} âm tiết`,
  proposal: 'Đề xuất của máy',
  conclusion: 'Kết luận của cấp ủy',
  open: 'Chưa có kết luận',
  by: (name: string, at: string) => `${name}, ${at}`,
  passages: (count: number, syllables: number) => `${formatCount(count)} đoạn, cộng ${formatCount(syllables)} âm tiết`,
  passage: (number: number) => `Đoạn ${formatCount(number)}`,
  same: (share: string) => `giống ${share}`,
  none: 'Máy không thấy đoạn nào trùng khớp giữa hai bài này.',
  more: (count: number) => `Còn ${formatCount(count)} đoạn ngắn hơn, xem trên trang.`,
  bands: 'Mức giống trong đoạn:',
  bandNames: ['dưới 50%', '50–70%', '70–90%', 'trên 90%'],
  quote: 'trích nghị quyết, tài liệu (không tính)',
  page: (page: number, pages: number) => `Trang ${formatCount(page)}/${formatCount(pages)}`,
  bounded: (shown: number, all: number) =>
    `Nhóm có ${formatCount(all)} bài; hồ sơ này gồm ${formatCount(shown)} bài nhận trước. Các bài còn lại xem trên trang.`,
  central: (title: string) =>
    `Các đoạn dưới đây là của “${title}”, bài có phần chung nhiều nhất với các bài khác trong nhóm, so với từng bài.`,
  /** The unit's name as it is. */
  foreign: (unit: string) => `Một bài của ${unit}`,
  excluded: (passages: number, reasons: readonly string[]) =>
    `Không tính ${formatCount(passages)} đoạn đã được người thẩm định loại trừ: ${reasons.map((reason) => `“${reason}”`).join('; ')}.`,
  unread: 'Có bài chưa đọc được chữ nên không có đoạn để đối chiếu.',
} as const;

/** The parts that are there, in one line. */
export const knownParts = (parts: readonly string[]): string => [...new Set(parts.filter((part) => part !== ''))].join('; ');
