import { acceptSchema, conclusionInputSchema } from '../../api/service.js';
import type { ConclusionView } from '../../api/view.js';
import { conclusionSchema, documentSchema, essaySchema, overviewSchema } from '../../api/view.js';
import { AppError } from '../../model/errors.js';
import { toDocumentView } from '../../report/view.js';
import { viewEssay } from '../campaign-results.js';
import { actorOf, recordsOf, unitsOf } from '../guards.js';
import { jsonBody, readBody, readDocumentId, readEssayId, readId } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { createOverviews } from '../overviews.js';
import { READERS, type Route, WRITERS } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import type { ViewNotes } from '../view-notes.js';

/** What was found, and what people conclude; who looks at an essay is noted before it is shown. */
export function resultRoutes({ now }: ServiceParts, views: ViewNotes): Route[] {
  const overviews = createOverviews(now);
  return [
    {
      method: 'get',
      path: '/api/campaigns/:id/overview',
      access: READERS,
      describe: { vi: 'Bảng kết quả và các nhóm bài gần giống nhau.', en: 'The table of results, and the groups.', answer: overviewSchema },
      async handle(request, response) {
        await overviews.answer({ records: recordsOf(response), units: unitsOf(response), campaign: readId(request) }, request, response);
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/essays/:essay',
      access: READERS,
      describe: { vi: 'Mọi điều máy tìm thấy ở một bài.', en: 'All that was found in one essay.', answer: essaySchema },
      async handle(request, response) {
        const { id, essay } = readEssayId(request);
        const view = await viewEssay(recordsOf(response), id, essay);
        await views.note({ actor: actorOf(response), campaign: id, submission: essay, details: { what: 'essay' } });
        response.json(view);
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/documents/:document',
      access: READERS,
      describe: {
        vi: 'Văn bản của một bài hoặc bài đối chiếu.',
        en: 'The text of an essay or of one that it is compared with.',
        answer: documentSchema,
      },
      async handle(request, response) {
        const { id, document } = readDocumentId(request);
        const shown = await recordsOf(response).results.document(id, document);
        if (shown === null) throw new AppError('unknown-id', HTTP_MESSAGES.noDocument);
        const view = toDocumentView(document, shown);
        const details = view.kind === 'sample' ? ({ what: 'document', document: view.file } as const) : ({ what: 'essay' } as const);
        await views.note({ actor: actorOf(response), campaign: id, submission: view.kind === 'sample' ? null : document, details });
        response.json(view);
      },
    },
    {
      method: 'put',
      path: '/api/campaigns/:id/essays/:essay/conclusion',
      access: WRITERS,
      describe: {
        vi: 'Ghi kết luận của con người về một bài.',
        en: 'Records what people conclude on an essay.',
        body: conclusionInputSchema,
        answer: conclusionSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { id, essay } = readEssayId(request);
        const conclusion = await recordsOf(response).results.conclude(
          id,
          essay,
          readBody(request, conclusionInputSchema),
          actorOf(response),
        );
        response.json({ ...conclusion, grounds: [...conclusion.grounds] } satisfies ConclusionView);
      },
    },
    {
      method: 'post',
      path: '/api/campaigns/:id/accept',
      access: WRITERS,
      describe: {
        vi: 'Kết luận đạt cho nhiều bài máy đề xuất đạt.',
        en: 'Concludes “accepted” on essays that are proposed so.',
        body: acceptSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const id = readId(request);
        await recordsOf(response).results.acceptAll(id, readBody(request, acceptSchema).essays, actorOf(response));
        response.status(204).end();
      },
    },
  ];
}
