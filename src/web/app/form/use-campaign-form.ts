import { useEffect, useMemo, useState } from 'react';
import { useWords } from '../../words/words.js';
import { toast } from '../frame/toasts.js';
import { type CampaignForm, ROLES } from './campaign-form.js';
import { checkForm, type Wrongs } from './check-form.js';
import { keepForm, recallForm } from './kept-form.js';
import { type Documents, useDocuments } from './use-documents.js';

/** A form being filled in. */
export interface FormState {
  readonly form: CampaignForm;
  readonly change: (change: (form: CampaignForm) => CampaignForm) => void;
  readonly documents: Documents;
  /** What is wrong; empty until somebody has tried to save. */
  readonly wrongs: Wrongs;
  /** Whether there is something that the service does not have. */
  readonly isChanged: boolean;
  /** Whether what is shown was kept from an earlier visit. */
  readonly isRecalled: boolean;
  /** Shows what is wrong; true when nothing is. */
  readonly check: () => boolean;
  /** Goes back to what it started from. */
  readonly discard: () => void;
}

/** A form that starts from `start`, or from unsaved work kept on this machine under `place`. */
export function useCampaignForm(start: CampaignForm, place: string): FormState {
  const say = useWords();
  const [origin, setOrigin] = useState(start);
  const [kept] = useState(() => recallForm(place));
  const [form, setForm] = useState(kept ?? start);
  const [isRecalled, setRecalled] = useState(kept !== null && !isSame(kept, start));
  const [wasTried, setTried] = useState(false);
  const documents = useDocuments((role, document) => {
    if (holds(form, document)) toast(say('form.documentTwice'));
    setForm((now) => (holds(now, document) ? now : { ...now, [role]: [...now[role], document] }));
  });
  const found = useMemo(() => checkForm(form, say), [form, say]);
  const isChanged = useMemo(() => !isSame(form, origin), [form, origin]);

  // Written a little later, so that typing stays fluent.
  useEffect(() => {
    const timer = setTimeout(() => keepForm(place, isChanged ? form : null), 300);
    return () => clearTimeout(timer);
  }, [form, isChanged, place]);

  return {
    form,
    change: setForm,
    documents,
    wrongs: wasTried ? found : new Map(),
    isChanged,
    isRecalled,
    check: () => {
      setTried(true);
      return found.size === 0;
    },
    discard: () => {
      keepForm(place, null);
      setOrigin(start);
      setForm(start);
      setRecalled(false);
      setTried(false);
    },
  };
}

function holds(form: CampaignForm, document: CampaignForm['references'][number]): boolean {
  return ROLES.some((role) => form[role].some(({ sha256 }) => sha256 === document.sha256));
}

/** Keys only tell parts of the page from each other. */
function isSame(first: CampaignForm, second: CampaignForm): boolean {
  const plain = (form: CampaignForm): string => JSON.stringify(form, (name, value: unknown) => (name === 'key' ? undefined : value));
  return plain(first) === plain(second);
}
