import { performance } from 'node:perf_hooks';
import type { Theme } from '../../model/campaign.js';
import { EmbeddingFailure } from './failure.js';
import { embeddingsWarning, overBudget } from './messages.js';
import type { RequestLimits } from './request.js';
import type { EmbeddingSettings } from './settings.js';
import { UNRELATED } from './unrelated.js';
import { cosine, Vectors } from './vectors.js';

/** Sentences of one essay that are sent, and characters of each; what is beyond has a similarity of 0. */
const MOST_SENTENCES = 300;
const MOST_CHARACTERS = 500;
const MOST_THEME_CHARACTERS = 2_000;
/** Deviations above unrelated sentences at which a similarity is one half. */
const HALF_AT = 3;
/** A deviation is taken to be no less: among a few sentences it may be nothing by chance. */
const LEAST_DEVIATION = 0.02;

export interface EmbeddingLimits extends RequestLimits {
  /** Milliseconds that a batch may wait for the provider in all: so many, and so many more an essay. */
  readonly budget: { readonly fixed: number; readonly anEssay: number };
}

/** Ten seconds for 64 sentences are plenty for a small model on two cores; 64 vectors of 4,096 numbers take some 6 MB. */
const LIMITS: EmbeddingLimits = { time: 10_000, bytes: 16 * 1024 ** 2, budget: { fixed: 30_000, anEssay: 2_000 } };

/** A theme's vector, and how near unrelated sentences come to it. */
interface EmbeddedTheme {
  readonly vector: Float32Array;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * A provider of sentence vectors, for as long as a process lives. It may fail at any time: whoever asks goes on without. It is used for one
 * batch at a time.
 */
export class Embeddings {
  private vectors: Vectors;
  private readonly themes = new Map<string, EmbeddedTheme>();
  private unrelated: readonly Float32Array[] | null = null;
  private failure: EmbeddingFailure | null = null;
  private left = 0;

  constructor(
    private readonly settings: EmbeddingSettings,
    private readonly limits: EmbeddingLimits = LIMITS,
  ) {
    this.vectors = new Vectors(settings, limits);
  }

  /** Begins a batch. What failed before is forgotten, and with it all vectors: another model may answer now. */
  begin(essays: number): void {
    if (this.failure !== null) {
      this.vectors = new Vectors(this.settings, this.limits);
      this.themes.clear();
      this.unrelated = null;
      this.failure = null;
    }
    this.left = this.limits.budget.fixed + essays * this.limits.budget.anEssay;
  }

  /** One Vietnamese sentence once the provider has failed in this batch; null while it has not. */
  get warning(): string | null {
    return this.failure === null ? null : embeddingsWarning(new URL(this.settings.endpoint).origin, this.failure.message);
  }

  /**
   * How near each sentence is to each theme: one array a theme, a figure 0..1 a sentence, 0.5 well above what unrelated sentences reach.
   * An empty sentence is not sent and has 0. null once the provider has failed in this batch: it is not asked again. Never rejects for that.
   */
  async embedEssay(sentences: readonly string[], themes: readonly Theme[]): Promise<Float32Array[] | null> {
    if (this.failure !== null) return null;
    const began = performance.now();
    try {
      const embedded = await this.embedThemes(themes);
      const sent = [...sentences.keys()].filter((at) => sentences[at]!.trim() !== '').slice(0, MOST_SENTENCES);
      const vectors = await this.vectors.of(sent.map((at) => clip(sentences[at]!, MOST_CHARACTERS)));
      this.left -= performance.now() - began;
      if (this.left < 0) throw new EmbeddingFailure(overBudget);
      return embedded.map((theme) => {
        const similarities = new Float32Array(sentences.length);
        for (const [i, at] of sent.entries()) similarities[at] = similarityOf(vectors[i]!, theme);
        return similarities;
      });
    } catch (error) {
      if (!(error instanceof EmbeddingFailure)) throw error;
      this.failure = error;
      return null;
    }
  }

  /** Themes are embedded once; a campaign that changes its phrases has other ones. */
  private async embedThemes(themes: readonly Theme[]): Promise<EmbeddedTheme[]> {
    const texts = themes.map(textOf);
    const missing = [...new Set(texts)].filter((text) => !this.themes.has(text));
    if (missing.length > 0) {
      this.unrelated ??= await this.vectors.of(UNRELATED);
      const vectors = await this.vectors.of(missing);
      for (const [at, text] of missing.entries()) this.themes.set(text, embedTheme(vectors[at]!, this.unrelated));
    }
    return texts.map((text) => this.themes.get(text)!);
  }
}

/** What a theme is about, in the campaign's own words. */
function textOf({ name, phrases, facets }: Theme): string {
  const all = [...phrases, ...facets.flatMap((facet) => [facet.name, ...facet.phrases])];
  return clip(all.length === 0 ? name : `${name}: ${all.join(', ')}`, MOST_THEME_CHARACTERS);
}

function embedTheme(vector: Float32Array, unrelated: readonly Float32Array[]): EmbeddedTheme {
  const cosines = unrelated.map((one) => cosine(one, vector));
  const mean = cosines.reduce((sum, one) => sum + one, 0) / cosines.length;
  const variance = cosines.reduce((sum, one) => sum + (one - mean) ** 2, 0) / cosines.length;
  return { vector, mean, deviation: Math.max(LEAST_DEVIATION, Math.sqrt(variance)) };
}

/** Deviations above unrelated sentences, bent into 0..1: the same for an essay whoever else handed in. */
const similarityOf = (vector: Float32Array, { vector: theme, mean, deviation }: EmbeddedTheme): number =>
  1 / (1 + Math.exp(HALF_AT - (cosine(vector, theme) - mean) / deviation));

/** At most so many UTF-16 units, no pair of them torn. */
const clip = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
