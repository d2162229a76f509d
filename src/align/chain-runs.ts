import type { AlignSettings } from '../model/settings.js';
import type { ExactRun } from './exact-runs.js';

/** Exact runs that follow each other in both streams with small gaps; a run's beginning may be trimmed where two overlap. */
export type RunChain = readonly ExactRun[];

/** What a token of gap costs in matched tokens, the smaller part: distance says less than drift, since edits keep the diagonal. */
const GAP_COST = 0.1;

/** Earlier runs at most that a run is tried behind; only text that repeats itself without end has more. */
const MAX_OPEN = 128;

interface Link {
  readonly run: ExactRun;
  readonly score: number;
  readonly previous: number;
}

/**
 * Joins exact runs to chains of least drift (dynamic programming over runs sorted by the first stream) and gives the
 * chains by falling score; each run belongs to one chain. `crosses(run, next)` tells that text which takes no part lies between.
 */
export function chainRuns(
  runs: readonly ExactRun[],
  settings: AlignSettings,
  crosses: (run: ExactRun, next: ExactRun) => boolean,
): RunChain[] {
  const links: Link[] = [];
  let open: number[] = [];
  for (const [r, run] of runs.entries()) {
    open = open.filter((p) => endOf(links[p]!.run).first + settings.gap >= run.first).slice(-MAX_OPEN);
    let best: Link = { run, score: run.length, previous: -1 };
    for (const p of open) {
      const link = linkTo(links[p]!, p, run, settings);
      if (link !== null && link.score > best.score && !crosses(links[p]!.run, link.run)) best = link;
    }
    links.push(best);
    open.push(r);
  }
  return takeChains(links);
}

const endOf = (run: ExactRun): { first: number; second: number } => ({ first: run.first + run.length, second: run.second + run.length });

/** The link from one chain's end to a run that follows it, or null when the gap is too long or nothing of the run is left. */
function linkTo(link: Link, previous: number, run: ExactRun, settings: AlignSettings): Link | null {
  const end = endOf(link.run);
  const overlap = Math.max(0, end.first - run.first, end.second - run.second);
  if (overlap >= run.length) return null;
  const trimmed = overlap === 0 ? run : { first: run.first + overlap, second: run.second + overlap, length: run.length - overlap };
  const gapOfFirst = trimmed.first - end.first;
  const gapOfSecond = trimmed.second - end.second;
  if (gapOfFirst > settings.gap || gapOfSecond > settings.gap) return null;
  const cost = settings.driftCost * Math.abs(gapOfFirst - gapOfSecond) + GAP_COST * Math.max(gapOfFirst, gapOfSecond);
  return { run: trimmed, score: link.score + trimmed.length - cost, previous };
}

function takeChains(links: readonly Link[]): RunChain[] {
  const order = links.map((_, i) => i).sort((a, b) => links[b]!.score - links[a]!.score || a - b);
  const taken = new Uint8Array(links.length);
  const chains: ExactRun[][] = [];
  for (const last of order) {
    const chain: ExactRun[] = [];
    for (let i = last; i >= 0 && taken[i] === 0; i = links[i]!.previous) {
      taken[i] = 1;
      chain.push(links[i]!.run);
    }
    if (chain.length > 0) chains.push(chain.reverse());
  }
  return chains;
}
