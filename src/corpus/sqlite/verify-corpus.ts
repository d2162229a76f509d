import type { EssayIndex } from '../../model/detection.js';
import type { Damage, EssayContent } from '../corpus.js';
import { decodeEssay } from '../essay-blob.js';
import type { CandidateIndex, IndexSettings } from '../index/candidate-index.js';
import { CORPUS_MESSAGES } from '../messages.js';
import type { Connection } from './connection.js';
import type { OriginalState, OriginalStore } from './original-files.js';
import { isDamage } from './storage-errors.js';
import { attempt, type ContentOf, loadIndex, type StoredEssay, storedEssays } from './stored-essays.js';

/** All that must fit together. */
interface Verified {
  readonly connection: Connection;
  readonly originals: OriginalStore;
  readonly index: CandidateIndex;
  readonly settings: IndexSettings;
  readonly contentOf: ContentOf;
}

/** Everything in the corpus that does not fit together: the database first, then essays in order of receipt, then files. */
export async function verifyCorpus(parts: Verified): Promise<Damage[]> {
  const damages = checkDatabase(parts.connection);
  try {
    const known = new Set<string>();
    const states = new Map<string, OriginalState>();
    for await (const essays of storedEssays(parts.connection.kysely)) {
      for (const essay of essays) {
        const state = states.get(essay.sha256) ?? (await parts.originals.stateOf(essay.sha256));
        states.set(essay.sha256, state);
        known.add(essay.sha256);
        for (const text of [...checkOriginal(essay, state), ...checkContent(essay, parts.contentOf)]) {
          damages.push({ submissionId: essay.id, text });
        }
      }
    }
    damages.push(...(await checkIndex(parts)));
    for (const path of await parts.originals.orphans(known)) damages.push(ofCorpus(CORPUS_MESSAGES.orphan(path)));
  } catch (error) {
    if (!isDamage(error)) throw error;
    damages.push(ofCorpus(CORPUS_MESSAGES.integrity(String(error))));
  }
  return damages;
}

function checkDatabase({ database }: Connection): Damage[] {
  const lines = database.prepare<[], string>('PRAGMA integrity_check').pluck().all();
  const keys = database.prepare('PRAGMA foreign_key_check').all();
  if (keys.length > 0) lines.push(`foreign_key_check: ${keys.length}`);
  return lines.filter((line) => line !== 'ok').map((line) => ofCorpus(CORPUS_MESSAGES.integrity(line)));
}

function checkOriginal(essay: StoredEssay, state: OriginalState): string[] {
  if (state === 'missing') return [CORPUS_MESSAGES.originalMissing(essay)];
  return state === 'changed' ? [CORPUS_MESSAGES.originalChanged(essay)] : [];
}

function checkContent(essay: StoredEssay, contentOf: ContentOf): string[] {
  const { text, syllables, bytes } = essay;
  if (text === null) return [CORPUS_MESSAGES.textMissing(essay)];
  if (syllables === null) return [];
  if (bytes === null) return [CORPUS_MESSAGES.blobMissing(essay)];
  const stored = attempt(() => decodeEssay(bytes));
  if (stored === null) return [CORPUS_MESSAGES.blobDamaged(essay)];
  // Decoding has seen to it that the starts are in order.
  if (stored.sequence.ends.some((end) => end > text.length)) return [CORPUS_MESSAGES.spansOutside(essay)];
  const computed = attempt(() => contentOf(text, stored.sequence.kinds));
  const fits = computed !== null && syllables === stored.sequence.ids.length && sameContent(stored, computed);
  return fits ? [] : [CORPUS_MESSAGES.textDiffers(essay)];
}

async function checkIndex({ connection, index, settings }: Verified): Promise<Damage[]> {
  // Essays whose blobs cannot be read are named already, and in neither index.
  const { index: fresh } = await loadIndex(connection.kysely, settings);
  return index.equals(fresh) ? [] : [ofCorpus(CORPUS_MESSAGES.indexDiffers)];
}

function ofCorpus(text: string): Damage {
  return { submissionId: null, text };
}

function sameContent(a: EssayContent, b: EssayContent): boolean {
  const theirs = arraysOf(b);
  return arraysOf(a).every((array, at) => sameNumbers(array, theirs[at]!));
}

function arraysOf({ sequence, index }: EssayContent): readonly (Uint32Array | Uint8Array)[] {
  return [sequence.ids, sequence.starts, sequence.ends, sequence.kinds, ...indexArrays(index)];
}

function indexArrays({ signature, bandKeys, fingerprints }: EssayIndex): readonly Uint32Array[] {
  return [signature, bandKeys, fingerprints.hashes, fingerprints.positions];
}

function sameNumbers(a: Uint32Array | Uint8Array, b: Uint32Array | Uint8Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
