import type { Span } from '../../model/span.js';

/** A word that was replaced: where it stood, where it stands, and how far each of its beginnings reaches once decoded. */
interface Replacement {
  readonly from: Span;
  readonly to: Span;
  readonly lengthOf: (units: number) => number;
}

/** Where the places of a text went when it was decoded. */
export class DecodedPlaces {
  private readonly replacements: Replacement[] = [];

  /** In the order of the text. */
  add(replacement: Replacement): void {
    this.replacements.push(replacement);
  }

  /** The spans in the decoded text: of a word that they cut, the letters that are theirs. */
  move<Place extends Span>(spans: readonly Place[]): Place[] {
    if (this.replacements.length === 0) return [...spans];
    return spans.map((span) => ({ ...span, start: this.placeOf(span.start), end: this.placeOf(span.end) }));
  }

  private placeOf(offset: number): number {
    let low = 0;
    let high = this.replacements.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.replacements[middle]?.from.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const last = this.replacements[low - 1];
    if (last === undefined) return offset;
    if (offset >= last.from.end) return last.to.end + offset - last.from.end;
    return Math.min(last.to.end, last.to.start + last.lengthOf(offset - last.from.start));
  }
}
