import { cosine, type Direction, meanDirection } from './directions.js';
import type { Term } from './find-terms.js';

/** What a resolution is about, as a theme may ask for it. */
export interface Subject {
  readonly name: string;
  readonly direction: Direction;
  /** Keys of the words that name it. */
  readonly words: ReadonlySet<string>;
}

/** A part of a document: what it is about, and how often each word stands in it, by its key. */
export interface Section {
  readonly direction: Direction;
  readonly words: ReadonlyMap<string, number>;
}

/** A term with what it is about, and the sections that it stands in, one number a place. */
export interface PlacedTerm {
  readonly term: Term;
  readonly direction: Direction;
  readonly sections: readonly number[];
}

/** A term of a subject, and how much it speaks for it: above 0, about 1 for one that does. */
export interface RankedTerm {
  readonly placed: PlacedTerm;
  readonly value: number;
}

/** Cosine to a subject from which a term may belong to it. */
const NEAR = 0.22;
/** The same where the term stands in sections that are about the subject, by at least this share. */
const FAR = 0.1;
const AT_HOME = 0.6;
/** Share beneath which it must be nearer. */
const ABROAD = 0.35;
/** Part of the affinity that where a term stands makes, beside what its words are about. */
const PLACE = 0.35;
/** How much nearness to another subject takes off. */
const RIVAL = 0.6;
/** A term that holds a word of the subject's name belongs to it. */
const NAMED = 0.45;
/** Terms from which a subject's direction is drawn anew: what its name says is little. */
const CORE = 10;
/** How often, and how much of the name's own direction stays, against 1 for the terms. */
const REDRAWN = 2;
const OF_NAME = 0.7;

/**
 * Shares terms out among subjects: to each the terms that are about it, best first. `sections` are the directions of the document's
 * sections: a term belongs more likely to the subject that its sections are about.
 */
export function groupTerms(subjects: readonly Subject[], terms: readonly PlacedTerm[], sections: readonly Section[]): RankedTerm[][] {
  let drawn = subjects;
  for (let round = 0; round < REDRAWN; round++) {
    const ranked = rank(drawn, terms, sections);
    drawn = subjects.map((subject, i) => {
      const core = ranked[i]!.slice(0, CORE).map(({ placed, value }) => [placed.direction, value] as const);
      const all = core.reduce((sum, [, value]) => sum + value, 0);
      return { ...subject, direction: meanDirection([[subject.direction, all * OF_NAME], ...core], subject.direction.length) };
    });
  }
  return rank(drawn, terms, sections);
}

function rank(subjects: readonly Subject[], terms: readonly PlacedTerm[], sections: readonly Section[]): RankedTerm[][] {
  const shares = sections.map((section) => sharesOf(section, subjects));
  const ranked: RankedTerm[][] = subjects.map(() => []);
  for (const placed of terms) {
    const nearness = subjects.map((subject) => cosine(placed.direction, subject.direction) + (isNamed(placed.term, subject) ? NAMED : 0));
    const affinities = nearness.map((near, i) => near + PLACE * placeOf(placed, i, shares));
    const best = affinities.indexOf(Math.max(...affinities));
    if (best < 0 || nearness[best]! < nearEnough(placeOf(placed, best, shares))) continue;
    const rival = Math.max(0, ...nearness.filter((_, i) => i !== best));
    const affinity = affinities[best]! - RIVAL * Math.max(0, rival - NEAR);
    if (affinity <= NEAR) continue;
    ranked[best]!.push({ placed, value: affinity * (0.5 + Math.min(1.5, placed.term.score)) });
  }
  for (const list of ranked) list.sort((a, b) => b.value - a.value || (a.placed.term.key < b.placed.term.key ? -1 : 1));
  return ranked;
}

/** The more a term is at home, the less its words need be about the subject. */
const nearEnough = (place: number): number => (place >= AT_HOME ? FAR : place >= ABROAD ? NEAR : NEAR + (NEAR - FAR));

const isNamed = ({ words }: Term, subject: Subject): boolean => words.some(({ key }) => subject.words.has(key));

/** How much of a section is about each subject, by what its words are near to and by the subject's own words in it; together at most 1. */
function sharesOf(section: Section, subjects: readonly Subject[]): number[] {
  const near = subjects.map(({ direction }) => Math.max(0, cosine(section.direction, direction)) ** 3);
  const named = subjects.map(({ words }) => [...words].reduce((sum, word) => sum + (section.words.get(word) ?? 0), 0));
  const [nearAll, namedAll] = [near, named].map((all) => all.reduce((sum, one) => sum + one, 0) || 1) as [number, number];
  return subjects.map((_, i) => (near[i]! / nearAll + named[i]! / namedAll) / 2);
}

function placeOf({ sections }: PlacedTerm, subject: number, shares: readonly (readonly number[])[]): number {
  if (sections.length === 0) return 0;
  return sections.reduce((sum, section) => sum + (shares[section]?.[subject] ?? 0), 0) / sections.length;
}
