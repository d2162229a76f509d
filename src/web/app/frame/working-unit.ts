import { recall, remember } from '../../look/remember.js';
import { createSignal, useSignal } from '../../look/signal.js';
import { type Account, useAccount } from './account.js';

const KEY = 'soatbai.unit';
const chosen = createSignal<string | null>(recall(KEY));

/** Units at which an account runs campaigns, each once. */
export function committeeUnits({ grants }: Account): readonly { readonly unit: string; readonly unitName: string }[] {
  return grants.filter(({ role }) => role === 'committee');
}

/** The unit that new campaigns and batches belong to; undefined for whoever has no choice. */
export function useWorkingUnit(): string | undefined {
  const units = committeeUnits(useAccount());
  const wanted = useSignal(chosen);
  if (units.length < 2) return undefined;
  return (units.find(({ unit }) => unit === wanted) ?? units[0])?.unit;
}

/** Works at another unit from now on, in this browser. */
export function workAt(unit: string): void {
  remember(KEY, unit);
  chosen.set(unit);
}
