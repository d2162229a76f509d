import { z } from 'zod';
import { setupSchema } from '../../../api/service.js';
import type { Say } from '../../words/words.js';

/** What the first account is made of, as it is typed, or what is wrong with each field; empty strings where nothing is. */
export interface SetupFields {
  readonly name: string;
  readonly password: string;
  readonly again: string;
  readonly code: string;
  /** Name of the organisation. */
  readonly unit: string;
}

export const EMPTY_FIELDS: SetupFields = { name: '', password: '', again: '', code: '', unit: '' };

/** What is asked for besides a name and a password. */
interface Needs {
  readonly needsCode: boolean;
  readonly needsUnit: boolean;
}

/** Checks a new account before it is sent. */
export function checkSetup(typed: SetupFields, { needsCode, needsUnit }: Needs, say: Say): SetupFields {
  const { error } = setupSchema.safeParse({ name: typed.name, password: typed.password, code: typed.code });
  const wrong = error ? z.flattenError(error).fieldErrors : {};
  return {
    name: wrong.name === undefined ? '' : say(typed.name.trim() === '' ? 'gate.nameMissing' : 'gate.nameTooLong'),
    password: wrong.password === undefined ? '' : describePassword(typed.password, say),
    again: typed.password === typed.again ? '' : say('gate.passwordsDiffer'),
    unit: needsUnit ? describeUnit(typed.unit, say) : '',
    code: needsCode && (typed.code.trim() === '' || wrong.code !== undefined) ? say('gate.codeMissing') : '',
  };
}

function describeUnit(unit: string, say: Say): string {
  if (unit.trim() === '') return say('organisation.setupUnitMissing');
  return unit.trim().length > 200 ? say('organisation.setupUnitTooLong') : '';
}

function describePassword(password: string, say: Say): string {
  if (password.length > 200) return say('gate.passwordTooLong');
  return password === '' ? say('gate.passwordMissing') : say('gate.passwordTooShort', { n: password.length });
}
