import type { Token } from '../model/tokens.js';

/** The words of a label, as bare keys. */
type Label = readonly string[];
const toLabels = (labels: readonly string[]): readonly Label[] => labels.map((label) => label.split(' '));

/** What people write before their name, unit or post, as bare keys. */
const NAME_LABELS = toLabels(['ho va ten', 'ho ten', 'ten toi la', 'toi ten la', 'nguoi viet', 'nguoi viet thu hoach', 'dang vien']);
const UNIT_LABELS = toLabels([
  'don vi',
  'don vi cong tac',
  'noi sinh hoat',
  'co quan',
  'noi cong tac',
  'chi bo',
  'sinh hoat tai',
  'cong tac tai',
  'sinh hoat tai chi bo',
  'dang bo',
]);

const POST_LABELS = toLabels([
  'chuc vu',
  'chuc danh',
  'nghe nghiep',
  'nhiem vu',
  'cong viec',
  'nhiem vu duoc giao',
  'cong viec duoc giao',
  'cong viec dang lam',
  'nhiem vu dang dam nhan',
  'vi tri cong tac',
  'chuyen mon',
]);
/** Labels that also begin headings ("Nhiệm vụ, giải pháp"): they are labels only before a colon. */
const NEEDS_COLON = new Set(['nhiem vu', 'cong viec', 'chuyen mon']);

/** Tokens at the head of an essay among which a line may name the unit without a colon: "CHI BỘ TRƯỜNG TIỂU HỌC TÂN LẠC". */
const HEAD = 120;
/** Syllables of one field at most, so that a text without line ends is not one field. */
const MAX_FIELD = 20;

/** The tokens filled in behind one label, `from` up to, but not including, `to`. */
export interface FormField {
  readonly from: number;
  readonly to: number;
}

/** The fields of a form that are filled in: after a colon, or on a line of the heading that the label begins. Empty lists for a blank form. */
export function findFormFields(text: string, tokens: readonly Token[]): Readonly<Record<'name' | 'unit' | 'post', FormField[]>> {
  return { name: fieldsBehind(NAME_LABELS), unit: fieldsBehind(UNIT_LABELS), post: fieldsBehind(POST_LABELS) };

  function fieldsBehind(labels: readonly Label[]): FormField[] {
    return tokens.flatMap((_, i) => {
      const label = labelAt(tokens, i, labels);
      if (label === undefined) return [];
      const from = i + label.length;
      const startsLine = i < HEAD && (i === 0 || /[\n\r]/.test(gap(i))) && !NEEDS_COLON.has(label.join(' '));
      const isLabel = label.at(-1) === 'la' || gap(from).includes(':') || startsLine;
      const to = endOfField(from);
      return isLabel && to > from ? [{ from, to }] : [];
    });
  }

  /** The end of a field: a line end, a full stop, or dots left to be written on. */
  function endOfField(from: number): number {
    let to = from;
    while (to < tokens.length && to - from < MAX_FIELD && !/[\n\r….]/.test(gap(to))) to++;
    return to;
  }

  /** What stands before a token. */
  function gap(i: number): string {
    return text.slice(tokens[i - 1]?.span.end ?? 0, tokens[i]?.span.start ?? text.length);
  }
}

/** The words of the longest label that stands at a token: "đơn vị" is none where "đơn vị công tác" stands. */
function labelAt(tokens: readonly Token[], i: number, labels: readonly Label[]): Label | undefined {
  const standing = labels.filter((words) => words.every((word, j) => tokens[i + j]?.bareKey === word));
  return standing.sort((a, b) => b.length - a.length)[0];
}
