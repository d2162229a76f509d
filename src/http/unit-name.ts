import type { Response } from 'express';
import { sessionOf, unitsOf } from './guards.js';

/** Name of the unit for which whoever asks acts: the first one in reach; empty where no account is signed in. Throws RequestError `signed-out`. */
export function unitNameOf(response: Response): string {
  const [unit] = unitsOf(response);
  return sessionOf(response)?.account?.grants.find((grant) => grant.unit === unit)?.unitName ?? '';
}
