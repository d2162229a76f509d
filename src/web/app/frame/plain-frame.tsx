import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import { Masthead } from './masthead.js';

/** What stands around the pages outside of a campaign. */
export function PlainFrame(): ReactNode {
  return (
    <>
      <Masthead />
      <main id="noi-dung" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
