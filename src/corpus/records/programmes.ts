import type { GenericText, MeasuredText, TextFacts } from '../../model/generic-text.js';
import type {
  CommentKind,
  Opinion,
  ProgrammeKind,
  ProgrammeRemark,
  ProgrammeState,
  ProgrammeTask,
  ReviewAnswers,
  TaskKind,
} from '../../model/programme.js';
import type { Actor } from './actor.js';

/** A programme or a plan as a list shows it. Days are YYYY-MM-DD. */
export interface ListedProgramme {
  readonly id: string;
  readonly campaign: string;
  readonly campaignName: string;
  readonly unit: string;
  readonly unitName: string;
  readonly kind: ProgrammeKind;
  /** Whose plan it is; null for a unit's programme. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly title: string;
  readonly state: ProgrammeState;
  /** By when the campaign asks for it; null where it does not. */
  readonly due: string | null;
  readonly tasks: Readonly<Record<TaskKind, number>>;
  readonly issuedNumber: string;
  readonly issuedOn: string | null;
  readonly adoptedOn: string | null;
  readonly revision: number;
}

/** All of it, for its unit and for who is in charge of that. */
export interface Programme extends ListedProgramme {
  readonly text: string;
  /** Name of the file that the text was read from; null for what was typed. */
  readonly file: string | null;
  readonly taskRows: readonly ProgrammeTask[];
  /** In order of time. */
  readonly remarks: readonly ProgrammeRemark[];
  /** What of the text many units have; null without a text. */
  readonly generic: (GenericText & { readonly facts: TextFacts }) | null;
  /** Names of those in charge of the unit. */
  readonly inCharge: readonly string[];
  /** Whether whoever asks is one of them. */
  readonly isInCharge: boolean;
  /** Whether there is no unit above, so that nobody gives an opinion. */
  readonly isTop: boolean;
}

/** What a unit has, and what it is asked for. */
export interface UnitProgrammes {
  readonly programmes: readonly ListedProgramme[];
  /** Heads on the roster who have no plan yet, by name. */
  readonly heads: readonly { readonly id: string; readonly name: string; readonly post: string; readonly unit: string }[];
  /** Names of those in charge of any of the units. */
  readonly inCharge: readonly string[];
  /** What the campaign asks of the units in reach. */
  readonly asked: readonly { readonly kind: ProgrammeKind; readonly due: string | null }[];
}

export interface ProgrammeChange {
  readonly title: string;
  readonly tasks: readonly ProgrammeTask[];
  readonly adoptedOn: string | null;
  /** null: the text stays as it is. */
  readonly text: MeasuredText | null;
  readonly revision: number;
}

/** A text that was read from a file. */
export interface ProgrammeFile {
  readonly file: string;
  readonly sha256: string;
  readonly text: MeasuredText;
  readonly revision: number;
}

/**
 * Action programmes of units and plans of their heads. A unit sees its own; who is in charge of a unit sees that unit's too; nobody sees
 * another's. `revision` is that on the screen. Whatever changes something rejects with AppError `unknown-id`, `programme-outdated` when
 * another change came first, or `programme-state` when it cannot be done as things stand.
 */
export interface Programmes {
  /** AppError `unknown-id`. */
  list(campaign: string): Promise<UnitProgrammes>;
  /** AppError `unknown-id`. */
  get(campaign: string, id: string): Promise<Programme>;
  /** What whoever asks is in charge of, what waits for an opinion first. */
  charged(): Promise<readonly ListedProgramme[]>;
  /** Names of the own unit, those below it, its cells and places, to be looked for in the text. AppError `unknown-id`. */
  ownNames(campaign: string, id: string): Promise<readonly string[]>;
  /** Answers with the id. */
  create(
    campaign: string,
    given: { readonly kind: ProgrammeKind; readonly person: string | null; readonly title: string },
    actor: Actor,
  ): Promise<string>;
  change(campaign: string, id: string, change: ProgrammeChange, actor: Actor): Promise<void>;
  /** Puts the text of a file in place of the one before. */
  putFile(campaign: string, id: string, file: ProgrammeFile, actor: Actor): Promise<void>;
  /** Only while nobody above was asked, or when it came back. */
  remove(campaign: string, id: string, revision: number, actor: Actor): Promise<void>;
  /** Sends it to who is in charge, or takes it back. */
  move(campaign: string, id: string, to: { readonly to: 'for-opinion' | 'draft'; readonly revision: number }, actor: Actor): Promise<void>;
  giveOpinion(
    campaign: string,
    id: string,
    opinion: { readonly verdict: Opinion; readonly words: string; readonly revision: number },
    actor: Actor,
  ): Promise<void>;
  /** Issues it, or sets number and day of an issued one right. */
  issue(
    campaign: string,
    id: string,
    issued: { readonly number: string; readonly on: string; readonly revision: number },
    actor: Actor,
  ): Promise<void>;
  /** Keeps what a meeting or another body said. */
  comment(
    campaign: string,
    id: string,
    comment: { readonly kind: CommentKind; readonly saidBy: string; readonly words: string; readonly count: number | null },
    actor: Actor,
  ): Promise<void>;
  /** Keeps a reviewer's answers; those of who is in charge count before the unit's own. */
  review(campaign: string, id: string, review: { readonly answers: ReviewAnswers; readonly words: string }, actor: Actor): Promise<void>;
}
