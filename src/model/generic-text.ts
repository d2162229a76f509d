import type { Span } from './span.js';

/**
 * How a programme's text is looked at for what could stand in anybody's. Shingles of 5 syllables, as fingerprints have them: shorter
 * runs are turns of phrase. One in 8 is kept, chosen by its hash, so that all texts keep the same ones: of a programme of 2,000
 * syllables some 250, which tell a share to within three points. From 20 on something is said at all.
 */
export const GENERIC_SETTINGS = {
  shingle: 5,
  sampledOf: 8,
  leastSamples: 20,
  /**
   * Other units from which wording is generic. What one other unit has may be copied, which comparing tells; two are often sister
   * cells that plan one thing together; what three others have besides is about none of them.
   */
  units: 3,
} as const;

/** A sampled shingle and where it stands in the text. */
export interface SampledShingle extends Span {
  readonly hash: number;
}

/** What a text has of its own, counted outside of its letterhead, its signature and quotes. */
export interface TextFacts {
  /** Syllables of the whole text, and those that are no quotes and no usual frame. */
  readonly syllables: number;
  readonly own: number;
  /** Times that a number stands, a day or month, a name of the own unit or its places. */
  readonly figures: number;
  readonly dates: number;
  readonly names: number;
}

/** A text as it is kept, with what was counted in it. */
export interface MeasuredText {
  readonly text: string;
  readonly facts: TextFacts;
  readonly shingles: readonly SampledShingle[];
}

/** What stands in many units' programmes. */
export interface GenericText {
  /** Sampled shingles, and those of them that three or more other units have too. The share is told from 20 samples on. */
  readonly samples: number;
  readonly shared: number;
  /** Where they stand, neighbours joined, in order. */
  readonly spans: readonly Span[];
}

/**
 * What is generic in a text: `isShared` tells of a shingle whether enough other units have it. A single one is met by chance and is
 * not shown as a place; two or more in a row are one passage, from the first syllable of the first to the last of the last.
 */
export function genericText(shingles: readonly SampledShingle[], isShared: (hash: number) => boolean): GenericText {
  const spans: Span[] = [];
  let shared = 0;
  let run: SampledShingle[] = [];
  const close = (): void => {
    if (run.length > 1) spans.push({ start: run[0]!.start, end: Math.max(...run.map(({ end }) => end)) });
    run = [];
  };
  for (const one of [...shingles].sort((first, second) => first.start - second.start)) {
    if (!isShared(one.hash)) close();
    else {
      shared++;
      run.push(one);
    }
  }
  close();
  return { samples: shingles.length, shared, spans };
}

/** How often something stands in 1,000 syllables. */
export const perThousand = (count: number, syllables: number): number => (syllables === 0 ? 0 : (count / syllables) * 1000);
