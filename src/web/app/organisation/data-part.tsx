import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { dueEssaysSchema, erasureSchema, type KeptPersonView, keptPersonSchema } from '../../../api/erasure.js';
import { formatCount, formatMoment } from '../../../api/format.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { ask } from '../service/request.js';
import { EraseQuestion } from './erase-question.js';
import { unitAddress } from './queries.js';
import { useShownUnit } from './unit-panel.js';

/** What is kept of people of a unit: whose data can be erased, what is kept for too long, what was erased. */
export function DataPart(): ReactNode {
  const { detail } = useShownUnit();
  const { id } = detail.unit;
  return (
    <>
      <PeoplePanel unit={id} />
      <DuePanel unit={id} />
      <ErasedPanel unit={id} />
    </>
  );
}

function PeoplePanel({ unit }: { unit: string }): ReactNode {
  const say = useWords();
  const [sought, seek] = useState('');
  const [asked, askAbout] = useState<KeptPersonView | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['kept-people', unit, sought.trim()],
    queryFn: () => ask(`${unitAddress(unit)}/people?q=${encodeURIComponent(sought.trim())}`, z.array(keptPersonSchema)),
    placeholderData: (before) => before,
  });
  return (
    <section className="panel" aria-labelledby="nguoi-co-du-lieu">
      <div className="panel__head">
        <div className="grow">
          <h3 id="nguoi-co-du-lieu">{say('erasure.people')}</h3>
          <p className="small muted">{say('erasure.peopleLead')}</p>
        </div>
      </div>
      <div className="panel__body--tight">
        <Field label={say('erasure.find')}>
          {(control) => <input {...control} type="search" value={sought} onChange={(event) => seek(event.target.value)} />}
        </Field>
      </div>
      <Problem error={error} retry={() => void refetch()} />
      {data?.length === 0 && (
        <p className="panel__body--tight muted small">{say(sought.trim() === '' ? 'erasure.nobody' : 'erasure.noMatch')}</p>
      )}
      <ul className="people">
        {data?.map((person) => (
          <li key={person.id}>
            <div className="people__one">
              <div className="grow">
                <b>
                  <OutsideText text={person.name} />
                </b>
                <span className="sub small muted">
                  <OutsideText text={[person.card, person.cell].filter((one) => one !== '').join(' · ')} />
                  {` · ${say('erasure.essays', { n: person.essays })}`}
                </span>
              </div>
              <button type="button" className="btn btn--small" onClick={() => askAbout(person)}>
                {say('erasure.erase')}
                <span className="vh"> {person.name}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
      {asked !== null && (
        <EraseQuestion
          title={say('erasure.eraseTitle', { name: asked.name })}
          text={say('erasure.eraseText', { n: asked.essays })}
          address={`/api/people/${encodeURIComponent(asked.id)}/erase`}
          done={say('erasure.erased')}
          onDone={() => askAbout(null)}
        />
      )}
    </section>
  );
}

const RETENTION = ['retention'];

function DuePanel({ unit }: { unit: string }): ReactNode {
  const say = useWords();
  const [asked, askAbout] = useState<{ readonly campaign: string; readonly name: string; readonly essays: number } | null>(null);
  const { data, error } = useQuery({ queryKey: RETENTION, queryFn: () => ask('/api/retention', z.array(dueEssaysSchema)) });
  const due = data?.filter((one) => one.unit === unit) ?? [];
  return (
    <section className="panel" aria-labelledby="den-han-xoa">
      <div className="panel__head">
        <div className="grow">
          <h3 id="den-han-xoa">{say('erasure.due')}</h3>
          <p className="small muted">{say('erasure.dueLead')}</p>
        </div>
      </div>
      <Problem error={error} />
      {data !== undefined && due.length === 0 && <p className="panel__body--tight muted small">{say('erasure.nothingDue')}</p>}
      <ul className="people">
        {due.map(({ campaign, campaignName, essays, lastAt, years }) => (
          <li key={campaign}>
            <div className="people__one">
              <div className="grow">
                <b>
                  <OutsideText text={campaignName} />
                </b>
                <span className="sub small muted">
                  {say('erasure.dueSince', { n: formatCount(essays), moment: formatMoment(new Date(lastAt)), years })}
                </span>
              </div>
              <button type="button" className="btn btn--small" onClick={() => askAbout({ campaign, name: campaignName, essays })}>
                {say('erasure.eraseEssays')}
                <span className="vh"> {campaignName}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
      {asked !== null && (
        <EraseQuestion
          title={say('erasure.eraseDueTitle', { n: formatCount(asked.essays), name: asked.name })}
          text={say('erasure.eraseDueText')}
          address={`${unitAddress(unit)}/retention/${encodeURIComponent(asked.campaign)}/erase`}
          done={say('erasure.erased')}
          onDone={() => askAbout(null)}
        />
      )}
    </section>
  );
}

function ErasedPanel({ unit }: { unit: string }): ReactNode {
  const say = useWords();
  const { data, error } = useQuery({
    queryKey: ['erasures', unit],
    queryFn: () => ask(`${unitAddress(unit)}/erasures`, z.array(erasureSchema)),
  });
  return (
    <section className="panel" aria-labelledby="da-xoa">
      <div className="panel__head">
        <h3 id="da-xoa">{say('erasure.record')}</h3>
      </div>
      <Problem error={error} />
      {data?.length === 0 && <p className="panel__body--tight muted small">{say('erasure.nothingErased')}</p>}
      <ul className="people">
        {data?.map(({ id, at, what, essays, reason, by }) => (
          <li key={id}>
            <div className="people__one">
              <div className="grow">
                <b>{say(`erasure.what.${what}`, { n: formatCount(essays) })}</b>
                <span className="sub small muted">{say('erasure.by', { by, moment: formatMoment(new Date(at)) })}</span>
                {reason !== '' && (
                  <span className="sub small">
                    <OutsideText text={say('erasure.because', { reason })} />
                  </span>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
