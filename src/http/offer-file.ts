import type { Response } from 'express';

/** Characters of a file's name. */
const MAX_NAME = 120;
const NAMELESS = 'ket-qua';

/** Has the browser save the answer, under a name that every system can write, and run nothing of it should it be shown. */
export function offerFile(response: Response, title: string, extension: string): void {
  const safe = title.replace(/[\p{C}\\/:*?"<>|\s]+/gu, ' ').replace(/^[ .]+/, '');
  // By characters: half of a pair can stand in no header.
  const name = [...safe].slice(0, MAX_NAME).join('').trim() || NAMELESS;
  response.attachment(`${name}.${extension}`);
  response.set({ 'Content-Security-Policy': "sandbox; default-src 'none'", 'X-Content-Type-Options': 'nosniff' });
}
