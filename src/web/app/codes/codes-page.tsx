import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { memo, type ReactNode, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../../api/format.js';
import { type CodesView, codesSchema, type SeatView } from '../../../api/member.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { SearchField } from '../../look/search-field.js';
import { Empty, Loading } from '../../look/states.js';
import { type Measure, VirtualBody } from '../../look/virtual-rows.js';
import { useFits } from '../../viewer/results/use-fits.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { dayOf } from '../member/days.js';
import { findPeople } from '../roster/search-people.js';
import { seatsQuery } from '../rounds/queries.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';
import { Slips } from './slips.js';

/** One-time codes for the people of the roster, each told once, to be printed. */
export function CodesPage(): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { id, name } = useCampaign();
  const [made, setMade] = useState<CodesView | null>(null);
  const { data, error, refetch } = useQuery(seatsQuery(id));
  const make = useMutation({
    mutationFn: (people: readonly string[]) => ask(`${campaignAddress(id)}/codes`, codesSchema, { method: 'POST', json: { people } }),
    onSuccess: setMade,
    onSettled: () => client.invalidateQueries({ queryKey: seatsQuery(id).queryKey }),
  });
  const { mutate } = make;
  const makeOne = useCallback((person: string) => mutate([person]), [mutate]);
  const missing = (data ?? []).filter(({ code, isExempt }) => !isExempt && (code === 'none' || code === 'expired'));
  return (
    <Page
      title={say('rounds.codesTitle')}
      short={`${say('rounds.codes')} · ${name}`}
      lead={say('rounds.codesLead')}
      {...(missing.length > 0 && {
        actions: (
          <button
            type="button"
            className="btn btn--main"
            disabled={make.isPending}
            onClick={() => make.mutate(missing.map(({ person }) => person))}
          >
            {make.isPending ? say('rounds.making') : say('rounds.makeMissing', { n: missing.length })}
          </button>
        ),
      })}
    >
      <Problem error={make.error} />
      {made !== null && <Slips made={made} campaign={name} close={() => setMade(null)} />}
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      <Problem error={error} retry={() => void refetch()} />
      {data?.length === 0 && (
        <div className="panel">
          <Empty title={say('rounds.noPeople')}>{say('rounds.noPeopleText')}</Empty>
        </div>
      )}
      {data !== undefined && data.length > 0 && <Seats seats={data} isBusy={make.isPending} make={makeOne} />}
    </Page>
  );
}

interface SeatsProps {
  readonly seats: readonly SeatView[];
  readonly isBusy: boolean;
  readonly make: (person: string) => void;
}

function Seats({ seats, isBusy, make }: SeatsProps): ReactNode {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const fits = useFits(box);
  const [sought, seek] = useState('');
  const search = useDeferredValue(sought);
  const shown = useMemo(() => findPeople(seats, search), [seats, search]);
  return (
    <div className="panel noprint">
      <search className="filters">
        <SearchField label={say('roster.search')} value={sought} onChange={seek} />
        <span className="small muted" role="status">
          {say('roster.shown', { n: shown.length, all: seats.length })}
        </span>
      </search>
      <ScrollBox className={fits ? 'table-wrap table-wrap--free' : 'table-wrap'} label={say('rounds.codesTitle')} box={box}>
        <table className="table table--pin table--cards" aria-rowcount={shown.length + 1}>
          <caption className="vh">{say('rounds.codesTitle')}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{say('rounds.person')}</th>
              <th scope="col">{say('rounds.cell')}</th>
              <th scope="col" className="num">
                {say('rounds.essays')}
              </th>
              <th scope="col">{say('rounds.state')}</th>
              <th scope="col" className="act">
                <span className="vh">{say('rounds.makeOne')}</span>
              </th>
            </tr>
          </thead>
          <VirtualBody rows={shown} keyOf={keyOf} span={5}>
            {(seat, index, measure) => <SeatRow seat={seat} index={index} measure={measure} isBusy={isBusy} make={make} />}
          </VirtualBody>
        </table>
      </ScrollBox>
    </div>
  );
}

const keyOf = ({ person }: SeatView): string => person;

interface RowProps extends Omit<SeatsProps, 'seats'> {
  readonly seat: SeatView;
  readonly index: number;
  readonly measure: Measure;
}

const SeatRow = memo(function SeatRow({ seat, index, measure, isBusy, make }: RowProps): ReactNode {
  const say = useWords();
  const { person, name, card, cell, code, until, attempts, isExempt } = seat;
  const act = say(code === 'none' ? 'rounds.makeOne' : 'rounds.makeNew');
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <td className="full">
        <b>
          <OutsideText text={name} />
        </b>
        <span className="sub">
          <OutsideText text={isExempt ? `${card} · ${say('rounds.exempt')}` : card} />
        </span>
      </td>
      <td data-label={say('rounds.cell')}>
        <OutsideText text={cell} />
      </td>
      <td className="num" data-label={say('rounds.essays')}>
        {formatCount(attempts)}
      </td>
      <td data-label={say('rounds.state')}>{say(`rounds.code.${code}`, { day: until === null ? '' : dayOf(until) })}</td>
      <td className="act">
        <button
          type="button"
          className="btn btn--small"
          disabled={isBusy}
          aria-label={say('rounds.makeFor', { act, name })}
          onClick={() => make(person)}
        >
          {act}
        </button>
      </td>
    </tr>
  );
});
