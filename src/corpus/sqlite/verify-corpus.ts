import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { bodyLength, type MarkedSequence } from '../../model/tokens.js';
import type { Damage, EssayContent } from '../corpus.js';
import { decodeSequence, encodeSequence } from '../essay-blob.js';
import type { IndexSettings } from '../index/candidate-index.js';
import { decodeIndex, encodeIndex, fingerprintMark } from '../index-blob.js';
import { CORPUS_MESSAGES } from '../messages.js';
import type { Connection } from './connection.js';
import { LiveIndex } from './live-index.js';
import { namedOriginals, neededFiles } from './needed-originals.js';
import type { OriginalState, OriginalStore } from './original-files.js';
import { checkLog } from './records/check-log.js';
import { areCountsRight } from './records/figures/count-units.js';
import type { CorpusTables } from './schema.js';
import { WRONG_COUNTS } from './schema-lists.js';
import { isDamage } from './storage-errors.js';
import { attempt, type ContentOf, layoutOf, metadataOf, type StoredEssay, storedEssays } from './stored-essays.js';
import { readTraces, rowKeysOf } from './trace-rows.js';
import { verifyErased } from './verify-erased.js';

/** Milliseconds before a second look: a file is named some moments after it has come. */
const SECOND_LOOK = 500;

/** All that must fit together. */
interface Verified {
  readonly connection: Connection;
  readonly originals: OriginalStore;
  readonly live: LiveIndex;
  readonly settings: IndexSettings;
  readonly contentOf: ContentOf;
}

/** What seems wrong; with `sha256` or `path`, it may be that another process has just removed or added that file. */
interface Finding extends Damage {
  readonly sha256?: string;
  readonly path?: string;
}

/**
 * Everything in the corpus that does not fit together: the database first, then essays in order of receipt, then files.
 * Rows are those of one moment; other processes may write meanwhile.
 */
export async function verifyCorpus(parts: Verified): Promise<Damage[]> {
  const findings: Finding[] = [];
  try {
    await parts.connection.consistently(async (tables) => {
      findings.push(...checkDatabase(parts.connection));
      for await (const essays of storedEssays(tables)) {
        for (const essay of essays) findings.push(...(await checkEssay(tables, essay, parts)));
      }
      findings.push(...(await checkNeeded(tables, parts.originals)));
      findings.push(...(await checkIndex(tables, parts)));
      findings.push(...(await checkEvents(tables)));
      findings.push(...(await verifyErased(tables)).map(ofCorpus));
      findings.push(...(await checkCounts(tables, parts.connection)));
    });
    findings.push(...(await checkOrphans(parts)));
    return await lookAgain(findings, parts);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return [...findings.map(damageOf), ofCorpus(CORPUS_MESSAGES.integrity(String(error)))];
  }
}

function checkDatabase({ database }: Connection): Damage[] {
  const lines = database.prepare<[], string>('PRAGMA integrity_check').pluck().all();
  const keys = database.prepare('PRAGMA foreign_key_check').all();
  if (keys.length > 0) lines.push(`foreign_key_check: ${keys.length}`);
  return lines.filter((line) => line !== 'ok').map((line) => ofCorpus(CORPUS_MESSAGES.integrity(line)));
}

async function checkEssay(
  tables: Kysely<CorpusTables>,
  essay: StoredEssay,
  { originals, contentOf, settings }: Verified,
): Promise<Finding[]> {
  const { id: submissionId, sha256 } = essay;
  const original = checkOriginal(essay, await originals.stateOf(sha256)).map((text) => ({ submissionId, text, sha256 }));
  const content = checkContent(essay, contentOf, fingerprintMark(settings.fingerprint));
  const inside = content.length > 0 ? content : checkTraces(essay, await readTraces(tables, essay.sequence));
  return [...original, ...inside.map((text) => ({ submissionId, text }))];
}

function checkOriginal(essay: StoredEssay, state: OriginalState): string[] {
  if (state === 'missing') return [CORPUS_MESSAGES.originalMissing(essay)];
  return state === 'changed' ? [CORPUS_MESSAGES.originalChanged(essay)] : [];
}

/** Files of campaigns and of batches that are not through. */
async function checkNeeded(tables: Kysely<CorpusTables>, originals: OriginalStore): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { file, sha256, kind } of await neededFiles(tables)) {
    if ((await originals.stateOf(sha256)) === 'ok') continue;
    const text = kind === 'document' ? CORPUS_MESSAGES.documentMissing(file) : CORPUS_MESSAGES.uploadMissing(file);
    findings.push({ submissionId: null, text, sha256 });
  }
  return findings;
}

