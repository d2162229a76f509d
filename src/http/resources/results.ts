import { acceptSchema, conclusionInputSchema } from '../../api/service.js';
import type { ConclusionView } from '../../api/view.js';
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
      async handle(request, response) {
        response.type('json').send(await overviews.json(recordsOf(response), unitsOf(response), readId(request)));
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/essays/:essay',
      access: READERS,
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
      before: [jsonBody],
      async handle(request, response) {
        const id = readId(request);
        await recordsOf(response).results.acceptAll(id, readBody(request, acceptSchema).essays, actorOf(response));
        response.status(204).end();
      },
    },
  ];
}
