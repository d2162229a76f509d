import type { ReactNode } from 'react';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import type { CampaignForm } from './campaign-form.js';
import type { Wrongs } from './check-form.js';
import { DayField } from './day-field.js';

const KINDS = ['essay', 'personal-plan', 'action-programme', 'situational-answer'] as const;

/** Name and kind of a campaign, its question, and the day by which to write again; the name is fixed once it is there. */
export function AboutFields(props: {
  form: CampaignForm;
  isNameFixed: boolean;
  nameWrong: string;
  wrongs: Wrongs;
  onChange: (part: Partial<CampaignForm>) => void;
}): ReactNode {
  const say = useWords();
  const { form, isNameFixed, nameWrong, wrongs, onChange } = props;
  const isAnswer = form.kind === 'situational-answer';
  return (
    <section className="panel" aria-labelledby="dot">
      <div className="panel__head">
        <h2 id="dot">{say('form.aboutTitle')}</h2>
      </div>
      <div className="panel__body about">
        <Field label={say('form.name')} hint={say(isNameFixed ? 'form.nameFixed' : 'form.nameHint')} wrong={nameWrong}>
          {(control) => (
            <input
              {...control}
              maxLength={300}
              readOnly={isNameFixed}
              value={form.name}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('form.kind')} hint={say(`form.kindHint.${form.kind}`)}>
          {(control) => (
            <select
              {...control}
              value={form.kind}
              onChange={(event) => onChange({ kind: KINDS.find((kind) => kind === event.target.value) ?? form.kind })}
            >
              {KINDS.map((kind) => (
                <option value={kind} key={kind}>
                  {say(`home.kinds.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={say(isAnswer ? 'form.question' : 'form.prompt')}
          hint={say(isAnswer ? 'form.questionHint' : 'form.promptHint')}
          wrong={wrongs.get('prompt') ?? ''}
        >
          {(control) => (
            <textarea
              {...control}
              rows={isAnswer ? 5 : 2}
              maxLength={5000}
              value={form.prompt}
              onChange={(event) => onChange({ prompt: event.target.value })}
            />
          )}
        </Field>
        <DayField
          label={say('form.rewriteBy')}
          hint={say('form.rewriteByHint')}
          wrong={wrongs.get('rewriteBy') ?? ''}
          value={form.rewriteBy}
          onChange={(rewriteBy) => onChange({ rewriteBy })}
        />
      </div>
    </section>
  );
}
