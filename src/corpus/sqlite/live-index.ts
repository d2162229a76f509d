import type { Kysely } from 'kysely';
import type { Signature } from '../../model/detection.js';
import { countedUnit } from '../../model/submission.js';
import { EssayBlobError } from '../essay-blob.js';
import { CandidateIndex, type IndexSettings } from '../index/candidate-index.js';
import { decodeIndex, fingerprintMark } from '../index-blob.js';
import type { EssayName } from '../messages.js';
import { readMark } from './epoch.js';
import type { CorpusTables } from './schema.js';
import { type StoredIndex, storedIndexes } from './stored-essays.js';

/** The index over all readable essays, and those whose data cannot be read. */
export interface LoadedIndex {
  readonly index: CandidateIndex;
  readonly damaged: readonly EssayName[];
}

/**
 * The index in memory, brought up to the stored essays whenever it is asked for, whichever process wrote them. New ones
 * are added; any other change has it built anew, since cut lists may have turned away an essay that belongs there now.
 */
export class LiveIndex {
  private index: CandidateIndex;
  private damaged: EssayName[] = [];
  /** What is in it. */
  private epoch = 0;
  private last = 0;
  private readonly mark: number;

  constructor(private readonly settings: IndexSettings) {
    this.index = new CandidateIndex(settings);
    this.mark = fingerprintMark(settings.fingerprint);
  }

  /** RangeError when the signature does not fit the settings. */
  check(signature: Signature): void {
    this.index.check(signature);
  }

  /** Within a transaction, so that essays and mark are of one moment. */
  async current(tables: Kysely<CorpusTables>): Promise<LoadedIndex> {
    const { epoch, last } = await readMark(tables);
    if (epoch !== this.epoch) {
      this.index = new CandidateIndex(this.settings);
      this.damaged = [];
      this.last = 0;
      this.epoch = epoch;
    }
    if (last > this.last) await this.catchUp(tables);
    return { index: this.index, damaged: this.damaged };
  }

  private async catchUp(tables: Kysely<CorpusTables>): Promise<void> {
    for await (const essays of storedIndexes(tables, this.last)) {
      for (const essay of essays) {
        if (!this.add(essay)) this.damaged.push({ id: essay.id, file: essay.file });
        this.last = essay.sequence;
      }
    }
  }

  /** Adds a readable essay. False when it should be found again but its data cannot be read or are of another version. */
  private add({ id, unit, tenant, made_with: madeWith, data }: StoredIndex): boolean {
    if (madeWith !== this.mark) return false;
    if (data === null) return true;
    try {
      this.index.add({ id, unit: countedUnit({ tenant, unit }), ...decodeIndex(data) });
      return true;
    } catch (error) {
      if (error instanceof EssayBlobError || error instanceof RangeError) return false;
      throw error;
    }
  }
}
