import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../look/icons.js';
import { useLanguage } from '../../look/language.js';
import { Empty, Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { CreateToken } from './create-token.js';
import { MadeToken } from './made-token.js';
import { type Made, tokensQuery } from './queries.js';
import { TokenTable } from './token-table.js';

/** Access tokens that other software uses in place of a sign-in. */
export function TokensPage(): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(tokensQuery);
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const actions = (
    <button type="button" className="btn btn--main" onClick={() => setCreating(true)}>
      <Icon name="plus" />
      {say('tokens.create')}
    </button>
  );
  const isEmpty = data?.length === 0;
  return (
    <Page
      title={say('tokens.title')}
      short={say('tokens.place')}
      lead={
        <>
          {say('tokens.lead')} <a href={`/api/docs?lang=${language}`}>{say('tokens.docs')}</a>
        </>
      }
      {...(!isEmpty && { actions })}
    >
      {made !== null && <MadeToken made={made} onDone={() => setMade(null)} />}
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {isEmpty && (
        <div className="panel">
          <Empty title={say('tokens.emptyTitle')} actions={actions}>
            {say('tokens.emptyText')}
          </Empty>
        </div>
      )}
      {data !== undefined && !isEmpty && <TokenTable tokens={data} />}
      <CreateToken
        isOpen={isCreating}
        onClose={() => setCreating(false)}
        onMade={(one) => {
          setMade(one);
          setCreating(false);
        }}
      />
    </Page>
  );
}
