import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../../api/format.js';
import type { EssayView, OverviewView, RowView } from '../../../api/view.js';
import { Note } from '../../look/states.js';
import { englishAdvisory } from '../english-advisories.js';
import { MachineText } from '../machine-text.js';
import { EssayLink } from '../marks.js';
import type { Span } from '../passages.js';
import { hiddenLayers, SeenQuote } from '../seen-text.js';
import { useDocument } from '../source.js';
import { useWords } from '../words.js';

/** What to know about the file and what a reviewer should notice; none of it is part of the overlap. */
export function Advisories({ overview, row, essay }: { overview: OverviewView; row: RowView; essay: EssayView }): ReactNode {
  const say = useWords();
  const { advisories, reasons } = essay.submission;
  // What is the reason of the proposal is told there.
  const notes = essay.notes.filter((note) => !reasons.some(({ text }) => text === note));
  const kind = row.syllables === null ? 'bad' : row.fileNote === null ? 'plain' : 'warn';
  return (
    <>
      {notes.length > 0 && (
        <section className="panel" aria-labelledby="ve-tep">
          <div className="panel__head">
            <h2 id="ve-tep">{say('essay.file')}</h2>
          </div>
          <div className="panel__body panel__body--tight stack stack--tight">
            {notes.map((note) => (
              <Note kind={kind} key={note}>
                <MachineText text={note} english={englishAdvisory} />
              </Note>
            ))}
          </div>
        </section>
      )}
      {advisories.length > 0 && (
        <section className="panel" aria-labelledby="luu-y">
          <div className="panel__head">
            <h2 id="luu-y">{say('essay.advisories')}</h2>
            <p className="small muted">{say('essay.advisoriesText')}</p>
          </div>
          <div className="panel__body panel__body--tight stack stack--tight">
            {advisories.map(({ code, text, spans, submissions = [] }, advisory) => (
              <Note kind="warn" icon="eye" title={say(`advisory.${code}`)} key={code}>
                <p>
                  <MachineText text={text} english={englishAdvisory} />
                </p>
                {spans.length > 0 && <Places row={row} spans={spans} advisory={advisory} />}
                {submissions.length > 0 && <Others overview={overview} ids={submissions} />}
              </Note>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

/** Places of one advisory that are shown, and the UTF-16 units of text around each, since many are single characters. */
const MOST_PLACES = 3;
const AROUND = 24;
/** The longest place that is quoted whole, UTF-16 units. */
const LONGEST_PLACE = 240;
/** Essays of one advisory that are named. */
const MOST_NAMED = 20;

function Places({ row, spans, advisory }: { row: RowView; spans: readonly Span[]; advisory: number }): ReactNode {
  const say = useWords();
  const { data } = useDocument(row.id, row.syllables !== null);
  if (data === undefined) return null;
  const places = joinPlaces(spans, data.text.length);
  const hidden = hiddenLayers(data);
  const left = places.length - MOST_PLACES;
  return (
    <ul className="plain places">
      {places.slice(0, MOST_PLACES).map(({ start, end }) => (
        <li key={start}>
          <Link to={{ hash: `luu-y-${advisory + 1}-${spans.findIndex((span) => span.start >= start && span.end <= end) + 1}` }}>
            <q lang="vi">
              …<SeenQuote text={data.text} span={{ start, end }} hidden={hidden} length={LONGEST_PLACE} />…
            </q>
          </Link>
        </li>
      ))}
      {left > 0 && <li>{say('essay.places', { n: formatCount(left) })}</li>}
    </ul>
  );
}

/** The essays that an advisory is about: the first of this campaign by name, of the others how many. */
function Others({ overview, ids }: { overview: OverviewView; ids: readonly string[] }): ReactNode {
  const say = useWords();
  const others = new Set(ids);
  const rows = overview.rows.filter(({ id }) => others.has(id));
  const [left, elsewhere] = [rows.length - MOST_NAMED, others.size - rows.length];
  return (
    <ul className="plain" aria-label={say('essay.with')}>
      {rows.slice(0, MOST_NAMED).map((row) => (
        <li key={row.id}>
          <EssayLink row={row} />
        </li>
      ))}
      {left > 0 && <li>{say('essay.withMore', { n: formatCount(left) })}</li>}
      {elsewhere > 0 && <li>{say('essay.withElsewhere', { n: formatCount(elsewhere) })}</li>}
    </ul>
  );
}

/** Places with the text around them; those that would overlap are one. */
function joinPlaces(spans: readonly Span[], length: number): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const [start, end] = [Math.max(0, span.start - AROUND), Math.min(length, span.end + AROUND)];
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else joined.push({ start, end });
  }
  return joined;
}
