import { withoutMarks } from '../../vietnamese/without-marks.js';

/** One syllable or number of a name or a file's name. */
export interface NameWord {
  /** Without marks, lower case. */
  readonly bare: string;
  /** The marks that stand on it, whichever letter of it bears the tone; empty for none. */
  readonly marks: string;
  /** Whether something that parts phrases (not just a space or an underscore) stands before it. */
  readonly isFirst: boolean;
}

/** The words of a text, composed or not, also of names run together in the way of "NguyenVanA". */
export function nameWords(text: string): NameWord[] {
  const parted = text
    .normalize('NFC')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$1$2 ');
  const words: NameWord[] = [];
  let end = 0;
  for (const { 0: word, index } of parted.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)) {
    const isFirst = words.length === 0 || /[^\s_.]/u.test(parted.slice(end, index));
    words.push({ bare: withoutMarks(word).toLowerCase(), marks: marksOf(word), isFirst });
    end = index + word.length;
  }
  return words;
}

function marksOf(word: string): string {
  const letters = word.normalize('NFD').toLowerCase();
  return [...letters.matchAll(/[\p{M}đ]/gu)]
    .map(([mark]) => mark)
    .sort()
    .join('');
}

/** Whether a word may stand for a syllable of a name: the same marks, or none at all. */
export const standsFor = (word: NameWord, syllable: NameWord): boolean =>
  word.bare === syllable.bare && (word.marks === '' || word.marks === syllable.marks);

/** The words as one bare text, for comparing. */
export const bareText = (words: readonly NameWord[]): string => words.map(({ bare }) => bare).join(' ');

/** Words around a name in a file's name that belong to no name: what the file is, and how people are addressed. */
export const FORM_WORDS: ReadonlySet<string> = new Set(
  'bai ban thu hoach hoc tap quan triet nghi quyet nq chi thi ct ket luan kl cua dong ong ba anh co ho va ten dv nop lai lan so chuan cuoi final scan chup docx doc pdf txt rtf odt zip jpg png trang copy sua in ky moi tw'.split(
    ' ',
  ),
);
