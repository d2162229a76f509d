import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BatchAssessment } from '../../src/model/batch.js';
import { compareWords } from '../../src/report/html/compare-words.js';
import { layOut } from '../../src/report/html/context.js';
import { centralMember, pairFigure } from '../../src/report/html/group-figures.js';
import { html } from '../../src/report/html/html.js';
import { cutByLayers } from '../../src/report/html/layers.js';
import { toHtml } from '../../src/report/html/page.js';
import { planMatches } from '../../src/report/html/plan-matches.js';
import { ADVISORY_WORDS } from '../../src/report/words.js';
import { exampleBatch } from './example.js';
import { largeBatch } from './large-batch.js';

const batch = exampleBatch();
const page = toHtml(batch, new Date(2026, 10, 20, 9, 42));

/** What a reader sees: tags gone, entities read, white space joined, marks of odd characters left as they are. */
function textOf(markup: string): string {
  const plain = markup.replace(/<span class="odd">[^<]*<\/span>/g, '').replace(/<[^>]*>/g, '');
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return joined(plain.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? ''));
}

function joined(text: string): string {
  return text.replace(/[\u200b\u202e]/g, '').replace(/\s+/g, ' ');
}

/** The plain recursion, for short lists. */
function longestCommon([one, ...first]: readonly string[], [two, ...second]: readonly string[]): number {
  if (one === undefined || two === undefined) return 0;
  if (one === two) return 1 + longestCommon(first, second);
  return Math.max(longestCommon(first, [two, ...second]), longestCommon([one, ...first], second));
}

describe('html', () => {
  it('escapes every text, in elements and attributes, and joins lists', () => {
    const hostile = `<script>"'&`;
    expect(html`<b title="${hostile}">${[hostile, html`<i>${1}</i>`, null, false]}</b>`.text).toBe(
      '<b title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;<i>1</i></b>',
    );
  });
});

describe('compareWords', () => {
  const apart = (first: string, second: string): [string[], string[]] => {
    const { first: one, second: two } = compareWords(first, second);
    return [one.map(({ start, end }) => first.slice(start, end)), two.map(({ start, end }) => second.slice(start, end))];
  };

  it('sets apart the words that differ, neighbours together', () => {
    expect(apart('dọn vệ sinh cùng bà con lối xóm.', 'dọn vệ sinh cùng các đồng chí.')).toEqual([['bà con lối xóm'], ['các đồng chí']]);
  });

  it('takes no notice of letter case, marks, composition and hidden characters', () => {
    expect(apart('Hoà BÌNH đã về', 'hòa bi\u0300nh da\u0303 v\u200bề'.normalize('NFD'))).toEqual([[], []]);
  });

  it('looks only at what stands between the common beginning and end, however long they are', () => {
    const long = Array.from({ length: 6000 }, (_, index) => `từ${index}`).join(' ');
    expect(apart(`${long} một ${long}`, `${long} hai ba ${long}`)).toEqual([['một'], ['hai ba']]);
    expect(apart('a b c a b', 'a b')).toEqual([['c a b'], []]);
  });

  it('finds a longest common subsequence', () => {
    const words = ['ba', 'bốn', 'năm'];
    const texts = Array.from({ length: 40 }, (_, seed) =>
      Array.from({ length: 7 }, (_, i) => words[(seed * 7 + i * i * (seed + 3)) % 3]).join(' '),
    );
    for (const [index, first] of texts.entries()) {
      const second = texts[(index * 11 + 5) % texts.length]!;
      const [one, two] = apart(first, second).map(
        (spans) =>
          spans
            .join(' ')
            .split(' ')
            .filter((word) => word !== '').length,
      );
      expect(7 - one!).toBe(longestCommon(first.split(' '), second.split(' ')));
      expect(two).toBe(one);
    }
  });

  it('copes with a side that is empty', () => {
    expect(apart('', 'một hai')).toEqual([[], ['một hai']]);
  });
});

describe('cutByLayers', () => {
  it('gives each piece the first layer that covers it', () => {
    const layers = [
      { start: 2, end: 6, label: 'a' },
      { start: 4, end: 9, label: 'b' },
    ];
    expect(cutByLayers({ start: 0, end: 8 }, layers)).toEqual([
      { start: 0, end: 2, label: null },
      { start: 2, end: 6, label: 'a' },
      { start: 6, end: 8, label: 'b' },
    ]);
  });
});

