import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Records } from '../corpus/records/records.js';
import { backupsOf } from '../corpus/sqlite/erasure-list.js';
import { acquireLease } from '../corpus/sqlite/lease.js';
import { openSqliteRecords } from '../corpus/sqlite/records/open-records.js';
import { createApp } from '../http/app.js';
import { isLoopback } from '../http/connection.js';
import { listen, type RunningServer } from '../http/server.js';
import { makeSetupCode } from '../http/setup-code.js';
import { AppError } from '../model/errors.js';
import { correctAssessment } from '../pipeline/correct-assessment.js';
import { type EmbeddingOptions, readEmbeddingSettings } from '../pipeline/embeddings/settings.js';
import type { Sandbox } from '../pipeline/sandbox.js';
import { createExporter } from './export-apart.js';
import { openSandbox, readNamed } from './house.js';
import { keepBackups } from './keep-backups.js';
import { keepWorker } from './keep-worker.js';
import { createMeasurer } from './measure-apart.js';
import { note, print } from './output.js';
import { createPreChecker } from './pre-check-apart.js';
import { createHeadingReader, createSheetReader } from './read-apart.js';
import { createLog } from './service-log.js';
import { createSuggester } from './suggest-apart.js';

export interface ServeOptions extends EmbeddingOptions {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl?: string;
  /** PEM files, both or none. */
  readonly certificate?: string;
  readonly key?: string;
  readonly trustProxy?: number;
  /** Folder for backups made from the page. */
  readonly backups?: string;
}

const HOLDER = 'máy chủ soatbai';
/** Milliseconds that a service that was just stopped may take to let go of the folder. */
const LEASE_WAIT = 3_000;

/**
 * `soatbai serve`: the web application on the corpus in `--data`, until it is told to stop. Status 1 when the port is
 * taken. Rejects with AppError `corpus-locked` while another service has the folder, `corpus-damaged`, `corpus-newer`.
 */
export async function runServe(options: ServeOptions): Promise<number> {
  const certificate = await readCertificate(options);
  const publicUrl = checkUrl(options.publicUrl);
  // A wrong one is said now, not by the worker later.
  readEmbeddingSettings(options, process.env);
  const folder = resolve(options.data);
  const lease = await acquireLease(folder, 'serve', { holder: HOLDER, waitMs: LEASE_WAIT });
  const log = createLog('web');
  const sandbox = openSandbox(1);
  try {
    const records = await openSqliteRecords({ folder, create: true, now: () => new Date(), correct: correctAssessment });
    try {
      // What uploads left that were never acknowledged.
      await records.originals.sweep();
      return await serve({ folder, records, sandbox, log, certificate, publicUrl }, options);
    } finally {
      await records.close();
    }
  } finally {
    await sandbox.close();
    lease.release();
  }
}

interface Service {
  readonly folder: string;
  readonly records: Records;
  readonly sandbox: Sandbox;
  readonly log: Logger;
  readonly certificate: Certificate;
  readonly publicUrl: string | null;
}

async function serve({ folder, records, sandbox, log, certificate, publicUrl }: Service, options: ServeOptions): Promise<number> {
  const stop = stopSignal();
  const trustProxy = options.trustProxy ?? 0;
  const isLocal = isLoopback(options.host) && publicUrl === null && trustProxy === 0;
  const setupCode = isLocal || (await records.people.count()) > 0 ? null : makeSetupCode();
  const now = (): Date => new Date();
  const backups = keepBackups({ corpus: folder, folder: resolve(options.backups ?? backupsOf(folder)), records, log, now });
  // What was erased while the folder of backups could not be written to.
  if ((await records.erasures.all()).length > 0)
    await backups.noteErasures().catch((error: unknown) => log.error({ err: error }, 'no list of erasures'));
  const app = createApp({
    records,
    backups,
    readDocument: (bytes, name) => sandbox.extract(bytes, name),
    suggestCampaign: createSuggester(),
    measureProgramme: createMeasurer(),
    readSheet: createSheetReader(),
    readHeadings: createHeadingReader(),
    preCheck: createPreChecker(folder),
    makeFile: createExporter(),
    sampleFolder: fileURLToPath(new URL('../../fixtures/van-trach/', import.meta.url)),
    webFolder: fileURLToPath(new URL('../web/app/', import.meta.url)),
    settings: { publicUrl, trustProxy, isTls: certificate !== null, isLocal, setupCode },
    freeBytes: () => freeBytesOf(folder),
    log,
    version: readVersion(),
    now,
  });
  const server = await listenOrSay(() => listen(app, { host: options.host, port: options.port, certificate }));
  if (server === null) return 1;
  const { embeddings, embeddingsModel, embeddingsAllow } = options;
  const task = { folder, embeddings: { embeddings, embeddingsModel, embeddingsAllow } };
  const worker = keepWorker(task, records, log);
  const addresses = publicUrl === null ? addressesOf(server, certificate !== null) : [publicUrl];
  const code = setupCode === null ? '' : ` Mã thiết lập để lập tài khoản quản trị: ${setupCode}.`;
  await print(`Soát Bài đang chạy tại ${addresses.join(', ')} (kho ${folder}).${code} Nhấn Ctrl+C để dừng.\n`);
  await stop;
  await Promise.all([server.close(), worker.stop()]);
  return 0;
}

/** Null, after a line that says so, when another program has the port: nothing is wrong with the arguments. */
async function listenOrSay(open: () => Promise<RunningServer>): Promise<RunningServer | null> {
  try {
    return await open();
  } catch (error) {
    const isTaken = error instanceof AppError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    note(`soatbai: ${error.message}`);
    return null;
  }
}

/** Resolves once somebody wants the service to end; a second signal ends it at once. */
function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
}

type Certificate = { readonly cert: Buffer; readonly key: Buffer } | null;

async function readCertificate({ certificate, key }: ServeOptions): Promise<Certificate> {
  if (certificate === undefined && key === undefined) return null;
  if (certificate === undefined || key === undefined) throw new AppError('argument', '--certificate và --key phải đi cùng nhau.');
  return { cert: Buffer.from(await readNamed(certificate)), key: Buffer.from(await readNamed(key)) };
}

/** The origin of an address that people type, without a path. */
function checkUrl(url: string | undefined): string | null {
  if (url === undefined) return null;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.pathname !== '/') {
    throw new AppError('argument', `--public-url “${url}” không phải địa chỉ đầy đủ, ví dụ https://soatbai.example.`);
  }
  return parsed.origin;
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** What to type to get there; on all networks at once, every address of this machine. */
function addressesOf({ address: { address, port, family } }: RunningServer, isTls: boolean): string[] {
  const hosts = address === '0.0.0.0' || address === '::' ? ['127.0.0.1', ...ownAddresses()] : [address];
  return hosts.map((host) => `${isTls ? 'https' : 'http'}://${family === 'IPv6' && host.includes(':') ? `[${host}]` : host}:${port}`);
}

function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}
