import type { ThemeScore } from '../model/assessment.js';
import type { Theme } from '../model/campaign.js';
import { OWN, type Token } from '../model/tokens.js';
import { missing } from './messages.js';
import { isBare } from './themes/reading.js';

/** Share of a question's phrases, and how many at least, that an answer takes up: unrelated essays take up one by chance, hardly ever two. */
const NEEDED_SHARE = 1 / 3;
const NEEDED = 2;
/** Phrases named as missing. */
const NAMED = 4;

/** A phrase of the question, as its neighbouring syllables with marks and without. */
interface AskedPhrase {
  readonly text: string;
  readonly marked: readonly string[];
  readonly bare: readonly string[];
}

/** By the id of a theme, what its question names. */
export type Question = ReadonlyMap<string, readonly AskedPhrase[]>;

/** The phrases of each theme on a subject that stand in the question itself; a theme with fewer than two is not held to it. */
export function prepareQuestion(prompt: string, themes: readonly Theme[], toTokens: (text: string) => readonly Token[]): Question {
  const asked = pairsOf(toTokens(prompt), 'key').join('|');
  const ofTheme = ({ phrases }: Theme): AskedPhrase[] =>
    phrases.flatMap((text) => {
      const tokens = toTokens(text);
      const marked = pairsOf(tokens, 'key');
      return marked.length > 0 && asked.includes(marked.join('|')) ? [{ text, marked, bare: pairsOf(tokens, 'bareKey') }] : [];
    });
  const held = themes.filter(({ kind }) => kind === 'topic').map((theme) => [theme.id, ofTheme(theme)] as const);
  return new Map(held.filter(([, phrases]) => phrases.length >= NEEDED));
}

/**
 * Lowers the score of an answer that hardly takes up what its question names. A situation is told in everyday words, and any text is near
 * to those: nearness alone took four in five unrelated essays for answers. Whoever answers in wholly other words is put before a person.
 */
export function holdToQuestion(
  scores: readonly ThemeScore[],
  themes: readonly Theme[],
  question: Question,
  { tokens, kinds }: { readonly tokens: readonly Token[]; readonly kinds: Uint8Array },
): ThemeScore[] {
  if (question.size === 0) return [...scores];
  const bare = isBare(tokens);
  const own = tokens.filter((_, i) => kinds[i] === OWN);
  const said = new Set(pairsOf(own, bare ? 'bareKey' : 'key'));
  return scores.map((one) => {
    const phrases = question.get(one.id);
    const theme = themes.find(({ id }) => id === one.id);
    if (phrases === undefined || theme === undefined || one.score === null) return one;
    const open = phrases.filter((phrase) => !(bare ? phrase.bare : phrase.marked).some((pair) => said.has(pair)));
    const needed = Math.max(NEEDED, Math.ceil(phrases.length * NEEDED_SHARE));
    const taken = (phrases.length - open.length) / needed;
    if (taken >= 1) return one;
    const score = one.score * taken ** 2;
    const met = score >= theme.minimum;
    return { ...one, score, met, missing: met ? '' : missing.question(open.slice(0, NAMED).map(({ text }) => text)) };
  });
}

const pairsOf = (tokens: readonly Token[], key: 'key' | 'bareKey'): string[] =>
  tokens.slice(1).map((token, i) => `${tokens[i]![key]} ${token[key]}`);
