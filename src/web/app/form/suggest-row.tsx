import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { suggestionSchema } from '../../../api/service.js';
import { Icon } from '../../look/icons.js';
import { PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import { toThemes } from './campaign-form.js';
import type { FormState } from './use-campaign-form.js';

/** Fills in name and themes from the documents that were sent; nothing without one. A name that somebody typed stays. */
export function SuggestRow({ state: { form, change }, isNew }: { state: FormState; isNew: boolean }): ReactNode {
  const say = useWords();
  const given = useRef('');
  const { references, kind } = form;
  const suggest = useMutation({
    mutationFn: () => ask('/api/suggestions', suggestionSchema, { method: 'POST', json: { documents: references, kind } }),
    onSuccess: ({ name, themes }) => {
      const { name: nameBefore, themes: themesBefore } = form;
      const isOpen = isNew && (nameBefore.trim() === '' || nameBefore === given.current);
      if (isOpen) given.current = name;
      change((now) => ({ ...now, ...(isOpen && { name }), themes: toThemes(themes) }));
      toast(say('form.suggested', { n: themes.length }), () => change((now) => ({ ...now, name: nameBefore, themes: themesBefore })));
    },
  });
  if (references.length === 0) return null;
  return (
    <div className="suggest">
      <div className="row row--apart">
        <p className="small muted grow">{say(isNew ? 'form.suggestLead' : 'form.suggestLeadKept')}</p>
        <button type="button" className="btn" disabled={suggest.isPending} onClick={() => suggest.mutate()}>
          <Icon name="search" />
          {say(suggest.isPending ? 'form.suggesting' : 'form.suggest')}
        </button>
      </div>
      <Problem error={suggest.error} />
      {suggest.data !== undefined && suggest.data.notes.length > 0 && (
        <Note kind="warn" role="status">
          {suggest.data.notes.map((note) => (
            <p key={note} lang="vi">
              <PlainText text={note} />
            </p>
          ))}
        </Note>
      )}
    </div>
  );
}
