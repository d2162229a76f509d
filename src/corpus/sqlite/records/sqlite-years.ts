import type { DocumentParts } from '../../../model/unit-report.js';
import { type YearExtract, type YearMember, yearOf } from '../../../model/year-record.js';
import type { OwnYearEntry, Years } from '../../records/years.js';
import { readAttempts, toLook } from './attempt-rows.js';
import { BY_NAME, byGivenName } from './roster/names.js';
import type { Store, Tables } from './store.js';
import { usualParts } from './unit-reports/document-parts.js';
import { namedUnit } from './unit-reports/outline-rows.js';
import { campaignsOfYears, entriesOf, type YearPlace } from './year-rows.js';

export class SqliteYears implements Years {
  constructor(private readonly store: Store) {}

  list(): ReturnType<Years['list']> {
    return this.store.read(async (tables) => {
      const counts = new Map<number, number>();
      for (const { day } of await campaignsOfYears(tables, this.place(null))) counts.set(yearOf(day), (counts.get(yearOf(day)) ?? 0) + 1);
      return [...counts].map(([year, campaigns]) => ({ year, campaigns })).sort((one, other) => other.year - one.year);
    });
  }

  of(year: number): Promise<YearExtract> {
    return this.store.read(async (tables) => {
      const place = this.place(null);
      const campaigns = (await campaignsOfYears(tables, place)).filter(({ day }) => yearOf(day) === year);
      const members = new Map<string, YearMember>();
      for (const { id } of campaigns)
        for (const { entry, ...person } of await entriesOf(tables, id, place))
          members.set(person.id, { ...person, entries: [...(members.get(person.id)?.entries ?? []), entry] });
      const inOrder = [...members.values()].sort((one, other) => BY_NAME.compare(one.cell, other.cell) || byGivenName(one, other));
      return { year, unit: await namedUnit(tables, place.unit), campaigns, members: inOrder };
    });
  }

  documentParts(): Promise<DocumentParts> {
    return this.store.read((tables) => usualParts(tables, this.store.home));
  }

  own(): Promise<readonly OwnYearEntry[]> {
    return this.store.read(async (tables) => {
      const person = this.store.scope?.person ?? '';
      const place = this.place(person);
      const own: OwnYearEntry[] = [];
      for (const { id, name, day } of await campaignsOfYears(tables, place)) {
        const [found] = await entriesOf(tables, id, place);
        if (found === undefined) continue;
        const attempts = (await readAttempts(tables, id, [person])).get(person) ?? [];
        own.push({ ...found.entry, name, day, attempts, looks: await looksOf(tables, id, person) });
      }
      return own.reverse();
    });
  }

  private place(person: string | null): YearPlace {
    return { unit: this.store.home, reach: this.store.scope, person };
  }
}

async function looksOf(tables: Tables, campaign: string, person: string): Promise<OwnYearEntry['looks']> {
  const rows = tables.selectFrom('second_look').selectAll().where('campaign', '=', campaign).where('person', '=', person);
  return (await rows.orderBy('asked_at').execute()).map(toLook);
}
