import type { DocumentView } from '../api/view.js';
import type { Records } from '../corpus/records/records.js';
import type { ShownDocument } from '../model/batch.js';
import { quoteSourcesOf } from '../pipeline/prepare-campaign.js';
import { nameQuotes, type QuoteSources } from '../pipeline/quote-sources.js';
import { toDocumentView } from '../report/view.js';

/** Campaigns whose documents are held ready to be looked up: a megabyte each at most. */
const HELD = 8;
const held = new Map<string, Promise<QuoteSources>>();

/** A text for showing, each quote in it with the paragraph that it is from. */
export async function showDocument(records: Records, campaign: string, id: string, shown: ShownDocument): Promise<DocumentView> {
  if (shown.quotedSpans.length === 0) return toDocumentView(id, shown);
  const sources = await sourcesOf(records, campaign);
  return toDocumentView(id, sources === null ? shown : { ...shown, named: nameQuotes(sources, shown) });
}

/** What quotes of a campaign are named by; null where the campaign is not in reach. The same documents, read by whoever may read them, are prepared once. */
async function sourcesOf({ campaigns }: Records, campaign: string): Promise<QuoteSources | null> {
  const record = await campaigns.get(campaign);
  if (record === null) return null;
  const { references, templates, prompt, kind } = record.definition;
  const key = JSON.stringify([references, templates, prompt, kind]);
  const prepare = async (): Promise<QuoteSources> => {
    const documents = await campaigns.documents([...references, ...templates]);
    const textsOf = (refs: typeof references) =>
      refs.flatMap(({ file, sha256 }) => {
        const text = documents.get(sha256)?.text;
        return text === undefined ? [] : [{ file, text }];
      });
    return quoteSourcesOf({ prompt, kind }, { references: textsOf(references), templates: textsOf(templates) });
  };
  const known = held.get(key) ?? prepare();
  // The one that was asked for last stands last.
  held.delete(key);
  held.set(key, known);
  for (const oldest of held.keys()) if (held.size > HELD) held.delete(oldest);
  return known.catch((error: unknown) => {
    held.delete(key);
    throw error;
  });
}
