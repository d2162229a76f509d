import type { Response } from 'express';
import { z } from 'zod';
import { type ExemplaryView, exemplarySchema, newExemplarySchema } from '../../api/exemplary.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId, readParams } from '../input.js';
import { READERS, type Route, WRITERS } from '../route.js';

const PATH = '/api/campaigns/:id/exemplary';
const markParams = z.object({ id: z.string(), mark: z.string() });

/** Essays and units that others are to be shown. */
export function exemplaryRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: PATH,
      access: READERS,
      describe: { vi: 'Bài và đơn vị được nêu gương trong đợt.', en: 'Essays and units marked as exemplary.', answer: exemplarySchema },
      handle: (request, response) => answerList(response, readId(request)),
    },
    {
      method: 'post',
      path: PATH,
      access: WRITERS,
      isForPeople: true,
      describe: {
        vi: 'Nêu gương một bài hoặc một đơn vị trực thuộc.',
        en: 'Marks an essay, or a unit below, as exemplary.',
        body: newExemplarySchema,
        answer: exemplarySchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { essay, unit, note } = readBody(request, newExemplarySchema);
        const marked = essay === null ? { unit: unit ?? '' } : { essay };
        await recordsOf(response).exemplary.mark(readId(request), marked, note, actorOf(response));
        await answerList(response, readId(request));
      },
    },
    {
      method: 'post',
      path: `${PATH}/:mark/undo`,
      access: WRITERS,
      isForPeople: true,
      describe: { vi: 'Rút một mục nêu gương.', en: 'Takes such a mark back.', answer: exemplarySchema },
      async handle(request, response) {
        const { id, mark } = readParams(request, markParams);
        await recordsOf(response).exemplary.undo(id, mark, actorOf(response));
        await answerList(response, id);
      },
    },
  ];
}

async function answerList(response: Response, campaign: string): Promise<void> {
  const { exemplary } = recordsOf(response);
  const [marks, units] = [await exemplary.list(campaign), await exemplary.units(campaign)];
  const views = marks.map(({ unit, essay, ...mark }) => ({ ...mark, unit: { ...unit }, essay: essay && { ...essay } }));
  response.json({ marks: views, units: units.map((unit) => ({ ...unit })) } satisfies ExemplaryView);
}
