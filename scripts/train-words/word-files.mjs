// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HEADER = 12;
/** Largest entry of a row of int8. */
const LARGEST = 127;

/**
 * The two files of word vectors: `vi-words.bin` ("VIW1", words and dimensions as uint32 LE, rows of int8) and `vi-words.tsv`
 * (word, tab, frequency), in the same order. A row is a direction; its own length says nothing.
 * @param {string} folder @param {{ words: readonly string[], frequencies: readonly number[] }} vocabulary @param {Float64Array} rows @param {number} dimensions
 */
export function writeWordFiles(folder, { words, frequencies }, rows, dimensions) {
  const bytes = Buffer.alloc(HEADER + rows.length);
  bytes.write('VIW1', 'latin1');
  bytes.writeUInt32LE(words.length, 4);
  bytes.writeUInt32LE(dimensions, 8);
  for (let start = 0; start < rows.length; start += dimensions) {
    const row = rows.subarray(start, start + dimensions);
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (const [k, value] of row.entries()) bytes.writeInt8(Math.round((value / (largest || 1)) * LARGEST), HEADER + start + k);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'vi-words.bin'), bytes);
  writeFileSync(join(folder, 'vi-words.tsv'), words.map((word, i) => `${word}\t${frequencies[i]}\n`).join(''));
}

/** The words of a list, most frequent first. @param {string} file */
export const readWordList = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(0, line.indexOf('\t')));
