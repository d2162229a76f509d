// Takes its time to start, and answers with when that was: from its first moment until it reported.
import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { deserialize } from 'node:v8';
import { NOTHING_READ } from '../../dist/model/extraction.js';
import { PIPE, sendFrame, takeFrames } from '../../dist/pipeline/frames.js';

const from = performance.timeOrigin;
await wait(200);
const to = Date.now();
const pipe = new Socket({ fd: PIPE });
const send = (reply) => sendFrame(pipe, Buffer.from(JSON.stringify(reply)));
const read = async (frame) => {
  // So long that no child is there for a second file before all have started.
  await wait(3000);
  const text = JSON.stringify({ from, to });
  const { file } = deserialize(frame);
  send({ kind: 'done', file, extraction: { ...NOTHING_READ, state: 'ok', format: 'txt', messages: [], text } });
};
takeFrames(pipe, Number.POSITIVE_INFINITY, read, () => process.exit(0));
send({ kind: 'ready' });
