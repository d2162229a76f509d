// @ts-check
// Sets of labelled essays: a folder with campaign.yaml, essays/NAME.txt and labels.json (fixtures/themes/*/README.md).
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * What people say of an essay. By theme: 2 addressed, 1 touched only, 0 not addressed; for a 2 all sentences that show it, verbatim.
 * `stuffed`: themes whose phrases stand there without saying anything; `ambiguous`: themes that people would argue about.
 * @typedef {{ kinds: readonly string[], themes: Readonly<Record<string, { label: 0 | 1 | 2, evidence?: readonly string[] }>>,
 *   stuffed?: readonly string[], ambiguous?: readonly string[] }} Labels
 */
/** @typedef {{ name: string, folder: string, labels: ReadonlyMap<string, Labels> }} LabelledSet */

const HOME = 'fixtures/themes';
/** Sets that weights were learned on. */
export const LEARNED_ON = ['khe-tram', 'hai-lam'];

/** The folders of the sets that the repository has, those first that weights were learned on. */
export function ownSets() {
  const names = readdirSync(HOME, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const later = names.map(({ name }) => name).filter((name) => !LEARNED_ON.includes(name));
  return [...LEARNED_ON, ...later.sort()].map((name) => join(HOME, name));
}

/** @param {string} folder @returns {LabelledSet} */
export function readSet(folder) {
  const { essays } = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'));
  const inOrder = Object.keys(essays).sort();
  return { name: basename(folder), folder, labels: new Map(inOrder.map((name) => [name, essays[name]])) };
}
