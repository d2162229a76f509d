import type { Reach } from '../reach.js';
import type { Tables } from '../store.js';
import { dueDayOf } from './due-days.js';
import { groupsOf, isSet } from './roster-rows.js';

/** Somebody on a roster, by their unit there. */
interface Placed {
  readonly campaign: string;
  readonly person: string;
  readonly unit: string;
}

/** What a person must answer and by when, as `Rosters.promptFor` has it; `prompt` is empty where the campaign's counts. */
export async function promptForPerson(
  tables: Tables,
  { campaign, person, unit }: Placed,
  reach: Reach,
): Promise<{ readonly prompt: string; readonly due: string | null }> {
  const { due } = await dueDayOf(tables, campaign, unit);
  const group = (await groupsOf(tables, campaign, reach, person)).get(person)?.find(isSet);
  return { prompt: group?.prompt ?? '', due: group?.due ?? due };
}
