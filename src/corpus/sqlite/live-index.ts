import type { Kysely } from 'kysely';
import type { EssayIndex } from '../../model/detection.js';
import { CandidateIndex, type IndexSettings } from '../index/candidate-index.js';
import type { EssayName } from '../messages.js';
import { readMark } from './epoch.js';
import type { CorpusTables } from './schema.js';
import { addStored, storedEssays } from './stored-essays.js';

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

  constructor(private readonly settings: IndexSettings) {
    this.index = new CandidateIndex(settings);
  }

  /** RangeError when the signature does not fit the settings. */
  check(index: EssayIndex): void {
    this.index.check(index);
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
    for await (const essays of storedEssays(tables, this.last)) {
      for (const essay of essays) {
        if (!addStored(this.index, essay)) this.damaged.push({ id: essay.id, file: essay.file });
        this.last = essay.sequence;
      }
    }
  }
}
