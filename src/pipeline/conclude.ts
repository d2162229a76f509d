import { ownWeights } from '../compare/cover.js';
import { copiedFigures } from '../compare/shares.js';
import { decide } from '../decide/decide.js';
import { tellCitations } from '../exclude/citations.js';
import { excludedSpans } from '../exclude/exclude.js';
import type { Assessment } from '../model/assessment.js';
import { toStretches } from '../model/cover.js';
import { OWN, partsOf } from '../model/tokens.js';
import { normalise } from '../normalise/normalise.js';
import { readEssayText } from '../normalise/read-essay.js';
import { findAdvisories } from '../score/advisories.js';
import { adviseGeneric, prepareSetPhrases } from '../score/generic.js';
import { adviseFonts } from '../score/mixed-fonts.js';
import { adviseShared, type SharedFile } from '../score/shared-traces.js';
import { findStuffing } from '../score/stuffing.js';
import { RESTATES_FROM } from './default-policies.js';
import type { Essay } from './essay.js';
import { factsOf } from './file-facts.js';
import type { FoundMatches } from './match-essays.js';
import { noWords } from './messages.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import { scoreEssay } from './score-essay.js';
import { rosterFacts } from './unnamed.js';

const setPhrases = prepareSetPhrases((text) => normalise(text).tokens);

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
  const { campaign, settings } = prepared;
  if (sequence === null || found.matched === null) return concludeUnread(essay, prepared);
  const { text, body: normalised } = readEssayText(extraction.text, extraction);
  const [body] = partsOf(sequence);
  const { kinds } = body;
  const { matches, rarity } = found.matched;
  const counted = matches.filter(({ match }) => match.kind !== 'earlier-attempt');
  const copied = copiedFigures({ kinds: sequence.kinds, rarity }, counted, settings.compare);
  const { scores, lostToCopies, sentences, stuffed } = scoreEssay(
    {
      submission,
      extraction,
      text,
      normalised,
      kinds,
      copied: counted.flatMap(({ match }) => match.passages.map(({ first }) => first)),
      similarities: found.similarities,
    },
    prepared,
  );
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
    writer: rosterFacts(submission),
    expectations: prepared.expectations,
  });
  const stuffing = findStuffing(sentences, stuffed);
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
    ...(matches.length > 0 && { wording: toStretches(ownWeights(rarity, sequence)) }),
    group: null,
    themes: scores.map((score) => (lostToCopies.has(score.id) ? { ...score, lostToCopies: true as const } : score)),
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
