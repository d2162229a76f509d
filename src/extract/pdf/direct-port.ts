type Listener = (event: { readonly data: unknown }) => void;

/** Part of a page's operators as pdf.js sends it. */
interface Chunk {
  readonly fnArray: unknown[];
  readonly argsArray: unknown[];
}

/**
 * Joins the two halves of pdf.js, made for two threads, in one: messages are handed over as they are, where its own port copies them
 * deeply, which costs as much as the reading. Only the lists that the sender empties for the next message are copied.
 */
export class DirectPort {
  private readonly listeners = new Set<Listener>();

  postMessage(message: object): void {
    const data = 'chunk' in message && isChunk(message.chunk) ? { ...message, chunk: copied(message.chunk) } : message;
    queueMicrotask(() => {
      for (const listener of [...this.listeners]) listener({ data });
    });
  }

  addEventListener(_name: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void {
    this.listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.removeEventListener(_name, listener));
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.listeners.delete(listener);
  }
}

function isChunk(chunk: unknown): chunk is Chunk {
  return typeof chunk === 'object' && chunk !== null && 'fnArray' in chunk && 'argsArray' in chunk;
}

function copied(chunk: Chunk): Chunk {
  return { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() };
}
