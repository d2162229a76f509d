import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { ViewData } from '../../api/view.js';
import { AppearanceButtons } from '../look/appearance.js';
import { Mark } from '../look/icons.js';
import { OutsideText } from '../look/outside-text.js';
import { Note } from '../look/states.js';
import { PageKeys } from '../viewer/keys-dialog.js';
import { useWords } from '../viewer/words.js';

interface FrameProps {
  readonly campaign: string;
  /** What is said above the case of one pair or group. */
  readonly about: ViewData['case'];
  readonly children: ReactNode;
}

/** What stands around the viewer in a report: the mark, the campaign, size of letters and ground. */
export function Frame({ campaign, about, children }: FrameProps): ReactNode {
  const say = useWords();
  const { pathname } = useLocation();
  return (
    <>
      <PageKeys />
      <SkipLink />
      <header className="mast">
        <Link className="mast__mark" to="/" aria-current={pathname === '/' ? 'page' : undefined}>
          <Mark />
          <span lang="vi">{say('product')}</span>
        </Link>
        <span className="mast__where">
          <OutsideText text={campaign} />
        </span>
        <span className="mast__tools">
          <AppearanceButtons large={say('report.large')} dark={say('report.dark')} />
        </span>
      </header>
      <main id="noi-dung" tabIndex={-1}>
        {about !== undefined && <About {...about} />}
        {children}
      </main>
    </>
  );
}

/** What the case is, who took it along and when: above every page of it, on paper too. */
function About({ title, lines }: NonNullable<ViewData['case']>): ReactNode {
  return (
    <div className="page casehead">
      <Note kind="info" title={title}>
        {lines.map((line) => (
          <p key={line}>
            <OutsideText text={line} />
          </p>
        ))}
      </Note>
    </div>
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
