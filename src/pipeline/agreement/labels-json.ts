import { z } from 'zod';
import { AppError } from '../../model/errors.js';
import { atEntry, labelsJson } from './messages.js';

/** A table of conclusions before it is understood. */
export interface LabelRows {
  /** Path of the report, relative to the file; null where it names none. */
  readonly report: string | null;
  readonly header: readonly string[];
  /** Where the header stands, where it is not the first line. */
  readonly headerPlace?: string;
  readonly rows: readonly { readonly record: readonly string[]; readonly place: string }[];
}

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const fileSchema = z.object({
  report: z.string().min(1),
  labels: z.array(z.record(z.string(), z.union([cellSchema, z.record(z.string(), cellSchema)]))),
});

/** Reads conclusions together with the report that they are about; `themes` of an entry may be an object by theme id. Throws AppError `labels-file`. */
export function readLabelsJson(text: string, file: string): LabelRows {
  const { report, labels } = parse(text, file);
  const entries = labels.map((label) => {
    const cells = Object.entries(label).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [[key, value] as const],
    );
    return new Map(cells.map(([key, value]) => [key, toCell(value)]));
  });
  const header = [...new Set(entries.flatMap((entry) => [...entry.keys()]))];
  const rows = entries.map((entry, at) => ({ record: header.map((key) => entry.get(key) ?? ''), place: atEntry(at + 1) }));
  return { report, header, headerPlace: atEntry(1), rows };
}

function parse(text: string, file: string): z.infer<typeof fileSchema> {
  try {
    return fileSchema.parse(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (cause) {
    throw new AppError('labels-file', labelsJson(file), { cause });
  }
}

const toCell = (value: z.infer<typeof cellSchema>): string => (Array.isArray(value) ? value.join(';') : String(value ?? '')).trim();
