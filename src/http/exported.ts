import type { Response } from 'express';
import { actorOf, recordsOf, unitsOf } from './guards.js';
import { offerFile } from './offer-file.js';

/** What the log says of a file that was taken along. */
export interface Exported {
  readonly campaign?: string;
  readonly submission?: string;
  readonly what: string;
  readonly format: string;
  /** Essays in it; lines, of the log itself. */
  readonly essays?: number;
  readonly lines?: number;
  readonly [more: string]: string | number | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  html: 'text/html',
  csv: 'text/csv',
  txt: 'text/plain',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Notes that somebody takes something along: the line is on the disk once this resolves. */
export async function noteExported(response: Response, { campaign, submission, ...details }: Exported): Promise<void> {
  const [unit] = unitsOf(response);
  await recordsOf(response).log.note([
    {
      actor: actorOf(response),
      kind: 'exported',
      ...(unit !== undefined && { unit }),
      ...(campaign !== undefined && { campaign }),
      ...(submission !== undefined && { submission }),
      details,
    },
  ]);
}

/** Sends a file to be kept, under `title`, once the log says so. */
export async function takeAlong(
  response: Response,
  exported: Exported,
  file: { readonly title: string; readonly bytes: Uint8Array | string },
): Promise<void> {
  await noteExported(response, exported);
  offerFile(response, file.title, exported.format);
  response.type(TYPES[exported.format] ?? 'application/octet-stream');
  response.send(typeof file.bytes === 'string' ? file.bytes : Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
}
