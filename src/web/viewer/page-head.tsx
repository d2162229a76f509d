import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useWords } from './words.js';

/** Names the document after the page, and moves the focus to its title when one comes to it from another page. */
export function useArrival(page: string, place: string): RefObject<HTMLHeadingElement | null> {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, hash } = useLocation();
  useEffect(() => {
    document.title = say('title', { page });
  }, [page, say]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place is an arrival; the rest is as it was then.
  useEffect(() => {
    // The first page of a visit leaves the focus where the browser put it. Who comes to a part of a page is led there by the page;
    // where that part takes no focus, the title has it.
    if (key === 'default') return;
    if (hash === '') window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [place]);
  return heading;
}

/** The title of a page with what leads to it and what can be done. `name` is the title as plain text, `place` tells pages apart. */
export function PageHead(props: {
  name: string;
  place: string;
  title: ReactNode;
  crumb?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  const { name, place, title, crumb, actions, children } = props;
  const heading = useArrival(name, place);
  return (
    <div className="head">
      <div className="grow">
        {crumb !== undefined && <p className="crumb">{crumb}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
      {actions !== undefined && <div className="row noprint">{actions}</div>}
    </div>
  );
}
