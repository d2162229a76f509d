import type { Discounted, ThemeScore } from '../../src/model/assessment.js';
import type { Theme } from '../../src/model/campaign.js';
import type { Span } from '../../src/model/span.js';
import type { Draft } from './example-builder.js';
import type { ParagraphKey } from './example-texts.js';

/** Words that speak for each theme of the example, in this order: awareness, commitment, own unit. */
const WORDS: readonly RegExp[] = [
  /tâm đắc|(?:tinh thần|quan điểm) lấy (?:con người làm trung tâm|người dân làm gốc)|[Mm]ôi trường|rác thải|trồng|lò đốt rác/g,
  /[Tt]ôi sẽ|[Tt]ôi nhận phần việc|[Tt]ôi phụ trách|[Tt]ôi đề nghị|kiên trì vận động|xong trước ngày [\d/]+|trước ngày [\d/]+|(?:mười|hai mươi|sáu) hộ/g,
  /nơi tôi công tác|lớp 4B|Trạm y tế|Hợp tác xã|Hội Nông dân|Văn phòng Đảng ủy|Chi đoàn thôn Nà Phạ|Tổ an ninh cơ sở|Tuyến đường liên thôn|bốn người|mười bảy hộ/g,
];
const MISSING = [
  'Chưa nêu mục tiêu và giải pháp của nghị quyết.',
  'Mới có một việc cụ thể; chưa nói cách kiểm tra và báo cáo trước chi bộ.',
  'Có nêu thực trạng, chưa nêu việc sẽ làm tại đơn vị.',
];

/** Plausible scores of the three themes: exact places, the words in them, and what of the draft earned nothing. */
export function themesOf(one: Draft, themes: readonly Theme[]): ThemeScore[] {
  const own = one.pieces.find(({ key }) => key.startsWith('own'));
  const evidence = [
    sentenceOf(one, ['heart', 'opening', 'ownLibrary', 'ownTree', 'ownTrip'], 0),
    own ? sentenceOf(one, [own.key], 2) : sentenceOf(one, ['limits'], 2),
    own ? sentenceOf(one, [own.key], 0) : sentenceOf(one, ['place'], 0),
  ];
  const scores = [
    evidence[0]?.length ? 0.71 : 0.22,
    own ? 0.64 : evidence[1]?.length ? 0.46 : 0.1,
    own ? 0.77 : evidence[2]?.length ? 0.38 : 0.08,
  ];
  const discounted = discountsOf(one);
  return themes.map(({ id }, index) => {
    const score = scores[index] ?? 0;
    return {
      id,
      score,
      met: score >= 0.5,
      missing: score >= 0.5 ? '' : (MISSING[index] ?? ''),
      evidence: (evidence[index] ?? []).map((span) => ({ ...span, words: wordsIn(one.text, span, index) })),
      discounted: discounted[index] ?? [],
    };
  });
}

function sentenceOf({ pieces, text }: Draft, keys: readonly ParagraphKey[], from: number): Span[] {
  const piece = pieces.find(({ key }) => keys.includes(key));
  if (piece === undefined) return [];
  const ends = [...text.slice(piece.start, piece.end).matchAll(/[.!?]/g)].map(({ index }) => piece.start + index + 1);
  return [{ start: from === 0 ? piece.start : (ends[from - 1] ?? piece.start) + 1, end: ends[from] ?? piece.end }];
}

function wordsIn(text: string, { start, end }: Span, theme: number): Span[] {
  const found = [...text.slice(start, end).matchAll(WORDS[theme] ?? /$^/g)];
  return found.map(({ 0: words, index }) => ({ start: start + index, end: start + index + words.length }));
}

/** One stretch inside another, one inside evidence of another theme, hidden text and notes, a list of phrases. */
function discountsOf(one: Draft): Discounted[][] {
  const whole = (key: ParagraphKey): Span[] => one.pieces.filter((piece) => piece.key === key);
  const because = (spans: readonly Span[], why: Discounted['because']): Discounted[] =>
    spans.map(({ start, end }) => ({ start, end, because: why }));
  const copied = one.pieces.every(({ key }) => !key.startsWith('own'));
  const named = whole('quote').flatMap(({ start, end }) => {
    const at = one.text.indexOf('toàn bộ rác thải', start);
    return [{ start: at, end: one.text.indexOf(',', at) < end ? one.text.indexOf(',', at) : end }];
  });
  const unseen = [...one.places.hidden, ...one.places.asides];
  const lists = [
    [...because(whole('quote'), 'quoted'), ...because(unseen, 'hidden'), ...because(whole('list'), 'listed')],
    [
      ...(copied
        ? because(
            [1, 2].flatMap((at) => sentenceOf(one, ['duty'], at)),
            'copied',
          )
        : []),
      ...because(named, 'quoted'),
      ...because(whole('list'), 'listed'),
    ],
    copied ? because([...sentenceOf(one, ['heart'], 0), ...sentenceOf(one, ['place'], 1)], 'copied') : [],
  ];
  return lists.map((list) => list.sort((first, second) => first.start - second.start));
}
