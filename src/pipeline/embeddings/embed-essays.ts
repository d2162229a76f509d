import type { Theme } from '../../model/campaign.js';
import type { Essay } from '../essay.js';
import type { Embeddings } from './embeddings.js';
import { ownSentences } from './own-sentences.js';

/** What a provider said of the essays of one batch. */
export interface EmbeddedEssays {
  /** By submission id: one array a theme, a figure 0..1 for each sentence of the essay as it is scored. Empty when it failed for any of them. */
  readonly similarities: ReadonlyMap<string, readonly Float32Array[]>;
  /** Vietnamese; why the batch goes on without it. */
  readonly warnings: readonly string[];
}

const NONE: EmbeddedEssays = { similarities: new Map(), warnings: [] };

/**
 * Has the sentences of a batch embedded, if there is a provider. All of its essays or none: two members' essays are not to be scored by
 * different means.
 */
export async function embedEssays(
  essays: readonly Essay[],
  themesOf: (essay: string) => readonly Theme[],
  embeddings: Embeddings | null,
): Promise<EmbeddedEssays> {
  if (embeddings === null) return NONE;
  const held = essays.filter(({ submission }) => themesOf(submission.id).length > 0);
  if (held.length === 0) return NONE;
  embeddings.begin(held.length);
  const similarities = new Map<string, readonly Float32Array[]>();
  for (const essay of held) {
    const sentences = ownSentences(essay);
    if (sentences.length === 0) continue;
    const found = await embeddings.embedEssay(sentences, themesOf(essay.submission.id));
    if (found === null) return { ...NONE, warnings: embeddings.warning === null ? [] : [embeddings.warning] };
    similarities.set(essay.submission.id, found);
  }
  return { similarities, warnings: [] };
}
