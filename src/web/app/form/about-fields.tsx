import type { ReactNode } from 'react';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import type { CampaignForm } from './campaign-form.js';

const KINDS = ['essay', 'personal-plan', 'action-programme', 'situational-answer'] as const;

/** Name and kind of a campaign; the name is fixed once it is there. */
export function AboutFields(props: {
  form: CampaignForm;
  isNameFixed: boolean;
  nameWrong: string;
  onName: (name: string) => void;
  onKind: (kind: CampaignForm['kind']) => void;
}): ReactNode {
  const say = useWords();
  const { form, isNameFixed, nameWrong, onName, onKind } = props;
  return (
    <section className="panel" aria-labelledby="dot">
      <div className="panel__head">
        <h2 id="dot">{say('form.aboutTitle')}</h2>
      </div>
      <div className="panel__body about">
        <Field label={say('form.name')} hint={say(isNameFixed ? 'form.nameFixed' : 'form.nameHint')} wrong={nameWrong}>
          {(control) => (
            <input {...control} maxLength={300} readOnly={isNameFixed} value={form.name} onChange={(event) => onName(event.target.value)} />
          )}
        </Field>
        <Field label={say('form.kind')} hint={say(`form.kindHint.${form.kind}`)}>
          {(control) => (
            <select
              {...control}
              value={form.kind}
              onChange={(event) => onKind(KINDS.find((kind) => kind === event.target.value) ?? form.kind)}
            >
              {KINDS.map((kind) => (
                <option value={kind} key={kind}>
                  {say(`home.kinds.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </section>
  );
}
