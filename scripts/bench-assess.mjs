// @ts-check
// How long a batch takes: N made-up essays through `assess`, then M more against them (README, "How fast").
//   node scripts/bench-assess.mjs [N=2000] [M=200]
// Essays as scripts/service/essays.mjs makes them up.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createWriter } from './service/essays.mjs';

const [first = 2000, second = 200] = process.argv.slice(2).map(Number);
const essay = createWriter();

/** @param {string} folder @param {number} count */
function writeEssays(folder, count) {
  mkdirSync(folder);
  for (let i = 0; i < count; i++) writeFileSync(join(folder, `bai-${String(i).padStart(5, '0')}.txt`), essay());
}

/**
 * Runs a command; its peak resident memory is read from /proc, children (the sandbox) not counted.
 * @param {string[]} args
 * @returns {Promise<{ seconds: number, peakMiB: number }>}
 */
async function measure(args) {
  const start = performance.now();
  const child = spawn('node', ['dist/main.js', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const timer = setInterval(() => {
    const status = `/proc/${child.pid}/status`;
    if (existsSync(status)) peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0));
  }, 50);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(timer);
  if (code !== 0) throw new Error(`soatbai ${args.join(' ')} ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, peakMiB: Math.round(peak / 1024) };
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const data = join(folder, 'data');
  const campaign = resolve('fixtures/van-trach/campaign.yaml');
  for (const [name, count] of /** @type {const} */ ([
    ['lo-1', first],
    ['lo-2', second],
  ])) {
    writeEssays(join(folder, name), count);
    const { seconds, peakMiB } = await measure([
      'assess',
      join(folder, name),
      '--campaign',
      campaign,
      '--data',
      data,
      '--json',
      join(folder, `${name}.json`),
    ]);
    const earlier = name === 'lo-2' ? ` against ${first} kept` : '';
    console.log(`${count} essays${earlier}: ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} files/s, peak ${peakMiB} MiB`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
