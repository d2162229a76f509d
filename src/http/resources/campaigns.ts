import type { Response } from 'express';
import { z } from 'zod';
import {
  batchSchema,
  type CampaignSummaryView,
  type CampaignView,
  campaignInputSchema,
  campaignSchema,
  campaignSummarySchema,
  defaultsSchema,
  promptInputSchema,
  promptThemesSchema,
  unitSchema,
} from '../../api/service.js';
import { CAMPAIGN_KINDS } from '../../model/campaign.js';
import type { CampaignDefinition } from '../../model/campaign-record.js';
import { AppError } from '../../model/errors.js';
import { defaultsOf, lacksQuestion, themesOfPrompt, withDefaults } from '../../pipeline/campaign-defaults.js';
import { actorOf, recordsAt, recordsHolding, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId, readQuery } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { COMMITTEE, ORGANISERS_AND_READERS, READERS, type Route, SIGNERS } from '../route.js';
import { createSampleCampaign } from '../sample-campaign.js';
import type { ServiceParts } from '../service-parts.js';
import { viewBatch, viewCampaign, viewDefinition, viewSummary, viewThemes } from '../views.js';

const kindSchema = z.object({ kind: z.enum(CAMPAIGN_KINDS).default('essay') });
/** A name is read in lists, in file names and aloud. */
const inputSchema = campaignInputSchema.extend({ name: z.string().trim().min(1).max(300) });
const sampleSchema = z.object({ unit: unitSchema.optional() }).default({});
const newCampaignSchema = inputSchema.extend({ unit: unitSchema.optional() });

