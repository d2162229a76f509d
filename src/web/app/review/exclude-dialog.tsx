import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { correctionConflictSchema } from '../../../api/review.js';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';
import { Field, Wrong } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { ServiceError } from '../service/request.js';
import { hourOf, OtherCameFirst } from './other-came-first.js';

const REASONS = ['cited', 'common', 'form', 'together', 'other'] as const;
type Reason = (typeof REASONS)[number];

/** What a person says of a passage that is not to count. */
export interface Exclusion {
  readonly reason: string;
  /** Also where it stands in other texts. */
  readonly everywhere: boolean;
  /** Also in the other essay of the pair. */
  readonly both: boolean;
}

interface ExcludeDialogProps {
  readonly number: number;
  /** Whether the other text is an essay whose figures can be corrected too. */
  readonly hasTwin: boolean;
  readonly exclude: Pick<UseMutationResult<unknown, Error, never>, 'error' | 'isPending'>;
  readonly onExclude: (exclusion: Exclusion) => void;
  readonly onReview: () => void;
  readonly onClose: () => void;
}

/** Asks why a passage is not to count; another reason than the usual ones has to be written out. */
export function ExcludeDialog({ number, hasTwin, exclude, onExclude, onReview, onClose }: ExcludeDialogProps): ReactNode {
  const say = useWords();
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState('');
  const [everywhere, setEverywhere] = useState(true);
  const [both, setBoth] = useState(false);
  const [isTried, setTried] = useState(false);
  const conflict = conflictOf(exclude.error);
  const reasons = useRef<HTMLFieldSetElement>(null);
  const noteField = useRef<HTMLInputElement>(null);
  const lacksNote = reason === 'other' && note.trim().length < 3;
  const act = (): void => {
    setTried(true);
    if (reason === null) reasons.current?.querySelector('input')?.focus();
    else if (lacksNote) noteField.current?.focus();
    if (reason === null || lacksNote) return;
    const words = [reason === 'other' ? '' : say(`review.reason.${reason}`), note.trim()].filter((part) => part !== '');
    onExclude({ reason: words.join(': '), everywhere, both });
  };
  return (
    <Confirm
      isOpen
      title={say('review.excludeTitle', { n: number })}
      act={say('review.excludeAct')}
      onAct={act}
      isActing={exclude.isPending}
      onCancel={onClose}
    >
      <p className="small muted">{say('review.excludeText')}</p>
      <ReasonField field={reasons} reason={reason} wrong={isTried && reason === null} onChange={setReason} />
      <Field label={say('review.note')} hint={say('review.noteHint')} wrong={isTried && lacksNote ? say('review.needNote') : ''}>
        {(control) => (
          <input {...control} ref={noteField} type="text" maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <Check label={say('review.everywhere')} isOn={everywhere} onChange={setEverywhere} />
      {hasTwin && <Check label={say('review.both')} isOn={both} onChange={setBoth} />}
      {conflict === null ? (
        <Problem error={exclude.error} />
      ) : (
        <OtherCameFirst
          title={say(`review.conflict.${conflict.step}`, { by: conflict.by, time: hourOf(conflict.at) })}
          reason={conflict.reason}
          yours={say('review.conflictYours')}
          onReview={onReview}
        />
      )}
    </Confirm>
  );
}

function ReasonField(props: {
  field: RefObject<HTMLFieldSetElement | null>;
  reason: Reason | null;
  wrong: boolean;
  onChange: (reason: Reason) => void;
}): ReactNode {
  const say = useWords();
  const { field, reason, wrong, onChange } = props;
  const id = useId();
  return (
    <fieldset ref={field} className="field" aria-describedby={wrong ? id : undefined}>
      <legend className="label">{say('review.why')}</legend>
      {REASONS.map((one) => (
        <label className="choice" key={one}>
          <input type="radio" name="ly-do-loai-tru" checked={reason === one} onChange={() => onChange(one)} />
          {say(`review.reason.${one}`)}
        </label>
      ))}
      {wrong && <Wrong id={id} text={say('review.needReason')} />}
    </fieldset>
  );
}

function Check({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (on: boolean) => void }): ReactNode {
  return (
    <label className="choice">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

function conflictOf(error: unknown) {
  if (!(error instanceof ServiceError) || error.code !== 'correction-outdated') return null;
  return correctionConflictSchema.safeParse(error.details).data?.last ?? null;
}
