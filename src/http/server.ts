import { createServer as createPlainServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { AppError } from '../model/errors.js';
import { STOPPING } from './app.js';
import { HTTP_MESSAGES } from './messages.js';

const SECOND = 1000;
/** What is still being answered when the service stops gets so long. */
const GRACE_MS = 5 * SECOND;
/** Far more than browsers need, and far less than the files that a process may have open: a flood must not keep it from its own. */
const MAX_CONNECTIONS = 2000;

export interface ListenOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** PEM; null for plain HTTP. */
  readonly certificate: { readonly cert: string | Buffer; readonly key: string | Buffer } | null;
}

/** A service that answers. */
export interface RunningServer {
  readonly address: AddressInfo;
  /** Takes no new requests, ends open streams, and resolves once what was being answered is over or has had its time. */
  close(): Promise<void>;
}

/**
 * Opens the door. Rejects with AppError `argument` when the port is taken or forbidden, the host is none of this machine, or
 * certificate and key are not usable.
 */
export async function listen(app: Express, { host, port, certificate }: ListenOptions): Promise<RunningServer> {
  const server = createServer(app, certificate);
  server.maxConnections = MAX_CONNECTIONS;
  server.headersTimeout = 20 * SECOND;
  // A gigabyte over a slow line takes its time; a line on which nothing moves does not keep its place.
  server.requestTimeout = 60 * 60 * SECOND;
  server.timeout = 120 * SECOND;
  server.keepAliveTimeout = 65 * SECOND;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(listenError(cause, host, port)));
    server.listen({ host, port }, resolve);
  });
  return { address: server.address() as AddressInfo, close: () => close(server, app) };
}

function createServer(app: Express, certificate: ListenOptions['certificate']): Server {
  if (certificate === null) return createPlainServer(app);
  try {
    return createTlsServer({ cert: certificate.cert, key: certificate.key }, app);
  } catch (cause) {
    throw new AppError('argument', HTTP_MESSAGES.certificateUnusable, { cause });
  }
}

async function close(server: Server, app: Express): Promise<void> {
  const isClosed = new Promise<void>((resolve) => server.close(() => resolve()));
  app.emit(STOPPING);
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await isClosed;
  clearTimeout(cut);
}

function listenError(cause: Error, host: string, port: number): Error {
  const code = 'code' in cause ? cause.code : '';
  if (code === 'EADDRINUSE') return new AppError('argument', HTTP_MESSAGES.portTaken(port), { cause });
  if (code === 'EACCES') return new AppError('argument', HTTP_MESSAGES.portForbidden(port), { cause });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new AppError('argument', HTTP_MESSAGES.hostUnknown(host), { cause });
  return cause;
}
