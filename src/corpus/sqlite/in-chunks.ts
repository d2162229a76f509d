/** Values of one statement, well under SQLite's limit of 32,766 parameters. */
const CHUNK = 500;

/** `items` in order, cut so that each part fits one statement. */
export function inChunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, part) => items.slice(part * CHUNK, (part + 1) * CHUNK));
}
