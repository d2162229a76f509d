import { copiedFigures } from '../compare/shares.js';
import { decide } from '../decide/decide.js';
import { tellCitations } from '../exclude/citations.js';
import { excludedSpans } from '../exclude/exclude.js';
import type { Assessment, ThemeScore } from '../model/assessment.js';
import type { CampaignKind } from '../model/campaign.js';
import type { Extraction } from '../model/extraction.js';
import { mergeSpans } from '../model/span.js';
import { OWN, partsOf } from '../model/tokens.js';
import { normalise } from '../normalise/normalise.js';
import { readEssayText } from '../normalise/read-essay.js';
import { findAdvisories } from '../score/advisories.js';
import { adviseGeneric, prepareSetPhrases } from '../score/generic.js';
import { adviseFonts } from '../score/mixed-fonts.js';
import { holdToQuestion } from '../score/question.js';
import { scoreThemes } from '../score/score-themes.js';
import { adviseShared, type SharedFile } from '../score/shared-traces.js';
import { findStuffing } from '../score/stuffing.js';
import type { ApartText } from '../score/themes/discounted.js';
import type { Essay } from './essay.js';
import { factsOf } from './file-facts.js';
import type { FoundMatches } from './match-essays.js';
import { noWords } from './messages.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import { rosterFacts } from './unnamed.js';

const setPhrases = prepareSetPhrases((text) => normalise(text).tokens);

/**
 * Share of the words outside the form that quote the resolution, from which a text is told to restate it, by kind. A programme sets out
 * from the resolution's own words: only one that adds next to nothing is told of. A plan says which of its tasks are one's own.
 */
const RESTATES_FROM: Readonly<Record<CampaignKind, number>> = {
  essay: 0.5,
  'personal-plan': 0.6,
  'action-programme': 0.85,
  'situational-answer': 0.5,
};

/** What was found of one essay among those that are kept. */
export interface FoundEssay {
  /** null when it could not be read. */
  readonly matched: FoundMatches | null;
  /** Files of other members that share traces with its own. */
  readonly sharedFiles: readonly SharedFile[];
  /** How near each sentence of the body is to each theme, 0..1, one array a theme; null without a provider of sentence vectors. */
  readonly similarities: readonly Float32Array[] | null;
}

/** Scores one essay and proposes what to do with it, from its own text and from what it shares with others; its group is found later. */
export function concludeEssay(essay: Essay, found: FoundEssay, prepared: PreparedCampaign): Assessment {
  const { submission, extraction, sequence } = essay;
  const { campaign, settings, themes } = prepared;
  if (sequence === null || found.matched === null) return concludeUnread(essay, prepared);
  const { text, body: normalised } = readEssayText(extraction.text, extraction);
  const [body] = partsOf(sequence);
  const { kinds } = body;
  const { matches, rarity } = found.matched;
  const counted = matches.filter(({ match }) => match.kind !== 'earlier-attempt');
  const copied = copiedFigures({ kinds: sequence.kinds, rarity }, counted, settings.compare);
  const writer = rosterFacts(submission);
  const said = Object.values(writer).flatMap((fact) =>
    fact === '' ? [] : [{ text: fact, tokens: normalise(fact).tokens, hasWork: true }],
  );
  const copiedSpans = mergeSpans(counted.flatMap(({ match }) => match.passages.map(({ first }) => first)));
  const own = { text, normalised, kinds, apart: apartTexts(extraction), writer: said, similarities: found.similarities };
  const reading = scoreThemes({ ...own, copied: copiedSpans }, themes);
  const lostToCopies = lostThemes(
    reading.scores,
    copiedSpans.length === 0 ? reading.scores : scoreThemes({ ...own, copied: [] }, themes).scores,
  );
  const scores = holdToQuestion(reading.scores, campaign.themes, prepared.question, { tokens: normalised.tokens, kinds });
  const ofContent = findAdvisories({
    text,
    normalised,
    kinds,
    hidden: extraction.hidden,
    citations: tellCitations(body, text, settings.exclude.citations),
    decoded: extraction.decoded,
    messages: extraction.messages,
    limits: campaign.policy,
    restatesFrom: RESTATES_FROM[campaign.kind],
    writer,
    expectations: prepared.expectations,
  });
  const stuffing = findStuffing(reading.sentences, reading.stuffed);
  const generic = adviseGeneric({ text, normalised, kinds, ...emptyWords(prepared, rarity.subarray(0, kinds.length)) });
  const advisories = [...ofContent, ...stuffing, ...generic, ...adviseFonts(extraction), ...adviseShared(found.sharedFiles)];
  const syllables = kinds.length;
  const findings = {
    state: extraction.state,
    unreadBecause: '',
    whole: { start: 0, end: extraction.text.length },
    syllables,
    copied,
    matches: counted.map(({ match }) => match),
    themes: scores,
    lostToCopies,
    advisories,
  };
  return {
    submission,
    messages: extraction.messages,
    metadata: factsOf(extraction.metadata),
    syllables,
    quoted: syllables === 0 ? null : kinds.filter((kind) => kind !== OWN).length / syllables,
    quotedSpans: excludedSpans(sequence),
    copied,
    matches: matches.map(({ match }) => match),
    group: null,
    themes: scores,
    advisories,
    ...decide(findings, campaign.policy, campaign.themes),
  };
}

/** What generic text is told by; only where units are to differ, by what others have, too. */
const emptyWords = ({ campaign, facts }: PreparedCampaign, rarity: Float32Array) => ({
  setPhrases,
  known: facts,
  rarity: campaign.kind === 'action-programme' ? rarity : null,
});

/** Ids of themes that are unmet only since copied text does not count. */
const lostThemes = (scores: readonly ThemeScore[], withCopies: readonly ThemeScore[]): ReadonlySet<string> =>
  new Set(scores.filter(({ met }, at) => !met && withCopies[at]!.met).map(({ id }) => id));

/** Stretches of one essay that are read for what they name: no reader sees more. */
const MOST_APART = 50;

/** What is hidden, or stands beside the body, with its words. */
function apartTexts({ text, hidden, asides }: Extraction): ApartText[] {
  return mergeSpans([...hidden, ...asides])
    .slice(0, MOST_APART)
    .map(({ start, end }) => {
      const { tokens } = normalise(text.slice(start, end));
      return {
        start,
        end,
        tokens: tokens.map(({ span, ...token }) => ({ ...token, span: { start: start + span.start, end: start + span.end } })),
      };
    });
}

/** A file without readable text has no figures, and a person looks at it. */
function concludeUnread({ submission, extraction }: Essay, { campaign }: PreparedCampaign): Assessment {
  const copied = { best: null, union: null, longestRun: null };
  const unread = {
    state: extraction.state,
    unreadBecause: extraction.messages[0]?.text ?? noWords(submission.file),
    whole: { start: 0, end: 0 },
    syllables: null,
    copied,
    matches: [],
    themes: [],
    advisories: [],
  };
  return {
    submission,
    messages: extraction.messages,
    metadata: null,
    syllables: null,
    quoted: null,
    quotedSpans: [],
    copied,
    matches: [],
    group: null,
    themes: campaign.themes.map(({ id }) => ({ id, score: null, met: false, missing: '', evidence: [], discounted: [] })),
    advisories: [],
    ...decide(unread, campaign.policy, campaign.themes),
  };
}
