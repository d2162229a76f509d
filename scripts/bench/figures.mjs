// @ts-check
// Measures how long the figures of a province take: 5,000 units and 500,000 members with what they did, generated, no texts.
//   node scripts/bench/figures.mjs [--members 500000] [--communes 100] [--folder DIR] [--build dist]
// Prints the first count of all, and medians of five: after an essay was concluded on in a hundred units, and after nothing was.
// Fails when one is over its limit, or a statement reads a large table from end to end. --folder keeps what was generated and
// takes it again.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { fillWorld } from './figures/world.mjs';

const CELLS = 49;
const RUNS = 5;
/** Units in which an essay is concluded on between two looks: as many as a province has at work in a minute. */
const CHANGED = 100;
/** What has a row for each member, or more; and the names that statements give these. */
const LARGE =
  /^SCAN (roster|roster_entry|person|essay_person|submission|others|result|conclusion|attendance|material_person|round|programme|quiz_attempt|audience_member|second_look)\b/;

const { values: options } = parseArgs({
  options: {
    members: { type: 'string', default: '500000' },
    communes: { type: 'string', default: '100' },
    folder: { type: 'string' },
    build: { type: 'string', default: 'dist' },
  },
});
const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'soatbai-figures-'));
/** @type {typeof import('../../src/corpus/sqlite/records/open-records.js')} */
const { openSqliteRecords } = await import(join(resolve(options.build), 'corpus/sqlite/records/open-records.js'));
const isThere = existsSync(join(folder, 'corpus.sqlite'));
mkdirSync(folder, { recursive: true });

/** Every statement that is prepared while something is measured. @type {Set<string>} */
const prepared = new Set();
const { prepare } = Database.prototype;
Database.prototype.prepare = /** @type {any} */ (
  /** @this {any} @param {string} text */
  function remember(text) {
    prepared.add(text);
    return prepare.call(this, text);
  }
);

const records = await openSqliteRecords({ folder, create: true, now: () => new Date('2026-11-26T03:00:00Z') });
const at = records.within({ actor: 'đo', account: null, units: ['goc'], person: null });
const database = new Database(join(folder, 'corpus.sqlite'));
const campaigns = isThere ? (await at.trackers.list()).map(({ campaign }) => campaign) : await generate();
const [campaign = ''] = campaigns;
prepared.clear();

/** @type {readonly (readonly [name: string, limit: number, work: () => Promise<unknown>])[]} */
const ROWS = [
  ['figures of a cell', 1, () => at.figures.of(campaign, { unit: 'cb-3-4', keyCadres: false })],
  ['figures of a commune', 1, () => at.figures.of(campaign, { unit: 'xa-3', keyCadres: false })],
  ['figures of the province', 1, () => at.figures.of(campaign, { keyCadres: false })],
  ['its units that are late and silent', 1, () => at.figures.standing(campaign)],
  ['tracker of the province', 1, () => at.trackers.of(campaign, { keyCadres: false })],
  ['roll-up of all below the province', 3, () => at.figures.children(campaign, { keyCadres: true })],
  ['campaigns side by side', 3, () => at.figures.campaigns({ keyCadres: false })],
];

console.log(
  `${options.members} members, ${Number(options.communes) * (CELLS + 1)} units, ${campaigns.length} campaigns, median of ${RUNS}`,
);
database.exec('DELETE FROM counted_unit');
const first = await timed(async () => {
  while (await records.figures.keepUp());
});
console.log(`the first count of all, which the worker does by itself: ${first.toFixed(1)} s`);
let isWithin = true;
for (const [name, limit, work] of ROWS) {
  const changed = await median(work, CHANGED);
  const same = await median(work, 0);
  isWithin &&= changed <= limit && same <= limit;
  console.log(
    `${name.padEnd(36)} ${CHANGED} units changed ${changed.toFixed(2)} s   nothing changed ${same.toFixed(2)} s   (at most ${limit} s)`,
  );
}
const bad = badPlans();
await records.close();
database.close();
if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
console.log(bad.length === 0 ? `plans of ${prepared.size} statements: no large table is read from end to end` : bad.join('\n'));
process.exitCode = bad.length === 0 && isWithin ? 0 : 1;

async function generate() {
  const definition = {
    ...{ name: 'Đợt đo', kind: /** @type {const} */ ('essay'), references: [], templates: [], samples: [], themes: [], prompt: '' },
    ...{ rewriteBy: null, policy: /** @type {any} */ ({}) },
  };
  const made = await at.campaigns.create(/** @type {any} */ (definition), 'đo');
  const began = performance.now();
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -400000');
  fillWorld(database, { communes: Number(options.communes), cells: CELLS, members: Number(options.members) }, [made.id]);
  console.log(`generated in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return [made.id];
}

/** Seconds. @param {() => Promise<unknown>} work @param {number} changed Units in which something changes before each run. */
async function median(work, changed) {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    if (changed > 0) concludeInEach(changed);
    times.push(await timed(work));
  }
  return times.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0;
}

/** Concludes on one more essay in each of so many units. @param {number} units */
function concludeInEach(units) {
  const essays = database.prepare(
    `SELECT max(essay_person.submission) AS id FROM roster_entry JOIN essay_person ON essay_person.person = roster_entry.person
    WHERE roster_entry.campaign = ? AND roster_entry.unit IN (SELECT id FROM unit WHERE kind = 'cell' ORDER BY id LIMIT ?)
    GROUP BY roster_entry.unit`,
  );
  const conclude = database.prepare(
    `INSERT INTO conclusion SELECT ?, 1 + count(*), 'accepted', '[]', '', 'đo', '2026-11-26T03:00:00.000Z' FROM conclusion WHERE submission = ?`,
  );
  database.transaction(() => {
    for (const { id } of /** @type {{ id: string }[]} */ (essays.all(campaign, units))) conclude.run(id, id);
  })();
}

/** Seconds. @param {() => Promise<unknown>} work */
async function timed(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Statements that read a large table from end to end, with the line of their plan that says so. */
function badPlans() {
  const reading = [...prepared].filter((text) => /^\s*(SELECT|WITH)\b/i.test(text));
  return reading.flatMap((text) => {
    const values = Array.from({ length: text.split('?').length - 1 }, () => null);
    /** @type {{ detail: string }[]} */
    const plan = /** @type {any} */ (prepare.call(database, `EXPLAIN QUERY PLAN ${text}`)).all(...values);
    return plan.filter(({ detail }) => LARGE.test(detail)).map(({ detail }) => `BAD PLAN: ${detail}\n  ${text.slice(0, 200)}`);
  });
}
