import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { formatCount, formatDay } from '../../../api/format.js';
import type { TrackerView } from '../../../api/tracker.js';
import { Empty, Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { NotFound } from '../frame/not-found.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { ServiceError } from '../service/request.js';
import { DaysChart, ResultBars } from './charts.js';
import { FigureStrip } from './figure-strip.js';
import { trackerQuery } from './queries.js';
import { UnitGroups } from './unit-groups.js';
import { UnitTable } from './unit-table.js';

/** How far the units below have come with one campaign. */
export function TrackerPage(): ReactNode {
  const { campaign = '' } = useParams();
  const say = useWords();
  const [keyCadres, setKeyCadres] = useState(false);
  const { data, error, refetch } = useQuery(trackerQuery(campaign, keyCadres));
  if (error instanceof ServiceError && error.status === 404) return <NotFound />;
  return (
    <Page
      title={data === undefined ? say('tracker.place') : say('tracker.title', { name: data.name })}
      short={say('tracker.place')}
      above={<Link to={paths.trackers}>{say('tracker.listTitle')}</Link>}
      {...(data && { lead: leadOf(data, say) })}
      actions={
        <label className="choice">
          <input type="checkbox" checked={keyCadres} onChange={(event) => setKeyCadres(event.target.checked)} />
          {say('tracker.cadres')}
        </label>
      }
    >
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && <TrackerBody tracker={data} keyCadres={keyCadres} />}
    </Page>
  );
}

function leadOf({ units, today, due }: TrackerView, say: ReturnType<typeof useWords>): string {
  const facts = { n: formatCount(units.length), today: formatDay(today) };
  return due === null ? say('tracker.leadNoDue', facts) : say('tracker.lead', { ...facts, due: formatDay(due) });
}

function TrackerBody({ tracker, keyCadres }: { tracker: TrackerView; keyCadres: boolean }): ReactNode {
  const say = useWords();
  const { total, days, due } = tracker;
  if (total.listed === 0)
    return (
      <>
        <div className="panel">
          <Empty title={say(keyCadres ? 'tracker.noCadres' : 'tracker.noRoster')}>
            {say(keyCadres ? 'tracker.noCadresText' : 'tracker.noRosterText')}
          </Empty>
        </div>
        <UnitGroups campaign={tracker.campaign} />
      </>
    );
  return (
    <>
      <FigureStrip figures={total} />
      <UnitTable units={tracker.units} total={total} />
      <div className="two">
        <DaysChart days={days} due={due} required={total.required} />
        <ResultBars figures={total} />
      </div>
      <UnitGroups campaign={tracker.campaign} />
      <p className="small muted">{say('tracker.note')}</p>
    </>
  );
}
