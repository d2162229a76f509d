import type { ItemView, ProgressView } from '../api/service.js';
import type { Records } from '../corpus/records/records.js';
import type { BatchState } from '../model/batch-record.js';
import { viewBatch, viewItem } from './views.js';

const POLL_MS = 400;

/** Somebody who watches a batch. */
export interface Watcher {
  /** `isOver`: nothing more will come of this batch by itself. */
  send(progress: ProgressView, isOver: boolean): void;
  /** The batch cannot be watched any longer. */
  end(): void;
}

/** Tells watchers how their batches go on, reading each batch once however many watch it, and nothing while nobody does. */
export interface ProgressHub {
  /** Sends the whole state at once, then what changes. Rejects with AppError `unknown-id`. The answer stops it. */
  watch(batch: string, watcher: Watcher): Promise<() => void>;
  close(): void;
}

/** States in which a batch stays until somebody asks for something. */
export const isOver = (state: BatchState): boolean => state === 'done' || state === 'failed' || state === 'withdrawn';

/** A hub over `records`. */
export function createProgressHub(records: Records): ProgressHub {
  const watched = new Map<string, WatchedBatch>();
  return {
    async watch(batch, watcher) {
      let entry = watched.get(batch);
      if (entry === undefined) {
        entry = new WatchedBatch(records, batch);
        watched.set(batch, entry);
      }
      const found = entry;
      const stop = (): void => {
        if (found.remove(watcher) && watched.get(batch) === found) watched.delete(batch);
      };
      try {
        await found.add(watcher);
      } catch (error) {
        stop();
        throw error;
      }
      return stop;
    },
    close: () => {
      for (const entry of watched.values()) entry.end();
      watched.clear();
    },
  };
}

class WatchedBatch {
  private readonly watchers = new Set<Watcher>();
  private readonly items = new Map<number, ItemView>();
  private batch: ProgressView['batch'] | null = null;
  private seen = Number.NaN;
  /** Readings follow each other, so that none sends what an older one saw. */
  private turn: Promise<void> = Promise.resolve();
  private joining = 0;
  private isReading = false;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly records: Records,
    private readonly id: string,
  ) {
    this.timer = setInterval(() => this.poll(), POLL_MS);
    this.timer.unref();
  }

  async add(watcher: Watcher): Promise<void> {
    this.joining++;
    try {
      await this.inTurn(async () => {
        await this.read();
        if (this.batch === null) return;
        this.watchers.add(watcher);
        watcher.send({ batch: this.batch, changed: [...this.items.values()] }, isOver(this.batch.state));
      });
    } finally {
      this.joining--;
    }
  }

  /** True when nobody is left. */
  remove(watcher: Watcher): boolean {
    this.watchers.delete(watcher);
    if (this.watchers.size > 0 || this.joining > 0) return false;
    clearInterval(this.timer);
    return true;
  }

  end(): void {
    clearInterval(this.timer);
    for (const watcher of [...this.watchers]) watcher.end();
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => {});
    return result;
  }

  private poll(): void {
    if (this.isReading || this.records.changeMark() === this.seen) return;
    this.isReading = true;
    // A database that is busy now is asked again at the next turn.
    void this.inTurn(() => this.read())
      .catch(() => {})
      .finally(() => {
        this.isReading = false;
      });
  }

  /** Reads the batch and sends what differs to those who saw the state before. */
  private async read(): Promise<void> {
    const mark = this.records.changeMark();
    const batch = await viewBatch(this.records, this.id);
    const changed = (await this.records.batches.items(this.id)).map(viewItem).filter((item) => differs(this.items.get(item.number), item));
    const isNews = changed.length > 0 || JSON.stringify(batch) !== JSON.stringify(this.batch);
    for (const item of changed) this.items.set(item.number, item);
    this.batch = batch;
    this.seen = mark;
    if (!isNews) return;
    for (const watcher of [...this.watchers]) watcher.send({ batch, changed }, isOver(batch.state));
  }
}

function differs(before: ItemView | undefined, now: ItemView): boolean {
  return (
    before === undefined ||
    before.state !== now.state ||
    before.reason !== now.reason ||
    before.submission !== now.submission ||
    before.submissionState !== now.submissionState ||
    before.file !== now.file
  );
}
