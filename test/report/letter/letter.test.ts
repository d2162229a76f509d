import { describe, expect, it } from 'vitest';
import type { Advisory, Assessment, Match, MatchKind } from '../../../src/model/assessment.js';
import type { Campaign } from '../../../src/model/campaign.js';
import type { Conclusion } from '../../../src/model/result-record.js';
import { letterFileName } from '../../../src/report/letter/file-name.js';
import { letterHtml, lettersHtml } from '../../../src/report/letter/letter-html.js';
import { letterText } from '../../../src/report/letter/letter-text.js';
import { toLetter } from '../../../src/report/letter/to-letter.js';

const COPIED = 'Môi trường là ngôi nhà chung nuôi dưỡng sự sống của mỗi chúng ta hôm nay và mai sau.';
const OWN = 'Tôi sẽ lập sổ theo dõi rác của 12 hộ trong tổ trước ngày 15 tháng 12.';
const LINK = 'Ở thôn Bến Vải còn ba chỗ đổ rác tự phát cạnh kênh.';
const TEXT = `Bài thu hoạch. ${COPIED} ${OWN} ${LINK}`;
const spanOf = (part: string, text = TEXT) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

const campaign: Pick<Campaign, 'name' | 'kind' | 'themes' | 'policy' | 'rewriteBy'> = {
  name: 'Học tập Nghị quyết số 09-NQ/HU',
  kind: 'essay',
  rewriteBy: '2026-11-30',
  themes: (['nhan-thuc', 'trach-nhiem', 'lien-he'] as const).map((id, at) => ({
    id,
    name: ['Nhận thức về Nghị quyết', 'Trách nhiệm của bản thân', 'Liên hệ đơn vị'][at]!,
    kind: 'topic',
    required: true,
    minimum: 0.5,
    phrases: [],
    facets: [],
  })),
  policy: {
    review: { best: 0.2, union: 0.3, passage: 80, unmetThemes: 1 },
    rewrite: { best: 0.4, union: 0.5, unmetShare: 1 },
    minimumSyllables: 200,
    maximumSyllables: null,
  },
};
const matchOf = (kind: MatchKind, part = COPIED, beside?: 'first'): Match => ({
  id: `mã của bài kia ${kind}`,
  file: 'nộp chung/Người Khác Nào Đó.docx',
  kind,
  similarityOfThis: 0.47,
  similarityOfThat: 0.3,
  passages: [{ first: spanOf(part), second: { start: 0, end: 10 }, syllables: 19, identical: 1, weight: 19, ...(beside && { beside }) }],
});
const assessment: Assessment = {
  submission: {
    id: 's1',
    campaign: campaign.name,
    member: 'VT-000111',
    unit: 'Thôn Bến Vải',
    post: '',
    place: '',
    tenant: 'goc',
    file: 'lô của Nguyễn Người Gom.zip/Thôn Bến Vải/bài của tôi.docx',
    sha256: 'a'.repeat(64),
    state: 'ok',
    sequence: 4,
  },
  messages: [],
  metadata: null,
  syllables: 150,
  quoted: 0.1,
  quotedSpans: [],
  copied: { best: 0.47, union: 0.52, longestRun: 19 },
  matches: [matchOf('submission')],
  group: null,
  themes: [
    {
      id: 'nhan-thuc',
      score: 0.1,
      met: false,
      missing: 'Chưa nêu mục tiêu của Nghị quyết.',
      evidence: [],
      discounted: [{ ...spanOf(COPIED), because: 'copied' }],
    },
    { id: 'trach-nhiem', score: 0.8, met: true, missing: '', evidence: [{ ...spanOf(OWN), words: [] }], discounted: [] },
    { id: 'lien-he', score: 0.7, met: true, missing: '', evidence: [{ ...spanOf(COPIED), words: [] }], discounted: [] },
  ],
  advisories: [],
  proposal: 'rewrite',
  grounds: ['copied'],
  otherGrounds: ['content'],
  reasons: [],
};
const rewrite: Conclusion = {
  verdict: 'rewrite',
  grounds: ['copied', 'content'],
  reason: 'Phần đầu trùng với bài khác.\nViết lại bằng lời của mình.',
  by: 'quan-tri',
  at: '2026-11-20T05:00:00.000Z',
  revision: 1,
};
const accepted: Conclusion = { ...rewrite, verdict: 'accepted', grounds: [], reason: 'Phần liên hệ tốt.' };
const noted = (...codes: Advisory['code'][]): Advisory[] => codes.map((code) => ({ code, text: 'Câu viết cho người soát.', spans: [] }));
const write = (changes: Partial<Assessment> = {}, conclusion: Conclusion | null = null, rest: Partial<typeof campaign> = {}): string =>
  letterText(
    toLetter({
      assessment: { ...assessment, ...changes },
      document: { text: TEXT, hidden: [] },
      campaign: { ...campaign, ...rest },
      conclusion,
    }),
  );

