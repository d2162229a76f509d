// @ts-check
// A committee's work from the first visit to a backup, in steps that each can be looked at: is it done already? Whoever
// drives it may lose the service at any moment, start it again and go on; whatever was acknowledged must still be there.
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { Refusal } from './client.mjs';
import { createWriter, resolutionText } from './essays.mjs';

const NAME = 'quan-tri';
const PASSWORD = 'mat-khau-dai-de-thu';
const CAMPAIGN = 'Đợt thử độ bền';

/** @typedef {import('./client.mjs').Client} Client */
/** @typedef {{ name: string, bytes: Uint8Array }} File */
/** @typedef {{ name: string, isDone: (client: Client) => Promise<boolean>, act: (client: Client) => Promise<void> }} Stage */

const text = (/** @type {string} */ value) => new TextEncoder().encode(value);
const sha256 = (/** @type {Uint8Array} */ bytes) => createHash('sha256').update(bytes).digest('hex');

/** The files of the three batches: some overlap each other, some an earlier batch. */
async function makeFiles() {
  const write = createWriter({ seed: 7, sentences: 14 });
  const essays = Array.from({ length: 11 }, write);
  const half = (/** @type {string} */ essay) => essay.slice(0, essay.length / 2);
  const first = essays.slice(0, 4).map((essay, i) => ({ name: `chi bộ/bài ${i + 1}.txt`, bytes: text(essay) }));
  first.push({ name: 'bài chép.txt', bytes: text(half(essays[0] ?? '') + (essays[4] ?? '')) }, { name: 'rỗng.docx', bytes: text('') });
  const inner = [
    { name: 'a/bài 5.txt', bytes: text(half(essays[1] ?? '') + (essays[5] ?? '')) },
    { name: 'a/bài 6.txt', bytes: text(essays[6] ?? '') },
    { name: '__MACOSX/._bài 6.txt', bytes: text('x') },
  ];
  const second = [
    { name: 'lô hai.zip', bytes: await zip(inner) },
    { name: 'bài 7.txt', bytes: text(essays[7] ?? '') },
  ];
  const third = [{ name: 'bài 8.txt', bytes: text(half(essays[2] ?? '') + (essays[8] ?? '')) }];
  return [first, second, third];
}

/**
 * The stages in their order.
 * @returns {Promise<{ stages: Stage[], enter: (client: Client) => Promise<void>, campaignOf: (client: Client) => Promise<any> }>}
 */
export async function createScenario() {
  const batches = await makeFiles();
  const resolution = text(resolutionText());
  const definition = (/** @type {number} */ passage) => ({
    name: CAMPAIGN,
    references: [{ file: 'nghi-quyet.txt', sha256: sha256(resolution) }],
    policy: { review: { passage } },
  });
  const campaignOf = async (/** @type {Client} */ client) => {
    const found = (await client.get('/api/campaigns')).find((/** @type {any} */ one) => one.name === CAMPAIGN);
    return found === undefined ? null : client.get(`/api/campaigns/${found.id}`);
  };
  const batchOf = async (/** @type {Client} */ client, /** @type {number} */ number) =>
    (await campaignOf(client))?.batchList.find((/** @type {any} */ one) => one.number === number) ?? null;
  const rowOf = async (/** @type {Client} */ client, /** @type {string} */ file) => {
    const { id } = await campaignOf(client);
    const { rows } = await client.get(`/api/campaigns/${id}/overview`);
    return { campaign: id, row: rows.find((/** @type {any} */ one) => one.file === file) };
  };

  /** @type {Stage[]} */
  const stages = [
    {
      name: 'campaign',
      isDone: async (client) => (await campaignOf(client)) !== null,
      act: async (client) => {
        await client.upload('/api/documents', [{ name: 'nghi-quyet.txt', bytes: resolution }]);
        await client.post('/api/campaigns', definition(80));
      },
    },
  ];
  const hand = (/** @type {number} */ number, /** @type {File[]} */ files) => {
    stages.push(
      {
        name: `batch ${number}`,
        isDone: async (client) => (await batchOf(client, number)) !== null,
        act: async (client) => {
          const { id } = await campaignOf(client);
          await client.post(`/api/campaigns/${id}/batches`, { key: `khoa-lo-${number}` });
        },
      },
      ...files.map((file) => ({
        name: `upload ${file.name}`,
        isDone: async (/** @type {Client} */ client) => {
          const { id } = await batchOf(client, number);
          const { uploads } = await client.get(`/api/batches/${id}`);
          const found = uploads.filter((/** @type {any} */ one) => one.file === file.name);
          if (found.length > 1) throw new Error(`${file.name} stands ${found.length} times in batch ${number}`);
          return found[0]?.sha256 === sha256(file.bytes);
        },
        act: async (/** @type {Client} */ client) => {
          const { id } = await batchOf(client, number);
          const answer = await client.upload(`/api/batches/${id}/files`, [file]);
          if (answer.refused.length > 0) throw new Error(`refused: ${JSON.stringify(answer.refused)}`);
        },
      })),
      {
        name: `seal ${number}`,
        isDone: async (client) => (await batchOf(client, number)).state !== 'receiving',
        act: async (client) => {
          const { id } = await batchOf(client, number);
          await client.post(`/api/batches/${id}/seal`);
        },
      },
      waiting(`assess ${number}`, async (client) => (await batchOf(client, number)).state, 'done'),
    );
  };
  hand(1, batches[0] ?? []);
  stages.push({
    name: 'conclude',
    isDone: async (client) => (await rowOf(client, 'bài chép.txt')).row.conclusion !== null,
    act: async (client) => {
      const { campaign, row } = await rowOf(client, 'bài chép.txt');
      const conclusion = { verdict: 'rewrite', grounds: ['copied'], reason: 'Đoạn đầu trùng với bài khác.', revision: 0 };
      await client.put(`/api/campaigns/${campaign}/essays/${row.id}/conclusion`, conclusion);
    },
  });
  hand(2, batches[1] ?? []);
  hand(3, batches[2] ?? []);
  stages.push(
    {
      name: 'withdraw',
      isDone: async (client) => ['withdrawing', 'withdrawn'].includes((await batchOf(client, 3)).state),
      act: async (client) => {
        const { id } = await batchOf(client, 3);
        await client.post(`/api/batches/${id}/withdraw`, { reason: 'Nộp nhầm đợt học tập.' });
      },
    },
    waiting('withdrawn', async (client) => (await batchOf(client, 3)).state, 'withdrawn'),
    {
      name: 'change',
      isDone: async (client) => {
        const { version, draft } = await campaignOf(client);
        return version > 1 || draft !== null;
      },
      act: async (client) => {
        const { id } = await campaignOf(client);
        await client.put(`/api/campaigns/${id}`, definition(25));
      },
    },
    waiting(
      'draft',
      async (client) => {
        const { version, draft } = await campaignOf(client);
        return version > 1 || draft.isReady;
      },
      true,
    ),
    {
      name: 'apply',
      isDone: async (client) => (await campaignOf(client)).version > 1,
      act: async (client) => {
        const { id } = await campaignOf(client);
        await client.post(`/api/campaigns/${id}/draft`);
      },
    },
  );
  return { stages, enter: (client) => client.enter(NAME, PASSWORD), campaignOf };
}

