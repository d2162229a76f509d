import { describe, expect, it } from 'vitest';
import type { BatchDetailView, BatchView, ItemView } from '../../../src/api/service.js';
import { inOrder } from '../../../src/web/app/batch/file-order.js';
import { itemRows, uploadRows } from '../../../src/web/app/batch/file-rows.js';
import { formatBytes } from '../../../src/web/app/batch/format-bytes.js';
import { mergeProgress } from '../../../src/web/app/batch/live-batch.js';
import type { Sending } from '../../../src/web/app/batch/uploader.js';

const batch: BatchView = {
  id: 'b',
  campaign: 'c',
  number: 1,
  state: 'working',
  createdAt: '2026-11-25T08:00:00.000Z',
  hasRoster: false,
  uploads: 2,
  bytes: 10,
  items: 2,
  done: 0,
  job: null,
};
const item = (number: number, file: string, more: Partial<ItemView> = {}): ItemView => ({
  number,
  file,
  state: 'waiting',
  submission: null,
  submissionState: null,
  reason: null,
  ...more,
});
const read = (number: number, file: string, submissionState: ItemView['submissionState'], reason: string | null = null): ItemView =>
  item(number, file, { state: 'read', submission: String(number), submissionState, reason });
const detail = (items: ItemView[]): BatchDetailView => ({ batch, uploads: [], items });
const names = (rows: readonly { file: string }[]): string[] => rows.map(({ file }) => file);

describe('the files of a batch', () => {
  it('stand in the order of their names, in whatever order they arrived', () => {
    expect(names(inOrder(detail([item(1, 'n/bài 10'), item(2, 'n/bài 9'), item(3, 'a')])).items)).toEqual(['a', 'n/bài 9', 'n/bài 10']);
  });

  it('that need a person come first, then what is still to be read', () => {
    const rows = itemRows(
      detail([
        read(1, 'tốt.docx', 'ok'),
        item(2, 'chờ.docx'),
        read(3, 'khóa.pdf', 'unreadable', 'Tệp đặt mật khẩu.'),
        item(4, 'nop.zip/Thumbs.db', { state: 'skipped', reason: 'Tệp của hệ điều hành.' }),
        item(5, 'ảnh.heic', { state: 'skipped', reason: 'Không phải bài.' }),
        read(6, 'lẫn phông.docx', 'suspicious'),
      ]),
    );
    expect(names(rows)).toEqual(['khóa.pdf', 'ảnh.heic', 'lẫn phông.docx', 'chờ.docx', 'tốt.docx', 'nop.zip/Thumbs.db']);
  });

  it('follow what the stream tells, one by one', () => {
    const before = detail([item(1, 'a.docx'), item(2, 'b.docx')]);
    const after = mergeProgress(before, { batch: { ...batch, done: 1 }, changed: [read(1, 'a.docx', 'ok')] });
    expect(after.batch.done).toBe(1);
    expect(after.items.map(({ state }) => state)).toEqual(['read', 'waiting']);
  });

  it('appear once the machine has looked into an archive', () => {
    const after = mergeProgress(detail([]), { batch, changed: [item(1, 'z/b.docx'), item(2, 'z/a.docx')] });
    expect(names(after.items)).toEqual(['z/a.docx', 'z/b.docx']);
  });

  it('are shown once, whether on their way or stored', () => {
    const sending = (path: string, state: Sending['state']): Sending => ({ path, size: 5, state, sent: 0, message: '' });
    const stored = { number: 1, file: 'a.docx', sha256: 'a'.repeat(64), bytes: 5 };
    const rows = uploadRows([stored], [sending('a.docx', 'stored'), sending('b.docx', 'sending'), sending('c.docx', 'refused')]);
    expect(names(rows)).toEqual(['c.docx', 'b.docx', 'a.docx']);
  });
});

describe('sizes', () => {
  it('are written as people read them', () => {
    expect([0, 1, 64 * 1024, 2.13 * 1024 * 1024, 180 * 1024 * 1024, 3 * 1024 ** 3].map(formatBytes)).toEqual([
      '0 KB',
      '1 KB',
      '64 KB',
      '2,1 MB',
      '180 MB',
      '3,0 GB',
    ]);
  });
});
