import type { Advisory, Assessment, FileFacts, Match, MatchKind, Proposal, Reason, ThemeScore } from '../../src/model/assessment.js';
import { GROUNDS } from '../../src/model/assessment.js';
import type { BatchAssessment, ShownDocument, ShownPlaces } from '../../src/model/batch.js';
import type { Campaign } from '../../src/model/campaign.js';
import type { Passage } from '../../src/model/detection.js';
import type { FileMessage, SubmissionState } from '../../src/model/extraction.js';
import type { Span } from '../../src/model/span.js';
import type { Writer } from '../../src/model/submission.js';
import { CHANGES, PARAGRAPHS, type ParagraphKey } from './example-texts.js';
import { themesOf } from './example-themes.js';

/** A campaign as a committee would set it up. */
export const CAMPAIGN: Campaign = {
  name: 'Học tập Nghị quyết số 09-NQ/HU về bảo vệ môi trường và xây dựng nông thôn mới nâng cao',
  kind: 'essay',
  references: ['nghi-quyet.docx'],
  templates: ['mau-bai-thu-hoach.docx'],
  samples: ['bai-mau-tren-mang.docx'],
  prompt: 'Nêu một việc đồng chí sẽ làm.',
  rewriteBy: '2026-12-31',
  synonyms: [],
  themes: [
    {
      id: 'nhan-thuc',
      name: 'Nhận thức về những nội dung cơ bản',
      kind: 'awareness',
      required: true,
      minimum: 0.5,
      phrases: [],
      facets: [],
    },
    { id: 'trach-nhiem', name: 'Trách nhiệm cá nhân', kind: 'commitment', required: true, minimum: 0.5, phrases: [], facets: [] },
    { id: 'lien-he', name: 'Liên hệ đơn vị, lĩnh vực công tác', kind: 'own-unit', required: true, minimum: 0.5, phrases: [], facets: [] },
  ],
  policy: {
    review: { best: 0.2, union: 0.3, passage: 80, unmetThemes: 1 },
    rewrite: { best: 0.4, union: 0.5, unmetShare: 0.5 },
    minimumSyllables: 200,
    maximumSyllables: null,
  },
};

interface Piece extends Span {
  readonly key: ParagraphKey;
}

/** An essay put together from paragraphs, with the place of each. */
export interface Draft {
  readonly id: string;
  readonly file: string;
  readonly member: string;
  readonly unit: string;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly state: SubmissionState;
  readonly messages: readonly FileMessage[];
  readonly places: ShownPlaces;
}

/** What the roster says besides, of the essays that have it. */
const POSTS: Readonly<Record<string, Pick<Writer, 'post' | 'place'>>> = {
  s4: { post: 'Tổ trưởng tổ dân phố', place: 'Tổ dân phố 7' },
};

const NO_PLACES: ShownPlaces = { hidden: [], asides: [], recognised: [] };

/** What the files of the example say of themselves. */
const FACTS: FileFacts = {
  ...{ creator: 'Lò Văn Páo', lastModifiedBy: 'Văn phòng xã Bình Khê', created: '2026-11-02T08:15:00Z', modified: '2026-11-09T21:40:00Z' },
  ...{ application: 'Microsoft Office Word 16.0', template: 'Normal.dotm', editingMinutes: 134 },
  ...{ identifiers: ['{5E0D4A2B-7C61-4F0E-9A57-0B1C2D3E4F50}'], revisions: 27, fonts: ['Times New Roman', 'Arial'] },
};

/** Writes an essay; `changes` are the numbers of the small changes made to what it takes over. */
export function draft(
  id: string,
  file: string,
  [member, unit]: readonly [string, string],
  keys: readonly ParagraphKey[],
  changes: readonly number[] = [],
): Draft {
  let text = `HUYỆN ỦY VÂN TRẠCH\n\nHọ và tên: ${member}\n\nĐơn vị công tác: ${unit}\n\nBÀI THU HOẠCH`;
  const pieces: Piece[] = [];
  for (const key of keys) {
    text += '\n\n';
    const start = text.length;
    text += changes.reduce(
      (words, change) => words.replace(CHANGES[change]?.[0] ?? '', CHANGES[change]?.[1] ?? ''),
      PARAGRAPHS[key] as string,
    );
    pieces.push({ key, start, end: text.length });
  }
  return { id, file, member, unit, text, pieces, state: 'ok', messages: [], places: NO_PLACES };
}

