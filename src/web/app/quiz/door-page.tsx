import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { OpenDoorView } from '../../../api/quizzes.js';
import { Icon } from '../../look/icons.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { useTitle } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { dayOf } from '../member/days.js';
import { paths } from '../paths.js';
import { Gone, GuestFrame, isGone } from './guest-frame.js';
import { openDoorQuery } from './queries.js';

/** Where the one QR code of a campaign leads: what to read, what to write and by when, quizzes, handing in. */
export function DoorPage(): ReactNode {
  const { key = '' } = useParams();
  const { data, error, refetch } = useQuery(openDoorQuery(key));
  return (
    <GuestFrame>
      {data !== undefined && <Shown doorKey={key} door={data} />}
      {data === undefined && (isGone(error) ? <Gone /> : <Waiting error={error} retry={refetch} />)}
    </GuestFrame>
  );
}

function Shown({ doorKey, door }: { doorKey: string; door: OpenDoorView }): ReactNode {
  const say = useWords();
  const { campaign, unit, prompt, due, documents, quizzes } = door;
  useTitle(campaign);
  return (
    <>
      <div>
        <h1>
          <OutsideText text={campaign} />
        </h1>
        <p className="muted">
          <OutsideText text={unit} />
        </p>
        {due !== null && (
          <p>
            <b>{say('quiz.shown.due', { day: dayOf(due) })}</b>
          </p>
        )}
      </div>
      {prompt !== '' && (
        <section className="panel" aria-labelledby="de-bai">
          <div className="panel__head">
            <h2 id="de-bai">{say('quiz.shown.prompt')}</h2>
          </div>
          <p className="panel__body read lines">
            <OutsideText text={prompt} />
          </p>
        </section>
      )}
      <section className="panel" aria-labelledby="van-ban">
        <div className="panel__head">
          <h2 id="van-ban">{say('quiz.shown.documents')}</h2>
        </div>
        <ul className="panel__body stack">
          {documents.length === 0 && <li className="muted">{say('quiz.shown.noDocuments')}</li>}
          {documents.map(({ file, sha256 }) => (
            <li key={sha256}>
              <a
                className="btn btn--wide"
                href={`/api/door/${encodeURIComponent(doorKey)}/documents/${sha256}`}
                aria-label={say('quiz.shown.download', { file })}
                download
              >
                <Icon name="out" />
                <OutsideText text={file} />
              </a>
            </li>
          ))}
        </ul>
      </section>
      {quizzes.length > 0 && (
        <section className="panel" aria-labelledby="bai-trac-nghiem">
          <div className="panel__head">
            <h2 id="bai-trac-nghiem">{say('quiz.shown.quizzes')}</h2>
          </div>
          <ul className="panel__body stack">
            {quizzes.map(({ key, title, closes }) => (
              <li key={key}>
                <Link className="btn btn--wide" to={paths.takeQuiz(key)}>
                  <OutsideText text={title} />
                </Link>
                {closes !== null && <p className="small muted">{say('quiz.shown.closes', { day: dayOf(closes) })}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="stack stack--tight">
        <Link className="btn btn--main btn--wide" to={paths.enterCode}>
          {say('quiz.shown.handIn')}
        </Link>
        <p className="small muted">
          <PlainText text={say('quiz.shown.handInText')} />
        </p>
      </div>
    </>
  );
}
