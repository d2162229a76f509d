import type { ThemeScore } from '../model/assessment.js';
import type { Extraction } from '../model/extraction.js';
import { mergeSpans, type Span } from '../model/span.js';
import type { Submission } from '../model/submission.js';
import type { NormalisedText } from '../model/tokens.js';
import { normalise } from '../normalise/normalise.js';
import { holdToQuestion } from '../score/question.js';
import { scoreThemes, type ThemeReading } from '../score/score-themes.js';
import type { ApartText } from '../score/themes/discounted.js';
import type { OwnText } from '../score/themes/own-names.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import { rosterFacts } from './unnamed.js';

/** Stretches of one essay that are read for what they name: no reader sees more. */
const MOST_APART = 50;

/** An essay as its themes are scored. */
export interface ScoredEssay {
  readonly submission: Submission;
  readonly extraction: Extraction;
  readonly text: string;
  readonly normalised: NormalisedText;
  /** Whose words the tokens of the body are. */
  readonly kinds: Uint8Array;
  /** What stands in texts that count. */
  readonly copied: readonly Span[];
  readonly similarities: readonly Float32Array[] | null;
}

/** The themes of one essay; `lostToCopies`: ids of those that are unmet only since what is copied does not count. */
export function scoreEssay(
  { submission, extraction, text, normalised, kinds, copied, similarities }: ScoredEssay,
  { campaign, themes, question }: PreparedCampaign,
): ThemeReading & { readonly lostToCopies: ReadonlySet<string> } {
  const essay = { text, normalised, kinds, apart: apartTexts(extraction), writer: writerTexts(submission), similarities };
  const reading = scoreThemes({ ...essay, copied: mergeSpans(copied) }, themes);
  const held = (scores: readonly ThemeScore[]): readonly ThemeScore[] =>
    holdToQuestion(scores, campaign.themes, question, { tokens: normalised.tokens, kinds });
  const scores = held(reading.scores);
  const withCopies = copied.length === 0 ? scores : held(scoreThemes({ ...essay, copied: [] }, themes).scores);
  const lost = scores.filter(({ met }, at) => !met && withCopies[at]!.met);
  return { ...reading, scores, lostToCopies: new Set(lost.map(({ id }) => id)) };
}

/** What the roster says of the writer, with its words. */
const writerTexts = (submission: Submission): OwnText[] =>
  Object.values(rosterFacts(submission))
    .filter((fact) => fact !== '')
    .map((fact) => ({ text: fact, tokens: normalise(fact).tokens, hasWork: true }));

/** What is hidden, or stands beside the body, with its words. */
function apartTexts({ text, hidden, asides }: Extraction): ApartText[] {
  return mergeSpans([...hidden, ...asides])
    .slice(0, MOST_APART)
    .map(({ start, end }) => {
      const { tokens } = normalise(text.slice(start, end));
      const moved = tokens.map(({ span, ...token }) => ({ ...token, span: { start: start + span.start, end: start + span.end } }));
      return { start, end, tokens: moved };
    });
}
