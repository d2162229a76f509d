import type { Paragraph, Table } from 'docx';
import { bannerOf, centred, INDENT, line, officialDocx, prose, sideBySide } from './docx-parts.js';
import type { Letter, LetterItem, LetterSection } from './letter.js';
import { OFFICIAL_WORDS } from './official-words.js';
import { plainText } from './plain-text.js';

/** A letter and what its official head and foot say. */
export interface OfficialLetter {
  readonly letter: Letter;
  /** Whose letter it is. */
  readonly unit: string;
  /** ISO 8601: when the committee concluded; null for a draft. */
  readonly concludedAt: string | null;
}

/** A letter as a Word file in the form of Party documents: head left and right, number, place and day, signature. Its words are those of the text letter. */
export async function letterDocx(official: OfficialLetter): Promise<Uint8Array> {
  return officialDocx(official.letter.title, [...headOf(official), ...bodyOf(official.letter), ...footOf(official)]);
}

function headOf({ letter, unit, concludedAt }: OfficialLetter): (Paragraph | Table)[] {
  const words = OFFICIAL_WORDS;
  const left = [centred(plainText(unit).toUpperCase(), { bold: true }), centred('*'), centred(words.number)];
  const right = [centred(words.party, { bold: true, size: 30, underline: {} }), centred(words.placeAndDay(concludedAt), { italics: true })];
  const banner = letter.banner === '' ? [] : [bannerOf(letter.banner)];
  return [...banner, sideBySide(left, right), line(''), centred(letter.title.toUpperCase(), { bold: true, size: 30 }), centred('-----')];
}

function bodyOf({ facts, greeting, opening, reason, sections, closing }: Letter): Paragraph[] {
  return [
    ...facts.map(({ name, value }) => line(`${name}: ${value}`)),
    line(greeting, { bold: true }, { spacing: { before: 240, after: 120 } }),
    ...opening.map(prose),
    ...reason.map((text, index) => quoted(`${index === 0 ? '“' : ''}${text}${index === reason.length - 1 ? '”' : ''}`)),
    ...sections.flatMap(sectionOf),
    ...closing.map(prose),
  ];
}

const quoted = (text: string): Paragraph => line(text, { italics: true }, { indent: { left: INDENT }, spacing: { after: 120 } });

function sectionOf({ title, paragraphs, items, isNumbered }: LetterSection): Paragraph[] {
  const head = line(title, { bold: true }, { keepNext: true, spacing: { before: 200, after: 100 } });
  return [head, ...paragraphs.map(prose), ...items.flatMap((item, index) => itemOf(item, isNumbered ? `${index + 1}. ` : '- '))];
}

function itemOf({ head, text, quotes }: LetterItem, mark: string): Paragraph[] {
  const first = [head, text].filter((part) => part !== '').join(': ');
  const told = `${mark}${first}${text === '' && quotes.length > 0 ? ':' : ''}`;
  return [prose(told), ...quotes.map((quote) => quoted(`“${quote}”`))];
}

function footOf({ letter: { signature } }: OfficialLetter): (Paragraph | Table)[] {
  const words = OFFICIAL_WORDS;
  const left = [
    line(words.recipients, { bold: true, italics: true, size: 24 }),
    ...words.copies.map((copy) => line(`- ${copy}`, { size: 24 })),
  ];
  if (signature === null) return [line(''), sideBySide(left, [line('')])];
  const right = [
    centred(signature.day, { italics: true }),
    centred(signature.by, { bold: true }),
    ...(signature.post === '' ? [] : [centred(signature.post.toUpperCase(), { bold: true })]),
    centred(signature.hint, { italics: true, size: 24 }),
  ];
  const name = signature.name === '' ? [] : [centred(signature.name, { bold: true })];
  return [line(''), sideBySide(left, [...right, ...Array.from({ length: 4 }, () => line('')), ...name])];
}
