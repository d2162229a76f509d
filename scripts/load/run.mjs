// @ts-check
// The load: a corpus that has results, a large batch under way, and everybody at the service meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { ZipFile } from 'yazl';
import { createRandom } from '../random.mjs';
import { Client } from '../service/client.mjs';
import { createWriter, resolutionText } from '../service/essays.mjs';
import { startServer } from '../service/server.mjs';
import { Asker, formOf, Tally } from './asker.mjs';
import { watchMemory } from './memory.mjs';
import { arrive, handIn, read } from './people.mjs';

const ACCOUNT = { name: 'quan-tri', password: 'mat-khau-dai-de-thu' };
/** Files of one archive. */
const ARCHIVE = 40;

/**
 * @typedef {object} Plan
 * @property {number} files Of the batch that is assessed meanwhile.
 * @property {number} earlier Essays that have results, which the readers read.
 * @property {number} readers
 * @property {number} uploaders
 * @property {number} readerPause Milliseconds between two pages of one reader.
 * @property {number} uploaderPause Milliseconds that one rests who hands in.
 * @property {(line: string) => void} tell
 */

/**
 * Runs the load on a service of its own.
 * @param {Plan} plan
 * @returns {Promise<{ state: string, seconds: number, tally: Tally, memory: ReturnType<ReturnType<typeof watchMemory>['stop']>, table: number }>}
 */
export async function runLoad({ files, earlier, readers, uploaders, readerPause, uploaderPause, tell }) {
  const folder = mkdtempSync(join(tmpdir(), 'soatbai-load-'));
  const server = await startServer(join(folder, 'data'));
  const tally = new Tally();
  /** @type {Asker[]} */
  let everybody = [];
  try {
    const client = new Client(server.url);
    await client.enter(ACCOUNT.name, ACCOUNT.password);
    const asker = new Asker(server.url, tally);
    await asker.signIn(ACCOUNT.name, ACCOUNT.password);
    const shown = await prepare(client, asker, earlier);
    const archives = await makeArchives();
    const table = (await asker.send('GET', `/api/campaigns/${shown.campaign}/overview`)).body.length;
    everybody = [asker, ...(await arrive(server.url, tally, readers + uploaders, ACCOUNT))];
    const [receiving, campaign] = [await makeCampaign(client, 'Đợt nhận bài'), await makeCampaign(client, 'Đợt này')];
    tell(`${earlier} essays have results, the table is ${(table / 1024).toFixed(0)} KiB over the line; ${files} files come now`);
    tally.clear();
    let isOver = false;
    const random = createRandom(5);
    const habits = { isOver: () => isOver, random };
    const memory = watchMemory(server.pid);
    const start = performance.now();
    const people = everybody.slice(1).map((one, at) => {
      if (at < readers) return read(one, shown, { pause: readerPause, ...habits });
      return handIn(one, { campaign: receiving, key: `nguoi-nop-${at}`, archives }, { pause: uploaderPause, ...habits });
    });
    const state = await untilDone(asker, await sendBatch(asker, campaign, files));
    const seconds = (performance.now() - start) / 1000;
    isOver = true;
    await Promise.all(people);
    return { state, seconds, tally, memory: memory.stop(), table };
  } finally {
    for (const one of everybody) one.close();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Client} client @param {string} name @returns {Promise<string>} */
async function makeCampaign(client, name) {
  const bytes = new TextEncoder().encode(resolutionText());
  const { file, sha256 } = await client.upload('/api/documents', [{ name: 'nghi-quyet.txt', bytes }]);
  return (await client.post('/api/campaigns', { name, references: [{ file, sha256 }] })).id;
}

/** A campaign with results, and what there is to read of it. @param {Client} client @param {Asker} asker @param {number} count @returns {Promise<import('./people.mjs').Shown>} */
async function prepare(client, asker, count) {
  const campaign = await makeCampaign(client, 'Đợt trước');
  const state = await untilDone(asker, await sendBatch(asker, campaign, count));
  if (state !== 'done') throw new Error(`the earlier batch is ${state}`);
  const { rows, groups } = await client.get(`/api/campaigns/${campaign}/overview`);
  /** @type {{ essay: string, other: string }[]} */
  const pairs = [];
  for (const { id } of rows.filter((/** @type {any} */ row) => (row.copied.best ?? 0) > 0).slice(0, 100)) {
    const { submission } = await client.get(`/api/campaigns/${campaign}/essays/${id}`);
    if (submission.matches[0] !== undefined) pairs.push({ essay: id, other: submission.matches[0].id });
  }
  return {
    campaign,
    essays: rows.map((/** @type {any} */ row) => row.id),
    pairs,
    groups: groups.map((/** @type {any} */ group) => group.members),
  };
}

/** @param {number} seed */
async function* archivesOf(seed, count = Number.POSITIVE_INFINITY) {
  const write = createWriter({ seed });
  for (let made = 0; made < count; made += ARCHIVE) {
    const zip = new ZipFile();
    for (let at = made; at < Math.min(count, made + ARCHIVE); at++) {
      zip.addBuffer(Buffer.from(write()), `bài ${at + 1}.txt`, { mtime: new Date(2026, 0, 1) });
    }
    zip.end();
    yield await buffer(/** @type {import('node:stream').Readable} */ (zip.outputStream));
  }
}

/** Archives to choose from, none of which is anybody's twice in a row. @returns {Promise<Buffer[]>} */
async function makeArchives() {
  /** @type {Buffer[]} */
  const made = [];
  for await (const archive of archivesOf(21)) if (made.push(archive) === 10) break;
  return made;
}

/** Hands in a batch as archives and seals it. @param {Asker} asker @param {string} campaign @param {number} count @returns {Promise<string>} */
async function sendBatch(asker, campaign, count) {
  const json = { 'content-type': 'application/json' };
  const body = Buffer.from(JSON.stringify({ key: `lo-${campaign}`.slice(0, 60) }));
  const made = await asker.timed('other', `/api/campaigns/${campaign}/batches`, { method: 'POST', headers: json, body });
  const { id } = JSON.parse(String(made?.body));
  let number = 0;
  for await (const bytes of archivesOf(count, count)) {
    number++;
    await asker.timed('upload', `/api/batches/${id}/files`, { method: 'POST', ...formOf([{ name: `chi-bo-${number}.zip`, bytes }]) });
  }
  await asker.timed('other', `/api/batches/${id}/seal`, { method: 'POST' });
  return id;
}

/** @param {Asker} asker @param {string} batch */
async function untilDone(asker, batch) {
  for (;;) {
    const answer = await asker.timed('batch', `/api/batches/${batch}`);
    const state = answer === null ? '' : JSON.parse((await unpacked(answer)).toString()).batch.state;
    if (state === 'done' || state === 'failed') return String(state);
    await pause(1000);
  }
}

/** @param {import('./asker.mjs').Answer} answer */
async function unpacked({ headers, body }) {
  if (headers['content-encoding'] !== 'gzip') return body;
  const { gunzipSync } = await import('node:zlib');
  return gunzipSync(body);
}
