// Speaks the protocol of extract-child.ts and does what the file's name says, so that each way to fail can be had at will.
import { existsSync, writeFileSync } from 'node:fs';

const done = (text) => {
  const extraction = { state: 'ok', format: 'txt', messages: [], text };
  process.send({ kind: 'done', extraction });
};

const kept = [];
const acts = {
  hang: () => {
    for (;;);
  },
  sleep: () => setInterval(() => {}, 1000),
  buffers: () => setInterval(() => kept.push(Buffer.alloc(8 * 1024 * 1024, 1)), 1),
  heap: () => {
    for (;;) kept.push(new Array(100_000).fill(kept.length));
  },
  crash: () => process.kill(process.pid, 'SIGSEGV'),
  quit: () => process.exit(3),
  // Dies of the first try only: the bytes name the file that remembers it.
  'crash-once': (bytes) => {
    const memory = Buffer.from(bytes).toString();
    if (existsSync(memory)) return done('second try');
    writeFileSync(memory, '');
    process.kill(process.pid, 'SIGSEGV');
  },
  // Dies after the answer, when the next file may be on its way.
  stray: () => {
    done(String(process.pid));
    setImmediate(() => process.exit(1));
  },
  environment: () => done(JSON.stringify({ env: Object.keys(process.env), argv: process.execArgv })),
};

process.on('disconnect', () => process.exit(0));
process.on('message', ({ fileName, bytes }) => (acts[fileName] ?? (() => done(String(process.pid))))(bytes));
process.send({ kind: 'ready' });
