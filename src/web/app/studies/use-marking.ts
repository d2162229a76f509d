import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MOST_MARKS, type SessionDetailView, type SessionPersonView, sessionDetailSchema } from '../../../api/study.js';
import { useWords } from '../../words/words.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import { sessionAddress, sessionQuery, studyKey } from './queries.js';

/** How somebody is to be marked, and the mark on the screen. */
export interface SentMark {
  readonly person: string;
  readonly mark: SessionPersonView['mark'];
  readonly before: SessionPersonView['mark'];
  /** With the note on the screen; undefined: stays as it is. */
  readonly note?: string;
  readonly noteBefore?: string;
}

/** Marks people at a session. */
export function useMarking(campaign: string, session: string, done: () => void) {
  const say = useWords();
  const client = useQueryClient();
  const renew = (): Promise<void> => client.invalidateQueries({ queryKey: studyKey(campaign) });
  return useMutation({
    mutationFn: async (marks: readonly SentMark[]) => {
      let detail: SessionDetailView | null = null;
      for (let at = 0; at < marks.length; at += MOST_MARKS) {
        const json = { marks: marks.slice(at, at + MOST_MARKS) };
        detail = await ask(`${sessionAddress(campaign, session)}/attendance`, sessionDetailSchema, { method: 'PUT', json });
      }
      return detail;
    },
    onSuccess: async (detail, marks) => {
      if (detail !== null) client.setQueryData(sessionQuery(campaign, session).queryKey, detail);
      done();
      toast(say('studies.marksSaved', { n: marks.length }));
      await renew();
    },
    onError: () => void renew(),
  });
}
