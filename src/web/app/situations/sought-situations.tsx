import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { SituationView } from '../../../api/situations.js';
import { SearchField } from '../../look/search-field.js';
import { useWords } from '../../words/words.js';
import { findSituations, jobsOf } from './queries.js';

/** Value of the choice for all jobs; no job is called so. */
const ALL = '*';

/** Situations by job and by words, with the fields that choose them. */
export function useSoughtSituations(situations: readonly SituationView[]) {
  const say = useWords();
  const [job, setJob] = useState(ALL);
  const [search, setSearch] = useState('');
  const jobs = useMemo(() => jobsOf(situations), [situations]);
  const [soughtJob, sought] = [useDeferredValue(job), useDeferredValue(search)];
  const shown = useMemo(() => findSituations(situations, soughtJob === ALL ? null : soughtJob, sought), [situations, soughtJob, sought]);
  const clear = (): void => {
    setJob(ALL);
    setSearch('');
  };
  const fields: ReactNode = (
    <>
      <SearchField label={say('situations.search')} value={search} onChange={setSearch} />
      {(jobs.length > 1 || job !== ALL) && (
        <select
          className="input cellchoice"
          aria-label={say('situations.filterJob')}
          value={job}
          onChange={(event) => setJob(event.target.value)}
        >
          <option value={ALL}>{say('situations.allJobs')}</option>
          {jobs.map((one) => (
            <option key={one} value={one} lang="vi">
              {one || say('situations.noJob')}
            </option>
          ))}
        </select>
      )}
    </>
  );
  return { shown, fields, clear };
}
