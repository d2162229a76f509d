import { createHash } from 'node:crypto';
import type { CandidateQuery, EssayContent, NewEssay } from '../../src/corpus/corpus.js';
import { submissionId } from '../../src/corpus/submission-id.js';
import { indexForKeeping, indexForQuery } from '../../src/fingerprint/index-essay.js';
import { createPermutations } from '../../src/fingerprint/minhash.js';
import { type Extraction, NOTHING_READ } from '../../src/model/extraction.js';
import { DETECTION_SETTINGS, type FingerprintSettings } from '../../src/model/settings.js';
import { countedUnit } from '../../src/model/submission.js';
import type { MarkedSequence } from '../../src/model/tokens.js';

const SETTINGS = DETECTION_SETTINGS.fingerprint;

/** `count` made-up syllables, the same for the same seed; different seeds share none. */
export function syllables(seed: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `t${seed}x${at}`);
}

export interface EssayOptions {
  readonly unit?: string;
  readonly campaign?: string | null;
  readonly file?: string;
  readonly kinds?: Uint8Array;
}

/** A readable essay of these syllables; its original is its text. */
export function essayOf(member: string, words: readonly string[], options: EssayOptions = {}): NewEssay {
  const text = words.join(' ');
  return {
    ...received(member, text, options),
    state: 'ok',
    extraction: extractionOf(text),
    content: contentOf(text, { kinds: options.kinds ?? new Uint8Array(words.length) }),
  };
}

/** An essay whose file could not be read. */
export function unreadableEssay(member: string, options: EssayOptions = {}): NewEssay {
  return {
    ...received(member, `bytes of ${member}`, options),
    state: 'unreadable',
    extraction: { ...extractionOf(''), state: 'unreadable', encoding: null },
    content: null,
  };
}

/** The same file when reading it failed. */
export function unreadOf(essay: NewEssay): NewEssay {
  const messages = [{ code: 'timed-out', text: `Tệp “${essay.file}” quá 20 giây.` }];
  return {
    ...essay,
    state: 'unreadable',
    extraction: { ...extractionOf(''), state: 'unreadable', encoding: null, messages },
    content: null,
  };
}

/** What the pipeline gives the corpus to check texts with, here for syllables between spaces. */
export const contentOf = contentWith(SETTINGS);

export function contentWith(settings: FingerprintSettings): (text: string, kept: Pick<MarkedSequence, 'kinds'>) => EssayContent {
  const permutations = createPermutations(settings.numPerm);
  return (text, { kinds }) => {
    const sequence = sequenceOf(text, kinds);
    return { sequence, index: indexForKeeping(sequence, permutations, settings) };
  };
}

/** Asks about an essay as the pipeline does: by its own text. */
export function queryFor(essay: NewEssay): CandidateQuery {
  if (essay.content === null) throw new TypeError(`${essay.file} has no content`);
  const index = indexForQuery(essay.content.sequence, createPermutations(SETTINGS.numPerm), SETTINGS);
  return { submissionId: submissionId(essay), unit: countedUnit(essay), index };
}

/** Distinct fingerprints of the full text. */
export function hashesOf(essay: NewEssay): Set<number> {
  return new Set(essay.content?.index.fingerprints.hashes);
}

function received(member: string, content: string, options: EssayOptions) {
  const original = Buffer.from(content, 'utf8');
  return {
    member,
    unit: options.unit ?? `chi bộ ${member}`,
    post: '',
    place: '',
    tenant: 'goc',
    campaign: options.campaign === undefined ? 'Đợt 1' : options.campaign,
    file: options.file ?? `${member}.docx`,
    sha256: createHash('sha256').update(original).digest('hex'),
    original,
  };
}

function sequenceOf(text: string, kinds: Uint8Array): MarkedSequence {
  const places = [...text.matchAll(/\S+/g)];
  if (places.length !== kinds.length) throw new RangeError(`${kinds.length} kinds for ${places.length} tokens`);
  return {
    ids: Uint32Array.from(places, ([word]) => createHash('sha256').update(word).digest().readUInt32LE() || 1),
    starts: Uint32Array.from(places, ({ index }) => index),
    ends: Uint32Array.from(places, ({ 0: word, index }) => index + word.length),
    kinds,
  };
}

function extractionOf(text: string): Extraction {
  return {
    state: 'ok',
    format: 'docx',
    messages: [],
    ...NOTHING_READ,
    text,
    encoding: 'unicode',
  };
}
