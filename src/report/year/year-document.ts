import { formatDate, formatMoment } from '../../model/format.js';
import type { DocumentParts } from '../../model/unit-report.js';
import { totalsOf, type YearEntry, type YearExtract, type YearTotals } from '../../model/year-record.js';
import { plainText } from '../letter/plain-text.js';
import { YEAR_WORDS } from './year-words.js';

/** One member as a document names them; every text is one plain line. */
export interface YearPerson {
  readonly card: string;
  readonly name: string;
  readonly cell: string;
  readonly post: string;
  readonly isKeyCadre: boolean;
  readonly entries: readonly (YearEntry & { readonly name: string })[];
  readonly totals: YearTotals;
}

/** The yearly extract in the form of a Party document, by cell: what every file of it is made from. */
export interface YearDocument {
  readonly year: number;
  readonly title: string;
  readonly note: string;
  readonly counted: string;
  readonly upperIssuer: string;
  readonly issuer: string;
  readonly party: string;
  readonly number: string;
  readonly placeAndDay: string;
  readonly campaigns: readonly string[];
  readonly cells: readonly { readonly name: string; readonly people: readonly YearPerson[] }[];
  readonly signerPost: string;
  readonly signerName: string;
  readonly recipients: readonly string[];
}

const DOTS = '…………';

/** Sets an extract out as a document. The day of the head is filled in by hand: it is the day of signing. */
export function toYearDocument({ year, campaigns, members }: YearExtract, parts: DocumentParts, now: Date): YearDocument {
  const names = new Map(campaigns.map(({ id, name }) => [id, plainText(name)]));
  const cells = new Map<string, YearPerson[]>();
  for (const { card, name, cell, post, isKeyCadre, entries } of members) {
    const person = { card: plainText(card), name: plainText(name), cell: plainText(cell), post: plainText(post), isKeyCadre };
    const named = entries.map((entry) => ({ ...entry, name: names.get(entry.campaign) ?? '' }));
    const people = cells.get(person.cell) ?? [];
    people.push({ ...person, entries: named, totals: totalsOf(entries) });
    cells.set(person.cell, people);
  }
  return {
    year,
    title: YEAR_WORDS.title(year),
    note: YEAR_WORDS.note,
    counted: YEAR_WORDS.counted(formatMoment(now)),
    upperIssuer: plainText(parts.upperIssuer),
    issuer: plainText(parts.issuer),
    party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
    number: `Số ${plainText(parts.number) || '…… -TL/……'}`,
    placeAndDay: `${plainText(parts.place) || DOTS}, ngày …… tháng …… năm ${formatDate(now).slice(-4)}`,
    campaigns: [...names.values()],
    cells: [...cells].map(([name, people]) => ({ name: name || YEAR_WORDS.noCell, people })),
    signerPost: plainText(parts.signerPost),
    signerName: plainText(parts.signerName),
    recipients: parts.recipients
      .split('\n')
      .map(plainText)
      .filter((line) => line !== ''),
  };
}
