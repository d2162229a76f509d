import type { NamedQuotes, Quote, QuoteSource } from '../model/quote.js';
import type { Span } from '../model/span.js';
import type { TokenSequence } from '../model/tokens.js';
import { normalise } from '../normalise/normalise.js';
import { readSections } from '../score/suggest/sections.js';

/** Syllables in a row that are looked up. */
const GRAM = 3;
/** Share of a quote's syllables that a document must hold to be its source. */
const ENOUGH = 0.4;
/** Syllables that are a stretch of another paragraph; fewer are a turn that stands there too. */
const SHORTEST = 6;
/** UTF-16 units of a paragraph that are shown. */
const LONGEST_TEXT = 1_200;

interface PlacedParagraph extends Omit<QuoteSource, 'kind'> {
  readonly kind: 'reference' | 'form';
}

/** Documents one after the other, a 0 between two of them, with the paragraph of each token. */
interface KnownStream {
  readonly ids: Uint32Array;
  readonly paragraphs: Int32Array;
  readonly places: ReadonlyMap<number, readonly number[]>;
}

/** The paragraphs of a campaign's documents, ready to be looked up. */
export interface QuoteSources {
  readonly paragraphs: readonly PlacedParagraph[];
  readonly references: KnownStream;
  readonly forms: KnownStream;
}

/** A document by its text; what everybody was given without a file, as the question, has none. */
export interface SourceDocument {
  readonly file: string;
  readonly text: string;
}

/** Prepares the documents that quotes are named by; done once for a campaign. */
export function prepareQuoteSources(references: readonly SourceDocument[], forms: readonly SourceDocument[]): QuoteSources {
  const paragraphs: PlacedParagraph[] = [];
  const titles = references.map(({ text }) => readSections(text).title);
  const read = (documents: readonly SourceDocument[], kind: PlacedParagraph['kind']): KnownStream => {
    const ids: number[] = [];
    const owners: number[] = [];
    for (const [index, { file, text }] of documents.entries()) {
      const { ids: keys, starts } = normalise(text).sequence;
      const { paragraphs: own } = readSections(text);
      const title = kind === 'reference' && titles.filter((one) => one === titles[index]).length === 1 ? titles[index]! : '';
      const first = paragraphs.length;
      for (const [place, { span, section }] of own.entries())
        paragraphs.push({ kind, document: title || nameOf(file), section, paragraph: place + 1, text: shortened(text, span) });
      let at = -1;
      for (const [token, id] of keys.entries()) {
        while (at + 1 < own.length && own[at + 1]!.span.start <= starts[token]!) at++;
        ids.push(id);
        owners.push(at < 0 ? -1 : first + at);
      }
      ids.push(0);
      owners.push(-1);
    }
    return { ids: Uint32Array.from(ids), paragraphs: Int32Array.from(owners), places: placesOf(ids) };
  };
  const known = read(references, 'reference');
  return { paragraphs, references: known, forms: read(forms, 'form') };
}

const nameOf = (file: string): string =>
  file
    .slice(file.lastIndexOf('/') + 1)
    .replace(/\.[^.]+$/u, '')
    .normalize('NFC');

function shortened(text: string, { start, end }: Span): string {
  const whole = text.slice(start, end).replace(/\s+/g, ' ');
  if (whole.length <= LONGEST_TEXT) return whole;
  return `${whole.slice(0, whole.lastIndexOf(' ', LONGEST_TEXT))} …`;
}

/** Where each run of `GRAM` tokens begins. */
function placesOf(ids: readonly number[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at + GRAM <= ids.length; at++) {
    const gram = gramAt(ids, at);
    if (gram === null) continue;
    const known = places.get(gram);
    if (known === undefined) places.set(gram, [at]);
    else known.push(at);
  }
  return places;
}

/** A hash of the run at a place; null where a 0 is in it. What it stands for is compared besides. */
function gramAt(ids: ArrayLike<number>, at: number): number | null {
  let hash = 17;
  for (let i = at; i < at + GRAM; i++) {
    if (!ids[i]) return null;
    hash = (Math.imul(hash, 0x5bd1e995) ^ ids[i]!) | 0;
  }
  return hash;
}

/**
 * Cuts the stretches of a text that are set apart by the paragraphs they come from. Nothing is found anew here: what is set apart
 * was found when the essay was assessed, this only looks up where its words stand.
 */