/** A file that gave no text. */
export function unread(id: string, file: string, state: SubmissionState, message: string): Draft {
  return { id, file, member: file, unit: file, text: '', pieces: [], state, messages: [{ code: state, text: message }], places: NO_PLACES };
}

const QUOTE_KEYS = new Set<ParagraphKey>(['quote']);

/** Assesses drafts by the paragraphs they have in common: the figures are plausible, the spans exact. */
export function assessDrafts(drafts: readonly Draft[], outside: readonly (Draft & { readonly kind: MatchKind })[]): BatchAssessment {
  const known = [...drafts.map((one) => ({ ...one, kind: 'submission' as const })), ...outside];
  const documents = new Map<string, ShownDocument>();
  for (const one of known)
    if (one.text !== '') documents.set(one.id, { file: one.file, origin: null, text: one.text, quotedSpans: quotesOf(one), ...one.places });
  const assessments = drafts.map((one, index) =>
    assess(
      one,
      known.filter(({ id }) => id !== one.id),
      index + 1,
    ),
  );
  const members = assessments
    .filter(({ matches }) => matches.some(({ kind, similarityOfThis }) => kind === 'submission' && (similarityOfThis ?? 0) > 0.6))
    .map(({ submission }) => submission.id);
  const groups = members.length > 1 ? [{ id: 'g1', members, cohesion: 0.834 }] : [];
  return {
    campaign: CAMPAIGN,
    parameters: { policy: CAMPAIGN.policy },
    assessments: assessments.map((one) => (members.includes(one.submission.id) && groups.length > 0 ? { ...one, group: 'g1' } : one)),
    groups,
    calibration: null,
    newOverlap: [],
    warnings: [],
    skipped: [],
    documents,
  };
}

function assess(one: Draft, others: readonly (Draft & { readonly kind: MatchKind })[], sequence: number): Assessment {
  const submission = {
    id: one.id,
    campaign: CAMPAIGN.name,
    member: one.member,
    unit: one.unit,
    tenant: 'goc',
    ...(POSTS[one.id] ?? { post: '', place: '' }),
    file: one.file,
    sha256: 'a'.repeat(64),
    state: one.state,
    sequence,
  };
  const quotedSpans = quotesOf(one);
  if (one.text === '') {
    const reasons: Reason[] = [{ code: 'not-read', text: 'Chưa đọc được nội dung nên chưa có con số nào (0 âm tiết đọc được).' }];
    const themes = CAMPAIGN.themes.map(({ id }) => ({ id, score: null, met: false, missing: '', evidence: [], discounted: [] }));
    return {
      submission,
      messages: one.messages,
      metadata: null,
      syllables: null,
      quoted: null,
      quotedSpans,
      copied: { best: null, union: null, longestRun: null },
      matches: [],
      group: null,
      themes,
      advisories: [],
      proposal: 'review',
      grounds: [],
      otherGrounds: [],
      reasons,
    };
  }
  const matches = others.flatMap((other) => matchOf(one, other) ?? []);
  const counted = matches.filter(({ kind }) => kind !== 'earlier-attempt');
  const best = Math.max(0, ...counted.map(({ similarityOfThis }) => similarityOfThis ?? 0));
  const union = Math.min(1, best + (counted.length > 1 && best < 0.9 ? 0.04 : 0));
  const longestRun = Math.max(0, ...counted.flatMap(({ passages }) => passages.map(({ syllables }) => syllables)));
  const syllables = countWords(one.text);
  const themes = themesOf(one, CAMPAIGN.themes);
  const quoted = quotedSpans.reduce((sum, { start, end }) => sum + countWords(one.text.slice(start, end)), 0) / syllables;
  const verdict = judge(counted, { best, longestRun }, themes);
  const looked = one.state === 'suspicious' && verdict.proposal === 'accept';
  if (looked) verdict.reasons.push({ code: 'suspicious', text: 'Có 1 điều cần người xem lại ở tệp (mức xem xét: từ 1).' });
  return {
    submission,
    messages: one.messages,
    metadata: FACTS,
    syllables,
    quoted,
    quotedSpans,
    copied: { best, union, longestRun },
    matches,
    group: null,
    themes,
    advisories: advisoriesOf(one),
    ...verdict,
    grounds: GROUNDS.filter((ground) => verdict.reasons.some(({ code }) => (ground === 'copied') === code.startsWith('copied'))),
    otherGrounds: [],
    proposal: looked ? 'review' : verdict.proposal,
  };
}

