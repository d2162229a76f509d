import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Files that look at the memory, the children or the settings of their own process, which they have to themselves. */
const ALONE = [
  'test/pipeline/sandbox*.test.ts',
  'test/pipeline/embeddings/embeddings.test.ts',
  'test/extract/doc-hostile.test.ts',
  'test/extract/docx/read.test.ts',
  'test/extract/hostile-archives.test.ts',
];

export default defineConfig({
  test: {
    root: '.',
    // Sandbox, command line and browser tests start processes of their own, on machines that may be busy.
    // Much of the time is spent waiting for those, so even two cores carry two at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Whoever asks first for the sample waits until it is assessed, on a busy machine for minutes.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // What a page is to show is waited for as long as a press on it is.
    expect: { poll: { timeout: 30_000 } },
    globalSetup: ['test/support/run-folder.ts'],
    projects: [
      // Starting a process and loading the program into it costs more than most files take: the others share a few.
      {
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false, sequence: { groupOrder: 0 } },
      },
      { extends: true, test: { name: 'alone', include: ALONE, sequence: { groupOrder: 1 } } },
    ],
  },
});