export function nameQuotes(
  sources: QuoteSources,
  { text, quotedSpans }: { readonly text: string; readonly quotedSpans: readonly Span[] },
): NamedQuotes {
  if (quotedSpans.length === 0) return { quotes: [], sources: [] };
  return nameInSequence(sources, normalise(text).sequence, quotedSpans);
}

/** The same of a text whose tokens are known. */
export function nameInSequence(known: QuoteSources, sequence: TokenSequence, spans: readonly Span[]): NamedQuotes {
  const sources: QuoteSource[] = [];
  const numbers = new Map<number, number>();
  const numberOf = (paragraph: number): number => {
    const number = numbers.get(paragraph) ?? sources.length;
    if (number === sources.length) sources.push(known.paragraphs[paragraph] ?? KNOWN_TO_ALL);
    numbers.set(paragraph, number);
    return number;
  };
  const order = Array.from(sequence.starts.keys()).sort((a, b) => sequence.starts[a]! - sequence.starts[b]!);
  const quotes = spans.flatMap((span) => {
    const tokens = order.filter((at) => sequence.starts[at]! >= span.start && sequence.ends[at]! <= span.end);
    const ids = tokens.map((at) => sequence.ids[at]!);
    const owners = ownersOf(ids, known);
    return cut(owners).map(({ from, to, owner }): Quote => {
      const start = from === 0 ? span.start : sequence.starts[tokens[from]!]!;
      const end = to === tokens.length ? span.end : sequence.ends[tokens[to - 1]!]!;
      return { start, end, source: numberOf(owner) };
    });
  });
  return { quotes, sources };
}

/** Behind every paragraph: what stands in none of the documents. */
const NOWHERE = -1;
const KNOWN_TO_ALL: QuoteSource = { kind: 'known', document: '', section: '', paragraph: null, text: '' };

/** The paragraph of each token, by the documents that hold most of them. */
function ownersOf(ids: readonly number[], { references, forms }: QuoteSources): Int32Array {
  const [one, other] = [lookUp(ids, references), lookUp(ids, forms)];
  const best = other.matched > one.matched ? other : one;
  if (best.matched < ids.length * ENOUGH) return new Int32Array(ids.length).fill(NOWHERE);
  return best.owners;
}

/** Takes the longest run at each place, the one that goes on in the paragraph of before if there are several. */
function lookUp(ids: readonly number[], stream: KnownStream): { readonly owners: Int32Array; readonly matched: number } {
  const owners = new Int32Array(ids.length).fill(NOWHERE);
  let matched = 0;
  let before = NOWHERE;
  for (let at = 0; at < ids.length; ) {
    const run = longestRun(ids, at, stream, before);
    if (run.length > 0) {
      for (let i = 0; i < run.length; i++) owners[at + i] = stream.paragraphs[run.place + i]!;
      before = owners[at + run.length - 1]!;
      matched += run.length;
    }
    at += Math.max(1, run.length);
  }
  return { owners, matched };
}

function longestRun(ids: readonly number[], at: number, stream: KnownStream, before: number): { place: number; length: number } {
  const gram = at + GRAM <= ids.length ? gramAt(ids, at) : null;
  let best = { place: 0, length: 0 };
  for (const place of (gram === null ? undefined : stream.places.get(gram)) ?? []) {
    let length = 0;
    while (at + length < ids.length && ids[at + length] === stream.ids[place + length]) length++;
    if (length < GRAM) continue;
    if (length > best.length || (length === best.length && stream.paragraphs[place] === before)) best = { place, length };
  }
  return best;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly owner: number;
}

/** Stretches of one paragraph; words of no paragraph and short stretches go with what stands before them, at the head with what follows. */
function cut(owners: Int32Array): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, owner] of owners.entries()) {
    const last = stretches.at(-1);
    if (last !== undefined && (owner === last.owner || owner === NOWHERE)) stretches[stretches.length - 1] = { ...last, to: at + 1 };
    else stretches.push({ from: at, to: at + 1, owner });
  }
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    const isShort = stretch.to - stretch.from < SHORTEST;
    if (last !== undefined && (isShort || stretch.owner === last.owner)) joined[joined.length - 1] = { ...last, to: stretch.to };
    else if (joined.length === 1 && last !== undefined && (last.owner === NOWHERE || last.to - last.from < SHORTEST))
      joined[0] = { ...stretch, from: last.from };
    else joined.push(stretch);
  }
  return joined.length > 0 ? joined : [{ from: 0, to: owners.length, owner: NOWHERE }];
}
