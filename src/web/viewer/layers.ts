import type { Span } from './passages.js';

/** A stretch with what is to be said about it. */
export interface Labelled<T> extends Span {
  readonly label: T;
}

/** Cuts `range` at every edge of `layers`; each piece carries the label of the first layer that covers it, or null. */
export function cutByLayers<T>(range: Span, layers: readonly Labelled<T>[]): Labelled<T | null>[] {
  const inside = layers.filter(({ start, end }) => start < range.end && end > range.start && start < end);
  const edges = new Set([range.start, range.end]);
  for (const { start, end } of inside) {
    edges.add(Math.max(start, range.start));
    edges.add(Math.min(end, range.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const pieces: Labelled<T | null>[] = [];
  for (const [index, start] of sorted.entries()) {
    const end = sorted[index + 1];
    if (end === undefined) break;
    const label = inside.find((layer) => layer.start <= start && layer.end >= end)?.label ?? null;
    const last = pieces.at(-1);
    if (last !== undefined && last.label === label) pieces[pieces.length - 1] = { ...last, end };
    else pieces.push({ start, end, label });
  }
  return pieces;
}