/** @param {string} name @param {(client: Client) => Promise<unknown>} look @param {unknown} wanted @returns {Stage} */
function waiting(name, look, wanted) {
  return {
    name,
    isDone: async (client) => {
      const found = await look(client);
      if (found === 'failed') throw new Error(`${name}: failed`);
      return found === wanted;
    },
    act: () => new Promise((done) => setTimeout(done, 100)),
  };
}

/** Whether a refusal only says that the step was taken already, before the service died. @param {unknown} error */
export const wasTaken = (error) => error instanceof Refusal && error.status === 409;

/**
 * What is to be the same however often the service died: every essay once with all its figures, groups, log.
 * @param {Client} client @param {any} campaign
 */
export async function outcomeOf(client, campaign) {
  const overview = await client.get(`/api/campaigns/${campaign.id}/overview`);
  const essays = [];
  for (const { id } of overview.rows) {
    const { submission } = await client.get(`/api/campaigns/${campaign.id}/essays/${id}`);
    essays.push(submission);
  }
  const rows = overview.rows.map((/** @type {any} */ row) => ({ ...row, conclusion: row.conclusion && { ...row.conclusion, at: '' } }));
  const batches = campaign.batchList.map((/** @type {any} */ { number, state, uploads, items, done }) => ({
    number,
    state,
    uploads,
    items,
    done,
  }));
  const log = (await wholeLog(client)).map(({ kind }) => kind).filter((kind) => !SEEN.has(kind));
  return { batches, rows, essays, groups: overview.groups, skipped: overview.skipped, warnings: overview.warnings, log };
}

/** Lines that tell how often somebody looked or signed in, which depends on where a process was killed. */
const SEEN = new Set(['viewed', 'exported', 'signed-in', 'sign-in-failed']);

/**
 * Every line of the log, newest first.
 * @param {any} client
 * @returns {Promise<{ kind: string, sequence: number }[]>}
 */
async function wholeLog(client) {
  const lines = [];
  for (let before = ''; ; before = `?before=${lines.at(-1)?.sequence}`) {
    const page = await client.get(`/api/log${before}`);
    lines.push(...page);
    if (page.length === 0 || page.at(-1).sequence === 1) return lines;
  }
}

/** @param {File[]} files @returns {Promise<Uint8Array>} */
async function zip(files) {
  const archive = new ZipFile();
  for (const { name, bytes } of files) archive.addBuffer(Buffer.from(bytes), name, { mtime: new Date(2026, 0, 1) });
  archive.end();
  return buffer(/** @type {import('node:stream').Readable} */ (archive.outputStream));
}
