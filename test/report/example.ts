import type { BatchAssessment } from '../../src/model/batch.js';
import { assessDrafts, type Draft, draft, unread } from './example-builder.js';
import { withPlaces } from './example-places.js';
import { SAMPLE_KEYS } from './example-texts.js';

/** Fourteen essays of a made-up district: five nearly the same as a sample, partial copies, own work, files that need a person. */
export function exampleBatch(): BatchAssessment {
  const all = SAMPLE_KEYS;
  const hostile = draft(
    's10',
    'van-trach/"><script>alert(1)<script> bai-thu-hoach.docx',
    ['Lò Thị <b>Mẩy</b>', 'Chi đoàn thôn Nà Phạ'],
    ['ownYouth', 'heart', 'quote'],
    [1],
  );
  const odd = hostile.text.replace('sáng thứ bảy', 'sáng\u200b\u200b\u200b thứ \u202ebảy');
  const drafts: Draft[] = [
    draft(
      's1',
      'van-trach/Chi bộ Hội Nông dân/Bài thu hoạch học tập Nghị quyết số 09-NQ-HU của đồng chí Trịnh Văn Khoát, Phó Chủ tịch Hội Nông dân xã Bình Khê.docx',
      ['Trịnh Văn Khoát', 'Hội Nông dân xã Bình Khê'],
      all,
    ),
    draft(
      's2',
      'van-trach/Trường Tiểu học Tân Lạc/Lương Thị Hiền Dịu.docx',
      ['Lương Thị Hiền Dịu', 'Trường Tiểu học Tân Lạc'],
      all,
      [0, 2],
    ),
    draft(
      's3',
      'van-trach/Trạm Y tế/Tạ Quang Bính - bản cuối (2).pdf',
      ['Tạ Quang Bính', 'Trạm Y tế xã Bình Khê'],
      ['duty', 'opening', 'quote', 'heart', 'limits', 'place'],
      [1, 3, 4],
    ),
    draft('s4', 'van-trach/Đàm Văn Quyết.docx', ['Đàm Văn Quyết', 'Tổ dân phố 7'], all, [0, 1, 2, 3, 4, 5]),
    draft(
      's5',
      'van-trach/Vi Thị Nhàn.doc',
      ['Vi Thị Nhàn', 'Tổ dân phố 7'],
      ['opening', 'heart', 'duty', 'limits', 'place', 'quote', 'list'],
      [2, 6],
    ),
    withPlaces(
      draft(
        's6',
        'van-trach/Mạc Đình Khoát.docx',
        ['Mạc Đình Khoát', 'Công ty Môi trường'],
        ['ownWater', 'duty', 'ownFarm', 'quote'],
        [2, 6],
      ),
    ),
    unread(
      's7',
      'van-trach/quet/IMG_20261118_0942 Khổng Văn Dũng trang 1-4.pdf',
      'needs-ocr',
      'Tệp “IMG_20261118_0942 Khổng Văn Dũng trang 1-4.pdf” là ảnh quét, không có chữ để so. Quét lại thành văn bản (OCR) hoặc nộp tệp Word gốc.',
    ),
    unread(
      's8',
      'van-trach/Giáp Thị Lụa.pdf',
      'unreadable',
      'Tệp “Giáp Thị Lụa.pdf” đặt mật khẩu nên không mở được. Mở tệp trên máy, bỏ mật khẩu, lưu lại rồi nộp lại tệp này.',
    ),
    draft(
      's9',
      'van-trach/Ngọ Văn Trường (lần 2).docx',
      ['Ngọ Văn Trường', 'Chi bộ Quân sự xã'],
      ['heart', 'ownGuard', 'ownOffice', 'quote', 'ownCoop'],
    ),
    {
      ...hostile,
      text: odd,
      pieces: hostile.pieces.map((piece, index) => ({ ...piece, start: piece.start + (index === 0 ? 0 : 4), end: piece.end + 4 })),
    },
    draft(
      's11',
      'van-trach/Phí Công Hậu.docx',
      ['Phí Công Hậu', 'Văn phòng Đảng ủy'],
      ['ownRoad', 'opening', 'ownMarket', 'ownHealth'],
      [0, 5],
    ),
    draft('s12', 'van-trach/Âu Thị Diễm.docx', ['Âu Thị Diễm', 'Trường Tiểu học Tân Lạc'], ['ownTeacher', 'quote', 'ownLibrary']),
    {
      ...draft('s13', 'van-trach/Hứa Thị Nga.rtf', ['Hứa Thị Nga', 'Hợp tác xã rau Tân Lạc'], ['ownPond', 'ownTree']),
      state: 'suspicious',
      messages: [
        {
          code: 'mismatch',
          text: 'Tệp “Hứa Thị Nga.rtf” thật ra là tệp Word. Đã đọc được; mở tệp xem có đúng bài của đồng chí Nga không.',
        },
      ],
    },
    draft('s14', 'van-trach/Lò Thị Mẩy.docx', ['Lò Thị Mẩy', 'Chi bộ thôn Nà Phạ'], ['ownFence', 'ownTrip']),
  ];
  const outside = [
    { ...draft('sample:bai-mau-tren-mang.docx', 'bai-mau-tren-mang.docx', ['', ''], all), kind: 'sample' as const },
    {
      ...draft('e1', 'Ngọ Văn Trường (lần 1).docx', ['Ngọ Văn Trường', 'Chi bộ Quân sự xã'], ['heart', 'ownGuard'], [1]),
      kind: 'earlier-attempt' as const,
    },
  ];
  const batch = assessDrafts(drafts, outside);
  // An earlier attempt belongs to one member only.
  const assessments = batch.assessments.map((one) =>
    one.submission.id === 's9' ? one : { ...one, matches: one.matches.filter(({ id }) => id !== 'e1') },
  );
  const skipped = [
    { file: 'van-trach/~$Âu Thị Diễm.docx', reason: 'tệp tạm của Word, không phải bài nộp' },
    { file: 'van-trach/Vi Thị Nhàn - Copy.doc', reason: 'bản sao y hệt của “Vi Thị Nhàn.doc” do cùng một người nộp' },
  ];
  return { ...batch, assessments, skipped };
}
