import type { DifferenceView } from '../../api/service.js';
import { campaignSchema, differencesSchema } from '../../api/service.js';
import { AppError } from '../../model/errors.js';
import { actorOf, recordsOf } from '../guards.js';
import { readId } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { COMMITTEE, READERS, type Route } from '../route.js';
import { viewCampaign } from '../views.js';

/** A changed campaign before it counts: what it would change, and to let it count or not. */
export function draftRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: '/api/campaigns/:id/draft/differences',
      access: READERS,
      describe: { vi: 'Bản nháp thiết lập sẽ đổi kết quả của bài nào.', en: 'What the draft would change.', answer: differencesSchema },
      async handle(request, response) {
        const differences = await recordsOf(response).campaigns.differences(readId(request));
        if (differences === null) throw new AppError('no-draft', HTTP_MESSAGES.draftNotReady);
        const views: DifferenceView[] = differences.map(({ id, file, before, after }) => ({ id, file, before, after }));
        response.json(views);
      },
    },
    {
      method: 'post',
      path: '/api/campaigns/:id/draft',
      access: COMMITTEE,
      describe: { vi: 'Áp dụng bản nháp thiết lập.', en: 'Lets the draft count.', answer: campaignSchema },
      async handle(request, response) {
        const id = readId(request);
        const records = recordsOf(response);
        await records.campaigns.applyDraft(id, actorOf(response));
        response.json(await viewCampaign(records, id));
      },
    },
    {
      method: 'delete',
      path: '/api/campaigns/:id/draft',
      access: COMMITTEE,
      describe: { vi: 'Bỏ bản nháp thiết lập.', en: 'Discards the draft.', answer: campaignSchema },
      async handle(request, response) {
        const id = readId(request);
        const records = recordsOf(response);
        await records.campaigns.discardDraft(id, actorOf(response));
        response.json(await viewCampaign(records, id));
      },
    },
  ];
}
