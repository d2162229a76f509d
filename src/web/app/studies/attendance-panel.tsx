import { type ReactNode, useMemo, useState } from 'react';
import type { SessionDetailView, SessionPersonView } from '../../../api/study.js';
import type { IconName } from '../../look/icons.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ORGANISERS, useHolds } from '../frame/account.js';
import { Problem } from '../frame/problem.js';
import { MarkTable } from './mark-table.js';
import { useShownPeople } from './shown-people.js';
import { UnsavedBar } from './unsaved-bar.js';
import { useMarking } from './use-marking.js';

type Mark = SessionPersonView['mark'];
type Changes = ReadonlyMap<string, Mark>;

const NONE: Changes = new Map();
const ICONS: Readonly<Record<Mark, IconName>> = { present: 'check', absent: 'cross', open: 'ask', none: 'dash' };

/** Everybody on the roster and whether they came; what is marked is saved together. */
export function AttendancePanel({ campaign, detail }: { campaign: string; detail: SessionDetailView }): ReactNode {
  const say = useWords();
  const { session, people } = detail;
  const mayChange = useHolds(ORGANISERS);
  const [changes, setChanges] = useState<Changes>(NONE);
  const marks = useMemo(() => new Map(people.map(({ id, mark }) => [id, changes.get(id) ?? mark])), [people, changes]);
  const markOf = ({ id, mark }: SessionPersonView): Mark => marks.get(id) ?? mark;
  const { shown, fields } = useShownPeople(people);
  const save = useMarking(campaign, session.id, () => setChanges(NONE));
  const put = (some: readonly SessionPersonView[], next: (now: Mark) => Mark): void => {
    const all = new Map(changes);
    for (const person of some) {
      const mark = next(markOf(person));
      if (mark === person.mark) all.delete(person.id);
      else all.set(person.id, mark);
    }
    setChanges(all);
  };
  const unsummoned = shown.filter((person) => markOf(person) === 'none');
  const changed = people.filter(({ id }) => changes.has(id));
  return (
    <section className="panel" aria-labelledby="diem-danh">
      <div className="panel__head">
        <div>
          <h2 id="diem-danh">{say('studies.attendance')}</h2>
          <p className="small muted">{say('studies.counts', countsOf(people.map(markOf)))}</p>
          {mayChange && <p className="small muted wideonly noprint">{say('studies.attendanceLead')}</p>}
        </div>
      </div>
      <search className="filters">
        {fields}
        {mayChange && (
          <Bulk
            present={() => put(shown, (now) => (now === 'none' ? 'none' : 'present'))}
            absent={() => put(shown, (now) => (now === 'open' ? 'absent' : now))}
            unsummoned={unsummoned.length}
            summon={() => put(unsummoned, () => 'open')}
          />
        )}
      </search>
      {shown.length === 0 && <Empty title={say('studies.nobodyShown')}>{say('studies.nobodyShownText')}</Empty>}
      {shown.length > 0 && (
        <MarkTable
          people={shown}
          head={say('studies.colMark')}
          markOf={(person) => {
            const mark = markOf(person);
            const checked = mark === 'present' ? true : mark === 'absent' ? false : 'mixed';
            return { word: say(`studies.mark.${mark}`), icon: ICONS[mark], checked, isChanged: changes.has(person.id), note: person.note };
          }}
          toggle={mayChange ? (person) => put([person], (now) => (now === 'present' ? 'absent' : 'present')) : null}
          more={(person) => mayChange && <SummonButton person={person} mark={markOf(person)} put={(mark) => put([person], () => mark)} />}
        />
      )}
      <Problem error={save.error} />
      <UnsavedBar
        told={say('studies.unsaved', { n: changed.length })}
        count={changed.length}
        act={say('studies.saveMarks')}
        isBusy={save.isPending}
        save={() => save.mutate(changed.map((person) => ({ person: person.id, mark: markOf(person), before: person.mark })))}
        drop={() => setChanges(NONE)}
      />
    </section>
  );
}

function countsOf(marks: readonly Mark[]): Readonly<Record<Mark, number>> {
  const count = (mark: Mark): number => marks.filter((one) => one === mark).length;
  return { present: count('present'), absent: count('absent'), open: count('open'), none: count('none') };
}

function Bulk(props: { present: () => void; absent: () => void; unsummoned: number; summon: () => void }): ReactNode {
  const say = useWords();
  const { present, absent, unsummoned, summon } = props;
  return (
    <>
      <button type="button" className="btn btn--small" onClick={present}>
        {say('studies.allPresent')}
      </button>
      <button type="button" className="btn btn--small" onClick={absent}>
        {say('studies.restAbsent')}
      </button>
      {unsummoned > 0 && (
        <button type="button" className="btn btn--small" onClick={summon}>
          {say('studies.summonShown', { n: unsummoned })}
        </button>
      )}
    </>
  );
}

function SummonButton({ person, mark, put }: { person: SessionPersonView; mark: Mark; put: (mark: Mark) => void }): ReactNode {
  const say = useWords();
  const isOut = mark === 'none';
  return (
    <button
      type="button"
      className="btn btn--quiet"
      aria-label={say(isOut ? 'studies.summonWho' : 'studies.dismissWho', { name: person.name })}
      onClick={() => put(isOut ? 'open' : 'none')}
    >
      {say(isOut ? 'studies.summon' : 'studies.dismiss')}
    </button>
  );
}
