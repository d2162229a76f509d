import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ProgrammeView, programmeSchema } from '../../../api/programmes.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import { programmeAddress, programmeQuery, refreshLists } from './queries.js';

/** Does something to a programme and shows what came of it; where another change came first, how it stands now. */
export function useStep(
  { campaign, id }: Pick<ProgrammeView, 'campaign' | 'id'>,
  { step, told, done }: { readonly step: string; readonly told: string; readonly done?: () => void },
) {
  const client = useQueryClient();
  const query = programmeQuery(campaign, id);
  return useMutation({
    mutationFn: (json: object) => {
      const address = programmeAddress(campaign, id);
      return ask(step === '' ? address : `${address}/${step}`, programmeSchema, { method: step === '' ? 'PUT' : 'POST', json });
    },
    onSuccess: async (programme) => {
      client.setQueryData(query.queryKey, programme);
      toast(told);
      done?.();
      await refreshLists(client, campaign);
    },
    onError: () => void client.invalidateQueries(query),
  });
}
