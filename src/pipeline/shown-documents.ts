import type { Corpus } from '../corpus/corpus.js';
import { excludedSpans } from '../exclude/exclude.js';
import type { Assessment } from '../model/assessment.js';
import type { ShownDocument, ShownPlaces } from '../model/batch.js';
import { type Extraction, NOTHING_READ } from '../model/extraction.js';
import type { MarkedSequence } from '../model/tokens.js';
import type { AlignedPairs } from './aligned-pairs.js';
import type { Essay } from './essay.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import { nameInSequence, type QuoteSources } from './quote-sources.js';

/** Gathers the texts that a report shows: the batch's own, the samples, and every kept text that a match names. */
export async function showDocuments(
  essays: readonly Essay[],
  assessments: readonly Assessment[],
  campaign: PreparedCampaign,
  { corpus, pairs }: { readonly corpus: Corpus; readonly pairs: AlignedPairs },
): Promise<ReadonlyMap<string, ShownDocument>> {
  const { quoteSources } = campaign;
  const documents = new Map<string, ShownDocument>();
  for (const { submission, extraction, sequence } of essays) {
    if (sequence) documents.set(submission.id, { file: submission.file, origin: null, ...shown(extraction, sequence, quoteSources) });
  }
  for (const { id, file, text, sequence } of campaign.samples)
    documents.set(id, { file, origin: null, ...shown({ ...NOTHING_READ, text }, sequence, quoteSources) });
  const others = new Map(assessments.flatMap(({ matches }) => matches.map(({ id, file }) => [id, file] as const)));
  const missing = [...others.keys()].filter((id) => !documents.has(id));
  await pairs.load(missing);
  for (const [id, { extraction }] of await corpus.essays(missing)) {
    const sequence = pairs.sequence(id);
    if (sequence)
      documents.set(id, { file: others.get(id) ?? id, origin: pairs.originOf(id), ...shown(extraction, sequence, quoteSources) });
  }
  return documents;
}

function shown(
  { text, hidden, asides, recognised }: Pick<Extraction, 'text'> & ShownPlaces,
  sequence: MarkedSequence,
  sources: QuoteSources,
): Omit<ShownDocument, 'file' | 'origin'> {
  const quotedSpans = excludedSpans(sequence);
  return { text, quotedSpans, named: nameInSequence(sources, sequence, quotedSpans), hidden, asides, recognised };
}
