import type { Draft } from './example-builder.js';

/** The essay with a hidden sentence at its end and a footnote behind it; its second page is a picture that was recognised. */
export function withPlaces(one: Draft): Draft {
  const hidden = 'Câu này viết bằng chữ trắng để người đọc không thấy mà máy thì đếm.';
  const aside = 'Chú thích 1: Nghị quyết số 09-NQ/HU ngày 12/10/2026.';
  const from = one.text.length + 2;
  const note = from + hidden.length + 2;
  return {
    ...one,
    state: 'suspicious',
    text: `${one.text}\n\n${hidden}\n\n${aside}`,
    messages: [
      { code: 'hidden-text', text: `Tệp “${one.file}” có chữ ẩn: chữ màu trắng (54 chữ cái). Xem các chỗ được đánh dấu trong bài.` },
    ],
    places: {
      hidden: [{ start: from, end: from + hidden.length, kind: 'white' }],
      asides: [{ start: note, end: note + aside.length }],
      recognised: [{ start: one.pieces[1]!.start, end: one.pieces[1]!.end, page: 2, confidence: 0.714 }],
    },
  };
}
