// The package's root loads a .env file and opens database drivers; the one function needed stands alone.
import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';

/** Similarity from which a name is offered as the one that was meant. */
const NEAR = 0.85;

/** The name most like a mistyped one (Jaro-Winkler, case aside), or null when none is near: it is offered, never taken. */
export function nearestName(
  name: string,
  others: readonly string[],
  comparedBy: (other: string) => string = (other) => other,
): string | null {
  const scored = others.map((other) => ({ other, score: jaroWinkler(name, comparedBy(other), { ignoreCase: true }) }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score >= NEAR ? best.other : null;
}
