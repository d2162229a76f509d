import type { Duplex } from 'node:stream';

/** The child's descriptor of the pipe to its parent. */
export const PIPE = 3;

/** Bytes before each frame, which tell its length. */
const HEAD = 4;

/** Sends one frame of at least one byte. */
export function sendFrame(pipe: Duplex, frame: Uint8Array): void {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32BE(frame.length);
  // At once, so that it is on its way before a parser keeps the process busy.
  pipe.cork();
  pipe.write(head);
  pipe.write(frame);
  pipe.uncork();
}

/**
 * Takes frames of up to `most` bytes from the pipe until it ends, or is ended here: by a frame that is empty or longer. What is held
 * of a frame is never more than its own bytes, however they come.
 */
export function takeFrames(pipe: Duplex, most: number, onFrame: (frame: Buffer) => void, onEnd: () => void): void {
  let part = Buffer.alloc(HEAD);
  let filled = 0;
  let isHead = true;
  const next = (): void => {
    const length = isHead ? part.readUInt32BE() : HEAD;
    if (!isHead) onFrame(part);
    if (length === 0 || length > most) pipe.destroy();
    else part = Buffer.allocUnsafe(length);
    filled = 0;
    isHead = !isHead;
  };
  pipe.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length && !pipe.destroyed; ) {
      const copied = chunk.copy(part, filled, at);
      at += copied;
      filled += copied;
      if (filled === part.length) next();
    }
  });
  // What went wrong with a pipe is seen by its end.
  pipe.on('error', () => undefined);
  pipe.once('close', onEnd);
}
