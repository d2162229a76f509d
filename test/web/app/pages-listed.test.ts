import type { RouteObject } from 'react-router';
import { expect, it } from 'vitest';
import { PAGES } from '../../../scripts/pages/pages.mjs';
import { ROUTES } from '../../../src/web/app/app.js';
import { VIEW_PAGES } from '../../../src/web/viewer/view-pages.js';

/** Where the results of a campaign stand; the viewer's pages are below. */
const VIEWER = '/dot/:campaign/ket-qua/*';
/** Leads on to another page at once. */
const ONLY_LEADS_ON = ['/dot/:campaign'];

/** Paths of all pages below a route. */
function pathsOf(routes: readonly RouteObject[], above: string): string[] {
  return routes.flatMap(({ path, index, children }) => {
    const own = index || path === undefined ? above : path.startsWith('/') ? path : `${above}/${path}`;
    return children === undefined ? [own] : pathsOf(children, own);
  });
}

it('every page has a picture made of it, and is walked by the tests', () => {
  const viewer = VIEW_PAGES.map(({ path }) => VIEWER.replace('*', path));
  const all = [...pathsOf(ROUTES, ''), ...viewer].filter((path) => path !== VIEWER && !ONLY_LEADS_ON.includes(path));
  expect([...new Set(PAGES.map(({ route }) => route))].sort()).toEqual([...new Set(all.concat(VIEWER))].sort());
});
