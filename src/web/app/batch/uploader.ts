import type { UploadAnswer } from '../../../api/service.js';
import { createSignal, type Signal } from '../../look/signal.js';
import type { NamedFile } from '../service/send-form.js';
import { backOff, packParcels, shareOut } from './parcels.js';

/** `failed`: could not be sent, may be tried again; `refused`: the service does not take it. */
export type SendState = 'waiting' | 'sending' | 'stored' | 'refused' | 'failed';

/** One file on its way. */
export interface Sending {
  readonly path: string;
  readonly size: number;
  readonly state: SendState;
  /** Bytes that have left this machine. */
  readonly sent: number;
  /** Why it was refused or could not be sent; empty otherwise. */
  readonly message: string;
}

/** How far it all is. */
export interface Sendings {
  readonly files: readonly Sending[];
  /** Seconds until the next attempt while the network is in the way; null while nothing waits for it. */
  readonly waits: number | null;
}

/** What an uploader needs of the world. */
export interface Carrier {
  send(files: readonly NamedFile[], onSent: (bytes: number) => void): Promise<UploadAnswer>;
  /** `again`: after a pause; `renew`: once the session has been looked at; otherwise the sentence to show. */
  judge(error: unknown): Promise<{ readonly kind: 'again' | 'renew' } | { readonly kind: 'stop'; readonly message: string }>;
  pause(seconds: number): Promise<void>;
  /** Whether a file can still be read on this machine: a browser reports one that was moved as a broken line. */
  isReadable(found: NamedFile): Promise<boolean>;
  /** Called when files have been stored. */
  onStored(): void;
  /** Sentence for a file that the answer does not speak of. */
  readonly notConfirmed: string;
  /** Sentence for a file that can no longer be read on this machine. */
  readonly unreadHere: string;
}

interface Entry {
  readonly found: NamedFile;
  state: SendState;
  sent: number;
  message: string;
}

/** Requests at a time. */
const LANES = 3;
/** Milliseconds between two tellings of what is going on. */
const TELL_EVERY = 150;

