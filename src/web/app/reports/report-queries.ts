import { queryOptions } from '@tanstack/react-query';
import {
  outlinesSchema,
  ownReportSchema,
  type REPORTING_FILTERS,
  reportingUnitsSchema,
  sentReportSchema,
} from '../../../api/unit-report.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';

/** Key of all that is about reports of a campaign. */
export const reportKey = (campaign: string) => ['unit-reports', campaign] as const;

/** Address of something about reports, at one of one's units. */
export function reportAddress(campaign: string, unit: string, what: string, query: Readonly<Record<string, string>> = {}): string {
  return `${campaignAddress(campaign)}/${what}?${new URLSearchParams({ unit, ...query })}`;
}

/** Address of what a unit below has sent. */
export const receivedAddress = (of: string, number: number): string => `unit-reports/${encodeURIComponent(of)}/${number}`;

export const outlinesQuery = (campaign: string, unit: string) =>
  queryOptions({
    queryKey: [...reportKey(campaign), unit, 'outlines'],
    queryFn: () => ask(reportAddress(campaign, unit, 'outline'), outlinesSchema),
  });

export const ownReportQuery = (campaign: string, unit: string) =>
  queryOptions({
    queryKey: [...reportKey(campaign), unit, 'own'],
    queryFn: () => ask(reportAddress(campaign, unit, 'unit-report'), ownReportSchema),
  });

/** One sending: of the own report, or of that of a unit below. */
export const sentQuery = (campaign: string, unit: string, of: string | null, number: number) => {
  const what = of === null ? `unit-report/sendings/${number}` : receivedAddress(of, number);
  return queryOptions({
    queryKey: [...reportKey(campaign), unit, 'sent', of, number],
    queryFn: () => ask(reportAddress(campaign, unit, what), sentReportSchema),
  });
};

/** Which units of the list are looked at. */
export interface ListedUnits {
  readonly state: (typeof REPORTING_FILTERS)[number] | null;
  readonly search: string;
  readonly from: number;
}

export const reportingQuery = (campaign: string, unit: string, { state, search, from }: ListedUnits) =>
  queryOptions({
    queryKey: [...reportKey(campaign), unit, 'units', state, search, from],
    queryFn: () =>
      ask(
        reportAddress(campaign, unit, 'unit-reports', { q: search, from: String(from), ...(state !== null && { state }) }),
        reportingUnitsSchema,
      ),
    placeholderData: (before) => before,
  });
