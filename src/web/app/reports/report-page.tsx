import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useBeforeUnload } from 'react-router';
import { formatDate, formatDay } from '../../../api/format.js';
import type { OwnReportView } from '../../../api/unit-report.js';
import { PlainText } from '../../look/outside-text.js';
import { Empty, Loading, Note } from '../../look/states.js';
import { type Say, useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { LeaveGuard } from '../form/leave-guard.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { Changes } from './changes.js';
import { Paper } from './paper.js';
import { PartsForm } from './parts-form.js';
import { ReportExports } from './report-exports.js';
import { ReportFrame } from './report-frame.js';
import { ownReportQuery } from './report-queries.js';
import { useReportUnit } from './report-unit.js';
import { SectionText } from './section-text.js';
import { SendPanel } from './send-panel.js';
import { Sendings } from './sendings.js';
import { useDraft } from './use-draft.js';

/** The unit's own report: written, checked, signed and sent, and what became of it. */
export function ReportPage(): ReactNode {
  const say = useWords();
  const { id } = useCampaign();
  const { unit, suffix } = useReportUnit();
  const { data, error, refetch } = useQuery(ownReportQuery(id, unit));
  return (
    <ReportFrame
      title={say('reports.title')}
      lead={data && leadOf(data, say)}
      actions={data?.document && <ReportExports campaign={id} unit={unit} />}
    >
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data?.outline === null && (
        <div className="panel">
          <Empty
            title={say('reports.noOutline')}
            actions={
              <Link className="btn btn--main" to={paths.reportOutline(id) + suffix}>
                {say('reports.toOutline')}
              </Link>
            }
          >
            {say('reports.noOutlineText')}
          </Empty>
        </div>
      )}
      {data !== undefined && data.outline !== null && <Writing key={unit} campaign={id} unit={unit} report={data} />}
    </ReportFrame>
  );
}

function leadOf({ outline }: OwnReportView, say: Say): ReactNode {
  if (outline === null) return undefined;
  const unit = outline.unit.name;
  return outline.due === null ? say('reports.leadNoDue', { unit }) : say('reports.lead', { unit, day: formatDay(outline.due) });
}

function Writing({ campaign, unit, report }: { campaign: string; unit: string; report: OwnReportView }): ReactNode {
  const say = useWords();
  const { isCommittee, isSecretary } = useReportUnit();
  const draft = useDraft(campaign, unit, report);
  const { document, outline, sendings, changes } = report;
  // Whoever goes to another page has it saved on the way; whoever closes this one has not.
  useBeforeUnload((event) => {
    if (draft.state !== 'saved') event.preventDefault();
  });
  if (document === null || outline === null) return null;
  const mayWrite = isCommittee || isSecretary;
  const write = (id: string): ReactNode => {
    const section = outline.sections.find((one) => one.id === id);
    return section === undefined ? null : <SectionText section={section} draft={draft} />;
  };
  return (
    <div className="reportdesk">
      {(draft.state === 'conflict' || draft.state === 'failed') && <LeaveGuard isOn />}
      <div className="stack">
        <Verdict report={report} />
        {mayWrite ? (
          <Paper document={document} label={say('reports.paper')} write={write} />
        ) : (
          <Paper document={document} label={say('reports.paper')} />
        )}
      </div>
      <div className="reportdesk__side stack">
        {mayWrite ? (
          <SendPanel campaign={campaign} unit={unit} report={report} draft={draft} />
        ) : (
          <Note kind="info">{say('reports.readOnly')}</Note>
        )}
        {sendings[0] !== undefined && <Changes changes={changes} number={sendings[0].number} />}
        <Sendings campaign={campaign} sendings={sendings} />
        {mayWrite && <PartsForm campaign={campaign} unit={unit} report={report} draft={draft} />}
      </div>
    </div>
  );
}

/** What the committee above said of the newest sending. */
function Verdict({ report: { sendings } }: { report: OwnReportView }): ReactNode {
  const say = useWords();
  const [newest] = sendings;
  if (newest === undefined || newest.verdict === null) return null;
  const { number, verdict, remark, decidedBy, decidedAt } = newest;
  const facts = { by: decidedBy ?? '', day: decidedAt === null ? '' : formatDate(new Date(decidedAt)), remark };
  return (
    <Note kind={verdict === 'returned' ? 'warn' : 'ok'} title={say(`reports.${verdict}Title`, { n: number })}>
      <PlainText text={say(`reports.${verdict}Text`, facts)} />
    </Note>
  );
}
