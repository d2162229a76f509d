import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useWords } from '../../words/words.js';
import { NotFound } from '../frame/not-found.js';
import { useTitle } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { ServiceError } from '../service/request.js';
import { useOwnArrival } from './arrival.js';
import { useStanding } from './member-frame.js';
import { ownResultQuery, ownYearsQuery } from './queries.js';
import { OwnResult } from './result.js';
import { SecondLook } from './second-look.js';

/** An earlier essay of the member's with what was concluded on it. */
export function OwnEssayPage(): ReactNode {
  const say = useWords();
  const { essay = '' } = useParams();
  const { unit } = useStanding();
  const { data, error, refetch } = useQuery(ownResultQuery(essay));
  // Of every campaign: those of the standing are of one.
  const looks = useQuery(ownYearsQuery).data?.flatMap(({ entries }) => entries.flatMap((entry) => entry.looks));
  const title = say('member.attemptTitle', { n: data?.attempt.number ?? 1 });
  useTitle(title);
  const heading = useOwnArrival(data === undefined ? '' : essay);
  if (error instanceof ServiceError && error.status === 404)
    return <NotFound text={say('member.notFoundText')} back={{ to: paths.own, word: say('member.back') }} />;
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  return (
    <>
      <div>
        <p>
          <Link className="touch" to={paths.own}>
            {say('member.back')}
          </Link>
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </div>
      <OwnResult result={data} unit={unit} />
      {looks !== undefined && <SecondLook attempt={data.attempt} looks={looks} />}
    </>
  );
}
