import type { ReactNode } from 'react';

const DRAWINGS = {
  calendar: <path d="M3 4.4h12v10.8H3zM3 7.8h12M6.2 2.6v3M11.8 2.6v3M6 10.8h1.6M10.4 10.8H12" />,
  check: <path d="M3.5 9.5l3.7 3.7 7.3-8" />,
  half: (
    <>
      <circle cx="9" cy="9" r="6.2" />
      <path d="M9 2.8v12.4M9 5.5h4.8M9 9h6M9 12.4h4.9" />
    </>
  ),
  redo: <path d="M14.8 9a5.8 5.8 0 1 1-1.9-4.3M15 2.2v3.4h-3.4" />,
  dash: <path d="M4.5 9h9" />,
  cross: <path d="M4.8 4.8l8.4 8.4M13.2 4.8l-8.4 8.4" />,
  up: <path d="M9 14.5v-11M4.8 7.6L9 3.4l4.2 4.2" />,
  down: <path d="M9 3.5v11M4.8 10.4L9 14.6l4.2-4.2" />,
  sort: <path d="M5.5 6.8L9 3.3l3.5 3.5M5.5 11.2L9 14.7l3.5-3.5" />,
  right: <path d="M6.8 3.8L12 9l-5.2 5.2" />,
  left: <path d="M11.2 3.8L6 9l5.2 5.2" />,
  search: (
    <>
      <circle cx="8" cy="8" r="4.7" />
      <path d="M11.5 11.5l3.7 3.7" />
    </>
  ),
  flag: <path d="M4.2 15.8V2.8M4.2 3.4h9.2l-2 3.1 2 3.1H4.2" />,
  eye: (
    <>
      <path d="M1.8 9S4.5 4 9 4s7.2 5 7.2 5-2.7 5-7.2 5S1.8 9 1.8 9z" />
      <circle cx="9" cy="9" r="2.1" />
    </>
  ),
  file: <path d="M4 2h6.4L14 5.6V16H4zM10.2 2v3.8H14M6.5 9h5M6.5 12h5" />,
  scan: <path d="M2.8 6V2.8H6M12 2.8h3.2V6M15.2 12v3.2H12M6 15.2H2.8V12M5.5 9h7" />,
  broken: <path d="M4 2h6.4L14 5.6V8l-2.4 1.8L9 8.2 6.6 10 4 8.4zM4 11.6L6.6 13 9 11.4l2.6 1.8L14 11.4V16H4z" />,
  twin: <path d="M2.6 2.6h8v10h-8zM13 5.6h2.4v10h-8v-1.2" />,
  ask: (
    <>
      <circle cx="9" cy="9" r="6.6" />
      <path d="M6.9 7.1a2.1 2.1 0 1 1 3.2 1.8c-.8.5-1.1.9-1.1 1.6M9 12.9v.1" />
    </>
  ),
  warn: <path d="M9 2.6l7 12.2H2zM9 7.2v3.6M9 12.8v.1" />,
  info: (
    <>
      <circle cx="9" cy="9" r="6.6" />
      <path d="M9 8.2v4.2M9 5.6v.1" />
    </>
  ),
  clock: (
    <>
      <circle cx="9" cy="9" r="6.4" />
      <path d="M9 5.2V9l2.6 1.8" />
    </>
  ),
  drop: <path d="M3 11.5v3.2h12v-3.2M9 11.8V3M5.6 6.2L9 2.8l3.4 3.4" />,
  out: <path d="M3 11.5v3.2h12v-3.2M9 2.8v8.8M5.6 8.2L9 11.6l3.4-3.4" />,
  person: (
    <>
      <circle cx="9" cy="5.8" r="3" />
      <path d="M3 15.4c.6-3.4 2.9-5 6-5s5.4 1.6 6 5" />
    </>
  ),
  plus: <path d="M9 3.5v11M3.5 9h11" />,
} as const;

/** Name of a drawing that `Icon` can show. */
export type IconName = keyof typeof DRAWINGS;

/** A drawing in the colour of its text, silent for screen readers: a word always stands beside it. */
export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}

/** The mark of the product: two sheets and the passage they share. */
export function Mark(): ReactNode {
  return (
    <svg viewBox="0 0 26 22" aria-hidden="true" focusable="false" stroke="currentColor" strokeWidth="1.6" fill="none">
      <path d="M1 1h10v20H1zM15 1h10v20H15zM3.4 6h5.2M17.4 6h5.2M3.4 16.5h5.2M17.4 12.5h5.2M9 11.1c4 0 4 5.6 8 5.6" />
      <path d="M3 9.4h6v3.4H3zM17 15h6v3.4h-6z" fill="currentColor" stroke="none" />
    </svg>
  );
}

/** Two sheets without content, for places where there is nothing to show. */
export function Drawing(): ReactNode {
  return (
    <svg className="drawing" viewBox="0 0 144 88" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true" focusable="false">
      <path d="M22 6h44v76H22zM78 6h44v76H78z" />
      <path d="M30 18h28M30 27h22M30 62h28M30 71h16M86 18h28M86 27h28M86 36h18M86 71h24" strokeDasharray="3 4" />
      <path d="M28 37h32v15H28zM84 46h32v15H84zM60 44c14 0 10 9 24 9" />
    </svg>
  );
}
