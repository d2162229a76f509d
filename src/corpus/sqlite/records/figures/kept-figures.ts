import type { UnitFigures } from '../../../../model/person-facts.js';

/** A unit's own figures, of everybody and of key cadres alone. */
export interface OwnFigures {
  readonly all: UnitFigures;
  readonly keyCadres: UnitFigures;
}

/** Campaigns of which figures are remembered. */
const MOST = 8;

/**
 * Figures that were counted since anything was last written: whoever opens page after page of one report counts a province
 * once. In memory alone, and forgotten at the first change whatever it was: they can never be older than the facts.
 */
export class KeptFigures {
  private mark = -1;
  private readonly kept = new Map<string, Map<string, OwnFigures>>();

  /** What is known at this mark of a campaign's units, to be added to. `key` names the campaign and the day. */
  at(mark: number, key: string): Map<string, OwnFigures> {
    if (mark !== this.mark) this.kept.clear();
    this.mark = mark;
    const known = this.kept.get(key) ?? new Map<string, OwnFigures>();
    this.kept.delete(key);
    this.kept.set(key, known);
    for (const oldest of [...this.kept.keys()].slice(0, -MOST)) this.kept.delete(oldest);
    return known;
  }
}
