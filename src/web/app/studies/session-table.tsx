import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount, formatDay, NO_FIGURE } from '../../../api/format.js';
import { controlsOf, type StudySessionView } from '../../../api/study.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { type Say, useWords } from '../../words/words.js';
import { paths } from '../paths.js';

/** Sessions, the latest first: how each was held, who came, whether its figures agree. */
export function SessionTable({ campaign, sessions }: { campaign: string; sessions: readonly StudySessionView[] }): ReactNode {
  const say = useWords();
  const heads = ['session', 'form', 'speaker', 'attended', 'talk', 'control'] as const;
  return (
    <div className="panel">
      <table className="table table--cards table--sessions">
        <caption className="vh">{say('studies.caption')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head} className={head === 'attended' ? 'num' : undefined}>
                {say(`studies.col.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <Row key={session.id} campaign={campaign} session={session} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ campaign, session }: { campaign: string; session: StudySessionView }): ReactNode {
  const say = useWords();
  const { id, day, title, place, isCatchUp, speaker, speakerPost, nonMembers, listed } = session;
  const controls = controlsOf(session, listed);
  return (
    <tr>
      <th scope="row" className="full">
        <Link className="who" to={paths.studySession(campaign, id)}>
          <OutsideText text={title} />
        </Link>
        <span className="sub">
          <OutsideText
            text={[formatDay(day), ...(isCatchUp ? [say('studies.catchUp')] : []), ...(place === '' ? [] : [place])].join(' · ')}
          />
        </span>
      </th>
      <td data-label={say('studies.col.form')}>
        {formWords(session, say)}
        <span className="sub">{lengthWords(session, say)}</span>
      </td>
      <td data-label={say('studies.col.speaker')}>
        <OutsideText text={speaker || NO_FIGURE} />
        <span className="sub">{say(`studies.posts.${speakerPost}`)}</span>
      </td>
      <td className="num" data-label={say('studies.col.attended')}>
        {attendedWords(session, say)}
        {nonMembers !== null && <span className="sub">{say('studies.nonMembers', { n: nonMembers })}</span>}
      </td>
      <td data-label={say('studies.col.talk')}>{talkWords(session, say)}</td>
      <td data-label={say('studies.col.control')}>
        <span className={controls.length === 0 ? 'state state--ok' : 'state state--warn'}>
          <Icon name={controls.length === 0 ? 'check' : 'warn'} />
          {controls.length === 0 ? say('studies.agrees') : say('studies.differs', { n: controls.length })}
        </span>
      </td>
    </tr>
  );
}

/** "Lớp học, trực tuyến". */
export const formWords = ({ form, mode }: StudySessionView, say: Say): string =>
  `${say(`studies.forms.${form}`)}, ${say(`studies.modes.${mode}`)}`;

/** How long it took on what agenda, at how many points. */
export function lengthWords({ minutes, isCombined, points }: StudySessionView, say: Say): string {
  return [
    ...(minutes === null ? [] : [say('studies.minutes', { n: minutes })]),
    ...(isCombined ? [say('studies.combined')] : []),
    ...(points.length === 0 ? [] : [say('studies.pointsOf', { n: points.length })]),
  ].join(', ');
}

/** How many of those summoned came: by the list where there is one, else as the unit told. */
export function attendedWords({ listed, toldSummoned, toldAttended }: StudySessionView, say: Say): string {
  if (listed.summoned > 0) return `${formatCount(listed.attended)}/${formatCount(listed.summoned)}`;
  if (toldSummoned === null && toldAttended === null) return NO_FIGURE;
  const figure = (count: number | null): string => (count === null ? NO_FIGURE : formatCount(count));
  return `${figure(toldAttended)}/${figure(toldSummoned)} (${say('studies.byTold')})`;
}

/** Comments, and questions with how many were answered. */
export function talkWords({ comments, questions, answered }: StudySessionView, say: Say): string {
  const told = [
    ...(comments === null ? [] : [say('studies.comments', { n: comments })]),
    ...(questions === null ? [] : [say('studies.answeredOf', { answered: formatCount(answered ?? 0), questions: formatCount(questions) })]),
  ];
  return told.length === 0 ? NO_FIGURE : told.join(', ');
}
