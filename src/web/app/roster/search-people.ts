import type { RosterPersonView } from '../../../api/roster.js';
import { foldText } from '../../viewer/rows.js';

/** What is searched of each person: folding thousands of them anew at every letter would be felt. */
const FOLDED = new WeakMap<Sought, string>();

type Sought = Pick<RosterPersonView, 'name' | 'card' | 'cell'> & Partial<Pick<RosterPersonView, 'post'>>;

/** People whose name, card, unit or post holds all words, in their order; marks and case are nothing to it. */
export function findPeople<Person extends Sought>(people: readonly Person[], search: string): readonly Person[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return people;
  return people.filter((person) => {
    const text = FOLDED.get(person) ?? foldText(`${person.name} ${person.card} ${person.cell} ${person.post ?? ''}`);
    FOLDED.set(person, text);
    return words.every((word) => text.includes(word));
  });
}
