import { z } from 'zod';
import { type CampaignFiguresView, campaignFiguresSchema, type FiguresView, figuresSchema } from '../../api/figures.js';
import { recordsOf } from '../guards.js';
import { readId, readQuery } from '../input.js';
import { REPORT_READERS, type Route } from '../route.js';

const figuresQuery = z.object({ unit: z.string().min(1).optional(), cadres: z.enum(['0', '1']).default('0') });

function asked({ unit, cadres }: z.infer<typeof figuresQuery>) {
  return { keyCadres: cadres === '1', ...(unit !== undefined && { unit }) };
}

/** What units answer for: counted anew at every question. */
export function figureRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: '/api/campaigns/:id/figures',
      access: REPORT_READERS,
      describe: {
        vi: 'Số liệu của một đơn vị và các đơn vị trực thuộc; không có tên người.',
        en: 'Figures of a unit and of those directly below it; nobody’s name.',
        query: figuresQuery,
        answer: figuresSchema,
      },
      async handle(request, response) {
        const { figures } = recordsOf(response);
        const campaign = readId(request);
        const of = asked(readQuery(request, figuresQuery));
        const reckoned = await figures.of(campaign, of);
        const children = await figures.children(campaign, of);
        const { finished, late, silent } = await figures.standing(campaign, of);
        response.json({
          ...reckoned,
          above: [...reckoned.above],
          children: [...children],
          standing: { finished: [...finished], late: [...late], silent: [...silent] },
        } satisfies FiguresView);
      },
    },
    {
      method: 'get',
      path: '/api/figures/campaigns',
      access: REPORT_READERS,
      describe: {
        vi: 'Số liệu cộng của một đơn vị qua các đợt học tập.',
        en: 'Figures of a unit with all below it, campaign by campaign.',
        query: figuresQuery,
        answer: campaignFiguresSchema,
      },
      async handle(request, response) {
        const campaigns = await recordsOf(response).figures.campaigns(asked(readQuery(request, figuresQuery)));
        response.json([...campaigns] satisfies CampaignFiguresView[]);
      },
    },
  ];
}
