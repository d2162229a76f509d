// @ts-check
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsOf } from './check.mjs';
import { makeCase, readSeeds } from './seeds.mjs';

/** @typedef {import('../../src/model/extraction.js').Extraction} Extraction */
/** @typedef {import('./seeds.mjs').Case} Case */

/**
 * @typedef {object} House What is put to the test.
 * @property {(bytes: Uint8Array, fileName: string) => Promise<Extraction>} extract
 * @property {typeof import('../../src/pipeline/intake/collect.js').collectInputs} collectInputs
 * @property {import('../../src/model/extraction.js').ExtractLimits} limits
 */
/** @typedef {{ format: string, states: Map<string, number>, faults: { case: Case, faults: string[] }[] }} Row */

/**
 * Puts mutated files through the reading process, and mutated ZIP archives through the listing of a batch; `lanes` at a time.
 * @param {{ cases: number, seed: number, first?: number, lanes: number }} plan
 * @param {House} house
 * @param {(done: number) => void} [progress]
 * @returns {Promise<Row[]>} One row a format.
 */
export async function fuzz({ cases, seed, first = 0, lanes }, house, progress = () => {}) {
  const seeds = await readSeeds();
  /** @type {Map<string, Row>} */
  const rows = new Map();
  const folder = await mkdtemp(join(tmpdir(), 'soatbai-fuzz-'));
  let next = first;
  const lane = async () => {
    while (next < first + cases) {
      const one = await makeCase(seeds, seed, next++);
      const { state, faults } = one.format === 'zip' ? await tryArchive(one, folder, house) : await tryFile(one, house);
      /** @type {Row} */
      const row = rows.get(one.format) ?? { format: one.format, states: new Map(), faults: [] };
      rows.set(one.format, row);
      row.states.set(state, (row.states.get(state) ?? 0) + 1);
      if (faults.length > 0) row.faults.push({ case: one, faults });
      progress(next - first);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await rm(folder, { recursive: true, force: true });
  return [...rows.values()].sort((a, b) => (a.format < b.format ? -1 : 1));
}

/**
 * @param {Case} one
 * @param {House} house
 */
async function tryFile({ bytes, fileName }, { extract }) {
  const extraction = await extract(bytes, fileName);
  return { state: extraction.state, faults: faultsOf(extraction, fileName) };
}

/**
 * Every file of the archive is taken or skipped with a reason, and gives its bytes or says why not.
 * @param {Case} one
 * @param {string} folder
 * @param {House} house
 */
async function tryArchive({ bytes, fileName }, folder, { collectInputs, limits }) {
  const path = join(folder, fileName);
  await writeFile(path, bytes);
  const faults = [];
  const { files, skipped, close } = await collectInputs([path], limits);
  for (const { file, reason } of skipped) if (!/[.:] \p{Lu}|\.$/u.test(reason)) faults.push(`${file}: ${reason}`);
  for (const file of files) {
    const error = await file.read().then(
      () => null,
      (/** @type {Error} */ cause) => cause,
    );
    if (error !== null && error.name !== 'UnreadableInput') faults.push(`${file.name}: ${error}`);
  }
  close();
  await rm(path);
  const whole = skipped.length === 0 ? 'ok' : 'some skipped';
  return { state: files.length === 0 ? 'refused' : whole, faults };
}
