import { CONTENT, type Word } from './cut-words.js';
import { cosine, type Direction, directionOf, meanDirection } from './directions.js';
import type { PlacedTerm, Subject } from './group-terms.js';
import type { Language, Reading } from './reading.js';
import { capitalised, surfaceOf, termText } from './surface.js';
import { subjectsOfTitle } from './title-subjects.js';

/** Subjects of a resolution at most, and from how many on none is looked for beside those of its title. */
const MOST = 4;
const ENOUGH = 2;
/** Cosine from which two headings, or two clusters of terms, are one subject. */
const ONE_HEADING = 0.75;
const ONE_CLUSTER = 0.5;
/** Clusters that terms are put into. */
const CLUSTERS = 3;
/** Share of a heading's words that are not of every resolution, from which it names a subject. */
const OWN_WORDS = 0.6;
/** Terms that make clusters where there are no headings. */
const SEEDS = 30;
const ROUNDS = 8;

/** What a resolution is about: what its title names, else what its tasks are headed by, else what its terms gather around. */
export function findSubjects(reading: Reading, terms: readonly PlacedTerm[], language: Language): Subject[] {
  const named = subjectsOfTitle(reading.outline.title.subject)
    .slice(0, MOST)
    .map((name) => toSubject(name, reading, language));
  if (named.length >= ENOUGH) return named;
  const headed = addNew(named, subjectsOfHeadings(reading, language), ONE_HEADING);
  if (headed.length >= ENOUGH) return headed;
  return addNew(headed, subjectsOfTerms(reading, terms), ONE_CLUSTER);
}

/** Adds subjects that are less like all others than `same`, a cosine. */
function addNew(subjects: readonly Subject[], more: readonly Subject[], same: number): Subject[] {
  const all = [...subjects];
  for (const subject of more) {
    if (all.length >= MOST) break;
    const isNew = all.every(({ direction, words }) => cosine(direction, subject.direction) < same && !isWithin(subject.words, words));
    if (isNew) all.push(subject);
  }
  return all;
}

const isWithin = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean => [...part].every((word) => whole.has(word));

function toSubject(name: string, { wordsIn }: Reading, { vectors, tokensOf }: Language): Subject {
  const tokens = tokensOf(name);
  const words = wordsIn(name).filter(({ role }) => role === CONTENT);
  // Not by its verbs: "phát triển hạ tầng" and "phát triển du lịch" are no one subject.
  return {
    name: capitalised(name),
    words: new Set(words.map(({ key }) => key)),
    direction: directionOf(vectors, tokens, words.length > 0 ? joined(words) : [{ from: 0, to: tokens.length }]),
  };
}

/** Words that stand beside each other as one range, so that longer listed words are found. */
function joined(words: readonly Word[]): { readonly from: number; readonly to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const { from, to } of words) {
    const last = ranges.at(-1);
    if (last?.to === from) last.to = to;
    else ranges.push({ from, to });
  }
  return ranges;
}

/** Headings of tasks that name something of their own, those first that head the most text. */
function subjectsOfHeadings(reading: Reading, language: Language): Subject[] {
  const { blocks, text, tokens, wordsOf } = reading;
  const sizes = new Map<number, number>();
  for (const { section, tokens: range } of blocks) sizes.set(section, (sizes.get(section) ?? 0) + range.to - range.from);
  const headings = blocks.flatMap(({ heading, isTask, section }) => {
    if (!isTask || heading === null) return [];
    const pieces = wordsOf(heading);
    if (!isOwn(pieces.flat())) return [];
    const name = nameOf(surfaceOf(text, tokens, heading), pieces, text, tokens);
    if (name === '') return [];
    const subject = toSubject(name, reading, language);
    const direction = meanDirection(
      [
        [subject.direction, 1],
        [reading.sections[section]!.direction, 1],
      ],
      subject.direction.length,
    );
    return [{ subject: { ...subject, direction }, size: sizes.get(section) ?? 0 }];
  });
  return headings.sort((a, b) => b.size - a.size).map(({ subject }) => subject);
}

function isOwn(words: readonly Word[]): boolean {
  const [own, stock] = [words.filter(({ role, isWeak }) => role === CONTENT && !isWeak), words.filter(({ isWeak }) => isWeak)];
  return own.length > 0 && own.length >= OWN_WORDS * (own.length + stock.length) && words.some(({ to, from }) => to - from > 1);
}

/** Syllables of a theme's name at most; a longer heading is cut where it makes a pause. */
const LONGEST_NAME = 12;

function nameOf(heading: string, pieces: readonly (readonly Word[])[], text: string, tokens: Reading['tokens']): string {
  if (heading.split(' ').length <= LONGEST_NAME && pieces.length === 1) return heading;
  const first = pieces[0]!;
  const range = { from: first[0]!.from, to: Math.min(first.at(-1)!.to, first[0]!.from + LONGEST_NAME) };
  return range.to - range.from < 2 ? '' : surfaceOf(text, tokens, range);
}

/** Clusters of the best terms, each named by its first two. */
function subjectsOfTerms({ text, tokens }: Reading, terms: readonly PlacedTerm[]): Subject[] {
  const seeds = terms.filter(({ direction }) => direction.some((one) => one !== 0)).slice(0, SEEDS);
  if (seeds.length < CLUSTERS) return [];
  let centres = farApart(seeds);
  let members: PlacedTerm[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    members = centres.map(() => []);
    for (const seed of seeds) members[nearestOf(seed.direction, centres)]!.push(seed);
    centres = centres.map((centre, i) =>
      members[i]!.length === 0
        ? centre
        : meanDirection(
            members[i]!.map(({ direction, term }) => [direction, term.score] as const),
            centre.length,
          ),
    );
  }
  return members.flatMap((cluster, i) => {
    const centre = centres[i]!;
    const [first, ...others] = cluster.sort(
      (a, b) => b.term.score * cosine(b.direction, centre) - a.term.score * cosine(a.direction, centre),
    );
    const second = others.find((other) => !sharesWord(other, first!));
    if (first === undefined || second === undefined) return [];
    const both = [first, second];
    const name = both.map(({ term }) => termText(text, tokens, term)).join(', ');
    return [{ name: capitalised(name), words: new Set(both.flatMap(({ term }) => term.words.map(({ key }) => key))), direction: centre }];
  });
}

const sharesWord = (one: PlacedTerm, other: PlacedTerm): boolean =>
  one.term.words.some(({ key }) => other.term.words.some((word) => word.key === key));

/** The best term, then each time the one that is least like those taken. */
function farApart(seeds: readonly PlacedTerm[]): Direction[] {
  const centres = [seeds[0]!.direction];
  while (centres.length < CLUSTERS) {
    const farness = seeds.map(
      ({ direction, term }) => (1 - Math.max(...centres.map((centre) => cosine(direction, centre)))) * Math.sqrt(term.score),
    );
    centres.push(seeds[farness.indexOf(Math.max(...farness))]!.direction);
  }
  return centres;
}

function nearestOf(direction: Direction, centres: readonly Direction[]): number {
  const near = centres.map((centre) => cosine(direction, centre));
  return near.indexOf(Math.max(...near));
}
