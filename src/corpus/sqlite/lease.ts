import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { AppError } from '../../model/errors.js';
import type { Lease, LeaseName, LeaseRequest } from '../lease.js';
import { CORPUS_MESSAGES } from '../messages.js';
import { createPrivate } from './private-file.js';
import { isBusy, isDamage, openingError } from './storage-errors.js';

/** Milliseconds between two attempts; as much again at most, by chance, so that two who wait do not keep in step. */
const PAUSE = 50;
/** Milliseconds that one attempt waits for another process that is just looking. */
const LOOK_TIMEOUT = 100;

/**
 * Takes a lease of the corpus in `folder`, which is made if need be. It is a lock that SQLite holds on a small file of
 * its own, so it is gone with the process and nothing stale can be left; the row in the file says who holds it. Rejects
 * with AppError `corpus-locked`, naming the holder, when `waitMs` have passed, and `argument` when the folder cannot be used.
 */
export async function acquireLease(folder: string, name: LeaseName, request: LeaseRequest): Promise<Lease> {
  const until = Date.now() + request.waitMs;
  let waits = false;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    while (true) {
      const outcome = await attemptLease(join(folder, `${name}.lock`), request.holder);
      if (typeof outcome !== 'string') return outcome;
      if (!waits && request.waitMs > 0) request.onWait?.(outcome);
      waits = true;
      if (Date.now() >= until) throw new AppError('corpus-locked', REFUSALS[name](folder, outcome));
      await wait(Math.min(PAUSE * (1 + Math.random()), Math.max(1, until - Date.now())));
    }
  } catch (error) {
    throw openingError(error, folder);
  }
}

const REFUSALS = { writer: CORPUS_MESSAGES.leased, serve: CORPUS_MESSAGES.served } as const;

/** The lease, or who holds it. */
async function attemptLease(path: string, holder: string): Promise<Lease | string> {
  await createPrivate(path);
  const database = new Database(path, { timeout: LOOK_TIMEOUT });
  try {
    if (take(database, holder)) return new HeldLease(database);
    const held = holderIn(database);
    database.close();
    return held;
  } catch (error) {
    database.close();
    if (isBusy(error)) return CORPUS_MESSAGES.unknownHolder;
    if (!isDamage(error)) throw error;
    // Torn by a power cut, which nobody who held it has survived.
    await rm(path, { force: true });
    return attemptLease(path, holder);
  }
}

/** False, or busy, when somebody else has it. */
function take(database: Database.Database, holder: string): boolean {
  database.pragma('journal_mode = MEMORY');
  database.pragma('synchronous = OFF');
  const token = randomUUID();
  try {
    database.exec('BEGIN IMMEDIATE');
    database.exec(
      'CREATE TABLE IF NOT EXISTS holder (token TEXT NOT NULL, name TEXT NOT NULL, pid INTEGER NOT NULL) STRICT; DELETE FROM holder',
    );
    database.prepare('INSERT INTO holder VALUES (?, ?, ?)').run(token, holder, process.pid);
    // Others can read the row only once it is committed; whoever was quicker in between has put another one in its place.
    database.exec('COMMIT');
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    if (isBusy(error)) return false;
    throw error;
  }
  if (database.prepare('SELECT token FROM holder').pluck().get() === token) return true;
  database.exec('ROLLBACK');
  return false;
}

interface HolderRow {
  readonly name: string;
  readonly pid: number;
}

function holderIn(database: Database.Database): string {
  const table = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'holder'").get();
  const row = table === undefined ? undefined : database.prepare<[], HolderRow>('SELECT name, pid FROM holder').get();
  return row !== undefined ? CORPUS_MESSAGES.holder(row.name, row.pid) : CORPUS_MESSAGES.unknownHolder;
}

class HeldLease implements Lease {
  constructor(private readonly database: Database.Database) {}

  release(): void {
    if (!this.database.open) return;
    try {
      this.database.exec('DELETE FROM holder; COMMIT');
    } catch {
      // Somebody is just looking who holds it, or the disk fails; closing lets go all the same.
    }
    this.database.close();
  }
}
