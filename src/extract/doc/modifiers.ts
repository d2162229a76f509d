/** Table modifiers whose operand is longer than one byte can tell, and tab stops, which may be too ([MS-DOC] 2.6.2, 2.6.3). */
const TABLE_DEFINITION = 0xd608;
const TAB_STOPS = 0xc615;
/** Bytes of an operand by the three highest bits of its modifier; 6: its first byte tells. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** Calls `apply` with each property modifier, its operand and both as they stand ([MS-DOC] 2.2.5.1); what is cut off is left out. */
export function eachModifier(list: Buffer, apply: (modifier: number, operand: Buffer, whole: Buffer) => void): void {
  let at = 0;
  while (at + 3 <= list.length) {
    const modifier = list.readUInt16LE(at);
    at += 2;
    const kind = modifier >> 13;
    const head = kind !== 6 ? 0 : modifier === TABLE_DEFINITION ? 2 : 1;
    const length = kind === 6 ? variableLength(modifier, list, at) : (OPERAND_BYTES[kind] ?? 0);
    const end = at + head + length;
    if (end > list.length) return;
    apply(modifier, list.subarray(at + head, end), list.subarray(at - 2, end));
    at = end;
  }
}

function variableLength(modifier: number, list: Buffer, at: number): number {
  const first = list[at] ?? 0;
  if (modifier === TABLE_DEFINITION) return Math.max(0, first + 256 * (list[at + 1] ?? 0) - 1);
  if (modifier !== TAB_STOPS || first !== 255) return first;
  const deleted = list[at + 1] ?? 0;
  return 2 + 4 * deleted + 3 * (list[at + 2 + 4 * deleted] ?? 0);
}
