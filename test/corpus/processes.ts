import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

const built = (path: string): string => new URL(`../../dist/${path}`, import.meta.url).href;

/** What the code of another process finds: the product as it is built, and a way to make essays. */
const PRELUDE = `
  import { createHash } from 'node:crypto';
  import { createInterface } from 'node:readline';
  import { acquireLease } from '${built('corpus/sqlite/lease.js')}';
  import { openCorpus, KEEPING } from '${built('cli/house.js')}';
  import { NOTHING_READ } from '${built('model/extraction.js')}';
  import { toContent } from '${built('pipeline/essay.js')}';
  const [folder, ...rest] = process.argv.slice(1);
  let lines = null;
  const told = async () => (await (lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]()).next()).value;
  const open = (access) => openCorpus({ folder, create: true, access, lease: null });
  const essayOf = (member, text) => {
    const original = Buffer.from(text);
    const extraction = { state: 'ok', format: 'txt', messages: [], ...NOTHING_READ, text, encoding: 'unicode' };
    const sha256 = createHash('sha256').update(original).digest('hex');
    const received = { member, unit: member, tenant: 'goc', campaign: null, file: member + '.txt', sha256, original };
    return { ...received, state: 'ok', extraction, content: toContent(text, null, KEEPING) };
  };
`;

export interface Running {
  readonly child: ChildProcess;
  /** Its next line. Rejects when it ends without one. */
  line(): Promise<string>;
  /** Has it go on: it reads a line. */
  go(): void;
  /** Its exit status, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Becomes another user once all code is there: that user need not be able to read the folder in which the product lies. */
const becoming = (uid: number): string => `
  await (await openCorpus({ folder: null, create: true, access: 'dry-run', lease: null })).close();
  process.setgid(${uid});
  process.setuid(${uid});
`;

interface ProcessOptions {
  readonly uid?: number;
  /** Most bytes that a file of it may have, in blocks of 1,024. */
  readonly fileBlocks?: number;
}

/** Runs the body of a module in another process, on the product as it is built; killed when the test is over. */
export function startProcess(code: string, args: readonly string[], { uid, fileBlocks }: ProcessOptions = {}): Running {
  const body = uid === undefined ? code : becoming(uid) + code;
  const node = [process.execPath, '--input-type=module', '-e', PRELUDE + body, ...args];
  const limited = ['bash', '-c', `trap '' XFSZ; ulimit -f ${fileBlocks}; exec "$@"`, 'bash', ...node];
  const [command = '', ...rest] = fileBlocks === undefined ? node : limited;
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close').then(([status, signal]) => (status ?? signal) as number | string);
  const lines: string[] = [];
  let unfinished = '';
  const waiting: ((line: string) => void)[] = [];
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (unfinished + chunk.toString('utf8')).split('\n');
    unfinished = parts.pop() ?? '';
    for (const part of parts) (waiting.shift() ?? ((line) => lines.push(line)))(part);
  });
  const line = async (): Promise<string> => {
    const known = lines.shift();
    if (known !== undefined) return known;
    const next = new Promise<string>((resolve) => waiting.push(resolve));
    return Promise.race([next, ended.then((status) => Promise.reject(new Error(`the process ended with ${status} and said nothing`)))]);
  };
  return { child, line, ended, go: () => void child.stdin?.write('\n') };
}
