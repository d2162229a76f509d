import type { Assessment } from '../../model/assessment.js';
import type { Signer } from '../../model/batch-signature.js';
import type { Campaign } from '../../model/campaign.js';
import type { Conclusion } from '../../model/result-record.js';
import type { AssessedText } from '../json.js';

/** What a letter tells: a conclusion of the committee, or, while there is none, only what was found. */
export type LetterKind = 'rewrite' | 'accepted' | 'draft';

/** One thing told: a few words in front, a sentence, and words of the writer's own essay. Any of them may be empty. */
export interface LetterItem {
  readonly head: string;
  readonly text: string;
  readonly quotes: readonly string[];
}

export interface LetterSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly LetterItem[];
  /** Whether the items are steps, one after another. */
  readonly isNumbered: boolean;
}

/** A letter to the writer of one essay, in Vietnamese, part by part. Every text is one plain line: no control, no invisible letter. */
export interface Letter {
  readonly kind: LetterKind;
  /** What stands above a draft; empty otherwise. */
  readonly banner: string;
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly greeting: string;
  readonly opening: readonly string[];
  /** The committee's own words, line by line. */
  readonly reason: readonly string[];
  readonly sections: readonly LetterSection[];
  readonly closing: readonly string[];
  /** Day of the conclusion, and who signs; null for a draft. Post and name are empty where the unit has not said. */
  readonly signature: {
    readonly day: string;
    readonly by: string;
    readonly post: string;
    readonly hint: string;
    readonly name: string;
  } | null;
}

/** What a letter is written from. */
export interface LetterInput {
  readonly assessment: Assessment;
  /** The text that the assessment's places are of; undefined when it could not be read. */
  readonly document: AssessedText | undefined;
  readonly campaign: Pick<Campaign, 'name' | 'kind' | 'themes' | 'policy' | 'rewriteBy'>;
  readonly conclusion: Conclusion | null;
  /** Whom the letter goes to, where the roster knows; else what came with the file stands in the head. */
  readonly writer?: Addressee | undefined;
  /** Who signs the letters of the unit, where it has said. */
  readonly signer?: Signer | undefined;
}

/** Somebody of the roster as a letter names them. */
export interface Addressee {
  readonly name: string;
  readonly card: string;
  readonly cell: string;
  readonly post: string;
}
