import { type SuggestionAnswer, suggestionInputSchema, suggestionSchema } from '../../api/service.js';
import { AppError } from '../../model/errors.js';
import { recordsOf } from '../guards.js';
import { jsonBody, readBody } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { COMMITTEE, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

/** What a new campaign could ask for, from the documents that it rests on; nothing is kept. */
export function suggestionRoutes({ suggestCampaign }: ServiceParts): Route[] {
  return [
    {
      method: 'post',
      path: '/api/suggestions',
      access: COMMITTEE,
      describe: {
        vi: 'Gợi ý chủ đề từ văn bản đã gửi; không lưu gì.',
        en: 'Suggests themes from documents; nothing is kept.',
        body: suggestionInputSchema,
        answer: suggestionSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { documents, kind } = readBody(request, suggestionInputSchema);
        const kept = await recordsOf(response).campaigns.documents(documents);
        const texts = documents.map(({ file, sha256 }) => {
          const document = kept.get(sha256);
          if (document === undefined) throw new AppError('unknown-document', HTTP_MESSAGES.documentGone(file));
          return { file, text: document.text };
        });
        const { name, themes, notes } = await suggestCampaign(texts, kind);
        response.json({
          name,
          themes: themes.map(({ facets, phrases, ...theme }) => ({
            ...theme,
            phrases: [...phrases],
            facets: facets.map((facet) => ({ name: facet.name, phrases: [...facet.phrases] })),
          })),
          notes: [...notes],
        } satisfies SuggestionAnswer);
      },
    },
  ];
}