describe('the letter', () => {
  it('on a conclusion to rewrite gives the day, the grounds, the committee’s own words, the steps and the last day', () => {
    const text = write({}, rewrite);
    expect(text).toContain('VỀ VIỆC VIẾT LẠI BÀI THU HOẠCH');
    expect(text).toContain('ngày 20/11/2026 kết luận: đề nghị đồng chí viết lại');
    expect(text).toContain('Căn cứ của kết luận: có phần trùng khớp với bài khác; nội dung chưa đạt yêu cầu.');
    expect(text).toContain('“Phần đầu trùng với bài khác.\nViết lại bằng lời của mình.”');
    expect(text).toContain('Hạn nộp lại: chậm nhất ngày 30/11/2026.');
    expect(text).toMatch(/1\. Viết lại những chỗ trùng khớp bằng lời của mình\.[\s\S]*\n\d\. Nộp lại cho chi bộ/);
    expect(text).toContain('đề nghị cấp ủy xem xét lại');
    expect(text).toContain('TM. CẤP ỦY');
    expect(text).not.toMatch(/dự thảo|quan-tri/i);
  });

  it('without a day set refers to what the cell announces', () => {
    expect(write({}, rewrite, { rewriteBy: null })).toContain('Hạn nộp lại: theo thông báo của chi bộ.');
  });

  it('on a conclusion to accept asks for nothing', () => {
    const text = write({}, accepted);
    expect(text).toContain('kết luận: đạt yêu cầu. Đồng chí không phải nộp lại.');
    expect(text).toContain('“Phần liên hệ tốt.”');
    expect(text).toContain(`“${OWN}”`);
    expect(text).not.toMatch(/viết lại|trùng khớp với|hạn nộp|cần bổ sung|dự thảo/i);
  });

  it('without a conclusion is a draft that says so first and last, and promises no verdict', () => {
    const text = write();
    const banner = '*** DỰ THẢO, CHƯA CÓ KẾT LUẬN. KHÔNG GỬI NHƯ MỘT QUYẾT ĐỊNH. ***';
    expect(text.startsWith(banner)).toBe(true);
    expect(text.trimEnd().endsWith(banner)).toBe(true);
    expect(text).toContain('Nếu phải viết lại, hạn nộp: chậm nhất ngày 30/11/2026.');
    expect(text).not.toContain('TM. CẤP ỦY');
  });

  it('quotes what overlaps from the own essay, with the share, and calls the source by its kind only', () => {
    const kinds = { submission: 'bài khác đã nộp', sample: 'bài mẫu trên mạng', 'self-reuse': 'bài cũ của chính đồng chí' } as const;
    for (const kind of ['submission', 'sample', 'self-reuse'] as const) {
      const text = write({ matches: [matchOf(kind)] }, rewrite);
      expect(text).toContain('khoảng 47% trùng khớp với một bài, tính chung mọi bài là 52%. Mức viết lại của đợt học tập: từ 40%');
      expect(text).toContain(`- Đoạn 1, 19 âm tiết, trùng với ${kinds[kind]}:\n  “${COPIED}”`);
      expect(text).not.toMatch(/Người Khác|mã của bài kia/);
    }
    const both = write({ matches: [matchOf('sample'), matchOf('submission')] }, rewrite);
    expect(both).toContain('trùng với bài khác đã nộp, bài mẫu trên mạng');
    expect(both.match(/Đoạn \d/g)).toEqual(['Đoạn 1']);
  });

  it('never counts an earlier attempt of the writer as an overlap', () => {
    const text = write({ matches: [matchOf('earlier-attempt')], copied: { best: 0, union: 0, longestRun: 0 }, grounds: [] }, rewrite);
    expect(text).not.toContain('NHỮNG ĐOẠN TRÙNG KHỚP');
    // What the committee saw and the machine did not find is done by the committee's reason.
    expect(text).toContain('1. Viết lại theo lý do cấp ủy nêu ở trên.');
  });

  it('tells what stands beside the body without showing it', () => {
    const text = write({ matches: [matchOf('submission', COPIED, 'first')], themes: [] }, rewrite);
    expect(text).toContain('chữ không hiện khi đọc) còn 19 âm tiết trùng khớp');
    expect(text).not.toContain(COPIED);
  });

  it('leads from each theme to what is missing, and counts only sentences that stand nowhere else', () => {
    const text = write({}, rewrite);
    expect(text).toContain(
      '- Nhận thức về Nghị quyết: Chưa nêu mục tiêu của Nghị quyết. Có 1 chỗ nhắc đến nhưng chưa được tính: trùng với bài khác.',
    );
    expect(text).toContain('- Liên hệ đơn vị: Đã có nêu, nhưng câu nêu nằm trong phần trùng khớp');
    expect(text).toContain(`NÊN GIỮ\n- Trách nhiệm của bản thân:\n  “${OWN}”`);
    expect(text).toContain('Bổ sung nội dung: Nhận thức về Nghị quyết; Liên hệ đơn vị.');
  });

  it('names what the writer can put right, in words of its own, and leaves out what is about other files', () => {
    const text = write({
      advisories: noted(
        'too-short',
        'missing-name',
        'missing-date',
        'stuffing',
        'hidden-text',
        'shared-revisions',
        'shared-metadata',
        'mixed-fonts',
      ),
    });
    expect(text).toContain('Bài có 150 âm tiết, mức tối thiểu của đợt học tập là 200.');
    expect(text).toContain('Chưa thấy trong bài: họ và tên; ngày viết.');
    expect(text).toContain('Có chỗ mới nêu các cụm từ nối nhau');
    expect(text).toContain('Trong tệp có chữ không hiện khi đọc hoặc in');
    expect(text).not.toMatch(/phiên soạn thảo|phông chữ|Câu viết cho người soát/);
  });

  it('of a file that was not read says what to do with it, and no figure', () => {
    const unread = { ...assessment.submission, state: 'unreadable' } as const;
    const messages = [{ code: 'encrypted', text: 'Tệp “lô của Nguyễn Người Gom.zip/bài.docx” đặt mật khẩu.' }] as const;
    const letter = toLetter({
      assessment: {
        ...assessment,
        submission: unread,
        messages,
        syllables: null,
        matches: [],
        grounds: [],
        otherGrounds: [],
        proposal: 'review',
      },
      document: undefined,
      campaign,
      conclusion: null,
    });
    const text = letterText(letter);
    expect(text).toContain('Tệp chưa đọc được: tệp đặt mật khẩu.');
    expect(text).toContain('bỏ mật khẩu nếu có');
    expect(text).not.toMatch(/\d+%|Nguyễn Người Gom/);
  });

  it('names the own file without the folders and archives that it came in', () => {
    expect(write()).toContain('Tệp bài: bài của tôi.docx\n');
    expect(write()).not.toContain('Nguyễn Người Gom');
  });

  it.each([
    ['personal-plan', 'kế hoạch cá nhân'],
    ['action-programme', 'chương trình hành động'],
    ['situational-answer', 'bài trả lời tình huống'],
  ] as const)('of the kind %s speaks of “%s”', (kind, noun) => {
    expect(write({}, rewrite, { kind })).toContain(`Cấp ủy đã xem ${noun} của đồng chí`);
  });
});

