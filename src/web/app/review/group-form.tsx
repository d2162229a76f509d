import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type GroupInput, groupConflictSchema } from '../../../api/review.js';
import type { RowView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { letterOf } from '../../viewer/figures.js';
import { ConclusionChip, ProposalChip } from '../../viewer/marks.js';
import { titleOf } from '../../viewer/rows.js';
import { type GroupPlace, viewKeys } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { ChoiceFields } from '../conclude/choice-fields.js';
import { type Choice, lackOf } from '../conclude/conclusion.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { campaignAddress } from '../service/queries.js';
import { ServiceError, tell } from '../service/request.js';
import { hourOf, OtherCameFirst } from './other-came-first.js';
import { refreshQueue } from './queries.js';

const NOTHING: Choice = { verdict: null, grounds: [], reason: '' };

/** One conclusion on the members of a group; each can be left out. Nothing is chosen at first, and whoever is concluded on already is left out. */
export function GroupForm({ campaign, place: { group, members } }: { campaign: string; place: GroupPlace }): ReactNode {
  const say = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(members.filter(isOpen).map(({ id }) => id)));
  const [choice, setChoice] = useState<Choice>(NOTHING);
  const [seen, setSeen] = useState(() => revisionsOf(members));
  const { save, review } = useGroupSave(campaign, group.id);
  const conflict = conflictOf(save.error);
  const taken = members.filter(({ id }) => chosen.has(id));
  const lack = taken.length === 0 ? 'needMember' : lackOf(choice);
  const submit = (): void => {
    if (choice.verdict === null || lack !== null || save.isPending) return;
    const { verdict, reason } = choice;
    const input = { verdict, grounds: verdict === 'accepted' ? [] : [...choice.grounds], reason: reason.trim() };
    const rows = taken.map(({ id }) => ({ essay: id, revision: seen.get(id) ?? 0 }));
    save.mutate({ ...input, members: rows }, { onSuccess: () => setChoice(NOTHING) });
  };
  if (!save.isPending && conflict === null && isStale(seen, members) && choice.verdict === null) setSeen(revisionsOf(members));
  return (
    <form
      className="conclude panel groupform"
      aria-labelledby="ket-luan-nhom"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        submit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 id="ket-luan-nhom">{say('review.groupTitle')}</h2>
      <p className="small muted">{say('review.groupText')}</p>
      {group.others.length > 0 && <p className="small">{say('review.groupOthers', { n: group.others.length })}</p>}
      <MemberBoxes members={members} chosen={chosen} onChange={setChosen} />
      <ChoiceFields choice={choice} proposed={[]} onChange={setChoice} />
      {conflict === null ? (
        <Problem error={save.error} />
      ) : (
        <GroupConflict conclusions={conflict} onReview={async () => setSeen(revisionsOf((await review()) ?? members))} />
      )}
      <button type="submit" className="btn btn--main" disabled={lack !== null || save.isPending}>
        {save.isPending ? say('conclude.saving') : say('review.groupAct', { n: taken.length })}
      </button>
      <p className="small muted">
        {lack === null ? (
          <>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd> {say('conclude.keys')}
          </>
        ) : (
          say(lack === 'needMember' ? 'review.needMember' : `conclude.${lack}`)
        )}
      </p>
    </form>
  );
}

function MemberBoxes(props: {
  members: readonly RowView[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}): ReactNode {
  const { members, chosen, onChange } = props;
  const say = useWords();
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <fieldset className="groupform__members">
      <legend className="label">{say('review.groupMembers', { n: chosen.size, all: members.length })}</legend>
      {members.map((row, index) => (
        <label className="choice" key={row.id}>
          <input type="checkbox" checked={chosen.has(row.id)} onChange={() => toggle(row.id)} />
          <span>
            <b>{letterOf(index)}</b> <OutsideText text={titleOf(row)} />{' '}
            {row.conclusion === null ? <ProposalChip proposal={row.proposal} /> : <ConclusionChip conclusion={row.conclusion} />}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type Changed = NonNullable<ReturnType<typeof conflictOf>>;

function GroupConflict({ conclusions, onReview }: { conclusions: Changed; onReview: () => void }): ReactNode {
  const say = useWords();
  const [first] = conclusions;
  const { by = '', at = '' } = first?.conclusion ?? {};
  const title = say('review.groupConflict', { by, time: at === '' ? '' : hourOf(at), n: conclusions.length });
  return (
    <OtherCameFirst title={title} yours={say('review.groupConflictYours')} onReview={onReview}>
      <ul className="plain">
        {conclusions.map(({ essay, file, conclusion }) => (
          <li key={essay}>
            <OutsideText text={file.slice(file.lastIndexOf('/') + 1)} /> <ConclusionChip conclusion={conclusion} />
          </li>
        ))}
      </ul>
    </OtherCameFirst>
  );
}

function useGroupSave(campaign: string, group: string) {
  const say = useWords();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (input: GroupInput) =>
      tell(`${campaignAddress(campaign)}/groups/${encodeURIComponent(group)}/conclusion`, { method: 'PUT', json: input }),
    onSuccess: (_, { members }) => {
      toast(say('review.groupSaved', { n: members.length }));
      void client.invalidateQueries({ queryKey: viewKeys.all(campaign) });
      refreshQueue(client, campaign);
    },
  });
  /** The members as they are now; what one has chosen stays on the screen. */
  const review = async (): Promise<readonly RowView[] | undefined> => {
    await client.invalidateQueries({ queryKey: viewKeys.overview(campaign) });
    save.reset();
    return client.getQueryData<{ rows: readonly RowView[] }>(viewKeys.overview(campaign))?.rows;
  };
  return { save, review };
}

const isOpen = ({ conclusion }: RowView): boolean => conclusion === null;

const revisionsOf = (rows: readonly RowView[]): ReadonlyMap<string, number> =>
  new Map(rows.map(({ id, conclusion }) => [id, conclusion?.revision ?? 0]));

const isStale = (seen: ReadonlyMap<string, number>, members: readonly RowView[]): boolean =>
  members.some(({ id, conclusion }) => seen.get(id) !== (conclusion?.revision ?? 0));

function conflictOf(error: unknown) {
  if (!(error instanceof ServiceError) || error.code !== 'conclusion-outdated') return null;
  return groupConflictSchema.safeParse(error.details).data?.conclusions ?? null;
}
