// @ts-check
// How long a batch takes from end to end: made-up essays through `assess`, then more of them against those (README, "How fast").
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createWriter } from '../../service/essays.mjs';

/** @type {import('../bench.mjs').Row} */
export async function assess({ build, quick }) {
  const [first, second] = quick ? [200, 20] : [2_000, 200];
  const essay = createWriter();
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const campaign = resolve('fixtures/van-trach/campaign.yaml');
  try {
    const results = [];
    for (const [name, count] of /** @type {const} */ ([
      ['lo-1', first],
      ['lo-2', second],
    ])) {
      const files = join(folder, name);
      mkdirSync(files);
      for (let i = 0; i < count; i++) writeFileSync(join(files, `bai-${String(i).padStart(5, '0')}.txt`), essay());
      const report = join(folder, `${name}.json`);
      const { seconds, peakMiB } = await run(build, [
        ...['assess', files, '--campaign', campaign],
        ...['--data', join(folder, 'data'), '--json', report],
      ]);
      results.push(
        /** @type {const} */ ({
          figure: `assess ${count} files${name === 'lo-2' ? ` against ${first} kept` : ''}`,
          value: seconds,
          unit: 's',
          better: 'less',
          detail: `${(count / seconds).toFixed(0)} files a second, ${peakMiB} MiB at most in the main process`,
        }),
      );
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs a command; its peak resident memory is read from /proc, children (the sandbox) not counted.
 * @param {string} build @param {string[]} args
 * @returns {Promise<{ seconds: number, peakMiB: number }>}
 */
async function run(build, args) {
  const start = performance.now();
  const child = spawn(process.execPath, [join(build, 'main.js'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
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
