import { createHash } from 'node:crypto';
import type { Extraction } from '../model/extraction.js';
import type { InputFile } from './intake/input-file.js';
import type { Sandbox } from './sandbox.js';

/** A file as it was read: its bytes, their hash, and what the sandbox made of them. */
export interface Reading {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly extraction: Extraction;
}

/** SHA-256, lower-case hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads one file in the sandbox. A bad file is a reading with its state; rejects only when the bytes cannot be had. */
export async function readEssay(input: InputFile, sandbox: Sandbox): Promise<Reading> {
  const bytes = await input.read();
  const extraction = await sandbox.extract(bytes, input.name);
  return { file: input.name, bytes, sha256: sha256Of(bytes), extraction };
}

/** The text with the furniture of its pages blanked, so that places in it stay true: for documents, of which nothing but the text is kept. */
export function blankFurniture({ text, furniture }: Pick<Extraction, 'text' | 'furniture'>): string {
  const kept = furniture.map(({ start, end }, i) => text.slice(furniture[i - 1]?.end ?? 0, start) + ' '.repeat(end - start));
  return kept.join('') + text.slice(furniture.at(-1)?.end ?? 0);
}

/** True when there is text to assess. */
export const isReadable = ({ state }: Extraction): boolean => state === 'ok' || state === 'suspicious';
