import { type ReactNode, useEffect, useRef } from 'react';
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
 * A page with its title. Coming to it moves the focus to the title, so that a screen reader says where one is; the first
 * page of a visit leaves the focus alone.
 */
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
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(short);
  useEffect(() => {
    if (isFirst) isFirst = false;
    else heading.current?.focus({ preventScroll: true });
  }, []);
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

let isFirst = true;
