import { type ReactNode, useMemo } from 'react';
import { Route, Routes } from 'react-router';
import { Missing } from './asking.js';
import { EssayPage } from './essay/essay-page.js';
import { GroupPage } from './group/group-page.js';
import { PairPage } from './pair/pair-page.js';
import { ResultsPage } from './results/results-page.js';
import { ViewContextProvider, type ViewSlots, type ViewSource } from './source.js';
import { ViewStateProvider } from './view-state.js';
import { useWords, WordsProvider } from './words.js';

/** Props of `Viewer`. */
export interface ViewerProps {
  readonly source: ViewSource;
  /** Path that the viewer's own routes stand below, without a slash at its end: "/dot/x/ket-qua", or "" at the root. */
  readonly base: string;
  /** Must stay the same from one drawing to the next. */
  readonly slots?: ViewSlots;
}

const NO_SLOTS: ViewSlots = {};

/**
 * An assessed batch or campaign: the table, groups, single essays, two texts side by side. Stands within a router (in a route
 * that ends in "/*"), a QueryClientProvider and a `main`; its pages bring their own `.page` or `.work`, and its words come along.
 */
export function Viewer({ source, base, slots = NO_SLOTS }: ViewerProps): ReactNode {
  const view = useMemo(() => ({ source, base, slots }), [source, base, slots]);
  return (
    <WordsProvider>
      <ViewContextProvider value={view}>
        <ViewStateProvider key={source.key}>
          <Routes>
            <Route index element={<ResultsPage />} />
            <Route path="bai/:essay" element={<EssayPage />} />
            <Route path="bai/:essay/doi-chieu/:other" element={<PairPage />} />
            <Route path="nhom/:group" element={<GroupPage />} />
            <Route path="*" element={<NoPage />} />
          </Routes>
        </ViewStateProvider>
      </ViewContextProvider>
    </WordsProvider>
  );
}

function NoPage(): ReactNode {
  const say = useWords();
  return <Missing why={say('missing.page')} />;
}
