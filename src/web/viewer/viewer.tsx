import { type ReactNode, useMemo } from 'react';
import { Route, Routes } from 'react-router';
import { ViewContextProvider, type ViewSlots, type ViewSource } from './source.js';
import { VIEW_PAGES } from './view-pages.js';
import { ViewStateProvider } from './view-state.js';
import { WordsProvider } from './words.js';

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
            {VIEW_PAGES.map(({ path, element }) => (
              <Route key={path} path={path} element={element} />
            ))}
          </Routes>
        </ViewStateProvider>
      </ViewContextProvider>
    </WordsProvider>
  );
}
