import { useMutation, useQueryClient } from '@tanstack/react-query';
import { rosterSchema } from '../../../api/roster.js';
import { toast } from '../frame/toasts.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';
import { rosterQuery } from './roster-queries.js';

/** Keeps something of the roster and shows what came of it. */
export function useSaving(campaign: string, path: string, told: string) {
  const client = useQueryClient();
  const { queryKey } = rosterQuery(campaign);
  return useMutation({
    mutationFn: (json: object) => ask(`${campaignAddress(campaign)}/${path}`, rosterSchema, { method: 'PUT', json }),
    onSuccess: (roster) => {
      client.setQueryData(queryKey, roster);
      toast(told);
    },
    onError: () => void client.invalidateQueries({ queryKey }),
  });
}
