import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { OpenWriterView, RosterPersonView } from '../../../api/roster.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { pathsBelow } from '../../viewer/paths.js';
import { baseName } from '../../viewer/rows.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { FileName } from '../frame/file-name.js';
import { paths } from '../paths.js';
import { findPeople } from './search-people.js';
import type { WriterChoice } from './writer-choice.js';

/** People shown of a search. */
const MOST_FOUND = 6;

interface WriterCardProps {
  readonly open: OpenWriterView;
  readonly people: readonly RosterPersonView[];
  readonly choose: (person: WriterChoice['person']) => void;
}

/** One file with the people who may have written it. */
export function WriterCard({ open, people, choose }: WriterCardProps): ReactNode {
  const say = useWords();
  const { id } = useCampaign();
  const [isFinding, find] = useState(false);
  const { essay, file, names, candidates } = open;
  return (
    <>
      <div className="writer__file">
        <Link to={pathsBelow(paths.results(id)).essay(essay)}>
          <FileName file={file} />
        </Link>
        <span className="small muted">
          {names.length > 0 && <OutsideText text={say('roster.says', { names: names.join(', ') })} />}
          {names.length === 0 && candidates.length === 0 && say('roster.noCandidate')}
        </span>
      </div>
      <div className="writer__people">
        {candidates.map((person, place) => (
          <Candidate key={person.id} person={person} number={place + 1} note={say(`roster.basis.${person.basis}`)} choose={choose} />
        ))}
        <span className="row">
          <button type="button" className="btn btn--small" onClick={() => choose(null)}>
            <span className="writer__key" aria-hidden="true">
              0
            </span>{' '}
            {say('roster.nobody')}
          </button>
          <button type="button" className="btn btn--small btn--quiet" aria-expanded={isFinding} onClick={() => find(!isFinding)}>
            <Icon name="search" />
            {say('roster.someoneElse')}
          </button>
        </span>
        {isFinding && <Finder file={baseName(file)} people={people} choose={choose} />}
      </div>
    </>
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly card: string;
  readonly cell: string;
}

function Candidate(props: { person: Named; number?: number; note?: string; choose: WriterCardProps['choose'] }): ReactNode {
  const { person, number, note, choose } = props;
  const details = [person.card, person.cell].filter((part) => part !== '').join(' · ');
  return (
    <button type="button" className="writer__one" onClick={() => choose(person)}>
      {number !== undefined && (
        <span className="writer__key" aria-hidden="true">
          {number}
        </span>
      )}
      <span>
        <b>
          <OutsideText text={person.name} />
        </b>{' '}
        <span className="sub">
          <OutsideText text={note === undefined ? details : `${details} · ${note}`} />
        </span>
      </span>
    </button>
  );
}

function Finder({
  file,
  people,
  choose,
}: {
  file: string;
  people: readonly RosterPersonView[];
  choose: WriterCardProps['choose'];
}): ReactNode {
  const say = useWords();
  const [search, setSearch] = useState('');
  const found = search.trim().length < 2 ? [] : findPeople(people, search).slice(0, MOST_FOUND);
  return (
    <search className="writer__find">
      <input
        className="input"
        type="search"
        // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it.
        autoFocus
        aria-label={say('roster.findLabel', { file })}
        placeholder={say('roster.search')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {found.map((person) => (
        <Candidate key={person.id} person={person} choose={choose} />
      ))}
    </search>
  );
}
