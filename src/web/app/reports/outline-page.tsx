import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatDate, formatDay } from '../../../api/format.js';
import type { OutlinesView, OutlineView } from '../../../api/unit-report.js';
import { PlainText } from '../../look/outside-text.js';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { Problem } from '../frame/problem.js';
import { OutlineEditor } from './outline-editor.js';
import { ReportFrame } from './report-frame.js';
import { outlinesQuery } from './report-queries.js';
import { useReportUnit } from './report-unit.js';

/** The outline that the unit gives to those below it, and the one that its own report follows. */
export function OutlinePage(): ReactNode {
  const say = useWords();
  const { id } = useCampaign();
  const { unit } = useReportUnit();
  const { data, error, refetch } = useQuery(outlinesQuery(id, unit));
  return (
    <ReportFrame title={say('reports.outlineTitle')} lead={say('reports.outlineLead')}>
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && <Outlines key={unit} campaign={id} outlines={data} reload={() => void refetch()} />}
    </ReportFrame>
  );
}

function Outlines({ campaign, outlines, reload }: { campaign: string; outlines: OutlinesView; reload: () => void }): ReactNode {
  const say = useWords();
  const { isCommittee } = useReportUnit();
  const { own, followed } = outlines;
  const isAbove = followed !== null && followed.unit.id !== outlines.unit.id;
  const [isBegun, begin] = useState(false);
  const isEdited = isCommittee && (own !== null || isBegun || !isAbove);
  return (
    <>
      {isAbove && <Followed outline={followed} />}
      {isEdited && <OutlineEditor key={own?.revision ?? 0} campaign={campaign} outlines={outlines} reload={reload} />}
      {isCommittee && !isEdited && (
        <p>
          <button type="button" className="btn" onClick={() => begin(true)}>
            {say('reports.begin')}
          </button>
        </p>
      )}
      {!isCommittee && own !== null && <Followed outline={own} />}
      {!isCommittee && own === null && !isAbove && <p className="muted">{say('reports.none')}</p>}
    </>
  );
}

/** An outline to read. */
function Followed({ outline: { id, unit, title, sections, due, givenAt } }: { outline: OutlineView }): ReactNode {
  const say = useWords();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel__head">
        <h2 id={id}>{say('reports.followedTitle', { unit: unit.name })}</h2>
        {givenAt !== null && <span className="small muted">{say('reports.given', { day: formatDate(new Date(givenAt)) })}</span>}
      </div>
      <div className="panel__body stack stack--tight">
        <p>
          <b>
            <PlainText text={title} />
          </b>
        </p>
        <p className="small muted">
          {say('reports.followedText')} {due !== null && `${say('reports.due')}: ${formatDay(due)}.`}
        </p>
        <ol className="outlineread" lang="vi">
          {sections.map((section) => (
            <li key={section.id} data-level={section.level}>
              <PlainText text={section.heading} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
