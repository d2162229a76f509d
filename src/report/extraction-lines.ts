import { showPlainly } from '../api/odd-characters.js';
import { HIDDEN_NAMES } from '../extract/message-details.js';
import type { DocumentMetadata, Extraction } from '../model/extraction.js';
import { formatCount, formatShare } from '../model/format.js';
import type { Span } from '../model/span.js';
import type { Reading } from '../pipeline/read-essay.js';
import { clip } from './terminal/lines.js';
import { STATE_WORDS } from './words.js';

/** Cells of a place's opening words, and places that are listed. */
const OPENING_CELLS = 72;
const MOST_LISTED = 20;

/** What was noticed of a file, beside its text: a line each, for the terminal. */
export function extractionLines({ file, extraction }: Reading): string[] {
  const { state, format, text, messages, hidden, asides, recognised, metadata } = extraction;
  return [
    `${showPlainly(file)}: ${STATE_WORDS[state]} (${format})`,
    ...messages.map((message) => showPlainly(message.text)),
    ...placeLines('Chữ ẩn', text, hidden, ({ kind }) => HIDDEN_NAMES[kind]),
    ...placeLines('Ngoài thân bài', text, asides, () => ''),
    ...recognised.map(
      ({ page, confidence }) => `Trang (ảnh) ${formatCount(page)}: nhận dạng chữ từ ảnh, độ tin cậy ${formatShare(confidence)}`,
    ),
    ...factLines(metadata),
  ];
}

function placeLines<Place extends Span>(
  title: string,
  text: Extraction['text'],
  places: readonly Place[],
  nameOf: (place: Place) => string,
): string[] {
  const lines = places.slice(0, MOST_LISTED).map((place) => {
    const name = nameOf(place);
    const opening = clip(showPlainly(text.slice(place.start, Math.min(place.end, place.start + 1000))), OPENING_CELLS);
    return `${title}${name === '' ? '' : ` (${name})`}: “${opening}”`;
  });
  const left = places.length - lines.length;
  return left > 0 ? [...lines, `${title}: còn ${formatCount(left)} chỗ nữa`] : lines;
}

function factLines(metadata: DocumentMetadata): string[] {
  const { editingMinutes, revisions, identifiers, fonts } = metadata;
  const facts: [string, string][] = [
    ['Người tạo', metadata.creator],
    ['Người lưu cuối', metadata.lastModifiedBy],
    ['Tạo lúc', metadata.created],
    ['Sửa lúc', metadata.modified],
    ['Thời gian soạn', editingMinutes === null ? '' : `${formatCount(editingMinutes)} phút`],
    ['Phần mềm', metadata.application],
    ['Mẫu', metadata.template],
    ['Dấu phiên soạn thảo', revisions.length === 0 ? '' : formatCount(revisions.length)],
    ['Mã tài liệu', identifiers.join(', ')],
    ['Phông chữ', fonts.join(', ')],
  ];
  return facts.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${clip(showPlainly(value), 2 * OPENING_CELLS)}`);
}
