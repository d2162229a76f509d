import { imageSize } from 'image-size';
import type { ExtractLimits } from '../../model/extraction.js';
import { asBuffer } from '../archive.js';
import { OVER_LIMIT } from '../message-details.js';
import { damaged, Rejection } from '../rejection.js';

/** Kinds that the recogniser decodes, as image-size calls them. */
const KINDS: ReadonlySet<string | undefined> = new Set(['jpg', 'png', 'gif', 'tiff', 'webp']);
/** What heads the second and any further picture of a moving one, by kind. */
const MOVING: Readonly<Record<string, string>> = { png: 'acTL', webp: 'ANMF', gif: 'NETSCAPE2.0' };
/** As much of a picture as its head may take, bytes. */
const HEAD = 4096;

/**
 * Looks at the head of a picture before anything of it is unpacked. Throws a Rejection: `too-large` for more pixels than may be,
 * `unsupported-image` for a kind that is not decoded or a moving picture, `damaged` without a readable head.
 */
export function checkPicture(bytes: Uint8Array, limits: ExtractLimits): void {
  const { width, height, type } = sizeOf(bytes);
  if (!KINDS.has(type)) throw new Rejection('unreadable', 'unsupported-image');
  if (!(width > 0 && height > 0)) throw damaged();
  if (width * height > limits.pixels) throw new Rejection('refused', 'too-large', OVER_LIMIT.pixels(width, height, limits.pixels));
  const moving = MOVING[type ?? ''];
  if (moving !== undefined && asBuffer(bytes).subarray(0, HEAD).includes(moving)) throw new Rejection('unreadable', 'unsupported-image');
}

function sizeOf(bytes: Uint8Array): ReturnType<typeof imageSize> {
  try {
    return imageSize(bytes);
  } catch (error) {
    throw damaged(error);
  }
}
