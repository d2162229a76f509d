import type { UnitKind } from './unit.js';

/** `collective`: the action programme of a unit. `personal-plan`: the plan of its head. */
export const PROGRAMME_KINDS = ['collective', 'personal-plan'] as const;
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];

/** `revise`: the member of the upper committee in charge wants it changed. */
export const PROGRAMME_STATES = ['draft', 'for-opinion', 'revise', 'agreed', 'issued'] as const;
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];

/** When a task is done: always, this year, by a roadmap, once there is guidance from above. */
export const TASK_KINDS = ['general', 'this-year', 'roadmap', 'awaiting-guidance'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** One row of a programme. Days are YYYY-MM-DD. */
export interface ProgrammeTask {
  readonly kind: TaskKind;
  readonly words: string;
  readonly who: string;
  readonly due: string | null;
  /** By what one sees that it is done. */
  readonly measure: string;
}

/** `opinion`: of the member in charge. `review`: answers of a reviewer. `meeting`, `outside`: comments of a meeting or of a body that is not of the Party. */
export const REMARK_KINDS = ['opinion', 'review', 'meeting', 'outside'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];
export const COMMENT_KINDS = ['meeting', 'outside'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

export const OPINIONS = ['agreed', 'revise'] as const;
export type Opinion = (typeof OPINIONS)[number];

/** What a reviewer answers: the right local problem; practical measures; feasible; priorities and breakthroughs named. */
export const REVIEW_QUESTIONS = ['problem', 'measures', 'feasible', 'priorities'] as const;
export type ReviewQuestion = (typeof REVIEW_QUESTIONS)[number];
export const REVIEW_ANSWERS = ['yes', 'partly', 'no'] as const;
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number];
export type ReviewAnswers = Readonly<Record<ReviewQuestion, ReviewAnswer>>;

/** What somebody said of a programme. */
export interface ProgrammeRemark {
  readonly kind: RemarkKind;
  /** Who commented; of a review `in-charge` or `own`: for whom it was made. */
  readonly saidBy: string;
  readonly verdict: Opinion | null;
  readonly answers: ReviewAnswers | null;
  readonly words: string;
  /** How many comments there were at a meeting; null where nobody counted. */
  readonly count: number | null;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What a campaign asks units of a kind for besides essays. */
export interface Duty {
  readonly kind: ProgrammeKind;
  readonly unitKind: UnitKind;
  readonly due: string | null;
}

/** Whether the text and the tasks may change. Whatever has been agreed to must first be taken back. */
export const mayChange = (state: ProgrammeState): boolean => state === 'draft' || state === 'revise';

/** What the own committee may move a programme to. */
export function mayMove(from: ProgrammeState, to: 'for-opinion' | 'draft'): boolean {
  return to === 'for-opinion' ? mayChange(from) : from === 'for-opinion' || from === 'agreed';
}

/** Whether it may be issued, or its number and day be set right. Above the topmost unit nobody gives an opinion. */
export function mayIssue(state: ProgrammeState, isTop: boolean): boolean {
  return state === 'agreed' || state === 'issued' || (isTop && mayChange(state));
}

/** The review that counts: the newest of those who are in charge, else the newest of the unit itself. `remarks` in order of time. */
export function countedReview(remarks: readonly ProgrammeRemark[]): ProgrammeRemark | null {
  const reviews = remarks.filter(({ kind }) => kind === 'review');
  return reviews.findLast(({ saidBy }) => saidBy === 'in-charge') ?? reviews.at(-1) ?? null;
}

/** Tasks of each kind. */
export function countTasks(tasks: readonly Pick<ProgrammeTask, 'kind'>[]): Readonly<Record<TaskKind, number>> {
  const counts: Record<TaskKind, number> = { general: 0, 'this-year': 0, roadmap: 0, 'awaiting-guidance': 0 };
  for (const { kind } of tasks) counts[kind]++;
  return counts;
}