async function checkEvents(tables: Kysely<CorpusTables>): Promise<Finding[]> {
  const checked = await checkLog(tables);
  return checked.isWhole ? [] : [ofCorpus(CORPUS_MESSAGES.logBroken(checked.sequence))];
}

async function checkCounts(tables: Kysely<CorpusTables>, { database }: Connection): Promise<Damage[]> {
  const wrong = database.prepare<[], number>(WRONG_COUNTS).pluck().get() ?? 0;
  const found = wrong === 0 ? [] : [ofCorpus(CORPUS_MESSAGES.countsWrong)];
  return (await areCountsRight(tables, new Date().toISOString())) ? found : [...found, ofCorpus(CORPUS_MESSAGES.figuresWrong)];
}

async function checkOrphans({ connection, originals }: Verified): Promise<Finding[]> {
  const orphans = await originals.orphans(await namedOriginals(connection.kysely));
  return orphans.map((path) => ({ ...ofCorpus(CORPUS_MESSAGES.orphan(path)), path }));
}

/** Leaves out what other processes have changed since it was looked at, by the newest rows. */
async function lookAgain(findings: readonly Finding[], { connection, originals }: Verified): Promise<Damage[]> {
  if (findings.every(({ sha256, path }) => sha256 === undefined && path === undefined)) return findings.map(damageOf);
  await wait(SECOND_LOOK);
  const named = await namedOriginals(connection.kysely);
  const orphans = new Set(await originals.orphans(named));
  const damages: Damage[] = [];
  for (const finding of findings) {
    const { sha256, path } = finding;
    if (path !== undefined && !orphans.has(path)) continue;
    if (sha256 !== undefined && (!named.has(sha256) || (await originals.stateOf(sha256)) === 'ok')) continue;
    damages.push(damageOf(finding));
  }
  return damages;
}

function checkContent(essay: StoredEssay, contentOf: ContentOf, mark: number): string[] {
  const { text, syllables, bytes, data } = essay;
  if (text === null) return [CORPUS_MESSAGES.textMissing(essay)];
  if (essay.made_with !== mark) return [CORPUS_MESSAGES.blobMissing(essay)];
  if (attempt(() => layoutOf(essay)) === null) return [CORPUS_MESSAGES.placesDamaged(essay)];
  if (syllables === null) return [];
  if (bytes === null || data === null) return [CORPUS_MESSAGES.blobMissing(essay)];
  const kept = attempt(() => decodeSequence(bytes));
  if (kept === null || attempt(() => decodeIndex(data)) === null) return [CORPUS_MESSAGES.blobDamaged(essay)];
  if (kept.ends.some((end) => end > text.length)) return [CORPUS_MESSAGES.spansOutside(essay)];
  const computed = attempt(() => contentOf(text, kept, layoutOf(essay)));
  const fits = computed !== null && syllables === bodyLength(kept.kinds) && sameContent(computed, kept, data);
  return fits ? [] : [CORPUS_MESSAGES.textDiffers(essay)];
}

function checkTraces(essay: StoredEssay, kept: readonly number[]): string[] {
  const keys = attempt(() => rowKeysOf(metadataOf(essay.metadata ?? '')));
  return keys !== null && keys.join() === kept.join() ? [] : [CORPUS_MESSAGES.tracesDiffer(essay)];
}

async function checkIndex(tables: Kysely<CorpusTables>, { live, settings }: Verified): Promise<Damage[]> {
  // Essays whose blobs cannot be read are named already, and in neither index.
  const { index } = await live.current(tables);
  const { index: fresh } = await new LiveIndex(settings).current(tables);
  return index.equals(fresh) ? [] : [ofCorpus(CORPUS_MESSAGES.indexDiffers)];
}

const damageOf = ({ submissionId, text }: Finding): Damage => ({ submissionId, text });

function ofCorpus(text: string): Damage {
  return { submissionId: null, text };
}

function sameContent(computed: EssayContent, kept: MarkedSequence, data: Uint8Array): boolean {
  const { sequence, index } = computed;
  return Buffer.compare(encodeSequence(sequence), encodeSequence(kept)) === 0 && Buffer.compare(encodeIndex(index), data) === 0;
}
