import type { ReactNode } from 'react';
import { Missing } from './asking.js';
import { EssayPage } from './essay/essay-page.js';
import { GroupPage } from './group/group-page.js';
import { PairPage } from './pair/pair-page.js';
import { ResultsPage } from './results/results-page.js';
import { useWords } from './words.js';

/** The viewer's own pages, by their paths below its base. */
export const VIEW_PAGES: readonly { readonly path: string; readonly element: ReactNode }[] = [
  { path: '', element: <ResultsPage /> },
  { path: 'bai/:essay', element: <EssayPage /> },
  { path: 'bai/:essay/doi-chieu/:other', element: <PairPage /> },
  { path: 'nhom/:group', element: <GroupPage /> },
  { path: '*', element: <NoPage /> },
];

function NoPage(): ReactNode {
  const say = useWords();
  return <Missing why={say('missing.page')} />;
}
