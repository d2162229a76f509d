import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { CAMPAIGN_KINDS, type Campaign } from '../../src/model/campaign.js';
import { AppError } from '../../src/model/errors.js';
import { parseCampaign } from '../../src/pipeline/campaign-file.js';
import { folderWith, lines } from './inputs.js';

const EXAMPLE = `name: Học tập Nghị quyết …
kind: essay            # essay | personal-plan | action-programme | situational-answer
references: [ nghi-quyet.docx ]           # text that members may quote: the resolution, approved study material
templates: [ mau-bai-thu-hoach.docx ]     # form text and prompts, never counted as copying
samples: [ bai-mau-tren-mang.docx ]       # known outside essays: matches are reported as such
synonyms: [ [ "đảng viên", "cán bộ" ] ]   # optional, for themes
themes:
  - id: nhan-thuc
    name: Nhận thức về những nội dung cơ bản
    kind: awareness        # awareness | topic | request | commitment | own-unit
    required: true
    minimum: 0.5           # score from which the theme counts as met
    phrases: [ "phát triển nguồn nhân lực", … ]
    facets: [ { name: "mục tiêu", phrases: [ … ] } ]   # optional parts that should be covered
policy:
  review:  { best: 0.20, union: 0.30, passage: 80, unmetThemes: 1 }
  rewrite: { best: 0.40, union: 0.50, unmetShare: 0.5 }    # unmetShare: of the required themes
  minimumSyllables: 200
`;

const QUESTION =
  '"Một số hộ dân đổ rác thải sinh hoạt xuống kênh thoát nước. Đồng chí là tổ trưởng, sẽ xử lý như thế nào để giải quyết dứt điểm?"';

/** Path of the campaign file in a folder where the documents of the example lie beside it. */
let file: string;
beforeEach(async () => {
  const folder = await folderWith({ 'nghi-quyet.docx': 'a', 'mau-bai-thu-hoach.docx': 'b', 'bai-mau-tren-mang.docx': 'c' });
  file = join(folder, 'đợt 1.yaml');
});

const parse = (...text: string[]): Campaign => parseCampaign(lines(...text), file);

/** The message of the AppError that a campaign file ends in. */
function refusal(text: string): string {
  try {
    parseCampaign(text, file);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'campaign-file' });
    return (error as AppError).message;
  }
  throw new Error(`accepted:\n${text}`);
}

/** Expects an error that names the file and this line, in one line. */
function expectLine(line: number, ...text: string[]): string {
  const message = refusal(lines(...text));
  expect(message).toContain(`${file}, dòng ${line}:`);
  expect(message).not.toContain('\n');
  return message;
}

