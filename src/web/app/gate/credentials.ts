import { z } from 'zod';
import { newCredentialsSchema } from '../../../api/service.js';
import type { Say } from '../../words/words.js';

/** What is wrong with what was typed, by field; empty strings where nothing is. */
export interface CredentialWrongs {
  readonly name: string;
  readonly password: string;
  readonly again: string;
}

/** Checks the first account before it is sent. */
export function checkNewCredentials(typed: { name: string; password: string; again: string }, say: Say): CredentialWrongs {
  const { error } = newCredentialsSchema.safeParse({ name: typed.name, password: typed.password });
  const wrong = error ? z.flattenError(error).fieldErrors : {};
  return {
    name: wrong.name === undefined ? '' : say(typed.name.trim() === '' ? 'gate.nameMissing' : 'gate.nameTooLong'),
    password: wrong.password === undefined ? '' : describePassword(typed.password, say),
    again: typed.password === typed.again ? '' : say('gate.passwordsDiffer'),
  };
}

function describePassword(password: string, say: Say): string {
  if (password.length > 200) return say('gate.passwordTooLong');
  return password === '' ? say('gate.passwordMissing') : say('gate.passwordTooShort', { n: password.length });
}
