import type { Advisory } from '../model/assessment.js';
import type { TraceKind } from '../model/file-traces.js';
import { sharedMetadata, sharedRevisions } from './messages.js';

/** Editing sessions that two files must share: with one in a few thousand essays two meet by chance. */
const MINIMUM_REVISIONS = 2;

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
  const origin = files.filter(({ shared }) => shared.origin > 0);
  if (origin.length > 0) advisories.push({ code: 'shared-metadata', text: sharedMetadata(origin.length), ...named(origin) });
  return advisories;
}

const named = (files: readonly SharedFile[]): Pick<Advisory, 'spans' | 'submissions'> => ({
  spans: [],
  submissions: files.map(({ submission }) => submission).sort(),
});
