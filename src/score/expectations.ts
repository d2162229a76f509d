import type { CampaignKind } from '../model/campaign.js';
import type { Token } from '../model/tokens.js';
import { type BareText, toBareText } from './bare-text.js';
import { type CampaignDocuments, documentsOf } from './documents-named.js';
import { type FormPart, partsAsked } from './form-parts.js';

/** What the essays of a campaign are held against, beside its themes and limits. */
export interface Expectations {
  /** Parts of the form that every essay should have. */
  readonly parts: ReadonlySet<FormPart>;
  readonly documents: CampaignDocuments;
}

/** A programme is a collective's. */
const OF_A_PERSON: ReadonlySet<FormPart> = new Set(['name', 'post']);

/** Works out once what a campaign's name, references and forms say; `toTokens` cuts a text as the essays are cut. */
export function prepareExpectations(
  { name, kind }: { readonly name: string; readonly kind: CampaignKind },
  references: readonly string[],
  forms: readonly string[],
  toTokens: (text: string) => readonly Token[],
): Expectations {
  const bare = (text: string): BareText => toBareText(text, toTokens(text));
  const asked = partsAsked(forms.map(bare));
  const parts = kind === 'action-programme' ? new Set([...asked].filter((part) => !OF_A_PERSON.has(part))) : asked;
  return { parts, documents: documentsOf(name, bare(name), references.map(bare)) };
}
