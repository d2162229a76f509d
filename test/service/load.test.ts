import { expect, test } from 'vitest';
import { runLoad } from '../../scripts/load/run.mjs';

test('the short version of `npm run load`: people read and hand in while a batch is assessed, and nobody meets an error', {
  timeout: 240_000,
}, async () => {
  const { state, tally, memory } = await runLoad({
    files: 40,
    earlier: 80,
    readers: 12,
    uploaders: 3,
    readerPause: 150,
    uploaderPause: 400,
    tell: () => {},
  });
  expect(state).toBe('done');
  expect([...tally.errors]).toEqual([]);
  for (const kind of ['table', 'side by side', 'upload', 'batch'])
    expect([kind, (tally.times.get(kind) ?? []).length > 0]).toEqual([kind, true]);
  // Who looks at a table again is not sent it again.
  expect(tally.unchanged).toBeGreaterThan(tally.times.get('table')!.length / 3);
  expect(memory.web.end).toBeGreaterThan(0);
  expect(memory.web.most).toBeLessThan(1000);
});
