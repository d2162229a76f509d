import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type AssignInput, assignmentConflictSchema } from '../../../api/review.js';
import type { RowView } from '../../../api/view.js';
import { PlainText } from '../../look/outside-text.js';
import { useOverview, viewKeys } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { campaignAddress } from '../service/queries.js';
import { ServiceError, tell } from '../service/request.js';
import { hourOf, OtherCameFirst } from './other-came-first.js';
import { refreshQueue, reviewersQuery } from './queries.js';

type Essays = AssignInput['essays'];

/** Gives essays of one campaign to people: evenly among those that are ticked, groups to one person. */
export function AssignButton(props: { campaign: string; essays: Essays; word: string; isMain?: boolean; onDone?: () => void }): ReactNode {
  const { campaign, essays, word, isMain = false, onDone } = props;
  const [isAsking, ask] = useState(false);
  return (
    <>
      <button type="button" className={isMain ? 'btn btn--main' : 'btn'} disabled={essays.length === 0} onClick={() => ask(true)}>
        {word}
      </button>
      {isAsking && <Asking campaign={campaign} essays={essays} close={() => ask(false)} {...(onDone && { onDone })} />}
    </>
  );
}

function Asking({
  campaign,
  essays,
  close,
  onDone,
}: {
  campaign: string;
  essays: Essays;
  close: () => void;
  onDone?: () => void;
}): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const reviewers = useQuery(reviewersQuery(campaign));
  const [accounts, setAccounts] = useState<readonly string[]>([]);
  const assign = useMutation({
    mutationFn: () => tell(`${campaignAddress(campaign)}/assignments`, { method: 'PUT', json: { essays, accounts } }),
    onSuccess: () => {
      toast(say(accounts.length === 0 ? 'review.unassigned' : 'review.assigned', { n: essays.length }));
      onDone?.();
      close();
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: viewKeys.overview(campaign) });
      refreshQueue(client, campaign);
    },
  });
  const conflict = conflictOf(assign.error);
  const toggle = (id: string): void => setAccounts(accounts.includes(id) ? accounts.filter((one) => one !== id) : [...accounts, id]);
  return (
    <Confirm
      isOpen
      title={say('review.assignTitle', { n: essays.length })}
      act={say(accounts.length === 0 ? 'review.unassignAct' : 'review.assignAct', { n: essays.length })}
      onAct={() => assign.mutate()}
      isActing={assign.isPending}
      onCancel={close}
    >
      <p className="small muted">{say('review.assignText')}</p>
      <Problem error={reviewers.error} retry={() => void reviewers.refetch()} />
      <fieldset className="stack stack--tight">
        <legend className="label">{say('review.assignTo')}</legend>
        {reviewers.data?.map(({ id, name, open }) => (
          <label className="choice" key={id}>
            <input type="checkbox" checked={accounts.includes(id)} onChange={() => toggle(id)} />
            <span>
              <PlainText text={name} />
              <small>{say('review.openCount', { n: open })}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {conflict === null ? (
        <Problem error={assign.error} />
      ) : (
        <OtherCameFirst
          title={say('review.assignConflict', { by: conflict.by, to: conflict.to ?? say('review.nobody'), time: hourOf(conflict.at) })}
          yours={say('review.assignConflictYours')}
          onReview={close}
        />
      )}
    </Confirm>
  );
}

/** The same for one essay or a group on the page of the viewer that shows it. */
export function AssignOnPage({ campaign, essay, group }: { campaign: string; essay?: string; group?: string }): ReactNode {
  const say = useWords();
  const { data } = useOverview();
  const rows = data?.rows.filter((row) => (essay === undefined ? row.group === group : row.id === essay)) ?? [];
  const [first] = rows;
  const assigned = essay === undefined ? undefined : first?.assigned;
  const word =
    assigned === undefined
      ? say(essay === undefined ? 'review.assignGroup' : 'review.assignOne')
      : say('review.assignedTo', { name: assigned.name });
  return <AssignButton campaign={campaign} essays={rows.map(toAssigned)} word={word} />;
}

const toAssigned = ({ id, assigned }: RowView): Essays[number] => ({ essay: id, revision: assigned?.revision ?? 0 });

function conflictOf(error: unknown) {
  if (!(error instanceof ServiceError) || error.code !== 'assignment-outdated') return null;
  return assignmentConflictSchema.safeParse(error.details).data ?? null;
}