describe('a campaign file', () => {
  it('is read in full', () => {
    expect(parseCampaign(EXAMPLE, file)).toEqual({
      name: 'Học tập Nghị quyết …',
      kind: 'essay',
      references: ['nghi-quyet.docx'],
      templates: ['mau-bai-thu-hoach.docx'],
      samples: ['bai-mau-tren-mang.docx'],
      prompt: '',
      rewriteBy: null,
      synonyms: [['đảng viên', 'cán bộ']],
      themes: [
        {
          id: 'nhan-thuc',
          name: 'Nhận thức về những nội dung cơ bản',
          kind: 'awareness',
          required: true,
          minimum: 0.5,
          phrases: ['phát triển nguồn nhân lực', '…'],
          facets: [{ name: 'mục tiêu', phrases: ['…'] }],
        },
      ],
      policy: {
        review: { best: 0.2, union: 0.3, passage: 80, unmetThemes: 1 },
        rewrite: { best: 0.4, union: 0.5, unmetShare: 0.5 },
        minimumSyllables: 200,
        maximumSyllables: 5000,
      },
    });
  });

  it('reads the same with a byte order mark and Windows line ends', () => {
    expect(parseCampaign(`\uFEFF${EXAMPLE.replaceAll('\n', '\r\n')}`, file)).toEqual(parseCampaign(EXAMPLE, file));
  });

  it('needs only a name', () => {
    const campaign = parse('name: Đợt 1');
    expect(campaign).toMatchObject({ name: 'Đợt 1', kind: 'essay', references: [], templates: [], samples: [], synonyms: [] });
    expect(campaign.themes.map(({ kind, required }) => [kind, required])).toEqual([
      ['awareness', true],
      ['commitment', true],
      ['own-unit', true],
      ['request', false],
    ]);
    expect(campaign.themes[0]?.facets.map(({ name }) => name)).toEqual(['quan điểm', 'mục tiêu', 'nhiệm vụ, giải pháp']);
    expect(campaign.policy).toEqual(parseCampaign(EXAMPLE, file).policy);
  });

  it.each(CAMPAIGN_KINDS)('of kind %s has limits and themes of its own kind', (kind) => {
    const { policy, themes } = parse('name: Đợt 1', `kind: ${kind}`, `prompt: ${QUESTION}`);
    const expected = {
      essay: { syllables: [200, 5000], passage: 80, themes: ['nhan-thuc', 'trach-nhiem', 'lien-he-don-vi'] },
      'personal-plan': { syllables: [150, 4000], passage: 80, themes: ['chuc-trach', 'viec-se-lam', 'tinh-hinh-don-vi'] },
      'action-programme': { syllables: [300, 12000], passage: 60, themes: ['van-dung', 'tinh-hinh', 'trong-tam', 'phan-cong'] },
      'situational-answer': { syllables: [80, 2000], passage: 40, themes: ['tra-loi-tinh-huong', 'cach-giai-quyet'] },
    }[kind];
    const { minimumSyllables, maximumSyllables, review } = policy;
    const required = themes.filter((theme) => theme.required).map(({ id }) => id);
    expect({ syllables: [minimumSyllables, maximumSyllables], passage: review.passage, themes: required }).toEqual(expected);
    // A theme without a phrase is found by its kind alone; what the secretary sees should say what it is about.
    for (const { id, phrases } of themes) expect(phrases.length, id).toBeGreaterThan(3);
  });

  it('of answers takes its themes from the question, what it speaks of and not how it asks', () => {
    const [about, ...others] = parse('name: Đợt 1', 'kind: situational-answer', `prompt: ${QUESTION}`).themes;
    expect(about).toMatchObject({ name: 'Trả lời tình huống', kind: 'topic', required: true });
    expect(about?.phrases).toEqual(expect.arrayContaining(['rác thải sinh hoạt', 'kênh thoát nước', 'hộ dân']));
    const asked = about?.phrases.join(' ') ?? '';
    for (const word of ['đồng chí', 'xử lý', 'thế nào', 'giải quyết']) expect(asked).not.toContain(word);
    expect(others).toMatchObject([{ name: 'Cách giải quyết', kind: 'commitment' }]);
  });

  it('of answers keeps the themes that it is given, and an empty list is none', () => {
    const themes = (given: string) => parse('name: Đợt 1', 'kind: situational-answer', `prompt: ${QUESTION}`, given).themes;
    expect(themes('themes: [{ id: a, name: A }]').map(({ id }) => id)).toEqual(['a']);
    expect(themes('themes: []').map(({ id }) => id)).toEqual(['tra-loi-tinh-huong', 'cach-giai-quyet']);
  });

  it('takes the default of its kind for a missing limit, and null switches one off', () => {
    const { policy } = parse(
      'name: Đợt 1',
      'kind: situational-answer',
      `prompt: ${QUESTION}`,
      'policy:',
      '  review: { best: 0.25, union: null }',
      '  rewrite: { unmetShare: ~ }',
      '  minimumSyllables: null',
    );
    expect(policy).toEqual({
      review: { best: 0.25, union: null, passage: 40, unmetThemes: 1 },
      rewrite: { best: 0.4, union: 0.5, unmetShare: null },
      minimumSyllables: null,
      maximumSyllables: 2000,
    });
  });

  it('replaces the default themes by those given, also by none', () => {
    expect(parse('name: Đợt 1', 'themes: []').themes).toEqual([]);
    const [theme, ...others] = parse('name: Đợt 1', 'themes:', '  - { id: mot, name: Một }').themes;
    expect(others).toEqual([]);
    expect(theme).toMatchObject({ id: 'mot', kind: 'topic', required: true, minimum: 0.5, phrases: [], facets: [] });
  });

  it.each([0, 1])('may set a share and a minimum to %d', (share) => {
    const campaign = parse(
      'name: Đợt 1',
      `policy: { review: { best: ${share} }, rewrite: { unmetShare: ${share} } }`,
      `themes: [{ id: a, name: A, minimum: ${share} }]`,
    );
    expect(campaign.policy).toMatchObject({ review: { best: share }, rewrite: { unmetShare: share } });
    expect(campaign.themes).toMatchObject([{ minimum: share }]);
  });
});

