// @ts-check
// One essay against all kept ones in memory: how long, how much memory, and whether what it copied is found.
import { Essays, idOf, numberOf, unitOf } from '../essays.mjs';
import { cpuOf, median, quantile } from '../measure.mjs';

/** Number of the first essay that is asked about; none of the kept ones has it. */
const ASKED = 50_000_000;
const TIMED = 300;

/** @type {import('../bench.mjs').Row} */
export async function query(context) {
  const sizes = context.quick ? [5_000] : context.large ? [100_000, 1_000_000] : [100_000];
  return sizes.flatMap((size) => queryAt(size, context));
}

/** @param {number} size @param {import('../bench.mjs').Context} context @returns {import('../bench.mjs').Result[]} */
function queryAt(size, { core, quick, progress }) {
  const essays = new Essays(core);
  const { index, bytes, heap, addMs } = fill(size, essays, { core, progress });
  const kept = (/** @type {number} */ number) => core.decode(blobOf(number)).sequence;
  const blobOf = (/** @type {number} */ number) => {
    const sequence = essays.sequence(essays.generator.essay(number));
    return core.encode({ sequence, index: core.indexForKeeping(sequence) });
  };
  const ask = (/** @type {number} */ asked, /** @type {import('../core.mjs').Sequence} */ sequence) =>
    index.query(idOf(asked), unitOf(asked), core.indexForQuery(sequence)).map(numberOf);

  const times = Array.from({ length: quick ? 60 : TIMED }, (_, i) => {
    const asked = ASKED + i;
    const { sequence } = question(essays, asked, { size });
    // What the corpus would read from its file lies ready as it was kept; to read the tokens out of it counts.
    const blobs = new Map(ask(asked, sequence).map((number) => [number, blobOf(number)]));
    return cpuOf(() => {
      for (const number of ask(asked, sequence)) {
        const blob = blobs.get(number);
        if (blob !== undefined) core.passages(sequence, core.decode(blob).sequence);
      }
    });
  }).slice(20);

  const recall = (/** @type {'partial' | 'edited'} */ kind) => {
    const questions = quick ? 200 : 1_000;
    const found = Array.from({ length: questions }, (_, i) => {
      const asked = ASKED + 10_000 + i;
      const { sequence, source } = question(essays, asked, { size, kind });
      return ask(asked, sequence).includes(source) && core.passages(sequence, kept(source)).length > 0;
    });
    return (100 * found.filter(Boolean).length) / questions;
  };
  const recalls = { partial: recall('partial'), edited: recall('edited') };
  const [large, million] = [size >= 100_000, size >= 1_000_000];
  return [
    {
      figure: `one essay against ${size}: candidates and verified passages, median`,
      value: median(times),
      unit: 'ms',
      ...(large && { must: million ? 8 : 3, aim: million ? 2 : 1 }),
      better: 'less',
      detail: `90 % within ${quantile(times, 0.9).toFixed(2)} ms; adding one takes ${(1000 * addMs).toFixed(0)} µs`,
    },
    {
      figure: `index memory per essay at ${size}`,
      value: bytes / size / 1024,
      unit: 'KB',
      ...(million && { must: 2.1, aim: 1 }),
      better: 'less',
      detail: `typed arrays; ${(heap / size / 1024).toFixed(2)} KB more of ids and units`,
    },
    {
      figure: `candidate recall at ${size}, 30 % partial copies and 10 % edits`,
      value: Math.min(recalls.partial, recalls.edited),
      unit: '%',
      ...(large && { must: 99, aim: 99.5 }),
      better: 'more',
      detail: `partial ${recalls.partial.toFixed(1)} %, edited ${recalls.edited.toFixed(1)} %; source among the candidates, with a passage`,
    },
  ];
}

/** @param {number} size @param {Essays} essays @param {Pick<import('../bench.mjs').Context, 'core' | 'progress'>} context */
function fill(size, essays, { core, progress }) {
  const before = memory();
  const index = core.createIndex();
  let addMs = 0;
  for (let from = 0; from < size; from += 1_000) {
    const some = Array.from({ length: Math.min(1_000, size - from) }, (_, i) => {
      const sequence = essays.sequence(essays.generator.essay(from + i));
      return { id: idOf(from + i), unit: unitOf(from + i), index: core.indexForKeeping(sequence) };
    });
    addMs += cpuOf(() => {
      for (const { id, unit, index: essay } of some) index.add(id, unit, essay);
    });
    if (from % 50_000 === 0) progress(`${from} of ${size} essays indexed`);
  }
  const after = memory();
  return { index, bytes: after.arrayBuffers - before.arrayBuffers, heap: after.heapUsed - before.heapUsed, addMs: addMs / size };
}

/** What lives, garbage left out. */
function memory() {
  for (let i = 0; i < 2; i++) globalThis.gc?.();
  return process.memoryUsage();
}

/** An essay that is not kept; of the kind given, with its source among the kept ones. @param {Essays} essays @param {number} asked @param {{ size: number, kind?: 'partial' | 'edited' }} how */
function question(essays, asked, { size, kind }) {
  const own = asked % 10 === 0 ? 'partial' : asked % 10 === 1 ? 'edited' : 'own';
  const essay = essays.generator.essay(asked, kind ?? own, size);
  return { sequence: essays.sequence(essay), source: essay.copy?.source ?? -1 };
}
