import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatMoment } from '../../../api/format.js';
import type { SendingView } from '../../../api/unit-report.js';
import { PlainText } from '../../look/outside-text.js';
import { type Say, useWords } from '../../words/words.js';
import { paths } from '../paths.js';
import { useReportUnit } from './report-unit.js';

/** Every sending of the own report, newest first, with what became of it. */
export function Sendings({ campaign, sendings }: { campaign: string; sendings: readonly SendingView[] }): ReactNode {
  const say = useWords();
  const { suffix } = useReportUnit();
  return (
    <section className="panel" aria-labelledby="cac-lan-gui">
      <div className="panel__head">
        <h2 id="cac-lan-gui">{say('reports.history')}</h2>
      </div>
      <div className="panel__body stack">
        {sendings.length === 0 && <p className="muted">{say('reports.noHistory')}</p>}
        {sendings.map((sending) => (
          <div className="stack stack--tight" key={sending.number}>
            <h3>{say('reports.sendingOf', { n: sending.number, at: formatMoment(new Date(sending.sentAt)) })}</h3>
            <SendingFacts sending={sending} />
            <p>
              <Link to={paths.reportSending(campaign, sending.number) + suffix}>{say('reports.view')}</Link>
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}

/** Who sent and signed it, whether in time, and what the committee above said. */
export function SendingFacts({ sending }: { sending: SendingView }): ReactNode {
  const say = useWords();
  const { sentBy, signer, daysLate, verdict, remark, decidedBy } = sending;
  return (
    <>
      <p className="small">
        <PlainText text={say('reports.sentBy', { by: sentBy, signer })} /> {daysLate === null ? '' : lateWords(daysLate, say)}
      </p>
      <p className="small">
        {verdict === null ? say('reports.waiting') : <PlainText text={`${decidedBy ?? ''}: ${say(`reports.verdict.${verdict}`)}`} />}
      </p>
      {remark !== '' && (
        <p className="read">
          “<PlainText text={remark} />”
        </p>
      )}
    </>
  );
}

/** "đúng hạn", or how many days late. */
export const lateWords = (days: number, say: Say): string => (days === 0 ? say('reports.onTime') : say('reports.late', { n: days }));
