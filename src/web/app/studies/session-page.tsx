import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { formatCount, formatDay, NO_FIGURE } from '../../../api/format.js';
import { controlsOf, type SessionDetailView, type StudySessionView } from '../../../api/study.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { ORGANISERS, useHolds } from '../frame/account.js';
import { NotFound } from '../frame/not-found.js';
import { Page } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { ServiceError } from '../service/request.js';
import { AttendancePanel } from './attendance-panel.js';
import { ControlNote } from './control-note.js';
import { MarksImport } from './marks-import.js';
import { NoRoster } from './no-roster.js';
import { sessionAddress, sessionQuery } from './queries.js';
import { RemoveButton } from './remove-button.js';
import { SessionForm } from './session-form.js';
import { attendedWords, formWords, lengthWords, talkWords } from './session-table.js';

/** One study session: what was told of it, who attended. */
export function SessionPage(): ReactNode {
  const { id } = useCampaign();
  const { session = '' } = useParams();
  const { data, error, refetch } = useQuery(sessionQuery(id, session));
  if (data === undefined && error instanceof ServiceError && error.status === 404) return <NotFound />;
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  return <Session key={data.session.id} detail={data} />;
}

function Session({ detail }: { detail: SessionDetailView }): ReactNode {
  const say = useWords();
  const navigate = useNavigate();
  const { id, name } = useCampaign();
  const { session, people } = detail;
  const mayChange = useHolds(ORGANISERS);
  const [isChanging, setChanging] = useState(false);
  const address = sessionAddress(id, session.id);
  return (
    <Page
      title={session.title}
      isWritten
      short={`${session.title} · ${name}`}
      above={<Link to={paths.studies(id)}>{say('studies.back')}</Link>}
      lead={[formatDay(session.day), ...(session.isCatchUp ? [say('studies.catchUp')] : [])].join(' · ')}
      {...(mayChange && {
        actions: (
          <>
            <button type="button" className="btn" onClick={() => setChanging(true)}>
              {say('studies.change')}
            </button>
            <RemoveButton
              campaign={id}
              address={address}
              what={session}
              word={say('studies.removeSession')}
              onRemoved={() => void navigate(paths.studies(id))}
            />
          </>
        ),
      })}
    >
      {isChanging ? (
        <SessionForm
          key={session.revision}
          campaign={id}
          title={say('studies.changeTitle')}
          session={session}
          sent={(facts) => ({ path: address, method: 'PUT', json: { ...facts, revision: session.revision } })}
          onSaved={() => setChanging(false)}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <Facts session={session} />
      )}
      {!isChanging && <ControlNote controls={controlsOf(session, session.listed)} />}
      {people.length === 0 ? <NoRoster campaign={id} /> : <AttendancePanel campaign={id} detail={detail} />}
      {mayChange && people.length > 0 && <MarksImport campaign={id} address={`${address}/attendance`} kind="Marks" />}
    </Page>
  );
}

function Facts({ session }: { session: StudySessionView }): ReactNode {
  const say = useWords();
  const { place, speaker, speakerPost, nonMembers, points } = session;
  const told = [
    [say('studies.form'), [formWords(session, say), lengthWords(session, say)].filter(Boolean).join(' · ')],
    [say('studies.where'), place || NO_FIGURE],
    [say('studies.speaker'), [speaker, say(`studies.posts.${speakerPost}`)].filter(Boolean).join(', ')],
    [
      say('studies.col.attended'),
      [attendedWords(session, say), ...(nonMembers === null ? [] : [say('studies.nonMembers', { n: nonMembers })])].join(' '),
    ],
    [say('studies.col.talk'), talkWords(session, say)],
  ] as const;
  const count = (figure: number | null): string => (figure === null ? NO_FIGURE : formatCount(figure));
  return (
    <div className="panel panel__body stack">
      <dl className="studyfacts">
        {told.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <OutsideText text={text} />
            </dd>
          </div>
        ))}
      </dl>
      {points.length > 0 && (
        <ScrollBox className="table-wrap" label={say('studies.points')}>
          <table className="table table--points">
            <caption className="label">{say('studies.points')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('studies.pointName')}</th>
                <th scope="col">{say('studies.pointKind')}</th>
                <th scope="col" className="num">
                  {say('studies.col.attended')}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ name, kind, summoned, attended }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: points have nothing else that tells them apart, and stand still.
                <tr key={place}>
                  <td>
                    <OutsideText text={name} />
                  </td>
                  <td>{say(`studies.pointKinds.${kind}`)}</td>
                  <td className="num">{`${count(attended)}/${count(summoned)}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </div>
  );
}
