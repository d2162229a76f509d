import { z } from 'zod';
import { TEXT_REQUEST_ANSWERS, TEXT_REQUEST_STATES } from '../model/text-request.js';
import { documentSchema } from './view.js';

/** A request between two units for the whole of one essay; neither learns more of the other than its name. */
export const textRequestSchema = z.object({
  id: z.string(),
  campaign: z.string(),
  campaignName: z.string(),
  /** `received`: the own units are asked. */
  side: z.enum(['sent', 'received']),
  /** Name of the unit on the other side. */
  unit: z.string(),
  /** The own essay, with its file; the file is empty once the essay is gone. */
  essay: z.string(),
  file: z.string(),
  /** By which name the own essay's result calls the other one; null for the side that is asked. */
  other: z.string().nullable(),
  reason: z.string(),
  askedBy: z.string().nullable(),
  askedAt: z.string(),
  state: z.enum(TEXT_REQUEST_STATES),
  revision: z.int().min(0),
  answer: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** Until when it can be read; null unless it was approved. */
  until: z.string().nullable(),
});
export type TextRequestView = z.infer<typeof textRequestSchema>;

/** GET /api/text-requests: sent and received, newest first. */
export const textRequestsSchema = z.array(textRequestSchema);

/** GET /api/text-requests/waiting: received ones without an answer. */
export const waitingRequestsSchema = z.object({ count: z.int().min(0) });

/** POST /api/campaigns/:id/text-requests: `document` is the id of the other essay in the own essay's result. Again while one waits, it answers with that one. */
export const newTextRequestSchema = z.strictObject({
  document: z.string().min(1).max(64),
  reason: z.string().trim().min(10).max(1000),
});

/** PUT /api/text-requests/:id/answer; `revision`: of the request on the screen. */
export const textAnswerSchema = z
  .strictObject({ state: z.enum(TEXT_REQUEST_ANSWERS), answer: z.string().trim().max(1000), revision: z.int().min(0) })
  .refine(({ state, answer }) => state === 'approved' || answer !== '');
export type TextAnswer = z.infer<typeof textAnswerSchema>;

/** GET /api/text-requests/:id/text: every reading is logged at both units. */
export const requestedTextSchema = z.object({ request: textRequestSchema, document: documentSchema });
export type RequestedTextView = z.infer<typeof requestedTextSchema>;
