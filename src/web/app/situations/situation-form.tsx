import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { z } from 'zod';
import { SITUATION_LIMITS, type SituationInput, type SituationView, situationIdSchema } from '../../../api/situations.js';
import { OutsideText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { ask, ServiceError, tell } from '../service/request.js';
import { LIBRARY, situationAddress, situationsQuery } from './queries.js';

const othersSchema = z.object({ job: z.string(), title: z.string(), prompt: z.string(), revision: z.int() });
type Others = z.infer<typeof othersSchema>;

/** What somebody else has saved meanwhile; null where that is not what went wrong. */
const othersOf = (error: Error | null): Others | null =>
  error instanceof ServiceError && error.code === 'situation-outdated' ? (othersSchema.safeParse(error.details).data ?? null) : null;

/** Takes the words of a new situation, or of one that is changed. */
export function SituationForm({ situation, close }: { situation?: SituationView; close: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const unit = useWorkingUnit();
  const [form, setForm] = useState<SituationInput>(() => contentOf(situation ?? { job: '', title: '', prompt: '' }));
  const [revision, setRevision] = useState(situation?.revision ?? 1);
  const [isTried, setTried] = useState(false);
  const isWhole = form.title.trim() !== '' && form.prompt.trim() !== '';
  const save = useMutation({
    mutationFn: async () => {
      if (situation !== undefined) return tell(situationAddress(situation.id), { method: 'PUT', json: { ...form, revision } });
      await ask(`${LIBRARY}${unit === undefined ? '' : `?unit=${unit}`}`, situationIdSchema, { method: 'POST', json: form });
    },
    onSuccess: async () => {
      toast(say('situations.saved', { name: form.title.trim() }));
      await client.invalidateQueries({ queryKey: situationsQuery.queryKey });
      close();
    },
    // Whoever has seen the other words may save over them.
    onError: (error) => setRevision(othersOf(error)?.revision ?? revision),
  });
  const others = othersOf(save.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isWhole && !save.isPending) save.mutate();
  };
  const takeTheirs = (theirs: Others): void => {
    setForm(contentOf(theirs));
    save.reset();
  };
  return (
    <form
      className={situation === undefined ? 'panel panel__body stack' : 'stack'}
      onSubmit={submit}
      noValidate
      aria-label={form.title || say('situations.add')}
    >
      <Fields form={form} change={(part) => setForm({ ...form, ...part })} isTried={isTried} />
      <Problem error={save.error} />
      {others !== null && (
        <Note kind="warn" title={say('situations.others')}>
          <p>
            <b>
              <OutsideText text={others.title} />
            </b>
          </p>
          <p className="situation__prompt">
            <OutsideText text={others.prompt} />
          </p>
          <button type="button" className="btn btn--small" onClick={() => takeTheirs(others)}>
            {say('situations.take')}
          </button>
        </Note>
      )}
      <div className="row">
        <button type="submit" className="btn btn--main" disabled={save.isPending}>
          {say(save.isPending ? 'situations.saving' : 'situations.save')}
        </button>
        <button type="button" className="btn" onClick={close} disabled={save.isPending}>
          {say('frame.cancel')}
        </button>
      </div>
    </form>
  );
}

const contentOf = ({ job, title, prompt }: SituationInput): SituationInput => ({ job, title, prompt });

function Fields(props: { form: SituationInput; change: (part: Partial<SituationInput>) => void; isTried: boolean }): ReactNode {
  const say = useWords();
  const { form, change, isTried } = props;
  const isMissing = (text: string): boolean => isTried && text.trim() === '';
  return (
    <>
      <div className="rosterform">
        <Field label={say('situations.name')} wrong={isMissing(form.title) ? say('situations.nameMissing') : ''}>
          {(control) => (
            <input
              {...control}
              maxLength={SITUATION_LIMITS.title}
              value={form.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('situations.job')} hint={say('situations.jobHint')}>
          {(control) => (
            <input
              {...control}
              maxLength={SITUATION_LIMITS.job}
              value={form.job}
              onChange={(event) => change({ job: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label={say('situations.prompt')}
        hint={say('situations.promptHint')}
        wrong={isMissing(form.prompt) ? say('situations.promptMissing') : ''}
      >
        {(control) => (
          <textarea
            {...control}
            rows={5}
            maxLength={SITUATION_LIMITS.prompt}
            value={form.prompt}
            onChange={(event) => change({ prompt: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
