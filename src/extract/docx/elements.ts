import type { XmlElement } from '../xml-stream.js';
import type { Walk } from './walk.js';

/** What the beginning or the end of an element does to the walk. */
export interface ElementHandler {
  open?(walk: Walk, element: XmlElement): void;
  close?(walk: Walk): void;
}

/** Handlers by the names of their elements; any other element is looked through. */
export type ElementHandlers = ReadonlyMap<string, ElementHandler>;

/** One handler for several elements. */
export function forAll(names: string, handler: ElementHandler): [string, ElementHandler][] {
  return names.split(' ').map((name) => [name, handler]);
}
