import type { Tables } from '../store.js';

/** The roster of a campaign at one unit, by given name. */
export interface Place {
  readonly campaign: string;
  readonly unit: string;
}

/** People on the roster of a campaign at one unit. */
export function selectRoster(tables: Tables, { campaign, unit }: Place) {
  return tables
    .selectFrom('roster_entry')
    .innerJoin('person', 'person.id', 'roster_entry.person')
    .where('roster_entry.campaign', '=', campaign)
    .where('roster_entry.unit', '=', unit)
    .where('person.erased_at', 'is', null)
    .select(['person.id', 'person.card', 'person.name', 'person.cell', 'person.is_key_cadre']);
}
