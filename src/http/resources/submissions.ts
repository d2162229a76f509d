import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { type OriginalityView, originalitySchema, submissionFormSchema } from '../../api/originality.js';
import { newBatchSchema } from '../../api/service.js';
import type { StoredOriginal } from '../../corpus/records/originals.js';
import type { Records } from '../../corpus/records/records.js';
import { AppError } from '../../model/errors.js';
import { EXTRACT_LIMITS } from '../../model/extraction.js';
import { cleanText } from '../clean-text.js';
import { ownOrigin } from '../connection.js';
import { RequestError } from '../errors.js';
import { actorOf, recordsOf, sessionOf } from '../guards.js';
import { read, readId } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { viewOriginality } from '../originality.js';
import { readForm } from '../read-form.js';
import { requireRoom } from '../room.js';
import { COMMITTEE, type Media, READERS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { readUploadName } from '../upload-name.js';

/** Header by which software says that a request is the same as an earlier one. */
const KEY = 'idempotency-key';
const ESSAY_FORM: Media = { type: 'multipart/form-data', schema: submissionFormSchema.extend({ file: z.file() }) };

/** Single essays, as learning platforms hand them in and ask after them. */
export function submissionRoutes(parts: ServiceParts): Route[] {
  const view = (request: Request, response: Response, id: string): Promise<OriginalityView> =>
    viewOriginality(recordsOf(response), id, ({ id: essay, campaign }) => {
      return `${ownOrigin(request, parts.settings)}/dot/${campaign}/ket-qua/bai/${encodeURIComponent(essay)}`;
    });
  return [
    {
      method: 'post',
      path: '/api/campaigns/:id/submissions',
      access: COMMITTEE,
      describe: {
        vi: 'Nộp một bài kèm số thẻ của người viết; máy soát ngay. Gửi lại với cùng Idempotency-Key thì vẫn là bài ấy.',
        en: 'Hands in one essay with its writer’s card number and has it assessed. The same Idempotency-Key is the same hand-in.',
        body: ESSAY_FORM,
        answer: originalitySchema,
        status: 201,
        key: newBatchSchema.shape.key,
      },
      async handle(request, response) {
        await requireRoom(parts, request);
        const key = read(request.get(KEY) ?? randomUUID(), newBatchSchema.shape.key);
        const [records, campaign] = [recordsOf(response), readId(request)];
        if ((await records.campaigns.get(campaign)) === null) throw new AppError('unknown-id', HTTP_MESSAGES.noCampaign);
        const essay = await receive(records, request, response);
        const id = await handIn(records, { campaign, key, actor: actorOf(response) }, essay);
        response.status(201).json(await view(request, response, id));
      },
    },
    {
      method: 'get',
      path: '/api/submissions/:id/originality',
      access: READERS,
      describe: {
        vi: 'Mức trùng khớp của một bài: trạng thái, điểm 0–100, địa chỉ trang đối chiếu.',
        en: 'Originality of one essay: state, score 0–100, address of the page with the passages.',
        answer: originalitySchema,
      },
      async handle(request, response) {
        response.json(await view(request, response, readId(request)));
      },
    },
  ];
}

interface ReceivedEssay {
  readonly file: string;
  readonly original: StoredOriginal;
  /** Whose it is, as a roster has it. */
  readonly roster: string;
}

/** Takes the form's one file, and checks whose it is. */
async function receive({ originals }: Records, request: Request, response: Response): Promise<ReceivedEssay> {
  const received: Promise<Pick<ReceivedEssay, 'file' | 'original'>>[] = [];
  await readForm(1, request, response, async ({ name, stream }) => {
    const { file, problem } = readUploadName(name);
    const reason = problem ?? (/\.zip$/i.test(file) ? HTTP_MESSAGES.oneEssayOnly : null);
    const work =
      reason === null
        ? originals.receive(stream, EXTRACT_LIMITS.fileBytes).then((original) => ({ file, original }))
        : Promise.reject(new RequestError(400, 'bad-input', reason));
    received.push(work);
    await work.catch(() => {});
  });
  if (received[0] === undefined) throw new RequestError(400, 'bad-input', HTTP_MESSAGES.noFile);
  const { file: given, original } = await received[0];
  const { card, name, cell, post, place } = read(cleaned(request.body), submissionFormSchema);
  // The name stands with the file, where whoever looks for somebody's essay reads it.
  const file = name === '' || given.includes(name) ? given : `${name}, ${given}`;
  const row = [file, card, cell || unitOf(response), post, place];
  return { file, original, roster: `file,member,unit,post,place\n${row.map(quoted).join(',')}\n` };
}

/** A batch of its own for one essay, sealed; the one that is there already when the same is sent again. */
async function handIn(
  { batches }: Records,
  { campaign, key, actor }: { readonly campaign: string; readonly key: string; readonly actor: string },
  { file, original, roster }: ReceivedEssay,
): Promise<string> {
  const batch = await batches.create(campaign, key, actor);
  if (batch.state !== 'receiving') return batch.id;
  try {
    await batches.addUpload(batch.id, file, original);
    await batches.setRoster(batch.id, roster);
    await batches.seal(batch.id, actor);
  } catch (error) {
    // The same request, sent twice at once: the other one was quicker.
    if (!(error instanceof AppError && error.code === 'batch-closed')) throw error;
  }
  return batch.id;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const fieldsSchema = z.record(z.string(), z.string());

/** Fields of a form as JSON bodies come: well-formed and composed. */
function cleaned(body: unknown): Record<string, string> {
  const fields = fieldsSchema.safeParse({ ...(body as object) }).data ?? {};
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cleanText(value)]));
}

/** Name of the unit that hands in, where nobody says of which cell the writer is. */
function unitOf(response: Response): string {
  const session = sessionOf(response);
  return session?.token?.unitName ?? session?.account?.grants.find(({ role }) => role === 'committee')?.unitName ?? '';
}
