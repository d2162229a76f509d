// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { readZip, writeZip } from '../fixtures/archive.mjs';
import { Dice } from './dice.mjs';
import { mutateFile } from './mutate-file.mjs';

/** @typedef {'docx' | 'pdf' | 'doc' | 'rtf' | 'odt' | 'zip' | 'html' | 'txt'} Format */
/** @typedef {{ format: Format, file: string, bytes: Buffer, parts: { name: string, bytes: Buffer }[] }} Seed */
/** @typedef {{ number: number, format: Format, fileName: string, bytes: Buffer }} Case */

const FOLDER = new URL('../../fixtures/formats/trich-doan/', import.meta.url);
/** Parts of a package in which nothing is read. */
const PICTURES = /\.(?:png|jpg|bin)$/;

/**
 * The files that mutations begin with: a short essay by many programs, and a ZIP of them.
 * @returns {Promise<Seed[]>}
 */
export async function readSeeds() {
  const files = (await readdir(FOLDER)).sort();
  const seeds = await Promise.all(files.map(readSeed));
  const bytes = await writeZip(
    seeds.filter(({ format }) => format === 'txt').map((seed) => ({ name: `lo/${seed.file}`, bytes: seed.bytes })),
  );
  return [...seeds, { format: 'zip', file: 'lo.zip', bytes, parts: [] }];
}

/**
 * @param {string} file
 * @returns {Promise<Seed>}
 */
async function readSeed(file) {
  const bytes = await readFile(new URL(file, FOLDER));
  const format = /** @type {Format} */ (file.slice(file.lastIndexOf('.') + 1));
  const parts = format === 'docx' || format === 'odt' ? await readZip(bytes) : [];
  return { format, file, bytes, parts: parts.filter(({ name }) => !PICTURES.test(name)) };
}

/**
 * The case of that number: formats take turns, and the same seed gives the same file.
 * @param {readonly Seed[]} seeds
 * @param {number} seed
 * @param {number} number
 * @returns {Promise<Case>}
 */
export async function makeCase(seeds, seed, number) {
  const dice = new Dice(seed, number);
  const formats = [...new Set(seeds.map(({ format }) => format))].sort();
  const format = formats[number % formats.length];
  const chosen = dice.pick(seeds.filter((one) => one.format === format));
  return { number, format: chosen.format, fileName: `${seed}-${number}-${chosen.file}`, bytes: await mutateFile(chosen, dice) };
}
