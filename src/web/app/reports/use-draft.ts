import { useEffect, useRef, useState } from 'react';
import { type OwnReportView, outdatedReportSchema, savedReportSchema } from '../../../api/unit-report.js';
import { ask, ServiceError } from '../service/request.js';
import { type Conflict, type Draft, mergeDraft } from './merge-draft.js';
import { reportAddress } from './report-queries.js';

/** Milliseconds after the last key at which a text is saved. */
const PAUSE = 1000;

export type DraftState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

/** What is typed, what of it is safe, and where another one wrote something else. */
interface Kept {
  readonly draft: Draft;
  /** As the service has it. */
  readonly base: Draft;
  readonly revision: number;
  readonly state: DraftState;
  readonly error: unknown;
  readonly conflicts: readonly Conflict[];
  /** Who wrote the other text. */
  readonly by: string;
}

/** A report while it is written: it saves itself when the typing pauses, and asks where two people wrote at one section. */
export function useDraft(campaign: string, unit: string, report: OwnReportView) {
  const { texts, parts, revision } = report;
  const [kept, setKept] = useState<Kept>(() => {
    const base = { texts, parts };
    return { draft: base, base, revision, state: 'saved', error: null, conflicts: [], by: '' };
  });
  // Saving goes on while the page is drawn anew: it must see what was typed last.
  const now = useRef(kept);
  const busy = useRef<Promise<number> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const set = (changes: Partial<Kept>): void => {
    now.current = { ...now.current, ...changes };
    setKept(now.current);
  };
  /** Takes over what another one wrote, as a failure tells it; false where it tells of nobody. */
  const take = (error: unknown): boolean => {
    if (!(error instanceof ServiceError) || error.code !== 'report-outdated') return false;
    const { data: theirs } = outdatedReportSchema.safeParse(error.details);
    if (theirs === undefined) return false;
    const { draft, base } = now.current;
    const { draft: merged, conflicts } = mergeDraft(base, draft, theirs);
    const state = conflicts.length > 0 ? 'conflict' : draft === base ? 'saved' : 'unsaved';
    set({ draft: draft === base ? theirs : merged, base: theirs, revision: theirs.revision, conflicts, by: theirs.changedBy, state });
    return true;
  };
  const put = async (): Promise<number> => {
    const { draft, base, revision: before } = now.current;
    if (draft === base) return before;
    set({ state: 'saving', error: null });
    try {
      const json = { ...draft, revision: before };
      const saved = await ask(reportAddress(campaign, unit, 'unit-report'), savedReportSchema, { method: 'PUT', json });
      const isSame = now.current.draft === draft;
      set({ base: isSame ? now.current.draft : draft, revision: saved.revision, state: isSame ? 'saved' : 'unsaved' });
      return isSame ? saved.revision : put();
    } catch (error) {
      if (!take(error)) {
        set({ state: 'failed', error });
        throw error;
      }
      if (now.current.conflicts.length === 0) return put();
      throw error;
    }
  };
  /** Saves what is typed now; gives the revision. Rejects where it could not, or where somebody must choose first. */
  const flush = (): Promise<number> => {
    clearTimeout(timer.current);
    if (now.current.conflicts.length > 0) return Promise.reject(new Error('somebody must choose first'));
    busy.current ??= put().finally(() => {
      busy.current = null;
    });
    return busy.current;
  };
  const change = (draft: Draft): void => set({ draft, state: now.current.conflicts.length > 0 ? 'conflict' : 'unsaved' });
  const later = (draft: Draft): void => {
    change(draft);
    clearTimeout(timer.current);
    // What fails is told beside the text.
    timer.current = setTimeout(() => void flush().catch(() => {}), PAUSE);
  };
  const last = useRef(flush);
  last.current = flush;
  useEffect(() => () => void last.current().catch(() => {}), []);
  return {
    ...kept,
    flush,
    take,
    flushQuietly: () => void flush().catch(() => {}),
    write: (section: string, text: string) => later({ ...now.current.draft, texts: { ...now.current.draft.texts, [section]: text } }),
    setParts: (changed: Draft['parts']) => {
      change({ ...now.current.draft, parts: changed });
      return flush();
    },
    resolve: (section: string, text: string) => {
      set({ conflicts: now.current.conflicts.filter((one) => one.section !== section) });
      later({ ...now.current.draft, texts: { ...now.current.draft.texts, [section]: text } });
    },
  };
}

export type ReportDraft = ReturnType<typeof useDraft>;