describe('a hostile essay', () => {
  const EVIL =
    '<script>alert(1)</script> </style> & "ngoặc" \u202Eđảo\u202C \u0000 \uD800 \u2028 a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301';
  const LONG = 'x'.repeat(5_000);
  const text = `${EVIL} ${LONG} ${EVIL}`;
  const evil = toLetter({
    assessment: {
      ...assessment,
      submission: { ...assessment.submission, file: `../../<b>${EVIL}`, unit: EVIL },
      matches: [{ ...matchOf('submission'), passages: [{ ...matchOf('submission').passages[0]!, first: { start: 0, end: text.length } }] }],
      themes: [{ id: 'nhan-thuc', score: 0.1, met: false, missing: EVIL, evidence: [], discounted: [] }],
      advisories: [{ code: 'stuffing', text: EVIL, spans: [{ start: 0, end: EVIL.length }] }],
    },
    document: { text, hidden: [] },
    campaign: { ...campaign, name: EVIL, themes: [{ ...campaign.themes[0]!, name: EVIL }] },
    conclusion: { ...rewrite, reason: EVIL },
  });

  it('comes to rest as text: nothing in the page but what the letter put there', () => {
    const html = letterHtml(evil);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
    const known = 'html head meta title style body main article p h1 h2 dl div dt dd blockquote section ul ol li b footer'.split(' ');
    expect([...tags].filter((tag) => !known.includes(tag!))).toEqual([]);
    expect(html).toContain("default-src 'none'; style-src 'sha256-");
  });

  it('cannot turn lines around, nor fill the letter', () => {
    for (const form of [letterHtml(evil), letterText(evil), lettersHtml([evil, evil], EVIL)]) {
      expect(form).not.toMatch(/(?!\n)[\p{C}\u2028]/u);
      expect(form).not.toContain('x'.repeat(500));
      expect(form).not.toMatch(/\p{M}{4}/u);
    }
    expect(letterText(evil)).toContain(' […] ');
  });

  it('gives its file a name that stays in its folder and that Windows can keep', () => {
    const names = [
      '../../etc/passwd',
      '..\\..\\CON.txt',
      'a<b>:"|?*.docx',
      `${'ớ'.repeat(300)}.docx`,
      'tên \u202Egpj.exe',
      '...',
      '\uD800.docx',
      '',
    ];
    for (const name of names.map((file) => letterFileName(7, file))) {
      expect(name).toMatch(/^007( |$)/);
      expect(name).not.toMatch(/[<>:"/\\|?*\p{C}]|\.\.|[ .]$/u);
      expect(Buffer.byteLength(`${name}.html`)).toBeLessThan(250);
    }
    expect(letterFileName(12, 'lô.zip/Xã Bình Khê/Bài thu hoạch.docx')).toBe('012 Bài thu hoạch');
  });
});

describe('several letters', () => {
  it('stand in one page, each on a sheet of its own', () => {
    const letter = toLetter({ assessment, document: { text: TEXT, hidden: [] }, campaign, conclusion: rewrite });
    const html = lettersHtml([letter, letter, letter], 'Thư gửi người viết');
    expect(html.match(/<article/g)).toHaveLength(3);
    expect(html).toContain('break-after:page');
  });
});
