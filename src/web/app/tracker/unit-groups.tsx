import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatCount, formatShare } from '../../../api/format.js';
import type { UnitGroupView } from '../../../api/tracker.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { unitGroupsQuery } from './queries.js';

/** Groups of near-duplicates that cross units: units, sizes, shared passages, and nothing else of any essay. */
export function UnitGroups({ campaign }: { campaign: string }): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(unitGroupsQuery(campaign));
  return (
    <section className="panel" aria-labelledby="nhom-don-vi">
      <div className="panel__head">
        <h2 id="nhom-don-vi">{say('tracker.groupsTitle')}</h2>
        <p className="small muted">{say('tracker.groupsLead')}</p>
      </div>
      <div className="panel__body panel__body--tight stack">
        <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
        {data?.length === 0 && <p className="small muted">{say('tracker.groupsNone')}</p>}
        {data?.map((group) => (
          <UnitGroup key={group.number} group={group} />
        ))}
      </div>
    </section>
  );
}

function UnitGroup({ group: { number, essays, cohesion, units, passages } }: { group: UnitGroupView }): ReactNode {
  const say = useWords();
  return (
    <article className="unitgroup stack stack--tight">
      <h3>{say('tracker.group', { n: number, essays, units: units.length })}</h3>
      <ul className="unitgroup__units">
        {units.map(({ name, essays: n }) => (
          <li key={name}>
            <OutsideText text={say('tracker.unitEssays', { name, n })} />
          </li>
        ))}
        <li className="muted">{say('tracker.cohesion', { share: formatShare(cohesion) })}</li>
      </ul>
      {passages.map(({ text, syllables, units: [one, two] }) => (
        <figure key={text} className="unitgroup__passage">
          <figcaption className="small muted">
            <OutsideText text={say('tracker.passageOf', { one, two, n: formatCount(syllables) })} />
          </figcaption>
          <blockquote className="essay">
            <PlainText text={text} />
          </blockquote>
        </figure>
      ))}
    </article>
  );
}
