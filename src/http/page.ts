import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { AppError } from '../model/errors.js';
import { RequestError } from './errors.js';
import { HTTP_MESSAGES } from './messages.js';
import { nameRoute } from './route.js';
import { nonceOf } from './security-headers.js';

const PLACEHOLDER = '__NONCE__';

/**
 * Serves the page under every address that is nothing else, and the files it loads. Throws AppError `file-not-found` when
 * it has not been built.
 */
export function servePage(app: Express, webFolder: string): void {
  const sendPage = pageSender(join(webFolder, 'index.html'));
  app.get(['/', '/index.html'], nameRoute('page'), sendPage);
  // The names of these files hold a hash of what is in them.
  app.use('/assets', nameRoute('asset'), assetSender(join(webFolder, 'assets')));
  app.get(/^\/(?!api(?:\/|$)|assets(?:\/|$))/, nameRoute('page'), sendPage);
  app.use(nameRoute('none'), () => {
    throw new RequestError(404, 'not-found', HTTP_MESSAGES.notFound);
  });
}

const assetSender = (folder: string): RequestHandler =>
  express.static(folder, { index: false, redirect: false, immutable: true, maxAge: '365d' });

function pageSender(file: string): RequestHandler {
  const parts = readPage(file).split(PLACEHOLDER);
  return (_request, response) => {
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(parts.join(nonceOf(response)));
  };
}

function readPage(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('file-not-found', HTTP_MESSAGES.pageMissing(file), { cause });
  }
}
