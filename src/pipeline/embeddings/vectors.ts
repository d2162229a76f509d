import { z } from 'zod';
import { EmbeddingFailure } from './failure.js';
import { malformed, wrongDimension } from './messages.js';
import { postJson, type RequestLimits } from './request.js';
import type { EmbeddingSettings } from './settings.js';

/** Texts of one request. */
const BATCH = 64;
const MOST_NUMBERS = 16_384;
const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1).max(MOST_NUMBERS) })),
});

/** Asks one provider for vectors and holds it to one length of them. */
export class Vectors {
  private dimensions: number | null = null;

  constructor(
    private readonly settings: EmbeddingSettings,
    private readonly limits: RequestLimits,
  ) {}

  /** Unit vectors of texts in their order; one without direction is all zeros. Rejects with EmbeddingFailure. */
  async of(texts: readonly string[]): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += BATCH) vectors.push(...(await this.ask(texts.slice(start, start + BATCH))));
    return vectors;
  }

  private async ask(input: readonly string[]): Promise<Float32Array[]> {
    const answer = await postJson(this.settings, { model: this.settings.model, input, encoding_format: 'float' }, this.limits);
    const { success, data } = answerSchema.safeParse(answer);
    if (!success || data.data.length !== input.length) throw new EmbeddingFailure(malformed);
    const vectors = new Array<Float32Array | undefined>(input.length).fill(undefined);
    for (const { index, embedding } of data.data) {
      if (index >= vectors.length || vectors[index] !== undefined) throw new EmbeddingFailure(malformed);
      this.dimensions ??= embedding.length;
      if (embedding.length !== this.dimensions) throw new EmbeddingFailure(wrongDimension(this.dimensions, embedding.length));
      vectors[index] = unit(embedding);
    }
    return vectors as Float32Array[];
  }
}

function unit(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (one) => (length === 0 ? 0 : one / length));
}

/** Cosine of two unit vectors of one length. */
export function cosine(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!;
  return sum;
}
