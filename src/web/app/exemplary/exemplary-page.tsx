import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { ExemplaryMarkView } from '../../../api/exemplary.js';
import { OutsideText } from '../../look/outside-text.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { useHolds, WRITERS } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { MarkForm } from './mark-form.js';
import { Marked } from './marked.js';
import { exemplaryQuery } from './queries.js';

/** Essays and units of a campaign that others are to be shown. */
export function ExemplaryPage(): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const { data, error, refetch } = useQuery(exemplaryQuery(id));
  const isWriter = useHolds(WRITERS);
  const [isOpen, setOpen] = useState(false);
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  const { marks, units } = data;
  const canMark = isWriter && units.length > 0;
  return (
    <Page
      title={say('exemplary.title')}
      short={`${say('exemplary.place')} · ${name}`}
      lead={say('exemplary.lead')}
      {...(canMark && {
        actions: (
          <button type="button" className="btn" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {say('exemplary.markUnit')}
          </button>
        ),
      })}
    >
      {isOpen && (
        <section className="panel panel__body" aria-label={say('exemplary.markUnit')}>
          <MarkForm campaign={id} essay={null} units={units} onDone={() => setOpen(false)} />
        </section>
      )}
      {marks.length === 0 && (
        <div className="panel">
          <Empty title={say('exemplary.none')}>{say('exemplary.noneText')}</Empty>
        </div>
      )}
      <Marks title={say('exemplary.essays')} id="bai" campaign={id} marks={marks.filter(({ essay }) => essay !== null)} />
      <Marks title={say('exemplary.units')} id="don-vi" campaign={id} marks={marks.filter(({ essay }) => essay === null)} />
    </Page>
  );
}

function Marks(props: { title: string; id: string; campaign: string; marks: readonly ExemplaryMarkView[] }): ReactNode {
  const { title, id, campaign, marks } = props;
  if (marks.length === 0) return null;
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel__head">
        <h2 id={id}>
          {title} ({marks.length})
        </h2>
      </div>
      <ul className="plain">
        {marks.map((mark) => (
          <li key={mark.id} className="panel__body">
            <h3>
              {mark.essay === null ? (
                <OutsideText text={mark.unit.name} />
              ) : (
                <Link to={`${paths.results(campaign)}/bai/${encodeURIComponent(mark.essay.id)}`}>
                  <OutsideText text={mark.essay.writer || mark.essay.file} />
                </Link>
              )}
            </h3>
            <Marked campaign={campaign} mark={mark} />
          </li>
        ))}
      </ul>
    </section>
  );
}
