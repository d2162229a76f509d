import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Megabytes of the heap of V8; text and trees of the largest honest file take a third. */
const HEAP = 192;

/**
 * Arguments of node for a child whose program is `entry`: it may read the program and its packages and nothing else, write nothing
 * and start no process. Threads it may start: the recogniser is one, and one watches whether the parent lives. Native code it may
 * load, since pages of a PDF are drawn by it.
 */
export function childArguments(entry: URL): string[] {
  const flag = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';
  const reads = readablePlaces(fileURLToPath(entry)).map((place) => `--allow-fs-read=${place}`);
  return [`--max-old-space-size=${HEAP}`, flag, ...reads, '--allow-worker', '--allow-addons'];
}

/** The folder above that of the entry, what was built, package.json, and the folders of packages on the way up. */
function readablePlaces(entry: string): string[] {
  const root = packageRoot(entry);
  const packages = createRequire(entry).resolve.paths('a-package') ?? [];
  const places = [dirname(dirname(entry)), join(root, 'dist'), join(root, 'package.json'), ...packages].filter(existsSync);
  // A folder may be a link; both names of it are asked for.
  return [...new Set(places.flatMap((place) => [place, realpathSync(place)]))].map((place) =>
    place.endsWith('.json') ? place : place + sep,
  );
}

/** The nearest folder above with a package.json. */
function packageRoot(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder;
  }
}
