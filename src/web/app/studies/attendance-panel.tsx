import type { ReactNode } from 'react';
import { NO_FIGURE } from '../../../api/format.js';
import type { SessionDetailView, SessionPersonView } from '../../../api/study.js';
import type { IconName } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ORGANISERS, useHolds } from '../frame/account.js';
import { Problem } from '../frame/problem.js';
import { MarkTable } from './mark-table.js';
import { useShownPeople } from './shown-people.js';
import { UnsavedBar } from './unsaved-bar.js';
import { useMarking } from './use-marking.js';
import { useMarks } from './use-marks.js';

type Mark = SessionPersonView['mark'];

const ICONS: Readonly<Record<Mark, IconName>> = { present: 'check', absent: 'cross', open: 'ask', none: 'dash' };

/** Everybody on the roster and whether they came; what is marked is saved together. */
export function AttendancePanel({ campaign, detail }: { campaign: string; detail: SessionDetailView }): ReactNode {
  const say = useWords();
  const { session, people } = detail;
  const mayChange = useHolds(ORGANISERS);
  const { markOf, noteOf, isChanged, put, putNote, changed, drop } = useMarks(people);
  const { shown, fields } = useShownPeople(people);
  const save = useMarking(campaign, session.id, drop);
  const unsummoned = shown.filter((person) => markOf(person) === 'none');
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
            return { word: say(`studies.mark.${mark}`), icon: ICONS[mark], checked, isChanged: isChanged(person) };
          }}
          toggle={mayChange ? (person) => put([person], (now) => (now === 'present' ? 'absent' : 'present')) : null}
          note={(person) => (
            <NoteCell
              person={person}
              note={noteOf(person)}
              put={mayChange && markOf(person) !== 'none' ? (note) => putNote(person, note) : null}
            />
          )}
          more={(person) => mayChange && <SummonButton person={person} mark={markOf(person)} put={(mark) => put([person], () => mark)} />}
        />
      )}
      <Problem error={save.error} />
      <UnsavedBar
        told={say('studies.unsaved', { n: changed.length })}
        count={changed.length}
        act={say('studies.saveMarks')}
        isBusy={save.isPending}
        save={() => save.mutate(changed)}
        drop={drop}
      />
    </section>
  );
}

/** What is noted of somebody at the session. `put`: null where nothing can be. */
function NoteCell(props: { person: SessionPersonView; note: string; put: ((note: string) => void) | null }): ReactNode {
  const say = useWords();
  const { person, note, put } = props;
  if (put === null) return <OutsideText text={note || NO_FIGURE} />;
  return (
    <input
      className="input"
      aria-label={say('studies.noteOf', { name: person.name })}
      lang="vi"
      autoComplete="off"
      enterKeyHint="done"
      maxLength={300}
      value={note}
      onChange={({ target }) => put(target.value)}
    />
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
