import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useNavigate, useParams } from 'react-router';
import { YEAR_FORMATS, type YearExtractView } from '../../../api/years.js';
import { OutsideText } from '../../look/outside-text.js';
import { Empty, Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ExportMenu } from '../export/export-menu.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { useReportUnit } from '../reports/report-unit.js';
import { useShownPeople } from '../studies/shown-people.js';
import { yearFile, yearQuery, yearsQuery } from './queries.js';
import { YearTable } from './year-table.js';

/** What the members of a unit did in a year, by cell, for the meeting at its end. */
export function YearsPage(): ReactNode {
  const say = useWords();
  const { unit } = useReportUnit();
  const named = Number(useParams().year);
  const years = useQuery(yearsQuery(unit));
  const year = named || years.data?.[0]?.year || 0;
  const extract = useQuery({ ...yearQuery(unit, year), enabled: year > 0 });
  const error = years.error ?? extract.error;
  const isEmpty = years.data !== undefined && year === 0;
  return (
    <Page
      title={year === 0 ? say('years.place') : say('years.title', { year: String(year) })}
      lead={say('years.note')}
      actions={<Choices year={year} />}
    >
      <Problem error={error} retry={() => void (years.error ? years.refetch() : extract.refetch())} />
      {isEmpty && (
        <div className="panel">
          <Empty title={say('years.noneTitle')}>{say('years.noneText')}</Empty>
        </div>
      )}
      {!isEmpty && extract.data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {extract.data !== undefined && <Extract key={`${unit} ${year}`} extract={extract.data} />}
    </Page>
  );
}

/** Which year, and of which unit where one works for several. */
function Choices({ year }: { year: number }): ReactNode {
  const say = useWords();
  const navigate = useNavigate();
  const id = useId();
  const { unit, units, choose, suffix } = useReportUnit();
  const { data = [] } = useQuery(yearsQuery(unit));
  const all = data.some((one) => one.year === year) || year === 0 ? data.map((one) => one.year) : [year, ...data.map((one) => one.year)];
  return (
    <>
      {units.length > 1 && (
        <>
          <label className="small" htmlFor={`${id}-unit`}>
            {say('years.unit')}
          </label>
          <select className="input cellchoice" id={`${id}-unit`} lang="vi" value={unit} onChange={({ target }) => choose(target.value)}>
            {units.map((one) => (
              <option key={one.unit} value={one.unit}>
                {one.unitName}
              </option>
            ))}
          </select>
        </>
      )}
      {all.length > 0 && (
        <>
          <label className="small" htmlFor={`${id}-year`}>
            {say('years.year')}
          </label>
          <select
            className="input cellchoice"
            id={`${id}-year`}
            value={year}
            onChange={({ target }) => void navigate(`${paths.year(target.value)}${suffix}`)}
          >
            {all.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </>
      )}
    </>
  );
}

function Extract({ extract }: { extract: YearExtractView }): ReactNode {
  const say = useWords();
  const { year, campaigns, members } = extract;
  const { shown, fields, cell } = useShownPeople(members);
  if (members.length === 0)
    return (
      <div className="panel">
        <Empty title={say('years.emptyTitle', { year: String(year) })}>{say('years.emptyText')}</Empty>
      </div>
    );
  return (
    <>
      <section className="panel" aria-labelledby="cac-dot">
        <div className="panel__head">
          <h2 id="cac-dot">
            {say('years.list')} ({campaigns.length})
          </h2>
          <div className="row noprint">
            <button type="button" className="btn" onClick={() => window.print()}>
              {say('years.print')}
            </button>
            <Exports extract={extract} cell={cell} />
          </div>
        </div>
        <div className="panel__body stack">
          <ol className="points">
            {campaigns.map(({ id, name }) => (
              <li key={id}>
                <OutsideText text={name} />
              </li>
            ))}
          </ol>
          <p className="small muted">{say('years.rule')}</p>
        </div>
      </section>
      <section className="panel" aria-labelledby="dang-vien">
        <h2 className="vh" id="dang-vien">
          {say('years.tableTitle')}
        </h2>
        <search className="filters">
          {fields}
          <span className="small muted" role="status">
            {say('years.shown', { n: shown.length, all: members.length })}
          </span>
        </search>
        {shown.length === 0 ? (
          <Empty title={say('years.noMatch')}>{say('years.noMatchText')}</Empty>
        ) : (
          <YearTable members={shown} campaigns={campaigns} year={year} />
        )}
      </section>
    </>
  );
}

function Exports({ extract: { year, unit }, cell }: { extract: YearExtractView; cell: string | null }): ReactNode {
  const say = useWords();
  const choices = YEAR_FORMATS.map((format) => {
    const hint = say(`years.${format}Hint`);
    return {
      id: format,
      word: say(`years.${format}`),
      hint: cell === null ? hint : say('years.ofCell', { hint, cell: cell || say('years.noCell') }),
      path: yearFile(unit.id, year, { format, cell }),
    };
  });
  return <ExportMenu word={say('years.export')} choices={choices} />;
}
