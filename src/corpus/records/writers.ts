import type { GroupThemes } from '../../model/campaign.js';
import type { ToldWriter, WriterBasis } from '../../model/roster.js';
import type { Actor } from './actor.js';

/** A person of the roster who may have written something. */
export interface KnownPerson {
  readonly id: string;
  readonly card: string;
  readonly name: string;
}

/** An essay that nobody is known to have written. */
export interface UnsignedEssay extends ToldWriter {
  readonly file: string;
  /** As the batch's own list names the member; the file and its bytes where there was none. */
  readonly member: string;
}

/** What is matched with what. */
export interface MatchMaterial {
  readonly people: readonly KnownPerson[];
  readonly essays: readonly UnsignedEssay[];
}

/** Who may have written one essay, the likeliest first; `isSure`: the first one did. */
export interface WriterMatch {
  readonly submission: string;
  readonly isSure: boolean;
  readonly candidates: readonly { readonly person: string; readonly basis: WriterBasis }[];
}

/** A person as pages name whoever wrote an essay. */
export interface WriterPerson extends KnownPerson {
  readonly cell: string;
  readonly post: string;
  readonly place: string;
  readonly basis: WriterBasis;
}

/** Whoever wrote an essay, and who said so: null for the machine. */
export interface Writer extends WriterPerson {
  readonly confirmedBy: string | null;
}

/** An essay whose writer a person must name. */
export interface OpenWriter {
  readonly submission: string;
  readonly file: string;
  /** Id of its batch. */
  readonly batch: string;
  readonly names: readonly string[];
  readonly candidates: readonly WriterPerson[];
}

/** Essays that are to be compared with others anew, now that their writers are others, or are known to be one. */
export interface WriterChanges {
  /** The last change that is told here. */
  readonly upTo: number;
  readonly outdated: ReadonlyMap<string, readonly string[]>;
}

/** The task of its writer's group, which an essay is held to in place of the campaign's. */
export interface GroupTask {
  readonly group: string;
  /** The question in the group's own words; empty for the campaign's, and where no question is to be answered. */
  readonly prompt: string;
  /** As `HeldTo.mark`. */
  readonly mark: string;
}

/** Who wrote what; a unit sees its own essays and people only. */
export interface Writers {
  /** Keeps what essays say of their writers; said again, it replaces what was kept. */
  noteTold(told: readonly ToldWriter[]): Promise<void>;
  /** The roster of a campaign and its essays without a writer: of the unit of a batch, or of whoever asks. AppError `unknown-id`. */
  material(campaign: string, batch: string | null): Promise<MatchMaterial>;
  /** Keeps what was matched, sure ones as written by that person, the others as proposals. Essays that have a writer by now stay as they are. */
  settle(campaign: string, matches: readonly WriterMatch[]): Promise<void>;
  /** What a job must still work out anew, in all campaigns. */
  changes(): Promise<WriterChanges>;
  /**
   * By essay, the tasks of groups that count for whoever wrote it: `groups` are those with themes of their own. Of another unit's
   * essays nothing is said to whoever works at one.
   */
  tasks(campaign: string, groups: readonly GroupThemes[]): Promise<ReadonlyMap<string, GroupTask>>;
  /** Essays with a result that were held to another task than their writer's group has now. */
  heldOtherwise(campaign: string): Promise<readonly string[]>;
  /** Writers of a campaign's essays by essay. */
  ofCampaign(campaign: string): Promise<ReadonlyMap<string, Writer>>;
  /** In the order of their files. AppError `unknown-id`. */
  open(campaign: string): Promise<readonly OpenWriter[]>;
  /**
   * Says who wrote an essay: null for nobody of the roster. `before`: who is on the screen, null for no one. Said twice it is said
   * once. Two essays of one writer are attempts, no copies: a job compares them anew. AppError `writer-outdated` when somebody else has said so since, `unknown-id`.
   */
  choose(
    campaign: string,
    submission: string,
    choice: { readonly person: string | null; readonly before: string | null },
    actor: Actor,
  ): Promise<void>;
  /** Takes back what was said: the essay needs a writer again. AppError `unknown-id`. */
  release(campaign: string, submission: string, actor: Actor): Promise<void>;
}
