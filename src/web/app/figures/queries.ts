import { queryOptions } from '@tanstack/react-query';
import { campaignFiguresSchema, figuresSchema } from '../../../api/figures.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';

const asked = (unit: string | null, keyCadres: boolean): string =>
  `?cadres=${keyCadres ? 1 : 0}${unit === null ? '' : `&unit=${encodeURIComponent(unit)}`}`;

/** A unit's figures in one campaign. What is on the screen stays until the other figures are there. */
export function figuresQuery(campaign: string, unit: string | null, keyCadres: boolean) {
  return queryOptions({
    queryKey: ['figures', campaign, unit, keyCadres],
    queryFn: () => ask(`${campaignAddress(campaign)}/figures${asked(unit, keyCadres)}`, figuresSchema),
    placeholderData: (before) => (before?.campaign.id === campaign ? before : undefined),
  });
}

/** All campaigns beside each other. */
export function campaignFiguresQuery(keyCadres: boolean) {
  return queryOptions({
    queryKey: ['campaign-figures', keyCadres],
    queryFn: () => ask(`/api/figures/campaigns${asked(null, keyCadres)}`, campaignFiguresSchema),
    placeholderData: (before) => before,
  });
}
