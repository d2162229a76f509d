import type { Kysely } from 'kysely';
import type { EssayIndex } from '../../model/detection.js';
import type { IndexSettings } from '../index/candidate-index.js';
import type { PreparedEssay } from './essay-rows.js';
import type { CorpusTables } from './schema.js';
import { type LoadedIndex, loadIndex } from './stored-essays.js';

/** The index in memory as the stored essays have it. New ones are added; any other change has it built anew, once it is asked for. */
export class LiveIndex {
  private outdated = false;

  private constructor(
    private readonly tables: Kysely<CorpusTables>,
    private readonly settings: IndexSettings,
    private loaded: LoadedIndex,
  ) {}

  static async load(tables: Kysely<CorpusTables>, settings: IndexSettings): Promise<LiveIndex> {
    return new LiveIndex(tables, settings, await loadIndex(tables, settings));
  }

  /** RangeError when the signature does not fit the settings. */
  check(index: EssayIndex): void {
    this.loaded.index.check(index);
  }

  /** Adds essays that have been stored as new ones. */
  add(essays: readonly PreparedEssay[]): void {
    if (this.outdated) return;
    for (const { id, essay } of essays) {
      if (essay.content !== null) this.loaded.index.add({ id, unit: essay.unit, index: essay.content.index });
    }
  }

  /** Stored essays were changed or removed: cut lists may have turned away one that belongs there now. */
  outdate(): void {
    this.outdated = true;
  }

  async current(): Promise<LoadedIndex> {
    if (this.outdated) {
      this.loaded = await loadIndex(this.tables, this.settings);
      this.outdated = false;
    }
    return this.loaded;
  }
}
