import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id (RFC 9106; the package's default kind), 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What a new password is kept as. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Tells right passwords from wrong ones, in the same time whether there is such an account or not. */
export type PasswordCheck = (password: string, passwordHash: string | null) => Promise<boolean>;

/** Prepares the hash that unknown names are checked against. */
export function createPasswordCheck(): PasswordCheck {
  const nobody = hashPassword(randomBytes(32).toString('base64url'));
  return async (password, passwordHash) => {
    const isRight = await verify(passwordHash ?? (await nobody), password.normalize('NFC'));
    return isRight && passwordHash !== null;
  };
}
