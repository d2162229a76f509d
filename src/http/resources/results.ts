import { acceptSchema, conclusionInputSchema } from '../../api/service.js';
import type { ConclusionView, DocumentView } from '../../api/view.js';
import { conclusionSchema, documentSchema, essaySchema, overviewSchema } from '../../api/view.js';
import type { ShownDocument } from '../../model/batch.js';
import { AppError } from '../../model/errors.js';
import { viewEssay } from '../campaign-results.js';
import { actorOf, recordsOf, unitsOf } from '../guards.js';
import { jsonBody, readBody, readDocumentId, readEssayId, readId } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { createOverviews } from '../overviews.js';
import { READERS, type Route, WRITERS } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { showDocument } from '../show-document.js';
import type { View, ViewNotes } from '../view-notes.js';

/** What the log says of a text that is shown: of another unit's passages under the essay beside which they are, of a sample in the log of `unit`. */
function noted({ id, kind, file }: DocumentView, { beside }: ShownDocument, unit: string): Pick<View, 'submission' | 'unit' | 'details'> {
  if (kind === 'sample') return { submission: null, unit, details: { what: 'document', document: file } };
  if (kind === 'foreign') return { submission: beside ?? null, details: { what: 'passages', document: file } };
  return { submission: id, details: { what: 'essay' } };
}

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
        const view = await showDocument(recordsOf(response), id, document, shown);
        await views.note({ actor: actorOf(response), campaign: id, ...noted(view, shown, unitsOf(response)[0] ?? '') });
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
