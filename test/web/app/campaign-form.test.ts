import { describe, expect, it } from 'vitest';
import { campaignInputSchema, type DefinitionView } from '../../../src/api/service.js';
import { type CampaignForm, toCampaignInput, toForm } from '../../../src/web/app/form/campaign-form.js';
import { checkForm } from '../../../src/web/app/form/check-form.js';
import { parseCount, parseDecimal, parsePercent, writePercent } from '../../../src/web/app/form/numbers.js';
import { words } from '../../../src/web/words/words.js';

const definition: DefinitionView = {
  name: 'Học tập Nghị quyết số 12-NQ/ĐU',
  kind: 'essay',
  references: [{ file: 'nghị quyết.docx', sha256: 'a'.repeat(64) }],
  templates: [],
  samples: [],
  prompt: 'Nêu một việc đồng chí sẽ làm.',
  rewriteBy: '2026-12-31',
  synonyms: [['rác thải', 'rác']],
  themes: [
    {
      id: 'moi-truong',
      name: 'Môi trường',
      kind: 'topic',
      required: true,
      minimum: 0.45,
      phrases: ['rác thải'],
      facets: [{ name: 'mục tiêu', phrases: ['90% số hộ'] }],
    },
  ],
  groups: [
    {
      group: 'Cán bộ',
      themes: [{ id: 'bien', name: 'Biển', kind: 'topic', required: false, minimum: 0.5, phrases: ['tàu cá'], facets: [] }],
    },
  ],
  policy: {
    review: { best: 0.125, union: 0.3, passage: null, unmetThemes: 1 },
    rewrite: { best: 0.4, union: null, unmetShare: 1 },
    minimumSyllables: 1200,
    maximumSyllables: 4000,
  },
};

const change = (part: Partial<CampaignForm>): CampaignForm => ({ ...toForm(definition), ...part });

describe('the form of a campaign', () => {
  it('gives back what it was filled from', () => {
    const sent = campaignInputSchema.parse(toCampaignInput(toForm(definition)));
    expect(sent).toEqual(definition);
  });

  it('gives a new theme an id of its own', () => {
    const [first] = toForm(definition).themes;
    const twin = { ...first!, key: 'x', id: null };
    const { themes } = toCampaignInput(change({ themes: [first!, twin] }));
    expect(themes?.map(({ id }) => id)).toEqual(['moi-truong', 'moi-truong-2']);
  });

  it('finds nothing wrong with a campaign as it is', () => {
    expect([...checkForm(toForm(definition), words.t)]).toEqual([]);
  });

  it('tells what is wrong beside the field that it is in', () => {
    const [theme] = toForm(definition).themes;
    const limits = toForm(definition).limits;
    const wrongs = checkForm(
      change({
        name: ' ',
        themes: [{ ...theme!, key: 't', name: '', minimum: '1,5', phrases: [], facets: [] }],
        limits: { ...limits, reviewBest: { isOn: true, value: '101' }, reviewUnmet: { isOn: true, value: 'một' } },
        synonyms: 'rác',
      }),
      words.t,
    );
    expect([...wrongs.keys()]).toEqual([
      'name',
      'theme t name',
      'theme t minimum',
      'theme t phrases',
      'limit reviewBest',
      'limit reviewUnmet',
      'synonyms',
    ]);
  });

  it('finds groups without a name, named twice or without themes, and what is wrong with their themes', () => {
    const { groups, themes } = toForm(definition);
    const [theme] = themes;
    const one = { ...groups[0]!, key: 'g1' };
    const wrongs = checkForm(
      change({
        groups: [
          one,
          { ...one, key: 'g2', group: ' Cán bộ ' },
          { ...one, key: 'g3', group: ' ' },
          { key: 'g4', group: 'Đảng viên', themes: [] },
          { key: 'g5', group: 'Đoàn viên', themes: [{ ...theme!, key: 't', name: '' }] },
        ],
      }),
      words.t,
    );
    expect([...wrongs.keys()]).toEqual(['group g2', 'group g3', 'group g4', 'theme t name']);
  });

  it('does not look at a limit that is switched off', () => {
    const limits = toForm(definition).limits;
    expect(checkForm(change({ limits: { ...limits, reviewBest: { isOn: false, value: 'x' } } }), words.t).size).toBe(0);
  });

  it('does not let rewriting be proposed before review', () => {
    const limits = toForm(definition).limits;
    const wrongs = checkForm(change({ limits: { ...limits, rewriteBest: { isOn: true, value: '10' } } }), words.t);
    expect(wrongs.get('limit rewriteBest')).toContain('12,5%');
  });
});

describe('typed numbers', () => {
  it('may have a comma, a point or a percent sign', () => {
    expect(['12,5', '12.5 %', ' 20% ', '100'].map(parsePercent)).toEqual([0.125, 0.125, 0.2, 1]);
    expect(['', '101', '-5', '1e2', 'x'].map(parsePercent)).toEqual([null, null, null, null, null]);
    expect(parseDecimal('0,45')).toBe(0.45);
  });

  it('may have points between thousands', () => {
    expect(['1.200', '200', '1.2', '1200'].map(parseCount)).toEqual([1200, 200, null, 1200]);
  });

  it('are written without the crumbs of binary fractions', () => {
    expect([0.2, 0.07, 0.29, 0.125].map(writePercent)).toEqual(['20', '7', '29', '12,5']);
  });
});
