import type { Request, Response } from 'express';
import type { ProgressView } from '../api/service.js';

const HEARTBEAT_MS = 15_000;
/** A reader that lets so much pile up is cut off; browsers come back by themselves. */
const MAX_WAITING_BYTES = 8 * 1024 * 1024;
/** Id of the last event of a batch that is over. */
const LAST = 'over';

/** Whether a browser that lost its stream had already seen the end of it. */
export const hasSeenEnd = (request: Request): boolean => request.get('last-event-id') === LAST;

/** One answer of server-sent events (HTML standard, 9.2). */
export class EventStream {
  private readonly heartbeat: NodeJS.Timeout;

  /** Begins the answer; `isWelcome` is asked with every heartbeat, and the stream ends once it says no. */
  constructor(
    private readonly response: Response,
    isWelcome: () => Promise<boolean>,
  ) {
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    this.heartbeat = setInterval(() => void this.beat(isWelcome), HEARTBEAT_MS);
    this.heartbeat.unref();
    response.once('close', () => clearInterval(this.heartbeat));
  }

  progress(progress: ProgressView, isLast: boolean): void {
    this.write(`${isLast ? `id: ${LAST}\n` : ''}event: progress\ndata: ${JSON.stringify(progress)}\n\n`);
  }

  end(): void {
    if (!this.response.writableEnded) this.response.end();
  }

  private async beat(isWelcome: () => Promise<boolean>): Promise<void> {
    // A database that cannot be asked just now is no reason to turn somebody away.
    if (await isWelcome().catch(() => true)) this.write(':\n\n');
    else this.end();
  }

  private write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    this.response.write(text);
    if (this.response.writableLength > MAX_WAITING_BYTES) this.response.destroy();
  }
}
