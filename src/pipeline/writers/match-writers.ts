import type { KnownPerson, UnsignedEssay, WriterMatch } from '../../corpus/records/writers.js';
import type { WriterBasis } from '../../model/roster.js';
import { CardIndex } from './card-index.js';
import { NameIndex } from './name-index.js';
import { FORM_WORDS, nameWords } from './name-words.js';

/** People put before a person for one essay. */
const MOST_CANDIDATES = 3;

interface Clue {
  readonly people: readonly string[];
  readonly basis: WriterBasis;
  /** Whether it would do by itself, were it one person's. */
  readonly isSure: boolean;
  /** Whether it only speaks against others: a copied text names whoever it was copied from, while the file bears another name. */
  readonly onlyDenies?: boolean;
}

/**
 * Tells who of a roster wrote an essay. Sure is a card number, or a whole name that one person of the roster bears, as long as all
 * that is sure names the same person; everything else is put before a person, up to three people an essay. Of two people with
 * one name neither is ever taken.
 */
export function createWriterMatcher(people: readonly KnownPerson[]): (essay: UnsignedEssay) => WriterMatch {
  const cards = new CardIndex(people);
  const names = new NameIndex(people);
  const byCard = new Map(people.map(({ id, card }) => [card, id]));
  return (essay) => {
    const listed = byCard.get(essay.member);
    if (listed !== undefined) return { submission: essay.submission, isSure: true, candidates: [{ person: listed, basis: 'listed' }] };
    return decide(essay, cluesOf(essay, cards, names));
  };
}

function decide(essay: UnsignedEssay, clues: readonly Clue[]): WriterMatch {
  const sure = clues.filter(({ isSure, people }) => isSure && people.length === 1);
  const first = sure.find(({ onlyDenies }) => onlyDenies !== true);
  const named = new Set(sure.flatMap(({ people }) => people));
  if (first !== undefined && named.size === 1) {
    return { submission: essay.submission, isSure: true, candidates: [{ person: first.people[0]!, basis: first.basis }] };
  }
  const candidates = new Map<string, WriterBasis>();
  for (const { people, basis } of clues) for (const person of people) if (!candidates.has(person)) candidates.set(person, basis);
  return {
    submission: essay.submission,
    isSure: false,
    candidates: [...candidates].slice(0, MOST_CANDIDATES).map(([person, basis]) => ({ person, basis })),
  };
}

/** What speaks for whom, the strongest first. */
function cluesOf({ file, names: told, numbers }: UnsignedEssay, cards: CardIndex, names: NameIndex): Clue[] {
  const places = placesOf(file);
  const stated = told.map((name) => names.find(name));
  const onlyDenies = hasOwnWords(places[0] ?? '');
  const clues: Clue[] = [
    { people: cards.find(places.join(' / ')), basis: 'card-file', isSure: true },
    { people: [...new Set(numbers.flatMap((number) => cards.find(number)))], basis: 'card-text', isSure: true, onlyDenies },
    ...nameClues(firstFound(places, names), 'name-file'),
    ...stated.flatMap((found) => nameClues(found, 'name-text').map((clue) => ({ ...clue, onlyDenies }))),
    ...told.map((name): Clue => ({ people: names.similar(name), basis: 'similar', isSure: false })),
    { people: names.similar(places[0] ?? ''), basis: 'similar', isSure: false },
  ];
  return clues.filter(({ people }) => people.length > 0);
}

const nameClues = (found: readonly { people: readonly string[]; isWhole: boolean }[], basis: WriterBasis): Clue[] =>
  found.map(({ people, isWhole }) => ({ people, basis, isSure: isWhole }));

/** Names in a file's own name or, where there is none, in the nearest folder that has one: folders are often called after people. */
function firstFound(places: readonly string[], names: NameIndex) {
  for (const place of places) {
    const found = names.find(place);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether a file's name says more than what the file is: then it may be a name, whoever's. */
function hasOwnWords(name: string): boolean {
  return nameWords(name).filter(({ bare }) => !FORM_WORDS.has(bare) && /\p{L}/u.test(bare)).length > 1;
}

/** The file's name without its ending, then its folders from the inside out. */
function placesOf(file: string): string[] {
  const [own = '', ...folders] = file.split('/').reverse();
  return [own.replace(/\.[a-z0-9]{2,5}$/i, ''), ...folders.map((folder) => folder.replace(/\.zip$/i, ''))];
}
