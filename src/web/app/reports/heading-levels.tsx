import type { ReactNode } from 'react';

type Level = 3 | 4 | 5;

/** Levels of headings below a title of level 2: as deep as the outline says, but none leaves out a level. */
export function headingLevels(levels: readonly number[]): readonly Level[] {
  let before = 2;
  return levels.map((level) => {
    before = Math.min(level + 2, before + 1);
    return before as Level;
  });
}

/** A heading of a level that is known only while the page is drawn. */
export function Heading({ level, children }: { level: Level; children: ReactNode }): ReactNode {
  const Tag = `h${level}` as const;
  return <Tag>{children}</Tag>;
}
