import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { newTokenSchema } from '../../../api/tokens.js';
import { useWords } from '../../words/words.js';
import { useAccount } from '../frame/account.js';
import { Confirm } from '../frame/confirm.js';
import { Field, Wrong } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { type Made, makeToken, tokensQuery } from './queries.js';

const RIGHTS = ['read', 'hand-in', 'conclude'] as const;
const DAYS = [30, 90, 180, 365] as const;

interface Draft {
  readonly name: string;
  readonly rights: readonly (typeof RIGHTS)[number][];
  readonly days: number;
  readonly unit: string;
}

/** Asks what a token is for, and makes it. */
export function CreateToken(props: { isOpen: boolean; onClose: () => void; onMade: (made: Made) => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const units = useAccount().grants.filter(({ role }) => role === 'committee');
  const empty: Draft = { name: '', rights: ['read'], days: 180, unit: units[0]?.unit ?? '' };
  const [draft, setDraft] = useState(empty);
  const [wasTried, setTried] = useState(false);
  const checked = newTokenSchema.safeParse({ ...draft, rights: [...draft.rights] });
  const isWrong = (field: string): boolean => wasTried && !checked.success && checked.error.issues.some(({ path }) => path[0] === field);
  const make = useMutation({
    mutationFn: makeToken,
    onSuccess: async (made) => {
      props.onMade(made);
      setDraft(empty);
      setTried(false);
      await client.invalidateQueries(tokensQuery);
    },
  });
  return (
    <Confirm
      isOpen={props.isOpen}
      title={say('tokens.createTitle')}
      act={say(make.isPending ? 'tokens.createBusy' : 'tokens.create')}
      isActing={make.isPending}
      onCancel={props.onClose}
      onAct={() => {
        setTried(true);
        if (checked.success) make.mutate(checked.data);
      }}
    >
      <Field label={say('tokens.name')} hint={say('tokens.nameHint')} wrong={isWrong('name') ? say('tokens.nameMissing') : ''}>
        {(control) => (
          <input
            {...control}
            maxLength={80}
            autoComplete="off"
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      {units.length > 1 && (
        <Field label={say('tokens.unit')}>
          {(control) => (
            <select {...control} value={draft.unit} onChange={(event) => setDraft({ ...draft, unit: event.target.value })}>
              {units.map(({ unit, unitName }) => (
                <option key={unit} value={unit}>
                  {unitName}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <fieldset className="stack stack--tight">
        <legend className="label">{say('tokens.rights')}</legend>
        {RIGHTS.map((right) => (
          <label className="choice" key={right}>
            <input
              type="checkbox"
              checked={draft.rights.includes(right)}
              onChange={({ target }) =>
                setDraft({ ...draft, rights: RIGHTS.filter((one) => (one === right ? target.checked : draft.rights.includes(one))) })
              }
            />
            <span>
              {say(`tokens.right.${right}`)}
              <small>{say(`tokens.rightHint.${right}`)}</small>
            </span>
          </label>
        ))}
        {isWrong('rights') && <Wrong text={say('tokens.rightsMissing')} />}
      </fieldset>
      <Field label={say('tokens.days')}>
        {(control) => (
          <select {...control} value={draft.days} onChange={(event) => setDraft({ ...draft, days: Number(event.target.value) })}>
            {DAYS.map((n) => (
              <option key={n} value={n}>
                {say('tokens.daysOf', { n })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Problem error={make.error} />
    </Confirm>
  );
}
