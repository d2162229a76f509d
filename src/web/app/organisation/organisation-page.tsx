import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, Navigate, Outlet, useOutletContext, useParams } from 'react-router';
import type { ListedUnitView } from '../../../api/organisation.js';
import { useWords } from '../../words/words.js';
import { Page } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { unitsQuery } from './queries.js';
import { TreePanel } from './tree-panel.js';
import { treeOf } from './unit-tree.js';

/** The tree of organisations at the left, a unit at the right. */
export function OrganisationPage(): ReactNode {
  const say = useWords();
  const { unit = '' } = useParams();
  const { data, error, refetch } = useQuery(unitsQuery);
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  const [top] = treeOf(data);
  if (unit === '' && top !== undefined) return <Navigate to={paths.unit(top.unit.id)} replace />;
  // Backups hold everything: they are made by whoever administers everything.
  const isWhole = data.some(({ parent }) => parent === null);
  const actions = (
    <Link className="btn" to={paths.backups}>
      {say('erasure.backups')}
    </Link>
  );
  return (
    <Page title={say('organisation.title')} lead={say('organisation.lead')} {...(isWhole && { actions })}>
      <div className="organisation">
        <TreePanel units={data} shown={unit} />
        <Outlet context={data} />
      </div>
    </Page>
  );
}

/** The units that whoever is signed in administers. */
export const useUnits = (): readonly ListedUnitView[] => useOutletContext<readonly ListedUnitView[]>();
