import { readFileSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../../scripts/service/client.mjs';
import { startServer } from '../../scripts/service/server.mjs';
import { type ReportJson, reportSchema } from '../../src/api/report.js';
import { run } from '../cli/run.js';
import { ADMIN, PASSWORD } from './account.js';
import { onceARun } from './once-a-run.js';

const FOLDER = resolve('fixtures/van-trach');

/** Names of what the sample has become in a service. */
export interface Sample {
  readonly campaign: string;
  readonly batch: string;
}

/** Puts the corpus of a service into `folder`: the first account, and the sample campaign with its batch assessed. */
export async function copySample(folder: string): Promise<Sample> {
  const made = await onceARun('sample', async (place) => {
    const server = await startServer(join(place, 'data'));
    try {
      const client = new Client(server.url);
      await client.enter(ADMIN, PASSWORD);
      const { campaign, batch } = await client.post('/api/sample');
      for (let state = ''; state !== 'done'; await pause(100)) {
        state = (await client.get(`/api/batches/${batch.id}`)).batch.state;
        if (state === 'failed') throw new Error(`the sample was not assessed:\n${server.output()}`);
      }
      await writeFile(join(place, 'sample.json'), JSON.stringify({ campaign: campaign.id, batch: batch.id } satisfies Sample));
    } finally {
      await server.stop();
    }
  });
  await cp(join(made, 'data'), folder, { recursive: true });
  return JSON.parse(readFileSync(join(made, 'sample.json'), 'utf8')) as Sample;
}

/** What the command line makes of the sample. */
export interface SampleReport {
  /** With the texts. */
  readonly report: ReportJson;
  readonly json: string;
  readonly html: string;
  /** Folder of the letters. */
  readonly letters: string;
}

export async function sampleReport(): Promise<SampleReport> {
  const made = await onceARun('sample-report', async (place) => {
    const files = ['--campaign', join(FOLDER, 'campaign.yaml'), '--roster', join(FOLDER, 'roster.csv')];
    const wanted = ['--texts', '--json', 'bao-cao.json', '--html', 'bao-cao.html', '--letters', join('thư', 'gửi')];
    const { status, stderr } = await run(place, ['assess', join(FOLDER, 'bai-nop.zip'), ...files, ...wanted]);
    if (status !== 0) throw new Error(`assess ended with ${status}: ${stderr}`);
  });
  const json = join(made, 'bao-cao.json');
  const report = reportSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
  return { report, json, html: join(made, 'bao-cao.html'), letters: join(made, 'thư', 'gửi') };
}
