import { PassThrough, type Readable } from 'node:stream';
import type { Request, Response } from 'express';
import multer, { type StorageEngine } from 'multer';
import { z } from 'zod';
import { RequestError } from './errors.js';
import { HTTP_MESSAGES } from './messages.js';
import type { Media } from './route.js';

/** What forms look like to whoever sends one. */
export const FILE_FORM: Media = { type: 'multipart/form-data', schema: z.object({ file: z.file() }) };
export const FILES_FORM: Media = { type: 'multipart/form-data', schema: z.object({ file: z.array(z.file()) }) };

/** A file of a form, under the name that the sender gives it. */
export interface FormFile {
  readonly name: string;
  readonly stream: Readable;
}

/** Takes one file. It may leave the stream unread, and must not reject. */
export type TakeFile = (file: FormFile) => Promise<void>;

/** Reads a form whose files, up to `limit` of them in the field `file`, go to `take` as they come. Rejects with RequestError when it is none. */
export function readForm(limit: number, request: Request, response: Response, take: TakeFile): Promise<void> {
  const form = multer({
    storage: storageOf(take),
    defParamCharset: 'utf8',
    preservePath: true,
    limits: { files: limit, fields: 10, parts: limit + 10, fieldNameSize: 100, fieldSize: 1000, fieldNestingDepth: 1, headerPairs: 50 },
  }).array('file');
  return new Promise((resolve, reject) => {
    form(request, response, (error: unknown) => (error ? reject(formError(error, limit)) : resolve()));
  });
}

/** Hands files on and keeps nothing of its own; what `take` has stored stays stored when the form breaks off later. */
function storageOf(take: TakeFile): StorageEngine {
  return {
    _handleFile: (_request, file, done) => {
      const stream = new PassThrough();
      // A line that breaks must fail whoever reads, and nobody else.
      stream.on('error', () => {});
      file.stream.on('error', (error) => stream.destroy(error));
      file.stream.pipe(stream);
      void take({ name: file.originalname, stream }).then(() => {
        // What nobody wanted to read must be read all the same, or the rest of the form never comes.
        file.stream.unpipe(stream);
        file.stream.resume();
        stream.destroy();
        done(null, {});
      });
    },
    _removeFile: (_request, _file, done) => done(null),
  };
}

/** The words of the form's reader may hold names; all of them are errors of the sender or a broken line. */
function formError(error: unknown, limit: number): RequestError {
  const isTooMany = error instanceof multer.MulterError && ['LIMIT_FILE_COUNT', 'LIMIT_UNEXPECTED_FILE'].includes(error.code);
  return new RequestError(400, 'bad-request', isTooMany && limit > 1 ? HTTP_MESSAGES.tooManyFiles(limit) : HTTP_MESSAGES.badForm);
}