function judge(
  matches: readonly Match[],
  copied: { best: number; longestRun: number },
  themes: readonly ThemeScore[],
): { proposal: Proposal; reasons: Reason[] } {
  const reasons: Reason[] = [];
  const strongest = [...matches].sort((a, b) => (b.similarityOfThis ?? 0) - (a.similarityOfThis ?? 0))[0];
  const passage = strongest && [...strongest.passages].sort((a, b) => b.syllables - a.syllables)[0];
  const percent = Math.round(copied.best * 100);
  if (strongest !== undefined && copied.best >= 0.4)
    reasons.push({ code: 'copied-best', text: `Trùng với một bài ${percent}% (mức viết lại: từ 40%).`, match: strongest.id });
  else if (strongest !== undefined && copied.best >= 0.2)
    reasons.push({ code: 'copied-best', text: `Trùng với một bài ${percent}% (mức xem xét: từ 20%).`, match: strongest.id });
  if (strongest !== undefined && passage !== undefined && copied.longestRun >= 80)
    reasons.push({
      code: 'copied-passage',
      text: `Đoạn trùng dài nhất ${copied.longestRun} âm tiết (mức xem xét: từ 80 âm tiết).`,
      match: strongest.id,
      span: passage.first,
    });
  const unmet = themes.filter(({ met }) => !met);
  if (unmet.length > 0)
    reasons.push({
      code: 'unmet-themes',
      text: `Chưa đạt ${unmet.length}/3 chủ đề bắt buộc (mức xem xét: từ 1 chủ đề).`,
      theme: unmet[0]?.id ?? '',
    });
  const rewrite = copied.best >= 0.4 || unmet.length >= 2;
  return { proposal: rewrite ? 'rewrite' : reasons.length > 0 ? 'review' : 'accept', reasons };
}

function matchOf(one: Draft, other: Draft & { readonly kind: MatchKind }): Match | null {
  const passages = one.pieces.flatMap((piece): Passage[] => {
    const twin = QUOTE_KEYS.has(piece.key) ? undefined : other.pieces.find(({ key }) => key === piece.key);
    if (twin === undefined) return [];
    const words = wordsOf(one.text.slice(piece.start, piece.end));
    const theirs = new Set(wordsOf(other.text.slice(twin.start, twin.end)));
    const identical = words.filter((word) => theirs.has(word)).length / words.length;
    return [
      {
        first: { start: piece.start, end: piece.end },
        second: { start: twin.start, end: twin.end },
        syllables: words.length,
        identical,
        weight: words.length * identical,
      },
    ];
  });
  if (passages.length === 0) return null;
  const shared = passages.reduce((sum, { weight }) => sum + weight, 0);
  return {
    id: other.id,
    file: other.file,
    kind: other.kind,
    similarityOfThis: shared / countWords(one.text),
    similarityOfThat: Math.min(1, shared / countWords(other.text)),
    passages,
  };
}

function advisoriesOf({ text }: Draft): Advisory[] {
  const spans = [...text.matchAll(/[\u200b\u202e]/g)].map(({ index }) => ({ start: index, end: index + 1 }));
  if (spans.length === 0) return [];
  return [
    {
      code: 'replaced-characters',
      text: `${spans.length} ký tự không hiện hình trong bài. Đã đọc đúng khi so; có thể do chép từ trang mạng.`,
      spans,
    },
  ];
}

function quotesOf({ pieces }: Draft): Span[] {
  return pieces.filter(({ key }) => QUOTE_KEYS.has(key)).map(({ start, end }) => ({ start, end }));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
}

function countWords(text: string): number {
  return wordsOf(text).length;
}