/** Campaigns, what they start from, and the sample. */
export function campaignRoutes(parts: ServiceParts): Route[] {
  const openSample = createSampleCampaign(parts);
  return [
    {
      method: 'get',
      path: '/api/defaults',
      access: READERS,
      describe: {
        vi: 'Chủ đề và mức mặc định của một loại đợt học tập.',
        en: 'Themes and limits that a kind of campaign starts from.',
        query: kindSchema,
        answer: defaultsSchema,
      },
      handle(request, response) {
        const { themes, policy } = viewDefaults(readQuery(request, kindSchema).kind);
        response.json({ themes, policy } satisfies z.infer<typeof defaultsSchema>);
      },
    },
    {
      method: 'post',
      path: '/api/prompt-themes',
      access: COMMITTEE,
      describe: {
        vi: 'Chủ đề suy ra từ một đề bài; không lưu gì.',
        en: 'Themes made from a question; nothing is kept.',
        body: promptInputSchema,
        answer: promptThemesSchema,
      },
      before: [jsonBody],
      handle(request, response) {
        const themes = themesOfPrompt(readBody(request, promptInputSchema).prompt);
        response.json({ themes: viewThemes(themes) } satisfies z.infer<typeof promptThemesSchema>);
      },
    },
    {
      method: 'get',
      path: '/api/campaigns',
      access: ORGANISERS_AND_READERS,
      describe: { vi: 'Danh sách đợt học tập, mới nhất trước.', en: 'Campaigns, newest first.', answer: z.array(campaignSummarySchema) },
      async handle(_request, response) {
        response.json(await listFor(response));
      },
    },
    {
      method: 'post',
      path: '/api/campaigns',
      access: COMMITTEE,
      describe: {
        vi: 'Tạo đợt học tập từ các văn bản đã gửi.',
        en: 'Makes a campaign from documents that were sent before.',
        body: newCampaignSchema,
        answer: campaignSchema,
        status: 201,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { unit, ...input } = readBody(request, newCampaignSchema);
        const records = recordsAt(response, unit);
        const { id } = await records.campaigns.create(toDefinition(input), actorOf(response));
        response.status(201).json(await viewCampaign(records, id));
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id',
      access: ORGANISERS_AND_READERS,
      describe: {
        vi: 'Một đợt học tập, với thiết lập và các lô bài.',
        en: 'One campaign with its settings and batches.',
        answer: campaignSchema,
      },
      async handle(request, response) {
        response.json(await campaignFor(response, readId(request)));
      },
    },
    {
      method: 'put',
      path: '/api/campaigns/:id',
      access: COMMITTEE,
      describe: {
        vi: 'Đổi thiết lập; đã có kết quả thì thành bản nháp.',
        en: 'Changes the settings; with results there, it becomes a draft.',
        body: inputSchema,
        answer: campaignSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const id = readId(request);
        const records = recordsOf(response);
        await records.campaigns.change(id, toDefinition(readBody(request, inputSchema)), actorOf(response));
        response.json(await viewCampaign(records, id));
      },
    },
    {
      method: 'post',
      path: '/api/campaigns/:id/retry',
      access: COMMITTEE,
      describe: {
        vi: 'Cho làm lại việc của đợt bị dừng giữa chừng: tính thử thiết lập, đối chiếu lại. Lô bài có địa chỉ riêng.',
        en: 'Has work of a campaign that failed done again: trying out settings, comparing anew. Batches have an address of their own.',
        answer: campaignSchema,
      },
      async handle(request, response) {
        const id = readId(request);
        const records = recordsOf(response);
        const stopped = await records.jobs.stopped(id);
        // Those of batches are asked for with their batch. Where nothing has stopped, or somebody has tried again, all is as it was asked for.
        for (const { id: job } of stopped.filter(({ batch }) => batch === null)) await records.jobs.retry(job, actorOf(response));
        response.json(await viewCampaign(records, id));
      },
    },
    {
      method: 'post',
      path: '/api/sample',
      access: COMMITTEE,
      describe: {
        vi: 'Mở đợt mẫu với bài mẫu.',
        en: 'Opens the sample campaign with its batch.',
        body: sampleSchema,
        answer: z.object({ campaign: campaignSchema, batch: batchSchema }),
      },
      before: [jsonBody],
      async handle(request, response) {
        const records = recordsAt(response, readBody(request, sampleSchema).unit);
        const { campaign, batch } = await openSample(records, actorOf(response));
        response.json({ campaign: await viewCampaign(records, campaign), batch: await viewBatch(records, batch) });
      },
    },
  ];
}

/** Campaigns with what whoever asks may know of their results: of units where they read results, and of no others. */
async function listFor(response: Response): Promise<CampaignSummaryView[]> {
  const read = (await recordsHolding(response, READERS)?.campaigns.list()) ?? [];
  const results = new Map(read.map((campaign) => [campaign.id, viewSummary(campaign)]));
  const all = await recordsOf(response).campaigns.list();
  return all.map((campaign) => results.get(campaign.id) ?? withoutResults(viewSummary(campaign)));
}

/** One of them in full. Rejects with AppError `unknown-id`. */
async function campaignFor(response: Response, id: string): Promise<CampaignView> {
  const readers = recordsHolding(response, READERS);
  const mayRead = readers !== null && (await readers.campaigns.get(id)) !== null;
  if (mayRead) return viewCampaign(readers, id);
  const all = { ...withoutResults(await viewCampaign(recordsOf(response), id)), batchList: [], draft: null, draftJob: null };
  // Whoever signs batches finds them here, results apart.
  const signers = recordsHolding(response, SIGNERS);
  if (signers === null || (await signers.campaigns.get(id)) === null) return all;
  const { batches, batchList } = await viewCampaign(signers, id);
  return { ...all, batches, batchList };
}

/** A campaign as those see it who read nothing of its results: figures of essays are 0 for them. */
const withoutResults = <T extends CampaignSummaryView>(campaign: T): T => {
  return { ...campaign, batches: 0, accept: 0, review: 0, rewrite: 0, concluded: 0 };
};

function viewDefaults(kind: (typeof CAMPAIGN_KINDS)[number]) {
  return viewDefinition({
    name: '',
    kind,
    references: [],
    templates: [],
    samples: [],
    prompt: '',
    rewriteBy: null,
    synonyms: [],
    groups: [],
    ...defaultsOf(kind),
  });
}

/** Fills in the defaults. Throws AppError `campaign-file` when a theme's id, a group or a document stands there twice, and when nothing says what to answer. */
function toDefinition(input: z.output<typeof inputSchema>): CampaignDefinition {
  if (lacksQuestion(input)) throw new AppError('campaign-file', HTTP_MESSAGES.badInput(HTTP_MESSAGES.questionMissing));
  const definition = withDefaults(input);
  for (const themes of [definition.themes, ...definition.groups.map((one) => one.themes)]) {
    const theme = repeated(themes, ({ id }) => id);
    if (theme) throw new AppError('campaign-file', HTTP_MESSAGES.badInput(HTTP_MESSAGES.themeTwice(theme.id)));
  }
  const twice = repeated(definition.groups, ({ group }) => group);
  if (twice) throw new AppError('campaign-file', HTTP_MESSAGES.badInput(HTTP_MESSAGES.groupTwice(twice.group)));
  for (const list of ['references', 'templates', 'samples'] as const) {
    const document = repeated(definition[list], ({ sha256 }) => sha256) ?? repeated(definition[list], ({ file }) => file);
    if (document) throw new AppError('campaign-file', HTTP_MESSAGES.badInput(HTTP_MESSAGES.documentTwice(document.file)));
  }
  return definition;
}

/** The first of a list whose key another one had before it. */
function repeated<T>(list: readonly T[], keyOf: (one: T) => string): T | undefined {
  const keys = list.map(keyOf);
  return list.find((one, i) => keys.indexOf(keyOf(one)) < i);
}
