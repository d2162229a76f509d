import { type ReactNode, useState } from 'react';
import type { RosterChange } from '../../../api/roster.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';

interface EntryFieldsProps {
  readonly form: RosterChange;
  readonly change: (part: Partial<RosterChange>) => void;
  /** Whether saving was tried: what is missing is told from then on. */
  readonly isTried: boolean;
}

const TEXTS = [
  ['name', 100],
  ['cell', 200],
  ['post', 200],
  ['place', 200],
] as const;

/** What can be changed of a person by hand. */
export function EntryFields({ form, change, isTried }: EntryFieldsProps): ReactNode {
  const say = useWords();
  const [groups, setGroups] = useState(form.groups.join('; '));
  return (
    <>
      <div className="rosterform">
        {TEXTS.map(([field, most]) => (
          <Field
            key={field}
            label={say(`roster.${field}`)}
            wrong={field === 'name' && isTried && form.name.trim() === '' ? say('roster.nameMissing') : ''}
          >
            {(control) => (
              <input {...control} maxLength={most} value={form[field]} onChange={(event) => change({ [field]: event.target.value })} />
            )}
          </Field>
        ))}
      </div>
      <Field label={say('roster.groups')} hint={say('roster.groupsHint')}>
        {(control) => (
          <input
            {...control}
            value={groups}
            onChange={(event) => {
              setGroups(event.target.value);
              const names = event.target.value.split(';').map((name) => name.trim());
              change({ groups: [...new Set(names.filter(Boolean))] });
            }}
          />
        )}
      </Field>
      <div className="row">
        <Tick label={say('roster.head')} value={form.isHead} change={(isHead) => change({ isHead })} />
        <Tick label={say('roster.keyCadre')} value={form.isKeyCadre} change={(isKeyCadre) => change({ isKeyCadre })} />
        <Tick label={say('roster.probationary')} value={form.isProbationary} change={(isProbationary) => change({ isProbationary })} />
      </div>
      <div className="rosterform">
        <Field label={say('roster.attendance')}>
          {(control) => (
            <select
              {...control}
              value={form.attended === null ? '' : String(form.attended)}
              onChange={({ target: { value } }) => change({ attended: value === '' ? null : value === 'true' })}
            >
              <option value="">{say('roster.studyUnknown')}</option>
              <option value="true">{say('roster.studied')}</option>
              <option value="false">{say('roster.notStudied')}</option>
            </select>
          )}
        </Field>
        <Exemption form={form} change={change} isTried={isTried} />
      </div>
    </>
  );
}

const KINDS = ['retired', 'health', 'other'] as const;

function Exemption({ form: { exemption }, change, isTried }: EntryFieldsProps): ReactNode {
  const say = useWords();
  const isMissing = isTried && exemption?.kind === 'other' && exemption.note.trim() === '';
  return (
    <>
      <Field label={say('roster.writing')}>
        {(control) => (
          <select
            {...control}
            value={exemption?.kind ?? ''}
            onChange={({ target: { value } }) => {
              const kind = KINDS.find((one) => one === value);
              change({ exemption: kind === undefined ? null : { kind, note: exemption?.note ?? '' } });
            }}
          >
            <option value="">{say('roster.mustWrite')}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {say('roster.standing.exempt')}: {say(`roster.exemption.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {exemption !== null && (
        <Field label={say('roster.note')} hint={say('roster.noteHint')} wrong={isMissing ? say('roster.noteMissing') : ''}>
          {(control) => (
            <input
              {...control}
              maxLength={300}
              value={exemption.note}
              onChange={(event) => change({ exemption: { ...exemption, note: event.target.value } })}
            />
          )}
        </Field>
      )}
    </>
  );
}

function Tick({ label, value, change }: { label: string; value: boolean; change: (value: boolean) => void }): ReactNode {
  return (
    <label className="check">
      <input type="checkbox" checked={value} onChange={(event) => change(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
