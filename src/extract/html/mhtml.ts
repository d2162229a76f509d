import { asBuffer } from '../archive.js';
import { damaged, Rejection } from '../rejection.js';

/** As much as is looked at for the heads of the whole file. */
const HEAD_BYTES = 8192;

/** Whether a text is a web page with all that it needs in one file (MHT); Chrome writes other headers before the version. */
export function isMhtml(head: string): boolean {
  return /^[A-Za-z-]{1,40}:/.test(head) && /^MIME-Version:/im.test(head) && /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(head);
}

/** The page itself: the first part, as RFC 2387 has it. Other parts are frames, pictures and styles. */
export async function readMhtmlRoot(bytes: Uint8Array): Promise<string> {
  const { default: PostalMime } = await import('postal-mime');
  const email = await PostalMime.parse(rootPart(asBuffer(bytes))).catch((cause: unknown) => {
    throw damaged(cause);
  });
  if (email.html === undefined) throw new Rejection('unreadable', 'damaged');
  return email.html;
}

function rootPart(file: Buffer): Buffer {
  const head = file.subarray(0, HEAD_BYTES).toString('latin1');
  const match = /\bboundary=(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/i.exec(head);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) return file;
  const start = file.indexOf(`\n--${boundary}`, 0, 'latin1');
  if (start === -1) return file;
  const from = file.indexOf('\n', start + 1) + 1;
  const end = file.indexOf(`\n--${boundary}`, from - 1, 'latin1');
  return file.subarray(from, end === -1 ? file.length : end);
}
