import type { Sentence, Token } from '../../model/tokens.js';
import { type Affinity, meanAffinity } from './affinity.js';
import { CUE_NAMES, type Cue } from './cues.js';
import type { PreparedThemes } from './prepare.js';
import { isBare, type ReadSentence } from './reading.js';

/** What is measured of one sentence for one theme: shares, and 1 or 0 for what is there or not; nearness around 0 to 1. */
export interface Measures {
  /** Nearness to the theme outside its phrases: 0 as sentences about something else, 1 as those about it; and of the rest of the paragraph. */
  readonly near: number;
  /** Similarity by a provider of sentence vectors, as far as it is above what unrelated sentences have, 0 to 0.7; 0 without one. */
  readonly similar: number;
  readonly around: number;
  /** Under a heading, or behind a lead-in, that names the theme; under one that names another. */
  readonly headed: number;
  readonly headedOther: number;
  /** Places with phrases of the theme, 0 to 2, as far as the essay is on the subject. */
  readonly phrases: number;
  /** Share of its syllables that are phrases of any theme. */
  readonly phraseShare: number;
  /** Share of its syllables that are set phrases, and nearness of the others to such. */
  readonly ceremony: number;
  readonly ceremonial: number;
  /** How far the essay, and this paragraph of it, is about what the references are about. */
  readonly onSubject: number;
  readonly paragraphOnSubject: number;
  /** Doublings of its length beyond 20 syllables. */
  readonly length: number;
  /** Place in the essay, from 0 to 0.6; from 0.3 to 0.7. */
  readonly early: number;
  readonly late: number;
  readonly number: number;
  /** Capitalised words inside it, 0 to 2. */
  readonly names: number;
  readonly first: number;
  readonly own: number;
  readonly ownNumber: number;
  readonly past: number;
  readonly others: number;
  /** Begins with somebody else, and nowhere names the writer. */
  readonly otherSubject: number;
  readonly elsewhere: number;
  readonly ask: number;
  readonly askOf: number;
  readonly addressee: number;
  readonly courtesy: number;
  readonly pledge: number;
  readonly deadline: number;
  readonly firstDeadline: number;
  readonly pledgeDeadline: number;
  readonly report: number;
  readonly must: number;
  readonly goal: number;
  readonly studied: number;
  /** Share of the paragraph's sentences that report; whether this one or one before it in the paragraph tells of having studied. */
  readonly reporting: number;
  readonly afterStudied: number;
}

/** What an essay is to its campaign, and each of its sentences for each theme. */
export interface MeasuredEssay {
  readonly sentences: readonly ReadSentence[];
  /** 0..1. */
  readonly onSubject: number;
  readonly measure: (sentence: number, theme: number) => Measures;
}

/** Similarity of a sentence and a theme, 0..1; 0 where nobody was asked. */
export type SentenceSimilarity = (sentence: Sentence, theme: number) => number;

/** Similarity that sentences about something else reach. */
const UNRELATED = 0.3;
/** Syllables of a sentence that tells what the essay is about. */
const TELLING = 6;
/** Mean nearness to the references below which an essay is about something else, and from which it is about them. */
const OFF_SUBJECT = -0.25;
const ON_SUBJECT = 0.05;
/** A plan, a programme and an answer have no customary order. */
const ANYWHERE = 0.7;

/** Measures an essay's sentences; what does not depend on the theme once. */
export function measureEssay(
  sentences: readonly ReadSentence[],
  { tokens, similarity }: { readonly tokens: readonly Token[]; readonly similarity: SentenceSimilarity },
  prepared: PreparedThemes,
): MeasuredEssay {
  const { lexicon, domain, ceremony, themes, kind } = prepared;
  const mean = (affinity: Affinity, sentence: ReadSentence): number => meanAffinity(lexicon.vectors, affinity, sentence.words);
  const onSubjects = sentences.map((sentence) => (domain === null ? 0 : mean(domain, sentence)));
  const onSubject = subjectOf(sentences, prepared);
  const near = themes.map(({ affinity, scale }) =>
    sentences.map((sentence) => (mean(affinity, sentence) - scale.other) / (scale.about - scale.other + 0.3)),
  );
  const named = namedByHeadings(sentences, tokens, prepared);
  const paragraphs = groupByParagraph(sentences);
  const general = sentences.map((sentence, at) => {
    const paragraph = paragraphs.get(sentence.paragraph)!;
    const others = paragraph.filter((one) => one !== at);
    const has = (cue: Cue, one = sentence): number => Number(one.cueCounts[CUE_NAMES.indexOf(cue)]! > 0);
    const place = kind === 'essay' ? at / sentences.length : ANYWHERE;
    return {
      paragraph: others,
      measures: {
        ...cuesOf(has, sentence),
        phraseShare: coveredBy(sentence.phrases) / Math.max(1, sentence.own),
        ceremony: coveredBy(sentence.cues.filter(({ label }) => CUE_NAMES[label] === 'ceremony')) / Math.max(1, sentence.own),
        ceremonial: mean(ceremony, sentence),
        onSubject,
        paragraphOnSubject: average(others.map((one) => onSubjects[one]!)),
        length: Math.log2(Math.max(1, sentence.own) / 20),
        early: kind === 'essay' ? Math.min(0.6, place) : 0.3,
        late: Math.min(0.7, Math.max(0.3, place)),
        names: Math.min(2, sentence.names),
        reporting: average([...others, at].map((one) => has('report', sentences[one]!))),
        afterStudied: Math.max(...[...others.filter((one) => one < at), at].map((one) => has('studied', sentences[one]!))),
      },
    };
  });
  return {
    sentences,
    onSubject,
    measure: (at, theme) => {
      const { paragraph, measures } = general[at]!;
      return {
        ...measures,
        near: near[theme]![at]!,
        similar: Math.max(0, similarity(sentences[at]!.sentence, theme) - UNRELATED),
        around: average(paragraph.map((one) => near[theme]![one]!)),
        headed: Number(named[at]!.has(theme)),
        headedOther: Number(!named[at]!.has(theme) && named[at]!.size > 0),
        phrases:
          Math.min(2, new Set(sentences[at]!.phrases.filter(({ label }) => label === theme).map(({ from }) => from)).size) * onSubject,
      };
    },
  };
}

