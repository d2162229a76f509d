import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { formatMoment } from '../../../api/format.js';
import { type OverrideInput, overrideConflictSchema } from '../../../api/review.js';
import type { ThemeWordView } from '../../../api/view.js';
import { Icon } from '../../look/icons.js';
import { PlainText } from '../../look/outside-text.js';
import { type ThemePlace, viewKeys } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ServiceError } from '../service/request.js';
import { hourOf, OtherCameFirst } from './other-came-first.js';
import { correct, essayAddress, showCorrected } from './queries.js';

/** A person's word on a theme, solid beside the machine's dashed one, and the form for it. */
export function ThemeWord({ campaign, place: { essay, theme } }: { campaign: string; place: ThemePlace }): ReactNode {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const word = essay.corrections?.words.find((one) => one.theme === theme);
  const machine = essay.corrections?.found?.met.find(({ id }) => id === theme)?.met;
  if (essay.corrections === undefined || essay.submission.syllables === null) return null;
  return (
    <div className="themeword">
      {word !== undefined && word.met !== null && <Said word={word} machine={machine} />}
      {isOpen ? (
        <WordForm campaign={campaign} essay={essay.submission.id} theme={theme} word={word} close={() => setOpen(false)} />
      ) : (
        <button type="button" className="linklike noprint" onClick={() => setOpen(true)}>
          {say(word === undefined || word.met === null ? 'review.judge' : 'review.judgeAgain')}
        </button>
      )}
    </div>
  );
}

function Said({ word, machine }: { word: ThemeWordView; machine: boolean | undefined }): ReactNode {
  const say = useWords();
  const tone = (isMet: boolean): string => (isMet ? 'accept' : 'rewrite');
  return (
    <>
      <p className="row">
        <span className={`chip chip--done chip--${tone(word.met === true)}`}>
          <Icon name={word.met === true ? 'check' : 'cross'} />
          {say(word.met === true ? 'review.saidMet' : 'review.saidUnmet')}
        </span>
        {machine !== undefined && (
          <span className={`chip chip--proposal chip--${machine ? 'accept' : 'review'}`}>
            {say(machine ? 'review.machineMet' : 'review.machineUnmet')}
          </span>
        )}
      </p>
      <p className="small">
        “<PlainText text={word.note} />”{' '}
        <span className="muted">{say('review.by', { by: word.by, moment: formatMoment(new Date(word.at)) })}</span>
      </p>
    </>
  );
}

interface WordFormProps {
  readonly campaign: string;
  readonly essay: string;
  readonly theme: string;
  readonly word: ThemeWordView | undefined;
  readonly close: () => void;
}

type Choice = 'met' | 'unmet' | 'machine';
const WORDS = { met: true, unmet: false, machine: null } as const;

function WordForm({ campaign, essay, theme, word, close }: WordFormProps): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const name = useId();
  const [choice, setChoice] = useState<Choice | null>(null);
  const [note, setNote] = useState('');
  const save = useMutation({
    mutationFn: (input: OverrideInput) =>
      correct(`${essayAddress(campaign, essay)}/themes/${encodeURIComponent(theme)}`, { method: 'PUT', json: input }),
    onSuccess: (changed) => {
      showCorrected(client, campaign, changed);
      toast(say('review.judged'));
      close();
    },
  });
  const conflict = conflictOf(save.error);
  const lacks = choice === null || note.trim().length < 3;
  const choices: readonly Choice[] = word === undefined || word.met === null ? ['met', 'unmet'] : ['met', 'unmet', 'machine'];
  return (
    <form
      className="conclude"
      aria-label={say('review.judgeTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        if (choice !== null && !lacks) save.mutate({ met: WORDS[choice], note: note.trim(), revision: word?.revision ?? 0 });
      }}
    >
      <fieldset className="row">
        <legend className="vh">{say('review.judgeTitle')}</legend>
        {choices.map((one) => (
          <label className="choice" key={one}>
            <input type="radio" name={name} checked={choice === one} onChange={() => setChoice(one)} />
            {say(`review.word.${one}`)}
          </label>
        ))}
      </fieldset>
      <Field label={say('review.judgeNote')}>
        {(control) => <textarea {...control} rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      {conflict === null ? (
        <Problem error={save.error} />
      ) : (
        <OtherCameFirst
          title={say(`review.themeConflict.${conflict.met === null ? 'machine' : conflict.met ? 'met' : 'unmet'}`, {
            by: conflict.by,
            time: hourOf(conflict.at),
          })}
          reason={conflict.note}
          yours={say('review.conflictYours')}
          onReview={() => {
            save.reset();
            void client.invalidateQueries({ queryKey: viewKeys.essay(campaign, essay) });
          }}
        />
      )}
      <div className="row">
        <button type="submit" className="btn btn--main btn--small" disabled={lacks || save.isPending}>
          {say('review.judgeAct')}
        </button>
        <button type="button" className="btn btn--small" onClick={close}>
          {say('frame.cancel')}
        </button>
      </div>
    </form>
  );
}

function conflictOf(error: unknown) {
  if (!(error instanceof ServiceError) || error.code !== 'correction-outdated') return null;
  return overrideConflictSchema.safeParse(error.details).data?.override ?? null;
}
