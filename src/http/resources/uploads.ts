import type { UploadAnswer } from '../../api/service.js';
import { batchDetailSchema, uploadAnswerSchema } from '../../api/service.js';
import { AppError } from '../../model/errors.js';
import { RequestError, toFailure } from '../errors.js';
import { recordsOf } from '../guards.js';
import { readId, readUploadNumber } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { FILES_FORM, readForm } from '../read-form.js';
import { requireRoom } from '../room.js';
import { COMMITTEE, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { UploadIntake } from '../upload-intake.js';
import { requireBatch, viewBatchDetail } from '../views.js';

/** Files in one request. */
const MAX_FILES = 50;

/** Files of a batch: stored for good once the answer names them. */
export function uploadRoutes(parts: ServiceParts): Route[] {
  return [
    {
      method: 'post',
      path: '/api/batches/:id/files',
      access: COMMITTEE,
      describe: {
        vi: 'Gửi tệp hoặc ZIP vào lô, tối đa 50 tệp một lần.',
        en: 'Sends files or archives into a batch, up to 50 at a time.',
        body: FILES_FORM,
        answer: uploadAnswerSchema,
      },
      async handle(request, response) {
        const records = recordsOf(response);
        const batch = await requireBatch(records, readId(request));
        if (batch.state !== 'receiving') throw new AppError('batch-closed', HTTP_MESSAGES.batchClosed);
        await requireRoom(parts, request);
        const intake = new UploadIntake(records, batch);
        await readForm(MAX_FILES, request, response, (file) => intake.take(file));
        const { stored, refused, failure } = intake.outcome();
        if (failure !== null) {
          const { status, code, message } = toFailure(failure);
          // What nobody foresaw goes its usual way, with its stack into the log.
          if (code === 'unexpected') throw failure;
          throw new RequestError(
            status,
            code,
            HTTP_MESSAGES.uploadStopped(
              message,
              stored.map(({ file }) => file),
            ),
          );
        }
        if (stored.length + refused.length === 0) throw new RequestError(400, 'bad-input', HTTP_MESSAGES.noFile);
        response.json({ stored: [...stored], refused: [...refused] } satisfies UploadAnswer);
      },
    },
    {
      method: 'delete',
      path: '/api/batches/:id/files/:number',
      access: COMMITTEE,
      describe: {
        vi: 'Bỏ một tệp khỏi lô chưa chốt.',
        en: 'Takes a file back from a batch that is not sealed.',
        answer: batchDetailSchema,
      },
      async handle(request, response) {
        const { id, number } = readUploadNumber(request);
        const records = recordsOf(response);
        await records.batches.removeUpload(id, number);
        response.json(await viewBatchDetail(records, id));
      },
    },
  ];
}
