import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { StandingView } from '../../../api/member.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useTitle } from '../frame/page.js';
import { WaitingPart } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { useOwnArrival } from './arrival.js';
import { dayOf } from './days.js';
import { HandIn } from './hand-in.js';
import { History } from './history.js';
import { useStanding } from './member-frame.js';
import { OwnQuizzes } from './own-quizzes.js';
import { ownResultQuery, type Phase, phaseOf } from './queries.js';
import { OwnResult } from './result.js';
import { SecondLook } from './second-look.js';
import { Steps } from './steps.js';
import { Task } from './task.js';

/** The member's page: what to do by when in one sentence, the committee's reason, what is missing, the own text. */
export function OwnPage(): ReactNode {
  const say = useWords();
  const standing = useStanding();
  const phase = phaseOf(standing);
  const title = useSentence(standing, phase);
  useTitle(title);
  const heading = useOwnArrival(phase);
  const last = standing.attempts.at(-1);
  const told = last?.conclusion ? last : undefined;
  const number = standing.open?.number ?? last?.number ?? 1;
  return (
    <>
      <div>
        <p className="muted small">
          <OutsideText text={say('member.round', { name: standing.name, campaign: standing.campaign.name, n: number })} />
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <Lead standing={standing} phase={phase} />
      </div>
      <Steps standing={standing} phase={phase} />
      {told !== undefined && phase !== 'received' && <Told essay={told.essay} />}
      {standing.open !== null && <Task standing={standing} />}
      {standing.open !== null && <HandIn standing={standing} phase={phase} />}
      {told !== undefined && phase !== 'received' && <SecondLook key={told.essay} attempt={told} looks={standing.looks} />}
      <OwnQuizzes />
      <History standing={standing} />
      <p>
        <Link className="touch" to={paths.ownYears}>
          {say('years.own.link')}
        </Link>
      </p>
    </>
  );
}

function useSentence({ open }: StandingView, phase: Phase): string {
  const say = useWords();
  const day = open?.due ?? null;
  if ((phase === 'first' || phase === 'again') && day !== null) return say(`member.title.${phase}By`, { day: dayOf(day) });
  return say(`member.title.${phase}`);
}

function Lead({ standing: { pending, attempts, open }, phase }: { standing: StandingView; phase: Phase }): ReactNode {
  const say = useWords();
  const last = attempts.at(-1);
  return (
    <>
      {(phase === 'received' || phase === 'waitRound' || phase === 'exempt') && (
        <p className="muted">{say(pending?.state === 'failed' ? 'member.lead.failed' : `member.lead.${phase}`)}</p>
      )}
      {pending?.state === 'skipped' && open !== null && (
        <Note kind="warn">
          <PlainText text={say('member.lead.skipped', { reason: pending.reason ?? '' })} />
        </Note>
      )}
      {phase === 'received' && (pending?.file ?? last?.file) !== undefined && (
        <p className="small muted">
          <OutsideText text={pending?.file ?? last?.file ?? ''} />
        </p>
      )}
    </>
  );
}

function Told({ essay }: { essay: string }): ReactNode {
  const { unit } = useStanding();
  const { data, error, refetch } = useQuery(ownResultQuery(essay));
  return data === undefined ? <WaitingPart error={error} retry={refetch} /> : <OwnResult result={data} unit={unit} />;
}
