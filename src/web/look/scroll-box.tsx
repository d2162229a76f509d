import type { ReactNode, RefObject } from 'react';

/** A box that scrolls by itself and can be reached from the keyboard; named by a text or by the heading of that id. */
export function ScrollBox(props: {
  className: string;
  label?: string;
  labelledBy?: string;
  box?: RefObject<HTMLDivElement | null>;
  onScroll?: () => void;
  children: ReactNode;
}): ReactNode {
  const { className, label, labelledBy, box, onScroll, children } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section of its own would be one landmark more on every page.
    <div
      role="group"
      className={className}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys would not scroll the box.
      tabIndex={0}
      aria-label={label}
      aria-labelledby={labelledBy}
      ref={box}
      onScroll={onScroll}
    >
      {children}
    </div>
  );
}
