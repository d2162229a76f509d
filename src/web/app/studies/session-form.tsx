import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import {
  controlsOf,
  type SessionDetailView,
  type SessionFactsInput,
  type StudySessionView,
  sessionDetailSchema,
} from '../../../api/study.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask, type Sent } from '../service/request.js';
import { ControlNote } from './control-note.js';
import { PointFields } from './point-fields.js';
import { studyKey } from './queries.js';
import { CountFields, SessionFields } from './session-fields.js';
import { emptySession, figuresOf, readSession, type SessionValues, valuesOf } from './session-values.js';

const NOTHING_LISTED = { summoned: 0, attended: 0 };

/** Takes what there is to say of a session. Where figures do not add up it says so, and saves all the same. */
export function SessionForm(props: {
  campaign: string;
  title: string;
  /** The session that is changed; null for a new one. */
  session: StudySessionView | null;
  isCatchUp?: boolean;
  /** Where and how the session that is typed is sent. */
  sent: (facts: SessionFactsInput) => { readonly path: string } & Pick<Sent, 'method' | 'json'>;
  /** Fields that only a new one has. */
  children?: ReactNode;
  onSaved: (detail: SessionDetailView) => void;
  onCancel: () => void;
}): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { campaign, title, session, isCatchUp = false, sent, children, onSaved, onCancel } = props;
  const [values, setValues] = useState<SessionValues>(() => (session === null ? emptySession(isCatchUp) : valuesOf(session)));
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<SessionValues>): void => setValues((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: (facts: SessionFactsInput) => {
      const { path, ...rest } = sent(facts);
      return ask(path, sessionDetailSchema, rest);
    },
    onSuccess: (detail) => {
      toast(say('studies.saved', { name: detail.session.title }));
      void client.invalidateQueries({ queryKey: studyKey(campaign) });
      onSaved(detail);
    },
    onError: () => void client.invalidateQueries({ queryKey: studyKey(campaign) }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const facts = readSession(values);
    if (facts !== null) save.mutate(facts);
  };
  return (
    <form className="panel panel__body stack" onSubmit={submit} noValidate aria-label={title}>
      <h2>{title}</h2>
      <SessionFields values={values} change={change} isTried={isTried} />
      {children}
      <CountFields values={values} change={change} isTried={isTried} />
      <PointFields points={values.points} change={(points) => change({ points })} isTried={isTried} />
      <ControlNote controls={controlsOf(figuresOf(values), session?.listed ?? NOTHING_LISTED)} />
      <Problem error={save.error} />
      <div className="row">
        <button type="submit" className="btn btn--main" disabled={save.isPending}>
          {say('studies.saveSession')}
        </button>
        <button type="button" className="btn" onClick={onCancel} disabled={save.isPending}>
          {say('frame.cancel')}
        </button>
      </div>
    </form>
  );
}
