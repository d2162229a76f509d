import type { ProgrammeTask } from '../../../../model/programme.js';
import type { Tables } from '../store.js';

/** The tasks of a programme, in their order. */
export async function readTasks(tables: Tables, programme: string): Promise<ProgrammeTask[]> {
  const rows = await tables.selectFrom('programme_task').selectAll().where('programme', '=', programme).orderBy('place').execute();
  return rows.map(({ kind, words, who, due, measure }) => ({ kind: kind as ProgrammeTask['kind'], words, who, due, measure }));
}