describe('toHtml', () => {
  it('holds no script, no style attribute, no handler and no address outside itself', () => {
    expect(page).not.toMatch(/<script/i);
    const tags = page.match(/<[a-z][^>]*>/gi) ?? [];
    for (const tag of tags) expect(tag).not.toMatch(/\s(?:style|on\w+|src|action)\s*=/i);
    for (const [, address] of page.matchAll(/\bhref="([^"]*)"/g)) expect(address).toMatch(/^#/);
    expect(page).not.toMatch(/url\((?!#)/);
  });

  it('says of an essay kept before for which campaign and unit it was handed in', () => {
    const outside = batch.assessments
      .flatMap(({ matches }) => matches)
      .find(({ id }) => !batch.assessments.some(({ submission }) => submission.id === id))!;
    const documents = new Map(batch.documents);
    documents.set(outside.id, { ...documents.get(outside.id)!, origin: { campaign: 'Nghị quyết 03', unit: 'Thôn <Đá Bạc>' } });
    const said = /đã giữ từ trước: <bdi>Nghị quyết 03 · Thôn &lt;Đá Bạc&gt;<\/bdi>/;
    expect(toHtml({ ...batch, documents }, new Date())).toMatch(said);
    expect(page).not.toMatch(/đã giữ từ trước/);
  });

  it('shows a file name and a member that look like markup as they are', () => {
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;script&gt; bai-thu-hoach.docx');
    expect(page).toContain('Lò Thị &lt;b&gt;Mẩy&lt;/b&gt;');
    const [one] = batch.assessments;
    const linked: BatchAssessment = {
      ...batch,
      assessments: [{ ...one!, submission: { ...one!.submission, file: 'javascript:alert(1)' } }],
    };
    expect(toHtml(linked, new Date())).not.toMatch(/href="javascript:/);
  });

  it('allows only its own style, by the hash of what it holds', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${hash}';`);
    expect(page.match(/<style/g)).toHaveLength(1);
  });

  it('shows the text of every passage, both sides', () => {
    const text = textOf(page);
    for (const { submission, matches } of batch.assessments) {
      for (const match of matches) {
        for (const { first, second } of match.passages) {
          expect(text).toContain(joined(batch.documents.get(submission.id)?.text.slice(first.start, first.end) ?? '?'));
          expect(text).toContain(joined(batch.documents.get(match.id)?.text.slice(second.start, second.end) ?? '?'));
        }
      }
    }
  });

  it('shows every reason, every evidence sentence and what is missing', () => {
    const text = textOf(page);
    for (const { reasons, themes, submission } of batch.assessments) {
      for (const reason of reasons) expect(text).toContain(reason.text);
      for (const { evidence, missing } of themes) {
        expect(text).toContain(missing);
        for (const { start, end } of evidence)
          expect(text).toContain(joined(batch.documents.get(submission.id)?.text.slice(start, end) ?? '?').trim());
      }
    }
  });

  it('links only to places that exist, and names each place once', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(known).toContain(target);
    for (const [, target] of page.matchAll(/url\(#([^)]*)\)/g)) expect(known).toContain(target);
    for (const [, targets] of page.matchAll(/aria-labelledby="([^"]*)"/g))
      for (const target of targets!.split(' ')) expect(known).toContain(target);
  });

  it('orders the table by need, groups before single essays', () => {
    const rows = [...page.matchAll(/<tr class="is-(\w+)">/g)].map(([, proposal]) => proposal);
    expect(rows).toEqual([...Array(5).fill('rewrite'), ...Array(7).fill('review'), 'accept', 'accept']);
    expect(page.indexOf('id="bang"')).toBeLessThan(page.indexOf('id="nhom"'));
    expect(page.indexOf('id="nhom"')).toBeLessThan(page.indexOf('id="tung-bai"'));
    expect(page.indexOf('id="bo-qua"')).toBeLessThan(page.indexOf('id="chu-giai"'));
  });

  it('keeps landmarks for the parts of the page; a match and its passages are groups that name the other file', () => {
    expect(page.match(/<section|role="region"/g)?.length).toBeLessThan(10);
    expect(page).toMatch(/<div class="match" id="k1-1" role="group" aria-labelledby="k1-1-ten">/);
    expect(page).toMatch(/<div class="pair" id="k1-1-1" role="group" aria-labelledby="k1-1-1-ten k1-1-ten">/);
    expect(textOf(/id="k1-1-ten">.*?<\/p>/.exec(page)?.[0].slice('id="k1-1-ten">'.length) ?? '')).toBe(
      'Đối chiếu 1. bai-mau-tren-mang.docx bài mẫu ngoài',
    );
  });

  it('heads every row of the essays and of a group by the name of its file', () => {
    expect(page.match(/<th scope="row" class="full name">/g)).toHaveLength(batch.assessments.length + batch.groups[0]!.members.length);
  });

  it('counts the syllables of a shared block as those of the passage that it is', () => {
    const syllables = batch.assessments.flatMap(({ matches }) => matches.flatMap(({ passages }) => passages.map((one) => one.syllables)));
    const counts = [...textOf(page).matchAll(/có trong \d+\/\d+ bài · (\d+) âm tiết/g)].map(([, count]) => Number(count));
    expect(counts.length).toBeGreaterThan(2);
    for (const count of counts) expect(syllables).toContain(count);
  });

  it('says shortly in the table why a file was not read, and at length in its section', () => {
    const message = 'Tệp “Giáp Thị Lụa.pdf” đặt mật khẩu nên không mở được.';
    const end = page.indexOf('</table>');
    const [table, rest] = [page.slice(page.indexOf('<table'), end), page.slice(end)];
    expect(textOf(table)).toContain('Không mở được.');
    expect(textOf(table)).not.toContain(message);
    expect(textOf(rest)).toContain(message);
  });

  it('names an essay of which a part could not be read among the files that need a person', () => {
    const [, , , , , one] = batch.assessments;
    const advisories = [{ code: 'partial-text' as const, text: 'Mới đọc được một phần của tệp.', spans: [] }];
    const alone = (assessment: typeof one): string => textOf(toHtml({ ...batch, groups: [], assessments: [assessment!] }, new Date()));
    expect(alone(one)).toContain('Không có tệp nào cần người xem.');
    const partial = alone({ ...one!, advisories });
    expect(partial).not.toMatch(/Không có tệp nào cần|Mọi tệp/);
    expect(partial).toContain('1 trong 1 tệp');
    expect(partial).toContain('Mạc Đình Khoát.docx: chưa đọc được hết bài');
    expect(partial).toContain('Mới đọc được một phần của tệp.');
  });

  it('writes a dash on a striped bar where a figure could not be computed', () => {
    const row =
      page
        .split('<tr class="is-')
        .slice(1)
        .find((one) => one.includes('Giáp Thị Lụa.pdf')) ?? '';
    expect(row).toContain('<b class="nofigure">–</b>');
    expect(row).toContain('bar__none');
    expect(textOf(row.slice(row.indexOf('<td'), row.indexOf('</tr>')))).not.toMatch(/\d%/);
  });

  it('shows hidden characters as marks, never raw', () => {
    expect(page).toContain('<span class="odd">U+202E</span>');
    expect(page).toContain('<span class="odd">U+200B ×3</span>');
    // Line ends and tabs are the page's own.
    expect(page.replace(/[\n\t]/g, '')).not.toMatch(/[\u200b\u202e\p{Cc}]/u);
  });

  it('says what it must and accuses nobody', () => {
    const text = textOf(page);
    for (const word of ['bài nộp khác', 'bài mẫu ngoài', 'lần nộp trước', 'Hệ thống chỉ đề xuất', 'không tính vào tỷ lệ'])
      expect(text).toContain(word);
    expect(text).not.toMatch(/đạo văn|gian lận|vi phạm|sao chép/i);
    expect(Object.values(ADVISORY_WORDS).join()).not.toMatch(/chép/);
  });

  it('has one heading of the first level and skips no level', () => {
    const levels = [...page.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('holds an empty batch', () => {
    const empty = { ...batch, assessments: [], groups: [], skipped: [], documents: new Map() };
    expect(toHtml(empty, new Date())).toContain('Đã đọc 0/0 bài');
  });

  it('shows past the limit of the page only the strongest match of an essay side by side', { timeout: 60_000 }, () => {
    const { ordered, numbers } = layOut(largeBatch(800, 800), new Date());
    const plans = [...planMatches(ordered, numbers).values()];
    const text = plans.flatMap((plan) => plan.filter(({ display }) => display === 'pairs').slice(1)).flatMap(({ match }) => match.passages);
    const length = text.reduce((sum, { first, second }) => sum + first.end - first.start + second.end - second.start, 0);
    expect(length).toBeLessThanOrEqual(6_000_000);
    for (const plan of plans) expect(plan[0]?.display).toBe('pairs');
    expect(
      plans
        .at(-1)
        ?.slice(1)
        .every(({ display }) => display !== 'pairs'),
    ).toBe(true);
  });

  it('finds the member that is nearest to the others, the first received of equals', () => {
    const context = layOut(batch, new Date());
    const group = batch.groups[0]!;
    const nearness = (one: string): number =>
      group.members.reduce((sum, other) => sum + Math.min(pairFigure(context, one, other) ?? 0, pairFigure(context, other, one) ?? 0), 0);
    const best = Math.max(...group.members.map(nearness));
    expect(nearness(centralMember(context, group))).toBeCloseTo(best, 6);
    const equal = largeBatch(5, 5);
    expect(centralMember(layOut(equal, new Date()), equal.groups[0]!)).toBe('x0');
  });

  it('stays bounded when 300 essays hold 120 near copies', { timeout: 60_000 }, () => {
    const large = toHtml(largeBatch(300, 120), new Date());
    expect(Buffer.byteLength(large)).toBeLessThan(16_000_000);
    const ids = new Set([...large.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
    const dead = [...large.matchAll(/href="#([^"]*)"/g)].filter(([, target]) => !ids.has(target));
    expect(dead).toEqual([]);
  });
});
