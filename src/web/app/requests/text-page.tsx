import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { formatDate } from '../../../api/format.js';
import type { RequestedTextView } from '../../../api/text-requests.js';
import { PlainText } from '../../look/outside-text.js';
import { paragraphsOf } from '../../viewer/paragraphs.js';
import { hiddenLayers, SeenText } from '../../viewer/seen-text.js';
import { WordsProvider } from '../../viewer/words.js';
import { useWords } from '../../words/words.js';
import { NotFound } from '../frame/not-found.js';
import { Page } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { ServiceError } from '../service/request.js';
import { requestedTextQuery } from './queries.js';

/** The whole of another unit's essay, as that unit has approved; every opening is logged. */
export function TextPage(): ReactNode {
  const { request = '' } = useParams();
  const { data, error, refetch } = useQuery(requestedTextQuery(request));
  if (error instanceof ServiceError && error.status === 404) return <NotFound />;
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  return <WholeText text={data} />;
}

function WholeText({ text: { request, document } }: { text: RequestedTextView }): ReactNode {
  const say = useWords();
  const hidden = hiddenLayers(document);
  return (
    <Page
      title={say('requests.textTitle', { unit: request.unit })}
      short={say('requests.textLabel')}
      above={<Link to={paths.requests}>{say('requests.title')}</Link>}
      lead={say('requests.textLead', { day: request.until === null ? '' : formatDate(new Date(request.until)) })}
    >
      <div className="panel panel__body stack">
        <p className="small muted">
          {say('requests.textReason')}: <PlainText text={`“${request.reason}”`} />
        </p>
        <article className="essay" aria-label={say('requests.textLabel')}>
          <WordsProvider>
            {paragraphsOf(document.text).map(({ start, end }) => (
              <p key={start}>
                <SeenText text={document.text} span={{ start, end }} hidden={hidden} />
              </p>
            ))}
          </WordsProvider>
        </article>
      </div>
    </Page>
  );
}
