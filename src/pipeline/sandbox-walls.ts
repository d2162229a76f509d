import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import threads, { Worker } from 'node:worker_threads';

// A second wall around the parsers, beside Node's permissions, which know nothing of the network before Node 25: importing this
// module takes from the thread every way to a connection. No essay needs one, and none of our readers opens any.

function refuse(): never {
  throw new Error('a process that reads files opens no connection');
}

/** Replaces the named functions; without names, all there are but classes. */
function wallUp(owner: object, names: readonly string[] = functionsOf(owner)): void {
  for (const name of names) Reflect.set(owner, name, refuse);
}

const functionsOf = (owner: object): string[] =>
  Object.getOwnPropertyNames(owner).filter(
    (name) => typeof Reflect.get(owner, name) === 'function' && /^[a-z]/.test(name) && name !== 'constructor',
  );

// HTTP, TLS and fetch all come to a socket in the end; a name can be asked for without one.
wallUp(net.Socket.prototype, ['connect']);
wallUp(net.Server.prototype, ['listen']);
wallUp(dgram.Socket.prototype, ['bind', 'connect', 'send']);
for (const owner of [dns, dns.promises]) wallUp(owner);
for (const resolver of [dns.Resolver, dns.promises.Resolver]) {
  for (let owner = resolver.prototype; owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) wallUp(owner);
}

// Nor do permissions know of signals: it may end itself, and nobody else.
const kill = Reflect.get(process, '_kill') as (pid: number, signal: number) => number;
Reflect.set(process, '_kill', (pid: number, signal: number) => {
  if (pid !== process.pid) throw new Error('a process that reads files ends no other');
  return kill(pid, signal);
});
Reflect.set(process, '_debugProcess', refuse);

/** What a thread takes over from its process: permissions, and no settings of V8, which are the process's. */
const PERMISSIONS = process.execArgv.filter((argument) => /^--(?:experimental-)?permission$|^--allow-/.test(argument));

// A thread has the permissions of its process unless it asks for others, and walls only if its program is a file: it may begin
// with text that it is given before the walls are loaded.
const WalledWorker = new Proxy(Worker, {
  construct(target, [program, options]: ConstructorParameters<typeof Worker>) {
    if (options?.eval === true || String(program).startsWith('data:')) throw new Error('a process that reads files runs no text');
    return new target(program, { ...options, execArgv: [...PERMISSIONS, `--import=${import.meta.url}`] });
  },
});
Worker.prototype.constructor = WalledWorker;
threads.Worker = WalledWorker;
syncBuiltinESMExports();
