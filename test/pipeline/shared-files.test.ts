import { describe, expect, it } from 'vitest';
import { withCorpus } from '../../src/cli/house.js';
import type { Advisory, Assessment } from '../../src/model/assessment.js';
import type { BatchAssessment } from '../../src/model/batch.js';
import type { DocumentMetadata } from '../../src/model/extraction.js';
import { madeUpText } from '../support/vietnamese.js';
import { assess, assessmentOf, type BatchOptions, PLAIN } from './batch.js';
import { lines } from './inputs.js';
import { TOLD, told } from './told-files.js';

type Facts = Partial<DocumentMetadata>;

const MADE = { creator: 'Đinh Văn Mực', created: '2026-10-01T07:00:00Z' };

const session = (n: number): string => `00${(0xa10000 + n).toString(16).toUpperCase()}`;
const sessions = (from: number, count: number): string[] => Array.from({ length: count }, (_, i) => session(from + i));

/** A batch of essays that share no text; each is of the member and unit with its number unless `roster` says so. */
function judge(files: Readonly<Record<string, Facts>>, options: BatchOptions = {}): Promise<BatchAssessment> {
  const names = Object.keys(files);
  const seedOf = (name: string): number => [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1_000_003;
  const contents = names.map((name) => [name, told([madeUpText(seedOf(name), 250)], files[name])]);
  const roster = names.map((name, i) => `${name},m${i},u${i}`);
  return assess(Object.fromEntries(contents), { sandbox: TOLD, roster, ...options });
}
const SHARED: readonly Advisory['code'][] = ['shared-revisions', 'shared-metadata'];
const toldOf = ({ advisories }: Assessment) => advisories.filter(({ code }) => SHARED.includes(code));
const codesOf = (batch: BatchAssessment, name: string): string[] => toldOf(assessmentOf(batch, name)).map(({ code }) => code);
const idOf = (batch: BatchAssessment, name: string): string => assessmentOf(batch, name).submission.id;

describe('traces that files of several members share', () => {
  it('are told of both, with how many files and which, and change no proposal', async () => {
    const batch = await judge({
      'a.docx': { revisions: sessions(0, 12) },
      'b.docx': { revisions: [...sessions(6, 6), ...sessions(100, 6)] },
      'c.docx': { revisions: sessions(200, 12) },
    });
    expect(codesOf(batch, 'c.docx')).toEqual([]);
    const [advisory] = toldOf(assessmentOf(batch, 'a.docx'));
    expect(advisory).toMatchObject({ code: 'shared-revisions', submissions: [idOf(batch, 'b.docx')] });
    expect(advisory!.text).toMatch(/^Có 1 tệp của người khác .* nhiều nhất 6 dấu ở một tệp\./);
    expect(toldOf(assessmentOf(batch, 'b.docx'))).toMatchObject([{ submissions: [idOf(batch, 'a.docx')] }]);
    expect(batch.assessments.map(({ proposal }) => proposal)).toEqual(['accept', 'accept', 'accept']);
  });

  it.each<[string, Facts, string[]]>([
    ['an identifier', { identifiers: ['{AB12}'] }, ['shared-revisions']],
    ['one editing session, which may be chance', { revisions: [session(1)] }, []],
    ['sessions without a number', { revisions: ['00000000', '0'] }, []],
    ['who made it, and when', MADE, ['shared-metadata']],
    ['who made it alone', { creator: 'Đinh Văn Mực' }, []],
    ['a name that computers come with', { creator: 'Admin', created: '2026-10-01T07:00:00Z' }, []],
    ['who saved it last, which anybody can write into a file', { lastModifiedBy: 'Lò Thị Mẩy' }, []],
    ['nothing at all', {}, []],
  ])('are %s', async (_, facts, codes) => {
    const batch = await judge({ 'a.docx': facts, 'b.docx': facts });
    for (const name of ['a.docx', 'b.docx']) expect(codesOf(batch, name)).toEqual(codes);
  });

  it('never are those of the same member', async () => {
    const facts = { revisions: sessions(0, 9), identifiers: ['{AB12}'], ...MADE };
    const batch = await judge({ 'a.docx': facts, 'b.docx': facts }, { roster: ['a.docx,m1,u1', 'b.docx,m1,u1'] });
    for (const name of ['a.docx', 'b.docx']) expect(codesOf(batch, name)).toEqual([]);
  });

  it.each([
    [8, ['shared-revisions']],
    [9, []],
  ])('tell something of %i units, of more they are a form that all were given', async (units, codes) => {
    const files = Object.fromEntries(Array.from({ length: units }, (_, i) => [`${i}.docx`, { revisions: sessions(0, 5) }]));
    const batch = await judge(files);
    for (const name of Object.keys(files)) expect(codesOf(batch, name)).toEqual(codes);
  });

  it.each(['templates', 'references'])('tell nothing where the %s of the campaign have them', async (list) => {
    const facts = { revisions: sessions(0, 9), ...MADE };
    const form = told([madeUpText(3, 60)], facts);
    const campaign = lines(...PLAIN.trim().split('\n'), `${list}: [mau.docx]`);
    const batch = await judge({ 'a.docx': facts, 'b.docx': facts }, { campaign, documents: { 'mau.docx': form } });
    for (const name of ['a.docx', 'b.docx']) expect(codesOf(batch, name)).toEqual([]);
  });

  it('may be sessions of which 32 bits of hash are the same, and no file of the batch is lost', async () => {
    const facts = { revisions: ['6BAF1792', '1C37E93A'] };
    const batch = await judge({ 'a.docx': facts, 'b.docx': facts, 'c.docx': {} });
    expect(toldOf(assessmentOf(batch, 'a.docx'))[0]?.text).toContain('nhiều nhất 2 dấu');
    expect(batch.assessments).toHaveLength(3);
  });

  it('name all who share them', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `${i}.docx`);
    const files = Object.fromEntries(names.map((name) => [name, { identifiers: ['{AB12}'] }]));
    const batch = await judge(files, { roster: names.map((name, i) => `${name},m${i},u1`) });
    expect(toldOf(assessmentOf(batch, '0.docx'))[0]!.submissions).toHaveLength(39);
  });

  it('are found in what was kept before, in whatever order it came', async () => {
    const facts: Record<string, Facts> = {
      'a.docx': { revisions: sessions(0, 80) },
      'b.docx': { revisions: [...sessions(0, 80)].reverse(), ...MADE },
      'c.docx': MADE,
    };
    const run = (order: readonly string[]) =>
      withCorpus(null, true, async (corpus) => {
        const roster = ['a.docx,ma,ua', 'b.docx,mb,ub', 'c.docx,mc,uc'];
        for (const name of order) await judge({ [name]: facts[name]! }, { corpus, roster });
        const again = await judge(facts, { corpus, roster });
        return Object.fromEntries(Object.keys(facts).map((name) => [name, toldOf(assessmentOf(again, name))]));
      });
    const first = await run(['a.docx', 'b.docx', 'c.docx']);
    expect(Object.values(first).map((advisories) => advisories.map(({ code }) => code))).toEqual([
      ['shared-revisions'],
      ['shared-revisions', 'shared-metadata'],
      ['shared-metadata'],
    ]);
    expect(await run(['c.docx', 'b.docx', 'a.docx'])).toEqual(first);
  });
});

describe('what a file says of itself', () => {
  it('is told with its essay, however much it says', async () => {
    const facts = { creator: 'Đ'.repeat(5_000), revisions: sessions(0, 300), identifiers: Array.from({ length: 90 }, (_, i) => `id ${i}`) };
    const { metadata } = assessmentOf(await judge({ 'a.docx': { ...facts, editingMinutes: 12 } }), 'a.docx');
    expect(metadata).toMatchObject({ revisions: 300, editingMinutes: 12, lastModifiedBy: '' });
    expect(JSON.stringify(metadata).length).toBeLessThan(1_000);
  });
});
