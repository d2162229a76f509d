import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder a run, for all its projects, for what is made once and copied by each test that needs it; gone at the end. */
export default function setup(): (() => void) | undefined {
  if (process.env.SOATBAI_RUN_FOLDER !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'soatbai-run-'));
  process.env.SOATBAI_RUN_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
