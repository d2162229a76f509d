import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that look at the memory, the children or the settings of their own process, which they have to themselves. */
const ALONE = [
  'test/pipeline/sandbox*.test.ts',
  'test/pipeline/embeddings/embeddings.test.ts',
  'test/extract/doc-hostile.test.ts',
  'test/extract/docx/read.test.ts',
  'test/extract/hostile-archives.test.ts',
];

/** What takes longest, first of all: begun last, it would run on alone while the other workers have nothing left to do. */
const LONGEST = ['browser/pages.test.ts', 'browser/reading.test.ts', 'browser/member.test.ts', 'ocr/read-image.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONGEST.length + (moduleId.includes('/test/browser/') ? 0 : 1) : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

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
    sequence: { sequencer: LongestFirst },
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
