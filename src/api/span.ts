import { z } from 'zod';

/** UTF-16 offsets into the extracted text, end exclusive. */
export const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) });

/** 0..1, null where the figure could not be computed. */
export const shareSchema = z.number().min(0).max(1).nullable();

export const messageSchema = z.object({ code: z.string(), text: z.string() });
