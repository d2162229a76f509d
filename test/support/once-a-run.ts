import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Longer than anything that is made once takes, on a machine that is busy with other things too. */
const PATIENCE = 240_000;

/**
 * What takes long to make, is needed by several files and changed by none: the first one to ask has it made, in a folder of its
 * own, the others wait for it. Answers with that folder.
 */
export async function onceARun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const run = process.env.SOATBAI_RUN_FOLDER;
  if (run === undefined) throw new Error('test/support/run-folder.ts has not run');
  const [folder, making, failed] = [join(run, name), join(run, `${name}.making`), join(run, `${name}.failed`)];
  if (isFirst(making)) {
    try {
      await make(making);
      await rename(making, folder);
      // The name stays taken.
      mkdirSync(making);
    } catch (error) {
      writeFileSync(failed, String(error));
      throw error;
    }
  }
  for (const end = Date.now() + PATIENCE; !existsSync(folder); await pause(50)) {
    if (existsSync(failed)) throw new Error(`${name} could not be made: ${readFileSync(failed, 'utf8')}`);
    if (Date.now() > end) throw new Error(`${name} was not made in time`);
  }
  return folder;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
