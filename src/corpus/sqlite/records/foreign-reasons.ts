import type { Match, Reason } from '../../../model/assessment.js';
import { nameForeign, type Owner } from './foreign-ids.js';

/** What the name of a file is told by in place of it. */
export interface Replaced {
  readonly match: Pick<Match, 'id' | 'file'>;
  readonly owner: Owner;
  /** The id by which the match goes. */
  readonly id: string;
}

/** A reason that names a match of another unit by its file tells the unit instead. */
export function cleanReason(reason: Reason, foreign: ReadonlyMap<string, Replaced>): Reason {
  const named = reason.match === undefined ? undefined : foreign.get(reason.match);
  if (named === undefined) return reason;
  return { ...reason, text: replaceName(reason.text, named), match: named.id };
}

/** The places first where sentences name a file, so that a file called "4" takes no figure with it; then wherever else it stands. */
function replaceName(text: string, { match: { file }, owner }: Replaced): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const unit = nameForeign(owner).replace(/^M/, 'm');
  const told = [
    ['): ', '.'],
    ['trùng với ', ' ('],
    ['Ở ', ', phần trùng'],
  ].reduce((sentence, [before, after]) => sentence.replace(`${before}${name}${after}`, () => `${before}${unit}${after}`), text);
  return name.length < SHORT_NAME ? told : told.replaceAll(name, () => unit);
}

/** A shorter name may be a figure of the sentence; it tells nobody anything. */
const SHORT_NAME = 4;
