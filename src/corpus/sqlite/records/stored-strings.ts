import { readList } from './stored-json.js';

/** Texts of a column of JSON that may be missing. AppError `corpus-damaged`. */
export function readStrings(json: string | null, row: string): readonly string[] {
  return json === null ? [] : readList<string>(json, { table: 'told_writer', row });
}
