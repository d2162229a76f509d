import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { formatDate, formatMoment } from '../../../api/format.js';
import type { TextAnswer, TextRequestView } from '../../../api/text-requests.js';
import { Icon, type IconName } from '../../look/icons.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { pathsBelow } from '../../viewer/paths.js';
import { baseName } from '../../viewer/rows.js';
import { useWords } from '../../words/words.js';
import { holds, useAccount } from '../frame/account.js';
import { paths } from '../paths.js';
import { AnswerDialog } from './answer-dialog.js';
import { type RequestStanding, standingOf } from './queries.js';

const ICONS: Readonly<Record<RequestStanding, IconName>> = {
  waiting: 'clock',
  approved: 'check',
  refused: 'cross',
  withdrawn: 'redo',
  over: 'clock',
};

/** One request, as its side sees it, with what can be done about it. */
export function RequestCard({ request }: { request: TextRequestView }): ReactNode {
  const say = useWords();
  const { side, unit, file, reason, campaignName, askedAt, askedBy } = request;
  const standing = standingOf(request, Date.now());
  const name = file === '' ? say('requests.gone') : baseName(file);
  return (
    <>
      <div className="row row--apart">
        <h3>
          <OutsideText text={say(side === 'received' ? 'requests.from' : 'requests.to', { unit })} />
        </h3>
        <span className={`standing-tag standing-tag--${standing}`}>
          <Icon name={ICONS[standing]} />
          {say(`requests.state.${standing}`)}
        </span>
      </div>
      <p className="small muted">
        <OutsideText text={say('requests.about', { campaign: campaignName, at: formatMoment(new Date(askedAt)) })} />
        {askedBy !== null && ` · ${say('requests.askedBy', { name: askedBy })}`}
      </p>
      <p className="small">
        <OutsideText text={say(side === 'received' ? 'requests.essay' : 'requests.beside', { file: name })} />
      </p>
      <blockquote>
        <PlainText text={reason} />
      </blockquote>
      <Answer request={request} standing={standing} />
      <Actions request={request} standing={standing} />
    </>
  );
}

interface StandingProps {
  readonly request: TextRequestView;
  readonly standing: RequestStanding;
}

function Answer({ request: { decidedAt, decidedBy, answer, until }, standing }: StandingProps): ReactNode {
  const say = useWords();
  if (decidedAt === null) return null;
  const at = formatMoment(new Date(decidedAt));
  return (
    <div className="small">
      <p className="muted">
        {decidedBy === null ? say('requests.answered', { at }) : say('requests.answeredBy', { name: decidedBy, at })}
        {standing === 'approved' && until !== null && ` · ${say('requests.until', { day: formatDate(new Date(until)) })}`}
      </p>
      {answer !== '' && (
        <p>
          <PlainText text={`“${answer}”`} />
        </p>
      )}
    </div>
  );
}

function Actions({ request, standing }: StandingProps): ReactNode {
  const say = useWords();
  const account = useAccount();
  const [asks, setAsks] = useState<TextAnswer['state'] | null>(null);
  const { campaign, essay, other, file, id } = request;
  const viewer = pathsBelow(paths.results(campaign));
  const answers: TextAnswer['state'][] = standing === 'waiting' ? ['approved', 'refused'] : standing === 'approved' ? ['withdrawn'] : [];
  const mayAnswer = request.side === 'received' && holds(account, ['committee']);
  const words = { approved: say('requests.approve'), refused: say('requests.refuse'), withdrawn: say('requests.withdraw') };
  return (
    <div className="row">
      {request.side === 'sent' && standing === 'approved' && (
        <Link className="btn btn--small btn--main" to={paths.requestedText(id)}>
          {say('requests.read')}
        </Link>
      )}
      {mayAnswer &&
        answers.map((state) => (
          <button
            type="button"
            key={state}
            className={state === 'approved' ? 'btn btn--small btn--main' : 'btn btn--small'}
            onClick={() => setAsks(state)}
          >
            {words[state]}
          </button>
        ))}
      {file !== '' && (
        <Link className="small" to={other === null ? viewer.essay(essay) : viewer.pair(essay, other)}>
          {say(other === null ? 'requests.own' : 'requests.pair')}
        </Link>
      )}
      {asks !== null && <AnswerDialog request={request} state={asks} word={words[asks]} close={() => setAsks(null)} />}
    </div>
  );
}
