import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { batchSchema, campaignSummarySchema, type DefinitionView } from '../../../api/service.js';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { paths } from '../paths.js';
import { campaignAddress, campaignsQuery, defaultsQuery } from '../service/queries.js';
import { ask, ServiceError } from '../service/request.js';
import { CampaignFields } from './campaign-fields.js';
import { type CampaignForm, toCampaignInput, toForm } from './campaign-form.js';
import { keepForm } from './kept-form.js';
import { newKey } from './keys.js';
import { useCampaignForm } from './use-campaign-form.js';

const PLACE = 'new';

/** Creates a campaign and goes on to handing in. */
export function CreatePage(): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(defaultsQuery('essay'));
  return (
    <Page title={say('form.createTitle')} lead={say('form.createLead')}>
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data !== undefined && <CreateForm defaults={data} />}
    </Page>
  );
}

function CreateForm({ defaults }: { defaults: Pick<DefinitionView, 'themes' | 'policy'> }): ReactNode {
  const say = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const unit = useWorkingUnit();
  const state = useCampaignForm(emptyForm(defaults), PLACE);
  const create = useMutation({
    mutationFn: () => createWithBatch(state.form, unit),
    onSuccess: async ({ campaign, batch }) => {
      keepForm(PLACE, null);
      await navigate(paths.batch(campaign, batch));
      await client.invalidateQueries(campaignsQuery);
    },
  });
  const isTaken = create.error instanceof ServiceError && create.error.code === 'campaign-exists';
  return (
    <CampaignFields
      state={state}
      isNew
      saveWord={say('form.create')}
      isSaving={create.isPending || create.isSuccess}
      error={create.error}
      nameWrong={isTaken && create.variables === undefined ? say('form.nameTaken') : ''}
      onSave={() => create.mutate()}
    />
  );
}

function emptyForm(defaults: Pick<DefinitionView, 'themes' | 'policy'>): CampaignForm {
  return toForm({
    name: '',
    kind: 'essay',
    references: [],
    templates: [],
    samples: [],
    prompt: '',
    rewriteBy: null,
    synonyms: [],
    groups: [],
    ...defaults,
  });
}

/** Gives the ids of the new campaign and of the batch that is open for it. */
async function createWithBatch(
  form: CampaignForm,
  unit: string | undefined,
): Promise<{ readonly campaign: string; readonly batch: string }> {
  const { id } = await ask('/api/campaigns', z.object({ id: campaignSummarySchema.shape.id }), {
    method: 'POST',
    json: { ...toCampaignInput(form), ...(unit && { unit }) },
  });
  const batch = await ask(`${campaignAddress(id)}/batches`, batchSchema, {
    method: 'POST',
    json: { key: newKey(), ...(unit && { unit }) },
  });
  return { campaign: id, batch: batch.id };
}