describe('an error in a campaign file names its line', () => {
  it('for answers to a question that nobody wrote down', () => {
    expect(expectLine(3, 'name: Đợt 1', 'references: []', 'kind: situational-answer')).toMatch(/prompt.*themes/);
    expect(expectLine(4, 'name: Đợt 1', 'kind: situational-answer', 'themes: []', 'prompt: Đồng chí xử lý như thế nào?')).toContain(
      'prompt',
    );
  });

  it('for an unknown key', () => {
    expect(expectLine(2, 'name: Đợt 1', 'reference: [nghi-quyet.docx]')).toContain('reference');
    expect(expectLine(4, 'name: Đợt 1', 'policy:', '  review:', '    bset: 0.2')).toContain('bset');
    expect(expectLine(5, 'name: Đợt 1', 'themes:', '  - id: a', '    name: A', '    minimun: 0.5')).toContain('minimun');
  });

  it('for an unknown key whose value stands below it', () => {
    expect(expectLine(2, 'name: Đợt 1', 'polcy:', '  review: { best: 0.2 }', 'kind: essay')).toContain('polcy');
  });

  it.each([
    ['a share of 1.5', 4, ['name: Đợt 1', 'policy:', '  review:', '    best: 1.5']],
    ['a negative share', 3, ['name: Đợt 1', 'policy:', '  rewrite: { union: -0.1 }']],
    ['a share in words', 3, ['name: Đợt 1', 'policy:', '  rewrite: { union: nửa }']],
    ['a share in percent', 3, ['name: Đợt 1', 'policy:', '  rewrite: { union: 50% }']],
    ['half a syllable', 3, ['name: Đợt 1', 'policy:', '  minimumSyllables: 99.5']],
    ['an infinite limit', 3, ['name: Đợt 1', 'policy:', '  minimumSyllables: .inf']],
    ['no number', 3, ['name: Đợt 1', 'policy:', '  review: { best: .nan }']],
    ['a minimum of 2', 6, ['name: Đợt 1', 'themes:', '  - { id: a, name: A }', '  - id: b', '    name: B', '    minimum: 2']],
    ['an unknown kind', 2, ['name: Đợt 1', 'kind: bài thu hoạch']],
    ['text for a list', 2, ['name: Đợt 1', 'references: nghi-quyet.docx']],
    ['one word for synonyms', 3, ['name: Đợt 1', 'synonyms:', '  - [ "đảng viên" ]']],
    ['a theme without a name', 4, ['name: Đợt 1', 'themes:', '  - { id: a, name: A }', '  - id: b']],
    ['an id with spaces', 3, ['name: Đợt 1', 'themes:', '  - id: nhận thức', '    name: A']],
    ['an empty name', 1, ['name: ""']],
    ['text for yes or no', 3, ['name: Đợt 1', 'themes:', '  - { id: a, name: A, required: có }']],
  ])('for %s', (_, line, text) => {
    expectLine(line, ...text);
  });

  it('for a theme id used twice', () => {
    const text = ['name: Đợt 1', 'themes:', '  - id: nhan-thuc', '    name: A', '  - name: B', '    id: nhan-thuc'];
    expect(expectLine(6, ...text)).toContain('“nhan-thuc”');
  });

  it.each(['references', 'templates', 'samples'])('for a missing file under %s', (list) => {
    const text = ['name: Đợt 1', `${list}:`, '  - nghi-quyet.docx', '  - khong-co.docx', 'kind: essay'];
    expect(expectLine(4, ...text)).toContain('“khong-co.docx”');
  });

  it('for a folder in place of a listed file', () => {
    expect(expectLine(2, 'name: Đợt 1', 'references: [ . ]')).toContain('“.”');
  });

  it.each([
    ['an open bracket', 3, ['name: Đợt 1', 'references: [ nghi-quyet.docx', 'kind: essay']],
    ['a key given twice', 3, ['name: Đợt 1', 'kind: essay', 'name: Đợt 2']],
    ['a tab for an indent', 3, ['name: Đợt 1', 'policy:', '\tminimumSyllables: 100']],
    ['a second document', 2, ['name: Đợt 1', '---', 'name: Đợt 2']],
    ['a star that names nothing', 2, ['kind: essay', 'name: *Nghị']],
  ])('for bad YAML: %s', (_, line, text) => {
    expectLine(line, ...text);
  });

  // The committee reads Vietnamese; the parser's own sentence is English and repeats the line.
  it('in Vietnamese throughout', () => {
    expect(expectLine(3, 'name: Đợt 1', 'kind: essay', 'name: Đợt 2')).not.toMatch(/must be|at line|column/);
    expect(expectLine(2, 'name: Đợt 1', 'kind: tiểu luận')).not.toMatch(/invalid|expected|option/i);
  });

  it('for what is no campaign at all', () => {
    for (const text of ['', '# trống\n', 'một câu\n', '- name: Đợt 1\n', '42\n']) expect(refusal(text)).toContain(`${file}, dòng 1:`);
  });

  it('instead of working for ever on aliases of aliases', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...[...'bcdefghi'].map((key, i) => `${key}: &${key} [${`*${'abcdefgh'[i]},`.repeat(9)}]`),
    ];
    expect(refusal(lines(...bomb))).toContain(file);
  });
});
