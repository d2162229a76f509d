import type { Assessment } from '../model/assessment.js';
import type { NewOverlap } from '../model/detection.js';
import type { Submission } from '../model/submission.js';

/** Where kept essays are looked up. */
interface Kept {
  submission(id: string): Submission | undefined;
}

/** What these essays share with essays of other members that were kept before them, and that those show only from now on. */
export function findNewOverlap(assessments: readonly Assessment[], kept: Kept): NewOverlap[] {
  const here = new Set(assessments.map(({ submission }) => submission.id));
  return assessments.flatMap(({ submission, matches }) =>
    matches
      .filter(({ id, kind }) => kind === 'submission' && !here.has(id) && comesBefore(kept.submission(id), submission))
      // A text without words of its own shares none: a match always has a figure.
      .map(({ id, similarityOfThat }) => ({ id, with: submission.id, similarity: similarityOfThat ?? 0 })),
  );
}

const comesBefore = (other: Submission | undefined, { sequence }: Submission): boolean => other !== undefined && other.sequence < sequence;
