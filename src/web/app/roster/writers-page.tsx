import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import type { OpenWriterView } from '../../../api/roster.js';
import { Empty } from '../../look/states.js';
import { baseName } from '../../viewer/rows.js';
import { viewKeys } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { campaignAddress, campaignQuery } from '../service/queries.js';
import { tell } from '../service/request.js';
import { ComparingNote } from './comparing-note.js';
import { rosterQuery, writersQuery } from './roster-queries.js';
import { RosterTabs } from './roster-tabs.js';
import type { WriterChoice } from './writer-choice.js';
import { WriterList } from './writer-list.js';

/** Files whose writer a person must name: by keyboard or by pressing, one after the other, each undoable. */
export function WritersPage(): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const { data, error, refetch } = useQuery(writersQuery(id));
  const roster = useQuery(rosterQuery(id));
  const { choose, problem } = useChoosing(id);
  if (data === undefined || roster.data === undefined) {
    return <Waiting error={error ?? roster.error} retry={() => Promise.all([refetch(), roster.refetch()])} />;
  }
  const { people } = roster.data;
  const isEmpty = people.length === 0;
  return (
    <Page title={say('roster.writersTitle')} short={`${say('roster.writersTitle')} · ${name}`} lead={say('roster.writersLead')}>
      <RosterTabs campaign={id} unsigned={isEmpty ? 0 : data.length} />
      <Problem error={problem} />
      <ComparingNote />
      {isEmpty && (
        <div className="panel">
          <Empty
            title={say('roster.writersNone')}
            actions={
              <Link className="btn btn--main" to={paths.rosterImport(id)}>
                {say('roster.import')}
              </Link>
            }
          >
            {say('roster.writersNoneText')}
          </Empty>
        </div>
      )}
      {!isEmpty && data.length === 0 && (
        <div className="panel">
          <Empty
            title={say('roster.writersDone')}
            actions={
              <Link className="btn" to={paths.roster(id)}>
                {say('roster.back')}
              </Link>
            }
          >
            {say('roster.writersDoneText')}
          </Empty>
        </div>
      )}
      {!isEmpty && data.length > 0 && <WriterList files={data} people={people} choose={choose} />}
    </Page>
  );
}

/** Says who wrote a file: the page goes on at once, and shows the file again should it not have been kept. */
function useChoosing(campaign: string) {
  const say = useWords();
  const client = useQueryClient();
  const { queryKey } = writersQuery(campaign);
  const addressOf = ({ essay }: OpenWriterView): string => `${campaignAddress(campaign)}/writers/${encodeURIComponent(essay)}`;
  const renew = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey });
    await client.invalidateQueries(rosterQuery(campaign));
    await client.invalidateQueries(campaignQuery(campaign));
    await client.invalidateQueries({ queryKey: viewKeys.all(campaign) });
  };
  const undo = useMutation({ mutationFn: (open: OpenWriterView) => tell(addressOf(open), { method: 'DELETE' }), onSettled: renew });
  const choice = useMutation({
    mutationFn: ({ open, person }: WriterChoice) =>
      tell(addressOf(open), { method: 'PUT', json: { person: person?.id ?? null, before: null } }),
    onMutate: async ({ open }) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (files) => files?.filter(({ essay }) => essay !== open.essay));
    },
    onSuccess: (_, { open, person }) => {
      const file = baseName(open.file);
      toast(person === null ? say('roster.chosenNobody', { file }) : say('roster.chosen', { name: person.name, file }), () =>
        undo.mutate(open),
      );
    },
    onSettled: renew,
  });
  useEffect(() => () => void client.invalidateQueries({ queryKey: viewKeys.all(campaign) }), [client, campaign]);
  return { choose: choice.mutate, problem: choice.error ?? undo.error };
}
