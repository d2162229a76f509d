/** A stretch of text that may be shown as it is, or a run of one character that may not. */
export type Piece =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'odd'; readonly name: string; readonly count: number };

/**
 * Characters that show nothing, move other characters or steer a terminal: controls, format characters, private use, halves of
 * pairs, variation selectors, Hangul fillers, the braille blank. Tab, line feed and carriage return are left alone.
 */
const ODD =
  /(?![\t\n\r])[\p{C}\u2028\u2029\u115F\u1160\u2800\u3164\uFFA0]|\u034F|[\u17B4\u17B5]|[\u180B-\u180F]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;

/** Cuts a text into pieces, so that whoever shows it can mark what must not be shown raw; a run of the same odd character is one piece. */
export function splitOdd(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(ODD)) {
    if (index > from) pieces.push({ kind: 'plain', text: text.slice(from, index) });
    addOdd(pieces, nameOf(character));
    from = index + character.length;
  }
  if (from < text.length) pieces.push({ kind: 'plain', text: text.slice(from) });
  return pieces;
}

/** A text of one line with odd characters named, "‹U+202E›", for attributes and terminals. */
export function showPlainly(text: string): string {
  const named = splitOdd(text).map((piece) => (piece.kind === 'plain' ? piece.text : `‹${labelOf(piece)}›`));
  return named.join('').replace(/\s+/g, ' ').trim();
}

/** "U+200B", or "U+200B ×12" for a run. */
export function labelOf(piece: { readonly name: string; readonly count: number }): string {
  return piece.count === 1 ? piece.name : `${piece.name} ×${piece.count}`;
}

function addOdd(pieces: Piece[], name: string): void {
  const last = pieces.at(-1);
  if (last?.kind === 'odd' && last.name === name) {
    pieces[pieces.length - 1] = { ...last, count: last.count + 1 };
  } else {
    pieces.push({ kind: 'odd', name, count: 1 });
  }
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
