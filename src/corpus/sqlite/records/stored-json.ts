import { AppError } from '../../../model/errors.js';
import { RECORD_MESSAGES } from './messages.js';

/** Where a JSON text stands. */
export interface Place {
  readonly table: string;
  readonly row: string | number;
}

/** An object that this program wrote. AppError `corpus-damaged`, naming the row, when it is none any more. */
export function readObject<T extends object>(text: string, place: Place): T {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damaged(place);
  return value as T;
}

/** As `readObject`, for a list. */
export function readList<T>(text: string, place: Place): readonly T[] {
  const value = parsed(text);
  if (!Array.isArray(value)) throw damaged(place);
  return value as T[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function damaged({ table, row }: Place): AppError {
  return new AppError('corpus-damaged', RECORD_MESSAGES.rowDamaged(table, String(row)));
}
