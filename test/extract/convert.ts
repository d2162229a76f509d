import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Word processors that other formats are made with, where they are installed. */
export type Converter = 'soffice' | 'pandoc' | 'abiword';

/** Whether a program is there; a test that needs one is skipped by this. */
export function isInstalled(program: Converter): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A file of one format saved as another by a program; formats are extensions. */
export async function convert(program: Converter, file: Buffer, from: string, to: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'convert-'));
  const [source, target] = [join(folder, `bai.${from}`), join(folder, `ra.${to}`)];
  try {
    await writeFile(source, file);
    if (program === 'soffice') {
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      await run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', join(folder, 'out'), source]);
      return await readFile(join(folder, 'out', `bai.${to}`));
    }
    const options = program === 'pandoc' ? ['-s', source, '-o', target] : [`--to=${to}`, '-o', target, source];
    await run(program, options);
    return await readFile(target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
