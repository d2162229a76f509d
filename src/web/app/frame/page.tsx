import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';

/** Sets the title of the document while the page is there. */
export function useTitle(page: string): void {
  const say = useWords();
  useEffect(() => {
    document.title = say('frame.title', { page });
  }, [page, say]);
}

/**
 * For the title of a page: coming to it moves the focus there, so that a screen reader says where one is; the first page of a
 * visit leaves the focus alone. A menu that led there gives the focus back to its button before the page is there.
 */
export function useTitleFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only coming to a page is an arrival, whatever changes in its address.
  useEffect(() => {
    if (!isFirst || key !== 'default') heading.current?.focus({ preventScroll: true });
    return () => {
      isFirst = false;
    };
  }, []);
  return heading;
}

/** A page with its title, which has the focus once one comes to it. */
export function Page(props: {
  title: string;
  /** Whether the title is what somebody wrote, in Vietnamese whatever the language of the page. */
  isWritten?: boolean;
  short?: string;
  above?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { title, isWritten = false, short = title, above, lead, actions, children } = props;
  const heading = useTitleFocus();
  useTitle(short);
  return (
    <div className="page">
      <div className="head">
        <div className="head__text">
          {above !== undefined && <p className="crumb">{above}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {isWritten ? <OutsideText text={title} /> : title}
          </h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {actions !== undefined && <div className="row noprint">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/** Whether nobody has gone from one page to another yet. */
let isFirst = true;
