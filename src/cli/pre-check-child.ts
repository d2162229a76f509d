import { openSqliteRecords } from '../corpus/sqlite/records/open-records.js';
import { AppError } from '../model/errors.js';
import { type PreCheckFile, preCheck } from '../pipeline/pre-check.js';
import { KEEPING, openCorpus, withSandbox } from './house.js';
import type { PreCheckReply } from './pre-check-apart.js';

// A process that answers once: what it had to hold in memory goes with it, and the web process stays free to answer pages.
async function answer(folder: string, file: PreCheckFile): Promise<PreCheckReply> {
  const records = await openSqliteRecords({ folder, create: false, now: () => new Date() });
  try {
    const corpus = await openCorpus({ folder, create: false, access: 'read', lease: null });
    try {
      return await withSandbox(1, async (sandbox) => ({ checked: await preCheck(file, { ...KEEPING, records, corpus, sandbox }) }));
    } finally {
      await corpus.close();
    }
  } catch (error) {
    return error instanceof AppError ? { failed: { code: error.code, message: error.message } } : { broken: String(error) };
  } finally {
    await records.close();
  }
}

process.on('disconnect', () => process.exit(0));
process.once('message', (file: PreCheckFile) => {
  void answer(process.argv[2] ?? '', file).then((reply) => process.send?.(reply, () => process.disconnect()));
});
