import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { hashString } from '../../../src/model/hash.js';

/** What a provider was asked. */
export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  readonly input: readonly string[];
}

export interface Provider {
  readonly url: string;
  readonly asked: readonly Asked[];
}

type Answer = (response: ServerResponse, asked: Asked) => void;

/** A server on this machine that answers as `answer` has it, closed after the test. */
export async function startProvider(answer: Answer = embed): Promise<Provider> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const { model, input } = JSON.parse(body) as Pick<Asked, 'model' | 'input'>;
      const one = { path: request.url ?? '', authorization: request.headers.authorization, model, input };
      asked.push(one);
      answer(response, one);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => end(server));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** Answers with vectors of so many numbers. */
export function answerVectors(response: ServerResponse, { input }: Asked, dimensions = DIMENSIONS): void {
  const data = input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text, dimensions) }));
  // The order is not promised.
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ object: 'list', data: data.reverse() }));
}

const embed: Answer = (response, asked) => answerVectors(response, asked);
const DIMENSIONS = 512;

/** A bag of hashed words: texts are near each other by the words that they share. */
function vectorOf(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) vector[hashString(word) % dimensions]! += 1;
  return vector;
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => done(Buffer.concat(chunks).toString('utf8')));
  });
}

function end(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
