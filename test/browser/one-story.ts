import { beforeEach, onTestFailed } from 'vitest';

/** For a file whose tests go on where the one before has left off: once one has failed, those after it are skipped and say why. */
export function oneStory(): void {
  let hasFailed = false;
  beforeEach(({ skip }) => {
    skip(hasFailed, 'what it goes on from has failed');
    onTestFailed(() => {
      hasFailed = true;
    });
  });
}
