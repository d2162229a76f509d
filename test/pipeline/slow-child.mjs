// Takes its time to start, and answers with when that was: from its first moment until it reported.
import { setTimeout as wait } from 'node:timers/promises';
import { NOTHING_READ } from '../../dist/model/extraction.js';

const from = performance.timeOrigin;
await wait(200);
const to = Date.now();
process.on('disconnect', () => process.exit(0));
process.on('message', async ({ file }) => {
  // So long that no child is there for a second file before all have started.
  await wait(3000);
  const text = JSON.stringify({ from, to });
  process.send({ kind: 'done', file, extraction: { ...NOTHING_READ, state: 'ok', format: 'txt', messages: [], text } });
});
process.send({ kind: 'ready' });
