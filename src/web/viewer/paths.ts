import { useMemo } from 'react';
import { useView } from './source.js';

/** Addresses of the viewer's pages. */
export interface ViewPaths {
  readonly results: string;
  essay(id: string): string;
  pair(id: string, other: string): string;
  group(id: string): string;
}

/** Addresses below a base path; ids may hold any character. */
export function pathsBelow(base: string): ViewPaths {
  const essay = (id: string): string => `${base}/bai/${encodeURIComponent(id)}`;
  return {
    results: base === '' ? '/' : base,
    essay,
    pair: (id, other) => `${essay(id)}/doi-chieu/${encodeURIComponent(other)}`,
    group: (id) => `${base}/nhom/${encodeURIComponent(id)}`,
  };
}

/** Addresses of the viewer that one stands in. */
export function usePaths(): ViewPaths {
  const { base } = useView();
  return useMemo(() => pathsBelow(base), [base]);
}
