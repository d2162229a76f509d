/** A stretch of an extracted text, in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The stretches that any of the spans covers, in order and apart. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === undefined || start > last.end) merged.push({ start, end });
    else if (end > last.end) merged[merged.length - 1] = { start: last.start, end };
  }
  return merged;
}

/** What a text has in a stretch beside these holes. */
export function sliceAround(text: string, { start, end }: Span, holes: readonly Span[]): string {
  let slice = '';
  let from = start;
  for (const hole of mergeSpans(holes.filter((one) => one.start < end && one.end > start))) {
    slice += text.slice(from, Math.max(from, hole.start));
    from = Math.max(from, hole.end);
  }
  return slice + text.slice(from, Math.max(from, end));
}
