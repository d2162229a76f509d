import type { Assessment, Match } from '../../src/model/assessment.js';
import type { BatchAssessment, ShownDocument } from '../../src/model/batch.js';
import { CAMPAIGN } from './example-builder.js';
import { PARAGRAPHS, SAMPLE_KEYS } from './example-texts.js';

/** Texts that one essay is compared with at most: the detection takes no more candidates. */
const MOST_MATCHES = 36;

/** As many essays of about 650 syllables as asked, the first `copies` of them nearly the same. */
export function largeBatch(size: number, copies: number): BatchAssessment {
  const shared = SAMPLE_KEYS.map((key) => PARAGRAPHS[key]).join('\n\n');
  const documents = new Map<string, ShownDocument>();
  for (let index = 0; index < size; index += 1) {
    const text = index < copies ? `${shared}\n\n${ownText(index, 300)}` : ownText(index, 650);
    documents.set(`x${index}`, { file: `bai-${index}.docx`, origin: null, text, quotedSpans: [], hidden: [], asides: [], recognised: [] });
  }
  const ids = [...documents.keys()];
  const copied = ids.slice(0, copies);
  const assessments = ids.map((id, index) => assess(id, index, index < copies ? matchesOf(id, copied, shared.length) : []));
  return {
    campaign: CAMPAIGN,
    parameters: {},
    assessments,
    groups: [{ id: 'g1', members: copied, cohesion: 0.8 }],
    calibration: null,
    newOverlap: [],
    warnings: [],
    skipped: [],
    documents,
  };
}

function matchesOf(id: string, copied: readonly string[], length: number): Match[] {
  const others = copied.filter((other) => other !== id).slice(0, MOST_MATCHES);
  const span = { start: 0, end: length };
  return others.map((other) => ({
    id: other,
    file: `bai-${other.slice(1)}.docx`,
    kind: 'submission',
    similarityOfThis: 0.52,
    similarityOfThat: 0.52,
    passages: [{ first: span, second: span, syllables: 330, identical: 0.97, weight: 300 }],
  }));
}

function assess(id: string, index: number, matches: readonly Match[]): Assessment {
  const best = matches.length > 0 ? 0.52 : 0;
  return {
    submission: {
      id,
      campaign: CAMPAIGN.name,
      member: `Đảng viên số ${index}`,
      unit: `Chi bộ ${index % 12}`,
      post: 'Công chức văn hóa - xã hội',
      place: `Ủy ban nhân dân xã ${index % 12}`,
      tenant: 'goc',
      file: `bai-${index}.docx`,
      sha256: 'b'.repeat(64),
      state: 'ok',
      sequence: index + 1,
    },
    messages: [],
    metadata: null,
    syllables: 650,
    quoted: 0,
    quotedSpans: [],
    copied: { best, union: best, longestRun: matches.length > 0 ? 330 : 0 },
    matches,
    group: matches.length > 0 ? 'g1' : null,
    themes: CAMPAIGN.themes.map((theme) => ({
      id: theme.id,
      score: 0.7,
      met: true,
      missing: '',
      evidence: [{ start: 0, end: 120, words: [] }],
      discounted: [],
    })),
    advisories: [],
    proposal: best > 0 ? 'rewrite' : 'accept',
    grounds: best > 0 ? ['copied'] : [],
    otherGrounds: [],
    reasons: best > 0 ? [{ code: 'copied-best', text: 'Trùng với một bài 52% (mức viết lại: từ 40%).', match: matches[0]?.id ?? '' }] : [],
  };
}

const WORDS = Object.values(PARAGRAPHS).join(' ').split(/\s+/);

/** Words in an order that differs from essay to essay, the same at every run. */
function ownText(seed: number, words: number): string {
  let state = seed * 2654435761 + 12345;
  const text = Array.from({ length: words }, (_, place) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const word = WORDS[state % WORDS.length] ?? '';
    return place % 90 === 89 ? `${word}.\n\n` : word;
  });
  return text.join(' ');
}
