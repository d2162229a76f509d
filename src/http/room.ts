import type { Request } from 'express';
import { AppError } from '../model/errors.js';
import { HTTP_MESSAGES } from './messages.js';
import type { ServiceParts } from './service-parts.js';

/** Bytes that uploads leave free, so that what people conclude, or withdraw to make room, can still be written. */
const RESERVE = 256 * 1024 * 1024;

/** Rejects with AppError `disk-full` when what a request announces would leave too little room. */
export async function requireRoom({ freeBytes }: ServiceParts, request: Request): Promise<void> {
  const announced = Number(request.get('content-length') ?? 0);
  if ((await freeBytes()) < RESERVE + announced) throw new AppError('disk-full', HTTP_MESSAGES.diskFull);
}
