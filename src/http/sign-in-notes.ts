import type { Response } from 'express';
import type { Records } from '../corpus/records/records.js';
import type { Account } from '../model/account.js';

/** Notes that somebody signed in, before they learn of it. */
export async function noteSignIn({ log }: Records, { name, grants }: Account): Promise<void> {
  await log.note([{ actor: name, kind: 'signed-in', ...(grants[0] && { unit: grants[0].unit }) }]);
}

/** Notes, once the answer is out, that somebody tried an account's name with a wrong password: how long that takes must not tell which names there are. */
export function noteFailedSignIn({ log }: Records, account: Account | null, response: Response, failed: (error: unknown) => void): void {
  if (account === null) return;
  const { name, grants } = account;
  response.once('finish', () => {
    log.note([{ actor: name, kind: 'sign-in-failed', ...(grants[0] && { unit: grants[0].unit }) }]).catch(failed);
  });
}
