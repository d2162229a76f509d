import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { DocumentView, EssayView, GroupView, OverviewView, RowView } from '../../api/view.js';
import type { Pair } from './passages.js';

/** Where the viewer takes its data from: the service, or the report that it stands in. */
export interface ViewSource {
  /** Tells one source from another where answers are kept, the id of the campaign for instance. */
  readonly key: string;
  overview(): Promise<OverviewView>;
  essay(id: string): Promise<EssayView>;
  document(id: string): Promise<DocumentView>;
}

/** Keys under which answers are kept, for whoever changes something and wants them asked for anew. */
export const viewKeys = {
  all: (source: string) => ['view', source] as const,
  overview: (source: string) => ['view', source, 'overview'] as const,
  essay: (source: string, id: string) => ['view', source, 'essay', id] as const,
  document: (source: string, id: string) => ['view', source, 'document', id] as const,
};

/** What a form of conclusion needs to know. */
export interface ConcludePlace {
  /** The essay that is on the screen. */
  readonly row: RowView;
  /** The essay after it in the order of the table as it is filtered and sorted, and its address; null at the end. */
  readonly next: { readonly row: RowView; readonly path: string } | null;
}

/** What a bar for several essays needs to know. */
export interface BulkPlace {
  /** Those that are ticked: proposed "accept" and not concluded. */
  readonly chosen: readonly RowView[];
  /** Unticks all. */
  readonly clear: () => void;
}

/** What is to be known of two texts side by side to correct what was found of them. */
export interface PassagePlace {
  /** The essay under review, the left one, with all that was found. */
  readonly row: RowView;
  readonly essay: EssayView;
  /** Id of the other text, and its row where it is an essay of this campaign. */
  readonly other: string;
  readonly otherRow: RowView | undefined;
  readonly pair: Pair;
  /** Number of the passage that is looked at; 0 for none. */
  readonly current: number;
}

/** What a form for a whole group needs to know. */
export interface GroupPlace {
  readonly group: GroupView;
  /** Rows of the members, in order of receipt. */
  readonly members: readonly RowView[];
}

/** A theme of one essay. */
export interface ThemePlace {
  readonly essay: EssayView;
  /** Id of the theme. */
  readonly theme: string;
}

/** Which page is on the screen. */
export type ViewPlace =
  | { readonly page: 'results'; readonly shown: readonly RowView[] }
  | { readonly page: 'group'; readonly group: string }
  | { readonly page: 'essay'; readonly essay: string }
  | { readonly page: 'pair'; readonly essay: string; readonly other: string };

/** What the host of the viewer adds to its pages; the report adds nothing. */
export interface ViewSlots {
  /** Form of conclusion, on the pages of an essay and of a pair. */
  readonly conclude?: (place: ConcludePlace) => ReactNode;
  /** What can be done with a passage of two texts side by side. */
  readonly passage?: (place: PassagePlace) => ReactNode;
  /** Form of one conclusion on a group. */
  readonly group?: (place: GroupPlace) => ReactNode;
  /** A person's word on a theme, below what was found of it. */
  readonly theme?: (place: ThemePlace) => ReactNode;
  /** Bar below the table; with it, rows can be ticked. */
  readonly bulk?: (place: BulkPlace) => ReactNode;
  /** What else is to be known of an essay, above its proposal. */
  readonly essayNote?: (row: RowView) => ReactNode;
  /** Why something could not be had, and a way to ask again; without it the error's own message is shown. */
  readonly problem?: (error: Error, retry: () => void) => ReactNode;
  /** Buttons beside the title of a page. */
  readonly actions?: (place: ViewPlace) => ReactNode;
}

interface ViewContext {
  readonly source: ViewSource;
  readonly base: string;
  readonly slots: ViewSlots;
}

/** Given by `Viewer` to all that stands in it. */
export const ViewContextProvider = createContext<ViewContext | null>(null);

/** The viewer that one stands in. Throws outside of it. */
export function useView(): ViewContext {
  const view = useContext(ViewContextProvider);
  if (view === null) throw new Error('used outside of Viewer');
  return view;
}

/** The overview of the source. */
export function useOverview(): UseQueryResult<OverviewView> {
  const { source } = useView();
  return useQuery({ queryKey: viewKeys.overview(source.key), queryFn: () => source.overview() });
}

/** One essay with what was found. */
export function useEssay(id: string): UseQueryResult<EssayView> {
  const { source } = useView();
  return useQuery({ queryKey: viewKeys.essay(source.key, id), queryFn: () => source.essay(id) });
}

/** One text. */
export function useDocument(id: string, enabled = true): UseQueryResult<DocumentView> {
  const { source } = useView();
  return useQuery({ queryKey: viewKeys.document(source.key, id), queryFn: () => source.document(id), enabled });
}

/** Several texts; those that are still on their way are left out. */
export function useDocuments(ids: readonly string[]): readonly DocumentView[] {
  const { source } = useView();
  const queries = ids.map((id) => ({ queryKey: viewKeys.document(source.key, id), queryFn: () => source.document(id) }));
  return useQueries({ queries }).flatMap(({ data }) => data ?? []);
}
