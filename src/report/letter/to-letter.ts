import { formatDate } from '../../model/format.js';
import { knownWriter } from '../file-names.js';
import { isUnread } from '../need.js';
import { correctionsOf } from './corrections.js';
import type { Letter, LetterInput, LetterKind, LetterSection } from './letter.js';
import { overlapSection } from './overlaps.js';
import { plainText } from './plain-text.js';
import { stepsSection } from './steps.js';
import { keptSection, missingSection } from './theme-sections.js';
import { LETTER_WORDS } from './words.js';

/**
 * Writes the letter to the writer of an essay. It quotes that essay alone: of others it says only what kind of text they are, never
 * whose, which file or what stands in it; the reason of a conclusion is repeated as the committee wrote it. Whole assessments are
 * needed: brief ones name no passage.
 */
export function toLetter(input: LetterInput): Letter {
  const { assessment, campaign, conclusion } = input;
  const kind: LetterKind = conclusion === null ? 'draft' : conclusion.verdict;
  const words = LETTER_WORDS[kind];
  const noun = LETTER_WORDS.nouns[campaign.kind];
  return {
    kind,
    banner: kind === 'draft' ? LETTER_WORDS.draft.banner : '',
    title: words.title(noun),
    facts: factsOf(input),
    greeting: input.writer === undefined ? LETTER_WORDS.greeting : LETTER_WORDS.greetingTo(plainText(input.writer.name)),
    opening: openingOf(input, noun),
    reason: (conclusion?.reason ?? '')
      .split(/\r\n?|\n/)
      .map(plainText)
      .filter((line) => line !== ''),
    sections: sectionsOf(input, kind),
    closing: [
      ...(isUnread(assessment) ? [] : [LETTER_WORDS.machine]),
      words.concludes,
      ...(kind === 'accepted' ? [] : [LETTER_WORDS.secondLook]),
      LETTER_WORDS.ownWordsOnly,
    ],
    signature: signatureOf(input),
  };
}

function signatureOf({ conclusion, signer }: LetterInput): Letter['signature'] {
  if (conclusion === null) return null;
  const named = { post: plainText(signer?.post ?? ''), name: plainText(signer?.name ?? '') };
  return { day: LETTER_WORDS.day(formatDate(new Date(conclusion.at))), ...LETTER_WORDS.signature, ...named };
}

function openingOf({ assessment, conclusion }: LetterInput, noun: string): string[] {
  if (conclusion === null)
    return [LETTER_WORDS.draft.opening(noun), isUnread(assessment) ? LETTER_WORDS.draft.unread : LETTER_WORDS.draft.found];
  const day = formatDate(new Date(conclusion.at));
  if (conclusion.verdict === 'accepted') return [LETTER_WORDS.accepted.opening(noun, day)];
  const grounds = conclusion.grounds.map((ground) => LETTER_WORDS.grounds[ground]).join('; ');
  return [LETTER_WORDS.rewrite.opening(noun, day), ...(grounds === '' ? [] : [LETTER_WORDS.rewrite.grounds(grounds)])];
}

function factsOf({ assessment: { submission }, campaign, writer }: LetterInput): Letter['facts'] {
  const known = knownWriter(submission);
  const { facts } = LETTER_WORDS;
  const who =
    writer === undefined
      ? [
          { name: facts.writer, value: known.member },
          { name: facts.unit, value: known.unit },
        ]
      : [
          { name: facts.person, value: writer.name },
          { name: facts.card, value: writer.card },
          { name: facts.post, value: writer.post },
          { name: facts.unit, value: writer.cell },
        ];
  const all = [
    { name: facts.campaign, value: campaign.name },
    ...who,
    // Folders and archives may bear the names of others.
    { name: facts.file, value: submission.file.slice(submission.file.lastIndexOf('/') + 1) },
  ];
  return all.map(({ name, value }) => ({ name, value: plainText(value) })).filter(({ value }) => value !== '');
}

function sectionsOf(input: LetterInput, kind: LetterKind): LetterSection[] {
  if (kind === 'accepted') return [keptSection(input)].filter((section) => section !== null);
  const overlap = overlapSection(input);
  const missing = missingSection(input);
  const kept = keptSection(input);
  const corrections = correctionsOf(input);
  const steps = stepsSection(input, { overlap, missing, kept, corrections });
  return [overlap, missing, kept, corrections, steps].filter((section) => section !== null);
}
