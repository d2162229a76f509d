import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { AppearanceButtons } from '../look/appearance.js';
import { Mark } from '../look/icons.js';
import { OutsideText } from '../look/outside-text.js';
import { useWords } from '../viewer/words.js';

/** What stands around the viewer in a report: the mark, the campaign, size of letters and ground. */
export function Frame({ campaign, children }: { campaign: string; children: ReactNode }): ReactNode {
  const say = useWords();
  const { pathname } = useLocation();
  return (
    <>
      <SkipLink />
      <header className="mast">
        <Link className="mast__mark" to="/" aria-current={pathname === '/' ? 'page' : undefined}>
          <Mark />
          {say('product')}
        </Link>
        <span className="mast__where">
          <OutsideText text={campaign} />
        </span>
        <span className="mast__tools">
          <AppearanceButtons large={say('report.large')} dark={say('report.dark')} />
        </span>
      </header>
      <main id="noi-dung" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** Addresses after the hash are those of pages here, so the way to the content is taken by script. */
function SkipLink(): ReactNode {
  const say = useWords();
  return (
    <button type="button" className="skip" onClick={() => document.getElementById('noi-dung')?.focus()}>
      {say('report.skip')}
    </button>
  );
}
