import type { z } from 'zod';
import { currentToken, OddAnswer, parseJson, readFailure, Unreachable } from './request.js';
import { lostSince } from './signals.js';

/** Milliseconds without any progress after which a request is given up. */
const STALLED = 90_000;

/** A file with the name that it is sent under. */
export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/**
 * Sends files in one form and reads the answer by `schema`; `onSent` hears how many bytes have left. Rejects with
 * ServiceError, Unreachable or OddAnswer.
 */
export function sendForm<Schema extends z.ZodType>(
  address: string,
  files: readonly NamedFile[],
  schema: Schema,
  onSent: (bytes: number) => void,
): Promise<z.output<Schema>> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const { file, path } of files) form.append('file', file, path);
    const request = new XMLHttpRequest();
    let timer = setTimeout(() => request.abort(), STALLED);
    request.upload.onprogress = ({ loaded }) => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), STALLED);
      onSent(loaded);
    };
    request.onabort = request.onerror = () => reject(new Unreachable('sending broke'));
    request.onload = () => {
      lostSince.set(null);
      const answer = schema.safeParse(parseJson(request.responseText));
      if (request.status < 200 || request.status > 299) reject(readFailure(request.status, request.responseText));
      else if (answer.success) resolve(answer.data);
      else reject(new OddAnswer(request.status));
    };
    request.onloadend = () => clearTimeout(timer);
    request.open('POST', address);
    request.setRequestHeader('x-csrf-token', currentToken());
    request.setRequestHeader('accept', 'application/json');
    request.send(form);
  });
}
