import { Document, isCollection, visit } from 'yaml';
import type { SuggestedCampaign } from '../pipeline/suggest-campaign.js';
import { suggestedBy } from './words.js';

/** A suggested campaign as a campaign file; `references` are relative to where the file lies. What it leaves out takes the defaults. */
export function toCampaignYaml({ name, kind, themes, notes }: SuggestedCampaign, references: readonly string[]): string {
  const document = new Document({ name, kind, references, themes: themes.map(plainTheme) });
  document.commentBefore = [suggestedBy, ...notes].map((line) => ` ${line}`).join('\n');
  visit(document, {
    // Lists of texts stand on lines of their own length, and themes each on several.
    Seq: (_, list) => {
      list.flow = !list.items.some(isCollection);
    },
  });
  return document.toString({ lineWidth: 140, flowCollectionPadding: false });
}

function plainTheme({ phrases, facets, ...theme }: SuggestedCampaign['themes'][number]): object {
  return { ...theme, ...(phrases.length > 0 && { phrases }), ...(facets.length > 0 && { facets }) };
}
