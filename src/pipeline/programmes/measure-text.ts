import { markExcluded } from '../../exclude/exclude.js';
import { kgramHashes } from '../../fingerprint/hash.js';
import { ownStretches } from '../../fingerprint/stretches.js';
import type { CampaignKind } from '../../model/campaign.js';
import { GENERIC_SETTINGS, type MeasuredText, type SampledShingle } from '../../model/generic-text.js';
import { DETECTION_SETTINGS } from '../../model/settings.js';
import { type MarkedSequence, OWN, TEMPLATE } from '../../model/tokens.js';
import { normalise } from '../../normalise/normalise.js';
import { excludeTexts } from '../known-texts.js';
import { frameOf } from '../programme-frame.js';
import { countFacts } from './count-facts.js';

/** What a programme's text is measured with. */
export interface ProgrammeText {
  readonly text: string;
  readonly kind: Extract<CampaignKind, 'action-programme' | 'personal-plan'>;
  /** Texts of the campaign's documents and forms: quotes of them are left out. */
  readonly references: readonly string[];
  readonly templates: readonly string[];
  /** Names of the own unit, its cells and places. */
  readonly names: readonly string[];
}

/** Letters of a line of running text: lines before the first one are the letterhead and the title, 15 of them at most. */
const RUNNING_LINE = 80;
const HEAD_LINES = 15;
/** Where the signature begins, or the list of those who get it. */
const FOOT = /^\s*(?:t\s*\/\s*m|tm\.|nơi nhận|bí thư\s*$)/imu;

/**
 * What is kept of a programme's text for telling what in it is generic: sampled shingles outside of quotes of the campaign's documents
 * and of the frame that guidelines have everybody write, and how many figures, days and own names it has. Depends on its argument alone.
 */
export function measureText({ text, kind, references, templates, names }: ProgrammeText): MeasuredText {
  const normalised = normalise(text);
  const exclusion = excludeTexts(references, templates, DETECTION_SETTINGS.exclude, frameOf(kind));
  const marked = markExcluded(normalised.sequence, exclusion, text);
  const kinds = withoutEnds(marked, text);
  const facts = countFacts({ text, tokens: normalised.tokens, kinds }, names);
  return {
    text,
    facts: { syllables: kinds.length, own: marked.kinds.filter((one) => one === OWN).length, ...facts },
    shingles: sampleShingles(marked),
  };
}

/** Those of the shingles of own words whose hash says so, each where it stands first. */
function sampleShingles({ ids, kinds, starts, ends }: MarkedSequence): SampledShingle[] {
  const { shingle, sampledOf } = GENERIC_SETTINGS;
  const found = new Map<number, SampledShingle>();
  for (const [from, to] of ownStretches(ids.length, kinds))
    for (const [i, hash] of kgramHashes(ids, from, to, shingle).entries()) {
      if (hash % sampledOf !== 0 || found.has(hash)) continue;
      found.set(hash, { hash, start: starts[from + i]!, end: ends[from + i + shingle - 1]! });
    }
  return [...found.values()];
}

/** Letterhead and signature name the unit, a place and a day in every programme, copied or not: nothing is counted there. */
function withoutEnds({ kinds, starts }: MarkedSequence, text: string): Uint8Array {
  let from = 0;
  for (const [at, line] of text.split('\n', HEAD_LINES + 1).entries()) {
    if (line.trim().length >= RUNNING_LINE || at === HEAD_LINES) break;
    from += line.length + 1;
  }
  const isAll = from >= text.length;
  const to = FOOT.exec(text.slice(from))?.index ?? Number.POSITIVE_INFINITY;
  return kinds.map((kind, at) => (!isAll && (starts[at]! < from || starts[at]! >= from + to) ? TEMPLATE : kind));
}