function cuesOf(has: (cue: Cue) => number, sentence: ReadSentence) {
  const number = Math.max(Number(sentence.numbers > 0), has('number'));
  const both = (one: number, other: number): number => one * other;
  const cues = {
    first: has('first'),
    own: has('own'),
    past: has('past'),
    others: has('others'),
    elsewhere: has('elsewhere'),
    ask: has('ask'),
    addressee: has('addressee'),
    courtesy: has('courtesy'),
    pledge: has('pledge'),
    deadline: Math.max(has('deadline'), Number(sentence.dates > 0) * (1 - has('past'))),
    report: has('report'),
    must: has('must'),
    goal: has('goal'),
    studied: has('studied'),
  };
  return {
    ...cues,
    otherSubject: Number(startsWithOther(sentence)) * (1 - cues.first),
    number,
    ownNumber: both(cues.own, number),
    askOf: both(cues.ask, cues.addressee) * (1 - cues.courtesy),
    firstDeadline: both(cues.first, cues.deadline),
    pledgeDeadline: both(cues.pledge, cues.deadline),
  };
}

/** Tokens before its subject at most: "Tháng sau, đồng chí bí thư …" has more, "2) Công đoàn …" one. */
const BEFORE_SUBJECT = 1;

const startsWithOther = ({ cues, sentence: { firstToken } }: ReadSentence): boolean =>
  cues.some(({ label, from }) => CUE_NAMES[label] === 'actor' && from - firstToken <= BEFORE_SUBJECT);

/** How far an essay is about what the references are about, 0..1; 1 where there are none. */
function subjectOf(sentences: readonly ReadSentence[], { domain, lexicon }: PreparedThemes): number {
  const telling = sentences.filter(({ isHeading, own }) => !isHeading && own >= TELLING);
  if (domain === null || telling.length === 0) return 1;
  const nearness = average(telling.map(({ words }) => meanAffinity(lexicon.vectors, domain, words, 0)));
  return Math.min(1, Math.max(0, (nearness - OFF_SUBJECT) / (ON_SUBJECT - OFF_SUBJECT)));
}

/** Themes that the heading above a sentence, or its own lead-in, names; the words of a form count here, as they do in no sentence. */
function namedByHeadings(sentences: readonly ReadSentence[], tokens: readonly Token[], { headings }: PreparedThemes): Set<number>[] {
  const bare = isBare(tokens);
  const labels = (from: number, to: number): number[] => headings.find(tokens, { from, to }, bare).map(({ label }) => label);
  const above = new Map<number, number[]>();
  for (const [i, { isHeading, sentence }] of sentences.entries()) {
    if (isHeading && !namesDocument(tokens, sentence)) above.set(i, labels(sentence.firstToken, sentence.endToken));
  }
  // A lead-in holds for its paragraph: "Đề xuất: 1. … 2. …".
  const leads = new Map<number, number[]>();
  return sentences.map(({ heading, paragraph, sentence, leadEnd, opensList }) => {
    const own = labels(sentence.firstToken, leadEnd);
    if (opensList && !leads.has(paragraph)) leads.set(paragraph, own);
    const lead = leads.get(paragraph) ?? [];
    return new Set([...(above.get(heading) ?? []), ...lead, ...own]);
  });
}

/** "… Nghị quyết số 09-NQ/HU … về bảo vệ môi trường": the title of the essay says what was studied, not what stands below it. */
function namesDocument(tokens: readonly Token[], { firstToken, endToken }: Sentence): boolean {
  const line = tokens.slice(firstToken, endToken);
  return line.some(({ bareKey }, at) => {
    const named = `${bareKey} ${line[at + 1]?.bareKey ?? ''}`;
    return DOCUMENTS.has(named) && line.slice(at + 2, at + 4).some(({ key }) => /^\d/.test(key));
  });
}
const DOCUMENTS: ReadonlySet<string> = new Set(['nghi quyet', 'chi thi', 'ket luan', 'quy dinh', 'qui dinh', 'van ban']);

function groupByParagraph(sentences: readonly ReadSentence[]): Map<number, number[]> {
  const paragraphs = new Map<number, number[]>();
  for (const [i, { paragraph, isHeading }] of sentences.entries()) {
    const members = paragraphs.get(paragraph) ?? [];
    paragraphs.set(paragraph, members);
    if (!isHeading) members.push(i);
  }
  return paragraphs;
}

/** Tokens that any of the finds covers; finds are in the order of their beginning. */
export function coveredBy(finds: readonly { readonly from: number; readonly to: number }[]): number {
  let covered = 0;
  let end = 0;
  for (const { from, to } of finds) {
    covered += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return covered;
}

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
