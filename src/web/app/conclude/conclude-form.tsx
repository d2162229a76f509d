import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { formatMoment } from '../../../api/format.js';
import { conclusionConflictSchema } from '../../../api/review.js';
import { type ConclusionView, conclusionSchema } from '../../../api/view.js';
import { PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { type KeyName, useListing } from '../../viewer/keys.js';
import { ConclusionChip } from '../../viewer/marks.js';
import { type ConcludePlace, viewKeys } from '../../viewer/source.js';
import { type KeyActions, useKeys } from '../../viewer/use-keys.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { campaignAddress, campaignQuery } from '../service/queries.js';
import { ask, ServiceError } from '../service/request.js';
import { ChoiceFields } from './choice-fields.js';
import { type Choice, firstChoice, lackOf, toInput } from './conclusion.js';

/** A person's conclusion on one essay: no verdict is chosen at first, and saving goes on to the next essay. */
export function ConcludeForm({ campaign, place }: { campaign: string; place: ConcludePlace }): ReactNode {
  const say = useWords();
  const form = useRef<HTMLFormElement>(null);
  const { standing, choice, setChoice, setChanging, isOpen, conflict, save, submit, forget } = useConcluding(campaign, place);
  useVerdictKeys(isOpen, form, (verdict) => setChoice((now) => ({ ...now, verdict })));
  if (conflict !== null) return <Conflict theirs={conflict} choice={choice} onKeep={() => forget(false)} onReview={() => forget(true)} />;
  return (
    <form
      className="conclude panel"
      ref={form}
      aria-label={say('conclude.title')}
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
      <h2>{say('conclude.title')}</h2>
      {standing !== null && <Standing conclusion={standing} />}
      {isOpen ? (
        <>
          <ChoiceFields choice={choice} proposed={place.row.grounds} onChange={setChoice} />
          <Problem error={save.error} />
          <SaveRow choice={choice} isSaving={save.isPending} />
        </>
      ) : (
        <button type="button" className="btn" onClick={() => setChanging(true)}>
          {say('conclude.change')}
        </button>
      )}
    </form>
  );
}

/** What is chosen and what becomes of it. */
function useConcluding(campaign: string, { row, next }: ConcludePlace) {
  const say = useWords();
  const navigate = useNavigate();
  const [choice, setChoice] = useState<Choice>(() => firstChoice(row));
  const [isChanging, setChanging] = useState(false);
  const save = useSave(campaign, row.id);
  const conflict = conflictOf(save.error);
  const standing = row.conclusion;

  const submit = (): void => {
    const input = toInput(choice, standing?.revision ?? 0);
    if (input === null || save.isPending) return;
    save.mutate(input, {
      onSuccess: (conclusion) => {
        toast(say('conclude.saved'));
        setChoice(firstChoice({ ...row, conclusion }));
        setChanging(false);
        if (next !== null) void navigate(next.path);
      },
    });
  };
  /** Takes note of the other's conclusion; one's own stays on the screen to be looked at again, or goes. */
  const forget = (isAgain: boolean): void => {
    save.reset();
    setChanging(isAgain);
    if (!isAgain) setChoice(firstChoice(row));
  };
  return { standing, choice, setChoice, setChanging, isOpen: standing === null || isChanging, conflict, save, submit, forget };
}

function SaveRow({ choice, isSaving }: { choice: Choice; isSaving: boolean }): ReactNode {
  const say = useWords();
  const lack = lackOf(choice);
  const words = { accepted: 'conclude.saveAccepted', rewrite: 'conclude.saveRewrite' } as const;
  return (
    <>
      <button
        type="submit"
        className="btn btn--main"
        disabled={lack !== null || isSaving}
        title={lack === null ? undefined : say(`conclude.${lack}`)}
      >
        {isSaving ? say('conclude.saving') : say(choice.verdict === null ? 'conclude.save' : words[choice.verdict])}
      </button>
      <p className="small muted">
        {lack === null ? (
          <>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd> {say('conclude.keys')}
          </>
        ) : (
          say(`conclude.${lack}`)
        )}
      </p>
    </>
  );
}

function Standing({ conclusion }: { conclusion: ConclusionView }): ReactNode {
  const say = useWords();
  const { reason, by, at } = conclusion;
  return (
    <div className="standing">
      <ConclusionChip conclusion={conclusion} />
      {reason !== '' && (
        <p className="small" lang="vi">
          “<PlainText text={reason} />”
        </p>
      )}
      <p className="small muted">{say('conclude.standing', { by, moment: formatMoment(new Date(at)) })}</p>
    </div>
  );
}

function Conflict(props: { theirs: ConclusionView; choice: Choice; onKeep: () => void; onReview: () => void }): ReactNode {
  const say = useWords();
  const { theirs, choice, onKeep, onReview } = props;
  const time = new Date(theirs.at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
  return (
    <section className="conclude panel" aria-label={say('conclude.title')}>
      <Note kind="bad" icon="twin" role="alert" title={say('conclude.conflict', { by: theirs.by, time })}>
        <Standing conclusion={theirs} />
      </Note>
      {choice.verdict !== null && (
        <p className="small">{say('conclude.conflictYours', { verdict: say(`conclude.yourVerdict.${choice.verdict}`) })}</p>
      )}
      <div className="row">
        <button type="button" className="btn" onClick={onKeep}>
          {say('conclude.keep')}
        </button>
        <button type="button" className="btn" onClick={onReview}>
          {say('conclude.review')}
        </button>
      </div>
    </section>
  );
}

function useSave(campaign: string, essay: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: NonNullable<ReturnType<typeof toInput>>) =>
      ask(`${campaignAddress(campaign)}/essays/${encodeURIComponent(essay)}/conclusion`, conclusionSchema, { method: 'PUT', json: input }),
    // Not waited for: the next essay is to be read meanwhile.
    onSettled: () => {
      void client.invalidateQueries({ queryKey: viewKeys.overview(campaign) });
      void client.invalidateQueries({ queryKey: viewKeys.essay(campaign, essay) });
      void client.invalidateQueries(campaignQuery(campaign));
    },
  });
}

/** The conclusion that came in between, once saving failed for it: it comes with the answer. */
function conflictOf(error: unknown): ConclusionView | null {
  if (!(error instanceof ServiceError) || error.code !== 'conclusion-outdated') return null;
  return conclusionConflictSchema.safeParse(error.details).data?.conclusion ?? null;
}

const KEYED: readonly KeyName[] = ['save'];
const NOTHING_KEYED: readonly KeyName[] = [];

/** 1 and 2 choose a verdict from anywhere on the page but from within a field; they never save. */
function useVerdictKeys(isOn: boolean, form: { current: HTMLElement | null }, choose: (verdict: 'accepted' | 'rewrite') => void): void {
  const act = useRef(choose);
  act.current = choose;
  const keys = useMemo((): KeyActions => {
    if (!isOn) return {};
    const take = (verdict: 'accepted' | 'rewrite') => (): void => {
      act.current(verdict);
      form.current?.querySelector<HTMLElement>(`[value="${verdict}"]`)?.focus();
    };
    return { accept: take('accepted'), rewrite: take('rewrite') };
  }, [isOn, form]);
  useKeys(keys);
  useListing(isOn ? KEYED : NOTHING_KEYED);
}
