import type { ViewData } from '../../api/view.js';
import type { ViewSource } from '../viewer/source.js';
import { sayNow } from '../viewer/words.js';

/** The data of the report as a source; what is not in it is said so. */
export function sourceOf({ overview, essays, documents }: ViewData): ViewSource {
  return {
    key: 'report',
    overview: async () => overview,
    essay: async (id) => found(essays[id]),
    document: async (id) => found(documents[id]),
  };
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error(sayNow('report.missing'));
  return value;
}
