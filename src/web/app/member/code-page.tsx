import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { AppearanceButtons } from '../../look/appearance.js';
import { Icon, Mark } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { useTitle } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { enterByCode } from '../gate/enter.js';
import { EntryField } from '../gate/entry-field.js';
import { paths } from '../paths.js';
import { sessionQuery } from '../service/queries.js';

/** Where the link of a slip leads: the code is used by pressing the button, never by opening the page. */
export function CodePage(): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { code: given = '' } = useParams();
  const [code, setCode] = useState(given);
  const [wasTried, setTried] = useState(false);
  const session = useQuery(sessionQuery);
  useTitle(say('member.codeTitle'));
  const enter = useMutation({
    mutationFn: () => enterByCode(client, code),
    onSuccess: () => void navigate(paths.own, { replace: true }),
  });
  return (
    <main className="phone phone--door" id="noi-dung">
      <p className="phone__mark">
        <Mark />
        <span lang="vi">{say('frame.product')}</span>
        <span className="tools">
          <AppearanceButtons large={say('frame.largeText')} dark={say('frame.dark')} />
        </span>
      </p>
      <div>
        <h1>{say('member.codeTitle')}</h1>
        <p className="muted">{say('member.codeText')}</p>
      </div>
      <form
        className="panel panel__body stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (code.trim() !== '' && !enter.isPending) enter.mutate();
        }}
      >
        <Problem error={enter.error ?? session.error} />
        <EntryField
          label={say('member.code')}
          hint={say('member.codeHint')}
          wrong={wasTried && code.trim() === '' ? say('member.codeMissing') : ''}
          isFirst={given === ''}
          autoComplete="off"
          autoCapitalize="characters"
          value={code}
          onChange={setCode}
        />
        <button type="submit" className="btn btn--main btn--wide" disabled={enter.isPending}>
          {say(enter.isPending ? 'member.opening' : 'member.open')}
        </button>
      </form>
      {!window.isSecureContext && (
        <p className="small muted gate__plain">
          <Icon name="warn" />
          <span>{say('gate.notEncrypted')}</span>
        </p>
      )}
      <p className="small">
        <Link className="touch" to={paths.home}>
          {say('member.staff')}
        </Link>
      </p>
    </main>
  );
}
