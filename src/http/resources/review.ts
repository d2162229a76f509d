import { z } from 'zod';
import {
  assignInputSchema,
  exclusionInputSchema,
  groupInputSchema,
  overrideInputSchema,
  type QueuedView,
  queueSchema,
  reviewersSchema,
  undoInputSchema,
} from '../../api/review.js';
import { essaySchema } from '../../api/view.js';
import type { Records } from '../../corpus/records/records.js';
import type { QueuedEssay } from '../../corpus/records/review.js';
import { AppError } from '../../model/errors.js';
import { spreadEssays } from '../../pipeline/spread-essays.js';
import { viewEssay } from '../campaign-results.js';
import { actorOf, recordsOf, scopeOf, sessionOf } from '../guards.js';
import { jsonBody, readBody, readEssayId, readId, readParams } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { COMMITTEE, type Route, WRITERS } from '../route.js';

const exclusionPlace = z.object({ exclusion: z.coerce.number().int().min(1) });
const themePlace = z.object({ theme: z.string().min(1).max(200) });
const groupPlace = z.object({ group: z.string().min(1).max(400) });

/** What reviewers do with what was found: passages excluded, themes judged, groups decided, essays assigned, and what waits for them. */
export function reviewRoutes(): Route[] {
  return [...correctionRoutes(), ...assignmentRoutes()];
}

function correctionRoutes(): Route[] {
  return [
    {
      method: 'post',
      path: '/api/campaigns/:id/essays/:essay/exclusions',
      access: WRITERS,
      describe: {
        vi: 'Loại trừ một đoạn khỏi phần trùng khớp của bài.',
        en: 'Takes a passage out of what an essay shares.',
        body: exclusionInputSchema,
        answer: essaySchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { id, essay } = readEssayId(request);
        const { other, span, reason, revision, twin } = readBody(request, exclusionInputSchema);
        const exclusions = [{ essay, other, span, revision }, ...(twin ? [{ ...twin, other: essay }] : [])];
        const records = recordsOf(response);
        await records.review.exclude(id, exclusions, reason, actorOf(response));
        response.json(await viewEssay(records, id, essay));
      },
    },
    {
      method: 'post',
      path: '/api/campaigns/:id/essays/:essay/exclusions/:exclusion/undo',
      access: WRITERS,
      describe: { vi: 'Tính lại một đoạn đã loại trừ.', en: 'Counts such a passage again.', body: undoInputSchema, answer: essaySchema },
      before: [jsonBody],
      async handle(request, response) {
        const { id, essay } = readEssayId(request);
        const { exclusion } = readParams(request, exclusionPlace);
        const records = recordsOf(response);
        const { revision } = readBody(request, undoInputSchema);
        await records.review.undo(id, essay, { id: exclusion, revision }, actorOf(response));
        response.json(await viewEssay(records, id, essay));
      },
    },
    {
      method: 'put',
      path: '/api/campaigns/:id/essays/:essay/themes/:theme',
      access: WRITERS,
      describe: {
        vi: 'Xác nhận một chủ đề đạt hay chưa, thay cho máy.',
        en: 'Says whether a theme is met, in place of the machine.',
        body: overrideInputSchema,
        answer: essaySchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { id, essay } = readEssayId(request);
        const { theme } = readParams(request, themePlace);
        const records = recordsOf(response);
        await records.review.override(id, essay, { theme, ...readBody(request, overrideInputSchema) }, actorOf(response));
        response.json(await viewEssay(records, id, essay));
      },
    },
    {
      method: 'put',
      path: '/api/campaigns/:id/groups/:group/conclusion',
      access: WRITERS,
      describe: {
        vi: 'Ghi một kết luận cho các bài của một nhóm.',
        en: 'Records one conclusion on essays of a group.',
        body: groupInputSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { group } = readParams(request, groupPlace);
        await recordsOf(response).review.decideGroup(readId(request), group, readBody(request, groupInputSchema), actorOf(response));
        response.status(204).end();
      },
    },
  ];
}

function assignmentRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: '/api/campaigns/:id/reviewers',
      access: COMMITTEE,
      describe: {
        vi: 'Ai có thể được giao bài, và đang có bao nhiêu bài.',
        en: 'Who may be given essays, and how many they have.',
        answer: reviewersSchema,
      },
      async handle(request, response) {
        const { campaigns, review } = recordsOf(response);
        if ((await campaigns.get(readId(request))) === null) throw new AppError('unknown-id', HTTP_MESSAGES.noCampaign);
        response.json(reviewersSchema.parse(await review.reviewers()));
      },
    },
    {
      method: 'put',
      path: '/api/campaigns/:id/assignments',
      access: COMMITTEE,
      describe: { vi: 'Giao bài cho người thẩm định.', en: 'Assigns essays to reviewers.', body: assignInputSchema },
      before: [jsonBody],
      async handle(request, response) {
        const id = readId(request);
        const { essays, accounts } = readBody(request, assignInputSchema);
        const records = recordsOf(response);
        const given = spreadEssays(essays, [...new Set(accounts)], await records.results.groups(id));
        await records.review.assign(id, given, actorOf(response));
        response.status(204).end();
      },
    },
    {
      method: 'get',
      path: '/api/queue',
      access: WRITERS,
      isForPeople: true,
      describe: {
        vi: 'Các bài chờ kết luận của người đang đăng nhập.',
        en: 'Essays that wait for whoever is signed in.',
        answer: queueSchema,
      },
      async handle(_request, response) {
        const grants = sessionOf(response)?.account?.grants ?? [];
        const units = grants.filter(({ role }) => role === 'committee').map(({ unit }) => unit);
        response.json(await queueOf(recordsOf(response), units, scopeOf(response).account));
      },
    },
  ];
}

async function queueOf({ review }: Records, units: readonly string[], account: string | null): Promise<QueuedView[]> {
  const queued = await review.queue([...new Set(units)]);
  return queued.map((essay: QueuedEssay) => ({ ...essay, isMine: account !== null && essay.assigned?.account === account }));
}
