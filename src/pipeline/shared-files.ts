import type { Corpus } from '../corpus/corpus.js';
import { type FileTrace, tracesOf } from '../model/file-traces.js';
import type { Submission } from '../model/submission.js';
import type { SharedFile } from '../score/shared-traces.js';
import type { Essay } from './essay.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import { areTwins } from './unnamed.js';

/** Units up to which a trace tells something: a circle of copies is seldom wider, and a form that was handed round is. */
const FEW_UNITS = 8;
/** Essays up to which it does: more in so few units are one unit's form. */
const MOST_HOLDERS = 256;
/** Essays whose traces are looked up together. */
const CHUNK = 32;

/** The kept files of other members that share traces with each essay's file, by submission id; essays without any are left out. */
export async function findSharedFiles(
  essays: readonly Essay[],
  { traces: ofCampaign }: Pick<PreparedCampaign, 'traces'>,
  corpus: Corpus,
): Promise<ReadonlyMap<string, readonly SharedFile[]>> {
  const found = new Map<string, readonly SharedFile[]>();
  for (let start = 0; start < essays.length; start += CHUNK) {
    const chunk = essays.slice(start, start + CHUNK).map(({ submission, extraction }) => ({
      submission,
      traces: tracesOf(extraction.metadata).filter(({ key }) => !ofCampaign.has(key)),
    }));
    const keys = new Set(chunk.flatMap(({ traces }) => traces.map(({ key }) => key)));
    if (keys.size === 0) continue;
    const holders = await corpus.holders([...keys], MOST_HOLDERS);
    for (const { submission, traces } of chunk) {
      const files = filesSharing(submission, traces, holders);
      if (files.length > 0) found.set(submission.id, files);
    }
  }
  return found;
}

function filesSharing(
  submission: Submission,
  traces: readonly FileTrace[],
  holders: ReadonlyMap<number, readonly Submission[]>,
): SharedFile[] {
  const files = new Map<string, Record<FileTrace['kind'], number>>();
  for (const { kind, key } of traces) {
    const others = (holders.get(key) ?? []).filter((one) => one.member !== submission.member && !areTwins(one, submission));
    if (new Set([submission.unit, ...others.map(({ unit }) => unit)]).size > FEW_UNITS) continue;
    for (const { id } of others) {
      const shared = files.get(id) ?? { revision: 0, identifier: 0, origin: 0, editor: 0 };
      shared[kind]++;
      files.set(id, shared);
    }
  }
  return [...files].map(([id, shared]) => ({ submission: id, shared }));
}
