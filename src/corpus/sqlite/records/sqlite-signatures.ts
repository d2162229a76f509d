import { sql } from 'kysely';
import type { BatchCounts, BatchSignature, BatchSigning, Signer } from '../../../model/batch-signature.js';
import { AppError } from '../../../model/errors.js';
import type { Actor } from '../../records/actor.js';
import type { NewSignature, Signatures } from '../../records/signatures.js';
import { batchRow } from './batch-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import type { Store, Tables } from './store.js';
import { readObject } from './stored-json.js';
import { usualParts } from './unit-reports/document-parts.js';

export class SqliteSignatures implements Signatures {
  constructor(private readonly store: Store) {}

  of(batch: string): Promise<BatchSigning> {
    return this.store.read(async (tables) => {
      const { unit } = await batchRow(tables, batch, this.store.scope);
      const { signerPost, signerName } = await usualParts(tables, unit);
      return { ...(await standingOf(tables, batch)), usual: { post: signerPost, name: signerName } };
    });
  }

  sign(batch: string, { post, name, counts: seen, before }: NewSignature, actor: Actor): Promise<void> {
    return this.store.write(async ({ tables, reach, at, log }) => {
      const { campaign, unit, number, state } = await batchRow(tables, batch, reach);
      if (state !== 'done') throw new AppError('batch-busy', RECORD_MESSAGES.batchUnsigned(number));
      const { counts, signature } = await standingOf(tables, batch);
      if (counts.essays === 0) throw new AppError('batch-empty', RECORD_MESSAGES.nothingToSign(number));
      // Nobody signs for conclusions that they have not seen.
      if (!areSame(counts, seen) || (signature?.at ?? null) !== before)
        throw new AppError('signature-outdated', RECORD_MESSAGES.signatureOutdated, { details: { counts, by: signature?.by ?? null } });
      const values = { signer: name, post, content: JSON.stringify(counts), by: actor, at };
      await tables
        .insertInto('batch_signature')
        .values({ batch, ...values })
        .onConflict((conflict) => conflict.column('batch').doUpdateSet(values))
        .execute();
      await log({ actor, kind: 'batch-signed', campaign, unit, batch, details: { number, signer: name, post, ...counts } });
    });
  }

  signer(): Promise<Signer | null> {
    return this.store.read(async (tables) => {
      const { signerPost, signerName } = await usualParts(tables, this.store.home);
      return signerName === '' ? null : { post: signerPost, name: signerName };
    });
  }
}

async function standingOf(tables: Tables, batch: string): Promise<Omit<BatchSigning, 'usual'>> {
  const row = await tables.selectFrom('batch_signature').selectAll().where('batch', '=', batch).executeTakeFirst();
  const signature = row === undefined ? null : toSignature(row);
  const { rows } = await sql<BatchCounts & { concludedSince: number }>`
    WITH essay (verdict, since) AS (
      SELECT (SELECT verdict FROM conclusion WHERE conclusion.submission = batch_item.submission ORDER BY revision DESC LIMIT 1),
        EXISTS (SELECT 1 FROM conclusion WHERE conclusion.submission = batch_item.submission AND conclusion.at > ${signature?.at ?? ''})
      FROM batch_item WHERE batch = ${batch} AND state = 'read' AND submission IS NOT NULL)
    SELECT count(*) AS essays, coalesce(sum(verdict = 'accepted'), 0) AS accepted, coalesce(sum(verdict = 'rewrite'), 0) AS rewrite,
      coalesce(sum(verdict IS NULL), 0) AS open, coalesce(sum(since), 0) AS concludedSince FROM essay`.execute(tables);
  const { concludedSince, ...counts } = rows[0] ?? { essays: 0, accepted: 0, rewrite: 0, open: 0, concludedSince: 0 };
  return { counts, signature, concludedSince: signature === null ? 0 : concludedSince };
}

type SignatureRow = Pick<BatchSignature, 'post' | 'by' | 'at'> & {
  readonly batch: string;
  readonly signer: string;
  readonly content: string;
};

function toSignature({ batch, signer, post, content, by, at }: SignatureRow): BatchSignature {
  return { name: signer, post, counts: readObject<BatchCounts>(content, { table: 'batch_signature', row: batch }), by, at };
}

const areSame = (one: BatchCounts, other: BatchCounts): boolean =>
  one.essays === other.essays && one.accepted === other.accepted && one.rewrite === other.rewrite && one.open === other.open;
