import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { formatCount, formatShare } from '../../../api/format.js';
import type { OverviewView, RowView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { rowDetails } from '../marks.js';
import { usePaths } from '../paths.js';
import { filterRows, NO_FILTER, titleOf } from '../rows.js';
import { useEssay } from '../source.js';
import { useWords } from '../words.js';

/** Rows that are listed at once; one types for the others. */
const LISTED = 40;

interface PairPickerProps {
  readonly overview: OverviewView;
  readonly row: RowView;
  readonly close: () => void;
}

/** Asks for the essay to set beside this one: those that share something first, then all others. */
export function PairPicker({ overview, row, close }: PairPickerProps): ReactNode {
  const say = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [search, setSearch] = useState('');
  const found = useCandidates(overview, row, search);
  useEffect(() => {
    // Opened from here so that the browser keeps the focus inside and gives it back afterwards.
    dialog.current?.showModal();
  }, []);
  return (
    <dialog className="dialog picker" ref={dialog} aria-labelledby="chon-bai" onClose={close}>
      <div className="dialog__body">
        <h2 id="chon-bai">{say('picker.title')}</h2>
        <input
          className="input"
          type="search"
          aria-label={say('picker.search')}
          placeholder={say('table.searchHint')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Candidates row={row} found={found} close={close} />
      </div>
      <div className="dialog__foot">
        <button type="button" className="btn" onClick={() => dialog.current?.close()}>
          {say('picker.close')}
        </button>
      </div>
    </dialog>
  );
}

interface Candidate {
  readonly row: RowView;
  readonly share: number | null;
}

function useCandidates({ rows }: OverviewView, row: RowView, search: string): readonly Candidate[] {
  const matches = useEssay(row.id).data?.submission.matches;
  return useMemo(() => {
    const shares = new Map(matches?.map(({ id, similarityOfThis }) => [id, similarityOfThis]));
    const readable = rows.filter((one) => one.id !== row.id && one.syllables !== null);
    const candidates = filterRows(readable, { ...NO_FILTER, search }).map((one) => ({ row: one, share: shares.get(one.id) ?? null }));
    return candidates.sort((one, two) => (two.share ?? -1) - (one.share ?? -1));
  }, [rows, row, matches, search]);
}

function Candidates({ row, found, close }: { row: RowView; found: readonly Candidate[]; close: () => void }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  if (found.length === 0) return <p className="small muted">{say('picker.none')}</p>;
  return (
    <ul className="picklist">
      {found.slice(0, LISTED).map(({ row: other, share }) => (
        <li key={other.id}>
          <Link to={paths.pair(row.id, other.id)} onClick={close}>
            <b>
              <OutsideText text={titleOf(other)} />
            </b>
            <span className="small muted">
              <OutsideText text={rowDetails(other)} />
            </span>
          </Link>
          {share !== null && <span className="small nowrap">{say('picker.shares', { share: formatShare(share) })}</span>}
        </li>
      ))}
      {found.length > LISTED && <li className="small muted">{say('picker.more', { n: formatCount(found.length - LISTED) })}</li>}
    </ul>
  );
}
