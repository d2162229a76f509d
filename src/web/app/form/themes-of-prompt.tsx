import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { promptThemesSchema } from '../../../api/service.js';
import { useWords } from '../../words/words.js';
import { describeError } from '../frame/describe-error.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import { type ThemeForm, toThemes } from './campaign-form.js';

/** Puts the themes of a question in the place of those that are there, to be looked at and edited; it can be undone. */
export function ThemesOfPrompt(props: {
  prompt: string;
  themes: readonly ThemeForm[];
  onChange: (change: (themes: readonly ThemeForm[]) => readonly ThemeForm[]) => void;
}): ReactNode {
  const say = useWords();
  const { prompt, themes, onChange } = props;
  const take = useMutation({
    mutationFn: () => ask('/api/prompt-themes', promptThemesSchema, { method: 'POST', json: { prompt } }),
    onSuccess: (found) => {
      if (found.themes.length === 0) return toast(say('form.themesNotTaken'));
      onChange(() => toThemes(found.themes));
      toast(say('form.themesTaken', { n: found.themes.length }), () => onChange(() => themes));
    },
    onError: (error) => toast(describeError(error, say)),
  });
  return (
    <button type="button" className="btn" disabled={take.isPending} onClick={() => take.mutate()}>
      {say('form.takeThemes')}
    </button>
  );
}
