import type { Advisory } from '../model/assessment.js';
import type { TraceKind } from '../model/file-traces.js';
import { sharedMetadata, sharedRevisions } from './messages.js';

/** Editing sessions that two files must share: with one in a few thousand essays two meet by chance. */
const MINIMUM_REVISIONS = 2;
/** Essays that an advisory names. */
const MOST_NAMED = 20;

/** How many traces of each kind another member's file shares with an essay's. */
export interface SharedFile {
  readonly submission: string;
  readonly shared: Readonly<Record<TraceKind, number>>;
}

/** What an essay's file has in common with those of others: facts to look at, which tell nothing of who wrote what. */
export function adviseShared(files: readonly SharedFile[]): Advisory[] {
  const advisories: Advisory[] = [];
  const history = files.filter(({ shared }) => shared.identifier > 0 || shared.revision >= MINIMUM_REVISIONS);
  if (history.length > 0) {
    const most = Math.max(...history.map(({ shared }) => shared.revision + shared.identifier));
    advisories.push({ code: 'shared-revisions', text: sharedRevisions(history.length, most), ...named(history) });
  }
  const [origin, editor] = (['origin', 'editor'] as const).map((kind) => files.filter(({ shared }) => shared[kind] > 0));
  const either = files.filter(({ shared }) => shared.origin + shared.editor > 0);
  if (either.length > 0)
    advisories.push({ code: 'shared-metadata', text: sharedMetadata(origin!.length, editor!.length), ...named(either) });
  return advisories;
}

const named = (files: readonly SharedFile[]): Pick<Advisory, 'spans' | 'submissions'> => ({
  spans: [],
  submissions: files
    .map(({ submission }) => submission)
    .sort()
    .slice(0, MOST_NAMED),
});
