import type { Corpus } from '../corpus/corpus.js';
import { type TraceKind, tracesOf } from '../model/file-traces.js';
import { countedUnit, type Submission } from '../model/submission.js';
import type { SharedFile } from '../score/shared-traces.js';
import type { Essay } from './essay.js';
import { isOneWriter, type Writers } from './one-writer.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import { areTwins } from './unnamed.js';

/** Units up to which a trace tells something: a circle of copies is seldom wider, and a form that was handed round is. */
const FEW_UNITS = 8;
/** Essays up to which it does: more in so few units are one unit's form. */
const MOST_HOLDERS = 256;
/** Traces that are looked up together. */
const CHUNK = 500;

/** What the files of some essays, their own, share with those of all that are kept. */
export interface SharedFiles {
  /** The files of other members that share traces with each own essay's, by submission id; essays without any are left out. */
  readonly of: ReadonlyMap<string, readonly SharedFile[]>;
  /** Other kept essays of whose files something else is to be told with the own ones than without them. */
  readonly changed: ReadonlySet<string>;
}

/** A trace and the own essays that carry it. */
interface Carried {
  readonly kind: TraceKind;
  readonly own: Submission[];
}

/** Looks up the traces of kept essays' files. */
export async function findSharedFiles(
  essays: readonly Pick<Essay, 'submission' | 'extraction'>[],
  { campaign, traces: ofCampaign }: Pick<PreparedCampaign, 'campaign' | 'traces'>,
  corpus: Corpus,
  writers: Writers = new Map(),
): Promise<SharedFiles> {
  const carried = traceEssays(essays);
  const own = new Set(essays.map(({ submission }) => submission.id));
  const tallies = new Map<string, Map<string, Record<TraceKind, number>>>();
  const changed = new Set<string>();
  const wanted = [...carried].map(([trace, one]) => [trace, MOST_HOLDERS + one.own.length] as const);
  for (let start = 0; start < wanted.length; start += CHUNK) {
    for (const [trace, holders] of await corpus.holders(new Map(wanted.slice(start, start + CHUNK)))) {
      const { kind, own: carriers } = carried.get(trace)!;
      const isForm = ofCampaign.has(trace);
      if (!isForm) for (const one of carriers) for (const other of othersTold(one, holders) ?? []) count(one, other, kind);
      const earlier = holders.filter(({ id }) => !own.has(id));
      for (const one of earlier) {
        if (isForm && one.campaign === campaign.name) continue;
        // With more of them it told nothing before, and tells nothing now.
        if (othersTold(one, earlier) !== null && carriers.some((other) => isOther(one, other))) changed.add(one.id);
      }
    }
  }
  const listed = [...tallies].map(([id, others]) => [id, [...others].map(([submission, shared]) => ({ submission, shared }))] as const);
  return { of: new Map(listed), changed };

  function isOther(one: Submission, other: Submission): boolean {
    return !isOneWriter(one, other, writers) && !areTwins(one, other);
  }

  /** The holders of a trace that it connects an essay with; null where so many have it that it tells nothing. */
  function othersTold(one: Submission, holders: readonly Submission[]): readonly Submission[] | null {
    if (holders.length > MOST_HOLDERS) return null;
    const others = holders.filter((other) => isOther(one, other));
    const units = new Set([one, ...others].map(countedUnit));
    return units.size <= FEW_UNITS ? others : null;
  }

  function count({ id }: Submission, other: Submission, kind: TraceKind): void {
    const others = tallies.get(id) ?? new Map<string, Record<TraceKind, number>>();
    const shared = others.get(other.id) ?? { revision: 0, identifier: 0, origin: 0 };
    shared[kind]++;
    tallies.set(id, others.set(other.id, shared));
  }
}

function traceEssays(essays: Parameters<typeof findSharedFiles>[0]): ReadonlyMap<string, Carried> {
  const carried = new Map<string, Carried>();
  for (const { submission, extraction } of essays) {
    for (const { kind, key } of tracesOf(extraction.metadata)) {
      const known = carried.get(key);
      if (known === undefined) carried.set(key, { kind, own: [submission] });
      else known.own.push(submission);
    }
  }
  return carried;
}
