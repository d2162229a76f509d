import { type FormEvent, type ReactNode, useState } from 'react';
import { mayChange, mayIssue, mayMove, type ProgrammeView } from '../../../api/programmes.js';
import { Note } from '../../look/states.js';
import { type Say, useWords } from '../../words/words.js';
import { DayField } from '../form/day-field.js';
import { parseDay, writeDay } from '../form/days.js';
import { useHolds } from '../frame/account.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { InCharge } from './in-charge.js';
import { OpinionForm } from './opinion-form.js';
import { useStep } from './use-step.js';

/** How far a programme has come, and what can be done now by whoever looks at it. */
export function StepsBox({ programme }: { programme: ProgrammeView }): ReactNode {
  const say = useWords();
  const { unit, state, inCharge, isInCharge, isTop } = programme;
  const mayWrite = useHolds(['committee'], unit);
  const maySign = useHolds(['committee', 'secretary'], unit);
  const [isCorrecting, correct] = useState(false);
  const isIssuing = maySign && mayIssue(state, isTop) && (state !== 'issued' || isCorrecting);
  return (
    <section className="panel" aria-labelledby="cac-buoc">
      <div className="panel__head">
        <h2 id="cac-buoc">{say('programmes.steps')}</h2>
      </div>
      <div className="panel__body stack">
        {!isTop && inCharge.length === 0 && <Note kind="warn">{say('programmes.noOneInCharge')}</Note>}
        {inCharge.length > 0 && <InCharge names={inCharge} />}
        <p className="small">{stepText(programme, say)}</p>
        {isInCharge && state === 'for-opinion' && <OpinionForm key={programme.revision} programme={programme} />}
        {mayWrite && <MoveButtons programme={programme} />}
        {maySign && state === 'issued' && !isCorrecting && (
          <button type="button" className="btn" onClick={() => correct(true)}>
            {say('programmes.correct')}
          </button>
        )}
        {isIssuing && <IssueForm key={programme.revision} programme={programme} onDone={() => correct(false)} />}
      </div>
    </section>
  );
}

function stepText({ state, isTop, issuedNumber, issuedOn }: ProgrammeView, say: Say): string {
  if (state === 'issued' && issuedOn !== null)
    return say('programmes.issuedText', { issued: say('programmes.issuedAs', { number: issuedNumber, day: writeDay(issuedOn) }) });
  if (isTop) return say('programmes.topText');
  if (mayChange(state)) return say('programmes.draftText');
  return say(state === 'for-opinion' ? 'programmes.waitingText' : 'programmes.agreedText');
}

function MoveButtons({ programme }: { programme: ProgrammeView }): ReactNode {
  const say = useWords();
  const { state, revision, isTop, inCharge, text, taskRows } = programme;
  const send = useStep(programme, { step: 'state', told: say('programmes.sent') });
  const back = useStep(programme, { step: 'state', told: say('programmes.takenBack') });
  const isEmpty = text.trim() === '' && taskRows.length === 0;
  return (
    <>
      {!isTop && mayMove(state, 'for-opinion') && (
        <button
          type="button"
          className="btn btn--main"
          disabled={send.isPending || isEmpty || inCharge.length === 0}
          onClick={() => send.mutate({ to: 'for-opinion', revision })}
        >
          {say('programmes.send')}
        </button>
      )}
      {mayMove(state, 'draft') && (
        <button type="button" className="btn" disabled={back.isPending} onClick={() => back.mutate({ to: 'draft', revision })}>
          {say('programmes.takeBack')}
        </button>
      )}
      <Problem error={send.error ?? back.error} />
    </>
  );
}

function IssueForm({ programme, onDone }: { programme: ProgrammeView; onDone: () => void }): ReactNode {
  const say = useWords();
  const { issuedNumber, issuedOn, revision } = programme;
  const [number, setNumber] = useState(issuedNumber);
  const [typed, setTyped] = useState(issuedOn === null ? '' : writeDay(issuedOn));
  const [isTried, setTried] = useState(false);
  const issue = useStep(programme, { step: 'issue', told: say('programmes.issuedNow'), done: onDone });
  const on = parseDay(typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (number.trim() !== '' && on !== null && !issue.isPending) issue.mutate({ number: number.trim(), on, revision });
  };
  return (
    <form className="stack" aria-label={say('programmes.issue')} onSubmit={submit} noValidate>
      <Field
        label={say('programmes.number')}
        hint={say('programmes.numberHint')}
        wrong={isTried && number.trim() === '' ? say('programmes.numberMissing') : ''}
      >
        {(control) => <input {...control} maxLength={60} value={number} onChange={(event) => setNumber(event.target.value)} />}
      </Field>
      <DayField
        label={say('programmes.issuedOn')}
        wrong={isTried && on === null ? say('programmes.dayWrong') : ''}
        value={typed}
        onChange={setTyped}
      />
      <Problem error={issue.error} />
      <button type="submit" className="btn btn--main" disabled={issue.isPending}>
        {say('programmes.issue')}
      </button>
    </form>
  );
}
