import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { SentReportView } from '../../../api/unit-report.js';
import { Loading, Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { Field } from '../frame/field.js';
import { NotFound } from '../frame/not-found.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { paths } from '../paths.js';
import { ServiceError, tell } from '../service/request.js';
import { Changes } from './changes.js';
import { Paper } from './paper.js';
import { ReportExports } from './report-exports.js';
import { ReportFrame } from './report-frame.js';
import { receivedAddress, reportAddress, reportKey, sentQuery } from './report-queries.js';
import { useReportUnit } from './report-unit.js';
import { SendingFacts } from './sendings.js';

/** One sending exactly as it was sent: of the own report, or of a unit below, on which the committee above decides. */
export function SentPage(): ReactNode {
  const say = useWords();
  const { id } = useCampaign();
  const { of = null, number: text = '1' } = useParams();
  const { unit, suffix, isCommittee } = useReportUnit();
  const number = Number(text);
  const { data, error, refetch } = useQuery(sentQuery(id, unit, of, number));
  if (error instanceof ServiceError && (error.status === 404 || error.status === 400)) return <NotFound />;
  const title = data === undefined ? say('reports.title') : say('reports.sentTitle', { unit: data.unit.name, n: number });
  return (
    <ReportFrame title={title} actions={data && <ReportExports campaign={id} unit={unit} of={of} number={number} />}>
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && (
        <div className="reportdesk">
          <div className="stack">
            {data.newest !== number && (
              <Note kind="info">
                {say('reports.older', { n: data.newest })}{' '}
                <Link to={(of === null ? paths.reportSending(id, data.newest) : paths.receivedReport(id, of, data.newest)) + suffix}>
                  {say('reports.openNewest')}
                </Link>
              </Note>
            )}
            <Paper document={data.document} label={say('reports.paper')} />
          </div>
          <div className="reportdesk__side stack">
            <section className="panel" aria-labelledby="lan-gui">
              <div className="panel__head">
                <h2 id="lan-gui">{say('reports.history')}</h2>
              </div>
              <div className="panel__body stack">
                <SendingFacts sending={data.sending} />
              </div>
            </section>
            {of !== null && isCommittee && data.sending.verdict === null && data.newest === number && (
              <Decision campaign={id} unit={unit} of={of} number={number} />
            )}
            <Changes changes={data.changes} number={number} />
          </div>
        </div>
      )}
    </ReportFrame>
  );
}

type Verdict = NonNullable<SentReportView['sending']['verdict']>;

function Decision({ campaign, unit, of, number }: { campaign: string; unit: string; of: string; number: number }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [remark, setRemark] = useState('');
  const [isMissing, setMissing] = useState(false);
  const decide = useMutation({
    mutationFn: (verdict: Verdict) =>
      tell(reportAddress(campaign, unit, `${receivedAddress(of, number)}/decision`), {
        method: 'POST',
        json: { verdict, remark: remark.trim() },
      }),
    onSuccess: (_, verdict) => {
      toast(say(`reports.decided.${verdict}`));
      return client.invalidateQueries({ queryKey: reportKey(campaign) });
    },
  });
  const giveBack = (): void => {
    setMissing(remark.trim() === '');
    if (remark.trim() !== '') decide.mutate('returned');
  };
  return (
    <section className="conclude panel" aria-labelledby="y-kien">
      <div className="panel__head">
        <h2 id="y-kien">{say('reports.decide')}</h2>
      </div>
      <div className="panel__body stack">
        <p className="small muted">{say('reports.decideText')}</p>
        <Field
          label={say('reports.remark')}
          hint={say('reports.remarkHint')}
          wrong={isMissing && remark.trim() === '' ? say('reports.remarkMissing') : ''}
        >
          {(control) => (
            <textarea {...control} rows={4} maxLength={2000} value={remark} onChange={(event) => setRemark(event.target.value)} />
          )}
        </Field>
        <Problem error={decide.error} />
        <p className="row">
          <button type="button" className="btn" disabled={decide.isPending} onClick={giveBack}>
            {say('reports.return')}
          </button>
          <button type="button" className="btn btn--main" disabled={decide.isPending} onClick={() => decide.mutate('accepted')}>
            {say('reports.accept')}
          </button>
        </p>
      </div>
    </section>
  );
}
