// Speaks the protocol of extract-child.ts and does what the file's name says, so that each way to fail can be had at will.
import '../../dist/pipeline/sandbox-walls.js';
import { execFileSync, spawn } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { mkdirSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { getPriority } from 'node:os';
import { deserialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { NOTHING_READ } from '../../dist/model/extraction.js';
import { PIPE, sendFrame, takeFrames } from '../../dist/pipeline/frames.js';

const pipe = new net.Socket({ fd: PIPE });
const send = (reply) => sendFrame(pipe, Buffer.from(JSON.stringify(reply)));

let file = 0;
const answer = (text, rest = {}) =>
  send({ kind: 'done', file, extraction: { ...NOTHING_READ, state: 'ok', format: 'txt', messages: [], text, ...rest } });
const page = () => send({ kind: 'page' });
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

/** Writes to the pipe for as long as it takes anything, after the first bytes. */
const endlessly = (first) => {
  writeSync(PIPE, first);
  const reply = Buffer.from(JSON.stringify({ kind: 'noise', noise: 'x'.repeat(100_000) }));
  const head = Buffer.alloc(4);
  head.writeUInt32BE(reply.length);
  const noise = Buffer.concat([head, reply]);
  for (let at = 0; ; at %= noise.length) {
    try {
      at += writeSync(PIPE, noise, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') return;
    }
  }
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
  garbage: () => send({ kind: 'done', file, extraction: { state: 'ok', text: 7 } }),
  nonsense: () => send('nonsense'),
  'no-json': () => sendFrame(pipe, Buffer.from('{{{')),
  'empty-frame': () => sendFrame(pipe, Buffer.alloc(0)),
  // What Node's own channel cannot deserialize, and would end the parent with; here, the length of a frame of 4 GB.
  'raw-bytes': () => endlessly(Buffer.from([255, 255, 255, 240])),
  // As fast as the pipe takes them, without end.
  flood: () => endlessly(Buffer.alloc(0)),
  // Places that do not exist: the parent would blank 400 MB of them.
  'far-places': () => answer('x', { furniture: [{ start: 0, end: 400_000_000 }] }),
  'turned-places': () => answer('some text', { hidden: [{ start: 5, end: 2, kind: 'white' }] }),
  'mixed-places': () => answer('some text', { asides: ['5-6', '1-2'].map((at) => ({ start: +at[0], end: +at[2] })) }),
  'wrong-places': () => answer('x', { asides: new Array(3_000_000).fill(0) }),
  'long-text': () => answer('x'.repeat(1_000_001)),
  'longest-text': () => answer('\u0001'.repeat(1_000_000)),
  'unknown-message': () => answer('x', { messages: [{ code: 'come-here', text: 'x' }] }),
  'closed-pipe': () => pipe.destroy(),
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
  // A page in time, again and again.
  'pages-without-end': () => setInterval(page, 300),
  // More threads than processors, so that each waits for the others nearly all the time.
  spinners: () => {
    const program = new URL('./hostile-thread.cjs', import.meta.url);
    const options = { workerData: 'spin', resourceLimits: { maxOldGenerationSizeMb: 8 } };
    for (let count = 0; count < 24; count++) new Worker(program, options).on('error', () => {});
    setTimeout(forever, 500);
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
  signals: () =>
    answer(
      JSON.stringify({
        kill: outcome(() => process.kill(process.ppid, 'SIGTERM')),
        probe: outcome(() => process.kill(process.ppid, 0)),
        debug: outcome(() => process._debugProcess(process.ppid)),
      }),
    ),
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

const read = (frame) => {
  const request = deserialize(frame);
  file = request.file;
  const { fileName, bytes } = request;
  // Dies of the first try only: the name says in which process that is.
  if (fileName === `crash-in-${process.pid}`) process.kill(process.pid, 'SIGSEGV');
  (acts[fileName] ?? (() => answer(String(process.pid))))(Buffer.from(bytes).toString());
};
takeFrames(pipe, Number.POSITIVE_INFINITY, read, () => process.exit(0));
send({ kind: 'ready' });
