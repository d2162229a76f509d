import { describe, expect, test } from 'vitest';
import { mergeDraft } from '../../../src/web/app/reports/merge-draft.js';

const draft = (texts: Record<string, string>, parts: Record<string, string> = {}) => ({ texts, parts });

describe('two people at one report', () => {
  test('who wrote different sections both keep their texts', () => {
    const merged = mergeDraft(draft({ a: 'cũ', b: 'cũ' }), draft({ a: 'của tôi', b: 'cũ' }), draft({ a: 'cũ', b: 'của bạn', c: 'mới' }));
    expect(merged).toEqual({ draft: draft({ a: 'của tôi', b: 'của bạn', c: 'mới' }), conflicts: [] });
  });

  test('who wrote one section differently are both shown, and the own text stays until somebody chooses', () => {
    const merged = mergeDraft(draft({}), draft({ a: 'của tôi' }), draft({ a: 'của bạn' }));
    expect(merged.draft.texts).toEqual({ a: 'của tôi' });
    expect(merged.conflicts).toEqual([{ section: 'a', mine: 'của tôi', theirs: 'của bạn' }]);
  });

  test('who wrote the same, or emptied what nobody else touched, do not meet', () => {
    expect(mergeDraft(draft({ a: 'cũ', b: 'cũ' }), draft({ a: 'mới', b: '' }), draft({ a: 'mới', b: 'cũ' }))).toEqual({
      draft: draft({ a: 'mới', b: '' }),
      conflicts: [],
    });
  });

  test('have the document parts of whoever changed them', () => {
    expect(mergeDraft(draft({}, { number: '1' }), draft({}, { number: '1' }), draft({}, { number: '2' })).draft.parts).toEqual({
      number: '2',
    });
    expect(mergeDraft(draft({}, { number: '1' }), draft({}, { number: '3' }), draft({}, { number: '2' })).draft.parts).toEqual({
      number: '3',
    });
  });
});
