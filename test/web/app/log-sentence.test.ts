import { describe, expect, it } from 'vitest';
import type { LogEventView } from '../../../src/api/service.js';
import { EVENT_KINDS } from '../../../src/model/result-record.js';
import { logSentence } from '../../../src/web/app/log/log-sentence.js';
import { words } from '../../../src/web/words/words.js';

const names = { batches: new Map([['b1', 3]]), essays: new Map([['e1', 'VT-01, bài.docx']]) };

function say(event: Partial<LogEventView>): string[] {
  const whole: LogEventView = {
    sequence: 1,
    at: '2026-11-25T08:00:00.000Z',
    actor: 'Mận',
    kind: 'batch-sealed',
    campaign: 'c1',
    batch: null,
    submission: null,
    details: {},
    ...event,
  };
  return logSentence(whole, names, words.t);
}

describe('the log in sentences', () => {
  it('says who did what to which batch', () => {
    expect(say({ kind: 'batch-sealed', batch: 'b1' })).toEqual(['Đồng chí Mận cho bắt đầu soát lô 3.']);
    expect(say({ kind: 'batch-assessed', actor: 'soatbai', batch: 'b1', details: { essays: 1028 } })).toEqual([
      'Hệ thống soát xong lô 3.',
      '1.028 bài.',
    ]);
  });

  it('gives the ground and the reason of a conclusion', () => {
    const details = { verdict: 'rewrite', grounds: ['copied', 'content'], reason: 'Trùng đoạn 1.' };
    expect(say({ kind: 'concluded', submission: 'e1', details })).toEqual([
      'Đồng chí Mận kết luận bài “VT-01, bài.docx”: phải viết lại, căn cứ sao chép và nội dung không đạt.',
      'Lý do: “Trùng đoạn 1.”',
    ]);
  });

  it('speaks of an essay that is no longer there without its name', () => {
    expect(say({ kind: 'concluded', submission: 'gone', details: { verdict: 'accepted', grounds: [], reason: '' } })).toEqual([
      'Đồng chí Mận kết luận một bài: đạt yêu cầu.',
    ]);
  });

  it('keeps the reason of a withdrawal', () => {
    expect(say({ kind: 'batch-withdrawn', batch: 'b1', details: { reason: 'Nộp nhầm' } })[0]).toBe('Đồng chí Mận rút lô 3: “Nộp nhầm”');
  });

  it('has a sentence for every kind of line, whatever its details hold', () => {
    for (const kind of EVENT_KINDS) {
      for (const details of [{}, { verdict: 7, grounds: 'x', reason: null, error: [], number: 'một' }]) {
        const [first = ''] = say({ kind, details });
        expect(first, kind).toMatch(/\p{L}.*\.$/u);
        expect(first, kind).not.toMatch(/\{\{|undefined|null|log\./);
      }
    }
  });
});
