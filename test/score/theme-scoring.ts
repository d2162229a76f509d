import { readFileSync } from 'node:fs';
import type { CampaignKind, Theme, ThemeKind } from '../../src/model/campaign.js';
import type { Span } from '../../src/model/span.js';
import { OWN, QUOTED } from '../../src/model/tokens.js';
import { normalise } from '../../src/normalise/normalise.js';
import { loadWordVectors } from '../../src/pipeline/word-vectors-file.js';
import { scoreThemes } from '../../src/score/score-themes.js';
import { findStuffing } from '../../src/score/stuffing.js';
import { prepareThemes } from '../../src/score/themes/prepare.js';

const vectors = await loadWordVectors();

export const themeOf = (kind: ThemeKind, changed: Partial<Theme> = {}): Theme => ({
  id: kind,
  name: 'Bảo vệ môi trường, thu gom rác thải',
  kind,
  required: true,
  minimum: 0.5,
  phrases: kind === 'topic' ? ['bảo vệ môi trường', 'phân loại rác', 'thu gom rác', 'nguồn nước', 'vệ sinh môi trường'] : [],
  facets: [],
  ...changed,
});

const RESOLUTION = readFileSync('fixtures/themes/khe-tram/resolution.txt', 'utf8');

/** How an essay is to be read: what in it is quoted, copied or hidden, and what a roster says of the writer. */
export interface Reading {
  readonly quoted?: string;
  readonly copied?: string;
  readonly hidden?: string;
  readonly unit?: string;
  readonly synonyms?: readonly (readonly string[])[];
  readonly kind?: CampaignKind;
  /** What a provider of sentence vectors says of every sentence. */
  readonly similarity?: number;
}

/** Scores one theme of an essay through everything that the product scores it with. */
export function scoreOne(text: string, theme: Theme, reading: Reading = {}) {
  const normalised = normalise(text);
  const spanOf = (part: string | undefined): Span[] =>
    part === undefined ? [] : [{ start: text.indexOf(part), end: text.indexOf(part) + part.length }];
  const [quoted] = spanOf(reading.quoted);
  const kinds = Uint8Array.from(normalised.tokens, ({ span }) =>
    quoted !== undefined && span.start >= quoted.start && span.end <= quoted.end ? QUOTED : OWN,
  );
  const toTokens = (part: string) => normalise(part).tokens;
  const references = [{ text: RESOLUTION, normalised: normalise(RESOLUTION) }];
  const campaign = { kind: reading.kind ?? 'essay', themes: [theme], synonyms: reading.synonyms ?? [] };
  const prepared = prepareThemes(campaign, { vectors, references, toTokens });
  const apart = reading.hidden === undefined ? [] : [{ start: 0, end: 0, tokens: toTokens(reading.hidden) }];
  const similarities = reading.similarity === undefined ? null : [new Float32Array(normalised.sentences.length).fill(reading.similarity)];
  const writer = reading.unit === undefined ? [] : [{ text: reading.unit, tokens: toTokens(reading.unit), hasWork: true }];
  const { scores, sentences, stuffed } = scoreThemes(
    { text, normalised, kinds, copied: spanOf(reading.copied), apart, writer, similarities },
    prepared,
  );
  const [score] = scores;
  return {
    ...score!,
    shown: score!.evidence.map(({ start, end }) => text.slice(start, end)),
    spoken: score!.evidence.flatMap(({ words }) => words.map(({ start, end }) => text.slice(start, end))),
    without: score!.discounted.map(({ because }) => because),
    stuffing: findStuffing(sentences, stuffed),
  };
}