/** Sends the files of one batch, three requests at a time, and again when the network is in the way. */
export class Uploader {
  readonly state: Signal<Sendings> = createSignal<Sendings>({ files: [], waits: null });
  private readonly entries = new Map<string, Entry>();
  private queue: Entry[][] = [];
  private lanes = 0;
  private waiting = 0;
  private waits: number | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly carrier: Carrier) {}

  /** Takes files; one that was stored or is on its way under the same path is replaced only if it is another file. */
  add(files: readonly NamedFile[]): void {
    const fresh: Entry[] = [];
    for (const found of files) {
      const known = this.entries.get(found.path);
      if (known && known.state !== 'refused' && known.state !== 'failed' && isSameFile(known.found.file, found.file)) continue;
      const entry: Entry = { found, state: 'waiting', sent: 0, message: '' };
      this.entries.set(found.path, entry);
      fresh.push(entry);
    }
    this.enqueue(fresh);
  }

  /** Sends again what could not be sent. */
  retry(): void {
    const failed = [...this.entries.values()].filter(({ state }) => state === 'failed');
    for (const entry of failed) Object.assign(entry, { state: 'waiting', sent: 0, message: '' });
    this.enqueue(failed);
  }

  /** Takes a file that was not stored off the list. */
  forget(path: string): void {
    const state = this.entries.get(path)?.state;
    if (state === 'refused' || state === 'failed' || state === 'stored') this.entries.delete(path);
    this.tell();
  }

  private enqueue(entries: readonly Entry[]): void {
    const parcels = packParcels(entries.map((entry) => ({ entry, size: entry.found.file.size })));
    this.queue.push(...parcels.map((parcel) => parcel.map(({ entry }) => entry)));
    this.tell();
    while (this.lanes < LANES && this.queue.length > 0) void this.runLane();
  }

  private async runLane(): Promise<void> {
    this.lanes++;
    for (let parcel = this.queue.shift(); parcel !== undefined; parcel = this.queue.shift()) await this.deliver(parcel);
    this.lanes--;
    this.tell();
  }

  private async deliver(parcel: readonly Entry[]): Promise<void> {
    let left = parcel;
    for (let attempt = 1; left.length > 0; attempt++) {
      try {
        const answer = await this.attempt(left);
        this.settle(left, answer);
        return;
      } catch (error) {
        left = await this.dropUnreadable(left);
        if (left.length === 0) return;
        const verdict = await this.carrier.judge(error);
        if (verdict.kind === 'stop') return this.fail(left, verdict.message);
        for (const entry of left) Object.assign(entry, { state: 'waiting', sent: 0 });
        if (verdict.kind === 'again') await this.wait(backOff(attempt));
      }
    }
  }

  private async dropUnreadable(parcel: readonly Entry[]): Promise<readonly Entry[]> {
    const readable = await Promise.all(parcel.map(({ found }) => this.carrier.isReadable(found)));
    this.fail(
      parcel.filter((_, place) => !readable[place]),
      this.carrier.unreadHere,
    );
    return parcel.filter((_, place) => readable[place]);
  }

  private attempt(parcel: readonly Entry[]): Promise<UploadAnswer> {
    for (const entry of parcel) entry.state = 'sending';
    this.tell();
    const sizes = parcel.map(({ found }) => found.file.size);
    return this.carrier.send(
      parcel.map(({ found }) => found),
      (bytes) => {
        for (const [place, sent] of shareOut(sizes, bytes).entries()) parcel[place]!.sent = sent;
        this.tell();
      },
    );
  }

  private settle(parcel: readonly Entry[], { stored, refused }: UploadAnswer): void {
    const reasons = new Map(refused.map(({ file, message }) => [file.normalize('NFC'), message]));
    const names = new Set(stored.map(({ file }) => file.normalize('NFC')));
    // A service may have cleaned a name: as long as the counts fit, what was not refused was stored.
    const doFit = stored.length + refused.length === parcel.length;
    for (const entry of parcel) {
      const reason = reasons.get(entry.found.path);
      const isStored = reason === undefined && (doFit || names.has(entry.found.path));
      entry.state = reason !== undefined ? 'refused' : isStored ? 'stored' : 'failed';
      entry.sent = isStored ? entry.found.file.size : 0;
      entry.message = reason ?? (isStored ? '' : this.carrier.notConfirmed);
    }
    if (stored.length > 0) this.carrier.onStored();
    this.tell();
  }

  private fail(parcel: readonly Entry[], message: string): void {
    for (const entry of parcel) Object.assign(entry, { state: 'failed', sent: 0, message });
    this.tell();
  }

  private async wait(seconds: number): Promise<void> {
    this.waiting++;
    this.waits = seconds;
    this.tell();
    await this.carrier.pause(seconds);
    this.waiting--;
    if (this.waiting === 0) this.waits = null;
    this.tell();
  }

  private tell(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      const files = [...this.entries.values()].map(({ found, state, sent, message }) => ({
        path: found.path,
        size: found.file.size,
        state,
        sent,
        message,
      }));
      this.state.set({ files, waits: this.waits });
    }, TELL_EVERY);
  }
}

function isSameFile(first: File, second: File): boolean {
  return first.size === second.size && first.lastModified === second.lastModified;
}

/** Figures of what is on its way. */
export function countSendings(files: readonly Sending[]): {
  readonly stored: number;
  readonly left: number;
  readonly stuck: number;
  readonly sentBytes: number;
  readonly bytes: number;
} {
  const total = { stored: 0, left: 0, stuck: 0, sentBytes: 0, bytes: 0 };
  for (const { state, size, sent } of files) {
    if (state === 'stored') total.stored++;
    else if (state === 'waiting' || state === 'sending') total.left++;
    else total.stuck++;
    if (state === 'refused' || state === 'failed') continue;
    total.bytes += size;
    total.sentBytes += sent;
  }
  return total;
}
