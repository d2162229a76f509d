// @ts-check
// A backup may be taken at any moment: while batches come in one after the other, `soatbai backup` is run again and again,
// each one restored into an empty folder, verified, and compared with what had been acknowledged when it began.
//   node scripts/backups.mjs [ROUNDS=20]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from './service/client.mjs';
import { run } from './service/drive.mjs';
import { createWriter } from './service/essays.mjs';
import { startServer } from './service/server.mjs';

const [rounds = 20] = process.argv.slice(2).map(Number);
const ESSAYS = 40;

const folder = mkdtempSync(join(tmpdir(), 'soatbai-backups-'));
const data = join(folder, 'data');
const server = await startServer(data);
const client = new Client(server.url);
let bad = 0;
let isOver = false;
/** Essays whose figures were there, all told. */
let assessed = 0;

async function handIn() {
  const write = createWriter({ seed: 5, sentences: 30 });
  const campaign = await client.post('/api/campaigns', { name: 'Đợt thử sao lưu' });
  for (let number = 1; !isOver; number++) {
    const batch = await client.post(`/api/campaigns/${campaign.id}/batches`, { key: `lo-sao-luu-${number}` });
    const files = Array.from({ length: ESSAYS }, (_, i) => ({
      name: `lô ${number}/bài ${i}.txt`,
      bytes: new TextEncoder().encode(write()),
    }));
    await client.upload(`/api/batches/${batch.id}/files`, files);
    await client.post(`/api/batches/${batch.id}/seal`);
    while ((await client.get(`/api/batches/${batch.id}`)).batch.state !== 'done') await new Promise((done) => setTimeout(done, 100));
    assessed += ESSAYS;
  }
}

try {
  await client.enter('quan-tri', 'mat-khau-dai-de-thu');
  const working = handIn();
  for (let round = 1; round <= rounds; round++) {
    const [file, restored] = [join(folder, `${round}.zip`), join(folder, `kho-${round}`)];
    const acknowledged = assessed;
    for (const command of [
      ['backup', file, '--data', data],
      ['restore', file, '--data', restored],
      ['corpus', 'verify', '--data', restored],
    ]) {
      const { status, output } = await run(command);
      if (status === 0) continue;
      bad++;
      console.log(`round ${round}: ${command.slice(0, 2).join(' ')} ended with ${status}: ${output}`);
      break;
    }
    const list = await run(['corpus', 'list', '--data', restored, '--json']);
    const essays = list.status === 0 ? JSON.parse(list.output).length : 0;
    if (essays < acknowledged) bad++;
    console.log(`round ${round}: ${essays} essays restored, ${acknowledged} acknowledged before, ${bad} rounds failed`);
    rmSync(file, { force: true });
    rmSync(restored, { recursive: true, force: true });
  }
  isOver = true;
  await working;
} finally {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${rounds} backups during ${assessed} essays: ${bad} failed`);
process.exit(bad === 0 ? 0 : 1);
