import { queryOptions } from '@tanstack/react-query';
import { remindersSchema, unitRemindersSchema } from '../../../api/reminders.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';

export const remindersAddress = (campaign: string): string => `${campaignAddress(campaign)}/reminders`;

/** The unit's people who are to be reminded. */
export function remindersQuery(campaign: string) {
  return queryOptions({ queryKey: ['reminders', campaign, 'people'], queryFn: () => ask(remindersAddress(campaign), remindersSchema) });
}

/** How many there are at each unit. */
export function unitRemindersQuery(campaign: string) {
  return queryOptions({
    queryKey: ['reminders', campaign, 'units'],
    queryFn: () => ask(`${remindersAddress(campaign)}/units`, unitRemindersSchema),
  });
}
