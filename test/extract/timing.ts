/**
 * How many times as long eight times the work takes: about 8 where the cost is linear, 64 where it is a square. The fastest of
 * three runs each, since the machine may be busy.
 */
export async function growthOfEight(work: (size: number) => Promise<unknown>, size: number): Promise<number> {
  await work(size);
  const small = await fastest(() => work(size));
  return (await fastest(() => work(8 * size))) / small;
}

/** A growth beyond this is a square's. */
export const LINEAR = 48;

async function fastest(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
