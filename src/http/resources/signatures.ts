import type { Response } from 'express';
import { type BatchSigningView, batchSigningSchema, signBatchSchema, unitSignerSchema } from '../../api/signatures.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId } from '../input.js';
import { ADMINISTRATORS, BATCH_READERS, type Route, SIGNERS } from '../route.js';

const OF_BATCH = '/api/batches/:id/signature';

/** The secretary's name under batches; whose name stands under letters. */
export function signatureRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: OF_BATCH,
      access: BATCH_READERS,
      describe: {
        vi: 'Số kết luận của lô, chữ ký, thay đổi từ khi ký.',
        en: 'Conclusions of a batch, its signature, what changed since.',
        answer: batchSigningSchema,
      },
      handle: (request, response) => answerSigning(response, readId(request)),
    },
    {
      method: 'put',
      path: OF_BATCH,
      access: SIGNERS,
      isForPeople: true,
      describe: {
        vi: 'Bí thư ký lô bài, theo số đã thấy.',
        en: 'The secretary signs a batch with the counts seen.',
        body: signBatchSchema,
        answer: batchSigningSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const id = readId(request);
        await recordsOf(response).signatures.sign(id, readBody(request, signBatchSchema), actorOf(response));
        await answerSigning(response, id);
      },
    },
    {
      method: 'put',
      path: '/api/units/:id/signer',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: {
        vi: 'Đặt người ký thư và văn bản của đơn vị.',
        en: 'Sets who signs a unit’s letters and documents.',
        body: unitSignerSchema,
        answer: unitSignerSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { units } = recordsOf(response);
        await units.setSigner(readId(request), readBody(request, unitSignerSchema), actorOf(response));
        response.json({ ...(await units.signer(readId(request))) });
      },
    },
    {
      method: 'get',
      path: '/api/units/:id/signer',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: { vi: 'Người ký thư và văn bản của đơn vị.', en: 'Who signs a unit’s letters and documents.', answer: unitSignerSchema },
      async handle(request, response) {
        response.json({ ...(await recordsOf(response).units.signer(readId(request))) });
      },
    },
  ];
}

async function answerSigning(response: Response, batch: string): Promise<void> {
  const { counts, signature, concludedSince, usual } = await recordsOf(response).signatures.of(batch);
  const view: BatchSigningView = {
    counts: { ...counts },
    signature: signature && { ...signature, counts: { ...signature.counts } },
    concludedSince,
    usual: { ...usual },
  };
  response.json(view);
}
