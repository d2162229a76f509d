// @ts-check
// The page stays responsive under work: while a batch of 2,000 files is assessed, people look at an earlier campaign's
// results, essays and pairs. Prints how long the answers took, how much memory each process held, and what the table and
// the report of the large batch cost afterwards.
//   node scripts/load.mjs [FILES=2000] [READERS=8]
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Client } from './service/client.mjs';
import { createWriter, resolutionText } from './service/essays.mjs';
import { descendants, startServer } from './service/server.mjs';

const [count = 2000, readers = 8] = process.argv.slice(2).map(Number);
/** Milliseconds between two questions of one reader: somebody who clicks quickly. */
const PAUSE = 250;
const PARCEL = 20;

const encode = (/** @type {string} */ text) => new TextEncoder().encode(text);
const folder = mkdtempSync(join(tmpdir(), 'soatbai-load-'));
const server = await startServer(join(folder, 'data'));
const client = new Client(server.url);

/** @type {Map<string, number[]>} */
const times = new Map();
/** @template T @param {string} name @param {() => Promise<T>} ask @returns {Promise<T>} */
async function timed(name, ask) {
  const start = performance.now();
  const answer = await ask();
  times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
  return answer;
}

/** @param {any} campaign @param {string} key @param {number} files @param {() => string} write */
async function handIn(campaign, key, files, write) {
  const batch = await client.post(`/api/campaigns/${campaign.id}/batches`, { key });
  for (let from = 0; from < files; from += PARCEL) {
    const parcel = Array.from({ length: Math.min(PARCEL, files - from) }, (_, i) => ({
      name: `bai-${from + i}.txt`,
      bytes: encode(write()),
    }));
    await timed('upload of 20 files', () => client.upload(`/api/batches/${batch.id}/files`, parcel));
  }
  await client.post(`/api/batches/${batch.id}/seal`);
  return batch;
}

/** @param {any} batch */
async function untilDone(batch) {
  for (;;) {
    const { batch: now } = await timed('batch', () => client.get(`/api/batches/${batch.id}`));
    if (now.state === 'done' || now.state === 'failed') return now.state;
    await new Promise((done) => setTimeout(done, 500));
  }
}

let isOver = false;
/** @param {any} campaign */
async function read(campaign) {
  const { rows } = await client.get(`/api/campaigns/${campaign.id}/overview`);
  for (let turn = 0; !isOver; turn++) {
    const { id } = rows[(turn * 37) % rows.length];
    const base = `/api/campaigns/${campaign.id}`;
    if (turn % 5 === 0) await timed('overview', () => client.get(`${base}/overview`));
    await timed('essay', () => client.get(`${base}/essays/${id}`));
    await timed('document', () => client.get(`${base}/documents/${encodeURIComponent(id)}`));
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

/** @type {Map<string, number[]>} */
const memory = new Map();
const watch = setInterval(() => {
  const processes = descendants(server.pid);
  for (const [name, pids] of /** @type {const} */ ([
    ['web', [server.pid]],
    ['worker and readers, together', processes],
  ])) {
    const sum = pids.reduce((total, pid) => total + residentOf(pid), 0);
    memory.set(name, [...(memory.get(name) ?? []), sum / 1024]);
  }
}, 1000);

/** @param {number} pid KiB */
function residentOf(pid) {
  const status = `/proc/${pid}/status`;
  return existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) : 0;
}

/** @param {readonly number[]} values @param {number} share */
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

try {
  await client.enter('quan-tri', 'mat-khau-dai-de-thu');
  const document = await client.upload('/api/documents', [{ name: 'nghi-quyet.txt', bytes: encode(resolutionText()) }]);
  const references = [{ file: 'nghi-quyet.txt', sha256: document.sha256 }];
  const earlier = await client.post('/api/campaigns', { name: 'Đợt trước', references });
  await untilDone(await handIn(earlier, 'lo-dau-tien', Math.min(300, count), createWriter({ seed: 11 })));
  times.clear();
  memory.clear();
  const campaign = await client.post('/api/campaigns', { name: 'Đợt này', references });
  const start = performance.now();
  const reading = Array.from({ length: readers }, () => read(earlier));
  const state = await untilDone(await handIn(campaign, 'lo-rat-lon', count, createWriter({ seed: 12 })));
  const seconds = (performance.now() - start) / 1000;
  isOver = true;
  await Promise.all(reading);
  const base = `/api/campaigns/${campaign.id}`;
  const report = await timed('report.html, whole', () => client.get(`${base}/report.html`));
  await timed('overview, first', () => client.get(`${base}/overview`));
  await timed('overview, again', () => client.get(`${base}/overview`));
  console.log(`report.html of all: ${(Buffer.byteLength(report) / 2 ** 20).toFixed(0)} MiB`);
  console.log(`${count} files: ${state} after ${seconds.toFixed(0)} s, ${readers} readers`);
  const all = [...times.entries()].filter(([name]) => !/^upload|, /.test(name)).flatMap(([, values]) => values);
  for (const [name, values] of [...times, /** @type {const} */ (['all while working', all])]) {
    const [p50, p99] = [quantile(values, 0.5), quantile(values, 0.99)];
    console.log(
      `${name.padEnd(20)} ${String(values.length).padStart(6)} answers, median ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, most ${Math.max(...values).toFixed(0)} ms`,
    );
  }
  for (const [name, values] of memory) {
    const third = Math.floor(values.length / 3);
    const [early, late] = [quantile(values.slice(0, third), 0.5), quantile(values.slice(-third), 0.5)];
    console.log(
      `${name}: ${early.toFixed(0)} MiB in the first third, ${late.toFixed(0)} in the last, ${Math.max(...values).toFixed(0)} at most`,
    );
  }
  process.exitCode = state === 'done' ? 0 : 1;
} finally {
  clearInterval(watch);
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
