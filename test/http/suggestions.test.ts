import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { campaignSchema, documentAnswerSchema, suggestionSchema } from '../../src/api/service.js';
import { failureOf, startService } from './service.js';

test('a suggestion from a kept document is taken as a campaign as it is', async () => {
  const browser = await (await startService()).enter();
  const bytes = readFileSync('fixtures/van-trach/nghi-quyet.docx');
  const sent = await browser.send('post', '/api/documents').attach('file', bytes, 'nghi-quyet.docx').expect(201);
  const { file, sha256 } = documentAnswerSchema.parse(sent.body);
  const answer = await browser.send('post', '/api/suggestions', { documents: [{ file, sha256 }], kind: 'essay' }).expect(200);
  const { name, themes, notes } = suggestionSchema.parse(answer.body);
  expect(name).toContain('09-NQ/HU');
  expect(notes).toEqual([]);
  const made = await browser.send('post', '/api/campaigns', { name, themes, references: [{ file, sha256 }] }).expect(201);
  expect(campaignSchema.parse(made.body).definition.themes).toEqual(themes);
});

test('a document that was never sent is named', async () => {
  const browser = await (await startService()).enter();
  const documents = [{ file: 'nghị quyết.docx', sha256: 'a'.repeat(64) }];
  const answer = await browser.send('post', '/api/suggestions', { documents }).expect(422);
  expect(failureOf(answer).message).toContain('nghị quyết.docx');
  await browser.send('post', '/api/suggestions', { documents: [] }).expect(400);
});

test('nobody who is not signed in is told anything', async () => {
  const visitor = await (await startService()).visit();
  await visitor.send('post', '/api/suggestions', { documents: [{ file: 'a', sha256: 'a'.repeat(64) }] }).expect(401);
});
