import { type ReactNode, useMemo } from 'react';
import { formatCount } from '../../../api/format.js';
import { showPlainly } from '../../../api/odd-characters.js';
import type { OverviewView, RowView } from '../../../api/view.js';
import { useLanguage } from '../../look/language.js';
import { SearchField } from '../../look/search-field.js';
import { Segments } from '../../look/segments.js';
import { englishTheme } from '../english-themes.js';
import { differs, leavesUnmet, NO_FILTER, type RowFilter, showsConclusions, unitsOf } from '../rows.js';
import { useView } from '../source.js';
import { everyTheme } from '../theme-lists.js';
import { useViewState } from '../view-state.js';
import { useWords } from '../words.js';

/** Search and filters above the table. */
export function FilterRow({ overview: { campaign, rows }, shown }: { overview: OverviewView; shown: number }): ReactNode {
  const say = useWords();
  const { slots } = useView();
  const { filter, setFilter, sort, setSort } = useViewState();
  const change = (part: Partial<RowFilter>): void => setFilter((before) => ({ ...before, ...part }));
  return (
    <search className="filters">
      <SearchField
        label={say('table.search')}
        hint={say('table.searchHint')}
        value={filter.search}
        onChange={(search) => change({ search })}
      />
      <ProposalFilter rows={rows} value={filter.proposal} change={(proposal) => change({ proposal })} />
      <UnitFilter rows={rows} value={filter.unit} change={(unit) => change({ unit })} />
      <FileFilter rows={rows} value={filter.file} change={(file) => change({ file })} />
      <ThemeFilter themes={everyTheme(campaign)} rows={rows} value={filter.unmet} change={(unmet) => change({ unmet })} />
      {showsConclusions(rows, slots.conclude !== undefined) && (
        <ConclusionFilter rows={rows} value={filter.conclusion} change={(conclusion) => change({ conclusion })} />
      )}
      <span className="small muted" role="status">
        {say('table.shown', { n: formatCount(shown), all: formatCount(rows.length) })}
      </span>
      {sort !== null && (
        <button type="button" className="linklike" onClick={() => setSort(null)}>
          {say('table.defaultOrder')}
        </button>
      )}
      {filter !== NO_FILTER && (
        <button type="button" className="linklike" onClick={() => setFilter(NO_FILTER)}>
          {say('table.clear')}
        </button>
      )}
    </search>
  );
}

interface FilterProps<Value extends string> {
  readonly rows: readonly RowView[];
  readonly value: Value;
  readonly change: (value: Value) => void;
}

function ProposalFilter({ rows, value, change }: FilterProps<RowFilter['proposal']>): ReactNode {
  const say = useWords();
  const words = { '': say('table.all'), rewrite: say('proposal.rewrite'), review: say('proposal.review'), accept: say('proposal.accept') };
  return (
    <Segments
      label={say('table.filterProposal')}
      choices={(['', 'rewrite', 'review', 'accept'] as const).map((proposal) => ({
        value: proposal,
        word: `${words[proposal]} ${formatCount(rows.filter((row) => proposal === '' || row.proposal === proposal).length)}`,
      }))}
      value={value}
      onChange={change}
    />
  );
}

function UnitFilter({ rows, value, change }: FilterProps<string>): ReactNode {
  const say = useWords();
  const units = useMemo(() => unitsOf(rows), [rows]);
  if (units.length < 2) return null;
  return (
    <select className="input" aria-label={say('table.unit')} value={value} onChange={(event) => change(event.target.value)}>
      <option value="">{say('table.allUnits', { n: formatCount(units.length) })}</option>
      {units.map(([unit, count]) => (
        <option key={unit} value={unit} lang="vi">
          {unit} ({formatCount(count)})
        </option>
      ))}
    </select>
  );
}

function FileFilter({ rows, value, change }: FilterProps<RowFilter['file']>): ReactNode {
  const say = useWords();
  const person = rows.filter(({ fileNote }) => fileNote !== null).length;
  const noted = rows.filter(({ advisories }) => advisories.length > 0).length;
  return (
    <select
      className="input"
      aria-label={say('table.file')}
      value={value}
      onChange={(event) => change(event.target.value as RowFilter['file'])}
    >
      <option value="">{say('table.allFiles')}</option>
      <option value="person">{say('table.filePerson', { n: formatCount(person) })}</option>
      <option value="noted">{say('table.fileNoted', { n: formatCount(noted) })}</option>
    </select>
  );
}

function ThemeFilter({
  themes,
  rows,
  value,
  change,
}: FilterProps<string> & { readonly themes: OverviewView['campaign']['themes'] }): ReactNode {
  const say = useWords();
  const isEnglish = useLanguage() === 'en';
  if (themes.length === 0) return null;
  return (
    <select className="input" aria-label={say('table.theme')} value={value} onChange={(event) => change(event.target.value)}>
      <option value="">{say('table.allThemes')}</option>
      {themes.map(({ id, name }) => (
        <option key={id} value={id}>
          {say('table.unmet', {
            name: showPlainly((isEnglish && englishTheme(name)) || name),
            n: formatCount(rows.filter((row) => leavesUnmet(row, id)).length),
          })}
        </option>
      ))}
    </select>
  );
}

function ConclusionFilter({ rows, value, change }: FilterProps<RowFilter['conclusion']>): ReactNode {
  const say = useWords();
  const done = rows.filter(({ conclusion }) => conclusion !== null).length;
  return (
    <select
      className="input"
      aria-label={say('table.conclusion')}
      value={value}
      onChange={(event) => change(event.target.value as RowFilter['conclusion'])}
    >
      <option value="">{say('table.allConclusions')}</option>
      <option value="open">{say('table.open', { n: formatCount(rows.length - done) })}</option>
      <option value="done">{say('table.done', { n: formatCount(done) })}</option>
      <option value="differs">{say('table.differs', { n: formatCount(rows.filter(differs).length) })}</option>
    </select>
  );
}
