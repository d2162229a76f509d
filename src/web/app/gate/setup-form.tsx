import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { sessionQuery } from '../service/queries.js';
import { ServiceError } from '../service/request.js';
import { CodeField } from './code-field.js';
import { checkSetup, EMPTY_FIELDS } from './credentials.js';
import { enter } from './enter.js';
import { EntryField } from './entry-field.js';
import { NameField } from './name-field.js';
import { NewPassword } from './new-password.js';

/** The first account: the organisation's name, one's own, a password twice, and a code where others could be quicker than whoever started the service. */
export function SetupForm({ needsCode }: { needsCode: boolean }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(EMPTY_FIELDS);
  const [wasTried, setTried] = useState(false);
  const wrongs = checkSetup(typed, { needsCode, needsUnit: true }, say);
  const shown = wasTried ? wrongs : EMPTY_FIELDS;
  const setUp = useMutation({
    mutationFn: () =>
      enter(client, '/api/setup', { name: typed.name, password: typed.password, code: typed.code, unit: typed.unit.trim() }),
    // Somebody else was quicker: then the page asks for a sign-in.
    onError: (error) => error instanceof ServiceError && error.status === 409 && client.invalidateQueries(sessionQuery),
  });
  const submit = (): void => {
    setTried(true);
    if (Object.values(wrongs).every((wrong) => wrong === '')) setUp.mutate();
    // The fields are marked by the next paint.
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form
      className="stack"
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!setUp.isPending) submit();
      }}
    >
      <Problem error={setUp.error} />
      {needsCode && <CodeField value={typed.code} wrong={shown.code} onChange={(code) => setTyped({ ...typed, code })} />}
      <EntryField
        label={say('organisation.setupUnit')}
        hint={say('organisation.setupUnitHint')}
        autoComplete="organization"
        isFirst={!needsCode}
        value={typed.unit}
        wrong={shown.unit}
        onChange={(unit) => setTyped({ ...typed, unit })}
      />
      <NameField value={typed.name} wrong={shown.name} onChange={(name) => setTyped({ ...typed, name })} />
      <NewPassword typed={typed} wrong={shown} onChange={(passwords) => setTyped({ ...typed, ...passwords })} />
      <button type="submit" className="btn btn--main btn--wide" disabled={setUp.isPending}>
        {say(setUp.isPending ? 'gate.setupBusy' : 'gate.setupButton')}
      </button>
    </form>
  );
}
