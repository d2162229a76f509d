import type { Token } from '../../model/tokens.js';
import { candidatesOfName, toCandidate } from './candidates.js';
import { choosePhrases, type NamedPhrases } from './choose-phrases.js';
import { directionOf } from './directions.js';
import { findSubjects } from './find-subjects.js';
import { findTerms } from './find-terms.js';
import { groupTerms, type PlacedTerm } from './group-terms.js';
import type { Part } from './outline.js';
import { type Language, type Reading, readResolution } from './reading.js';
import { suggestFacets } from './suggest-facets.js';
import type { Title } from './title.js';
import { periodOf, subjectsOfTitle } from './title-subjects.js';

/** What a resolution suggests to look for in essays on it. */
export interface ThemeSuggestion {
  readonly title: Title;
  /** Whether there is too little text to say anything of. */
  readonly isTooShort: boolean;
  /** What the resolution as a whole is known by. */
  readonly phrases: readonly string[];
  /** Its viewpoints, goals and tasks, those that it has. */
  readonly facets: readonly NamedPhrases[];
  /** What it is about, two to four. */
  readonly topics: readonly NamedPhrases[];
}

/** Syllables under which nothing can be said of a text. */
const TOO_LITTLE = 80;
/** How much what stands in a part counts among the terms. */
const WEIGHTS: Readonly<Record<Part, number>> = { tasks: 1, goals: 1, viewpoints: 1, other: 1, situation: 0.7, organisation: 0.4 };
/** What a heading says counts once more. */
const HEADING = 1;
const TOPIC = { most: 12, fewest: 8, weak: 0.4, strong: 0.5 };
/** Phrases under which a topic is none: what the title names is kept anyhow. */
const FEWEST = 4;

/** Suggests themes and phrases from a resolution; `tokens` are those of `text`. */
export function suggestThemes(text: string, tokens: readonly Token[], language: Language): ThemeSuggestion {
  const reading = readResolution(text, tokens, language);
  const { title } = reading.outline;
  const period = periodOf(title.subject);
  const named = subjectsOfTitle(title.subject).flatMap((subject) => candidatesOfName(subject, reading).map((part) => part.text));
  const phrases = [...new Set(period === '' ? named : [...named, period])];
  const syllables = reading.blocks.reduce((sum, block) => sum + block.tokens.to - block.tokens.from, 0);
  if (syllables < TOO_LITTLE) return { title, isTooShort: true, phrases: [], facets: [], topics: [] };
  const placed = placeTerms(reading, language);
  const subjects = findSubjects(reading, placed, language);
  const ranked = groupTerms(subjects, placed, reading.sections);
  const topics = subjects.map((subject, i) => {
    const terms = ranked[i]!.map(({ placed: { term }, value }) => toCandidate(reading, term, value));
    return { name: subject.name, phrases: choosePhrases([...candidatesOfName(subject.name, reading), ...terms], TOPIC) };
  });
  return {
    title,
    isTooShort: false,
    phrases,
    facets: suggestFacets(
      reading,
      placed.map(({ term }) => term),
    ),
    topics: topics.filter((topic) => topic.phrases.length >= FEWEST),
  };
}

function placeTerms(reading: Reading, { vectors }: Language): PlacedTerm[] {
  const { blocks, tokens } = reading;
  const sectionOf = new Int32Array(tokens.length);
  const weights = new Float32Array(tokens.length);
  for (const { tokens: range, section, part, heading } of blocks) {
    sectionOf.fill(section, range.from, range.to);
    weights.fill(WEIGHTS[part], range.from, range.to);
    if (heading !== null) weights.fill(WEIGHTS[part] + HEADING, heading.from, heading.to);
  }
  const pieces = blocks.flatMap((block) => reading.wordsOf(block.tokens));
  return findTerms(pieces, (token) => weights[token]!).map((term) => ({
    term,
    direction: directionOf(vectors, tokens, [{ from: term.places[0]!, to: term.places[0]! + term.syllables }]),
    sections: term.places.map((place) => sectionOf[place]!),
  }));
}
