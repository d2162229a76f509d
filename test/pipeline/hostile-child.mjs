// Speaks the protocol of extract-child.ts and does what the file's name says, so that each way to fail can be had at will.
import '../../dist/pipeline/sandbox-walls.js';
import { execFileSync, spawn } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { NOTHING_READ } from '../../dist/model/extraction.js';

let file = 0;
const answer = (text) =>
  process.send({ kind: 'done', file, extraction: { ...NOTHING_READ, state: 'ok', format: 'txt', messages: [], text } });
const page = () => process.send({ kind: 'page' });
const forever = () => {
  for (;;);
};

/** What became of something that a child must not do. */
const outcome = (act) => {
  try {
    act();
    return 'done';
  } catch (error) {
    return error.code ?? error.message;
  }
};

const later = (act) => new Promise((resolve) => act(resolve)).catch((error) => error.code ?? error.message);

/** What a thread may do that asks for permissions of its own, and one whose program is no file. */
const fromThreads = async () => {
  const program = new URL('./hostile-thread.cjs', import.meta.url);
  return {
    ...(await later((resolve) => new Worker(program, { execArgv: ['--allow-fs-read=*'] }).once('message', resolve))),
    text: outcome(() => new Worker('', { eval: true })),
    'text in an address': outcome(() => new Worker(new URL('data:text/javascript,'))),
    'the class itself': outcome(() => new Worker.prototype.constructor('', { eval: true, execArgv: [] })),
  };
};

const kept = [];
const acts = {
  hang: forever,
  sleep: () => setInterval(() => {}, 1000),
  buffers: () => setInterval(() => kept.push(Buffer.alloc(8 * 1024 * 1024, 1)), 1),
  heap: () => {
    for (;;) kept.push(new Array(100_000).fill(kept.length));
  },
  crash: () => process.kill(process.pid, 'SIGSEGV'),
  quit: () => process.exit(3),
  // Dies after the answer, when the next file may be on its way.
  stray: () => {
    answer(String(process.pid));
    setImmediate(() => process.exit(1));
  },
  twice: () => {
    answer('first');
    answer('second');
  },
  'for-the-next': () => {
    answer('mine');
    file++;
    answer('not mine');
  },
  garbage: () => process.send({ kind: 'done', file, extraction: { state: 'ok', text: 7 } }),
  nonsense: () => process.send('nonsense'),
  // As fast as the pipe takes them, without end.
  flood: () => {
    const more = () => process.send({ kind: 'noise', noise: 'x'.repeat(100_000) }, () => setImmediate(more));
    for (let chains = 0; chains < 20; chains++) more();
  },
  'page-flood': () => setInterval(page, 1),
  // Three pages, each of them shorter than a file may take, all of them longer.
  pages: async () => {
    for (let count = 0; count < 3; count++) {
      page();
      await later((resolve) => setTimeout(resolve, 700));
    }
    answer('read');
  },
  'page-then-hang': () => {
    page();
    setImmediate(forever);
  },
  'page-then-buffers': () => {
    page();
    kept.push(Buffer.alloc(200 * 1024 * 1024, 1));
    setTimeout(() => answer('read'), 100);
  },
  environment: () => answer(JSON.stringify({ env: Object.keys(process.env), argv: process.execArgv, priority: getPriority() })),
  disk: (folder) =>
    answer(
      JSON.stringify({
        passwd: outcome(() => readFileSync('/etc/passwd')),
        data: outcome(() => readFileSync(`${folder}/essay.txt`)),
        listing: outcome(() => readdirSync(folder)),
        write: outcome(() => writeFileSync(`${folder}/written.txt`, 'x')),
        folder: outcome(() => mkdirSync(`${folder}/made`)),
        temporary: outcome(() => writeFileSync('/tmp/written-by-a-child.txt', 'x')),
        spawn: outcome(() => spawn('true')),
        exec: outcome(() => execFileSync('true')),
      }),
    ),
  threads: async () => answer(JSON.stringify(await fromThreads())),
  network: async (port) =>
    answer(
      JSON.stringify({
        connect: outcome(() => net.connect(port, '127.0.0.1')),
        http: outcome(() => http.get(`http://127.0.0.1:${port}/`)),
        listen: outcome(() => net.createServer().listen(0)),
        datagram: outcome(() => dgram.createSocket('udp4').send('x', port, '127.0.0.1')),
        lookup: outcome(() => dns.lookup('localhost', () => {})),
        resolver: outcome(() => new dns.Resolver().resolve4('localhost', () => {})),
        binding: outcome(() => process.binding('tcp_wrap')),
        fetch: await fetch(`http://127.0.0.1:${port}/`).then(
          () => 'done',
          (error) => error.cause?.message,
        ),
      }),
    ),
};

process.on('disconnect', () => process.exit(0));
process.on('message', (request) => {
  file = request.file;
  const { fileName, bytes } = request;
  // Dies of the first try only: the name says in which process that is.
  if (fileName === `crash-in-${process.pid}`) process.kill(process.pid, 'SIGSEGV');
  (acts[fileName] ?? (() => answer(String(process.pid))))(Buffer.from(bytes).toString());
});
process.send({ kind: 'ready' });
