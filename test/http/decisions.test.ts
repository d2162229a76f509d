import { expect, it } from 'vitest';
import { readSheetRows } from '../../src/pipeline/roster/read-sheet.js';
import { readCsvRows } from '../../src/pipeline/roster/read-table.js';
import { assessedSample, overviewOf } from './assessed-sample.js';
import { enterAs } from './units.js';

const REASON = '=HYPERLINK("http://noi-la.example","xem")';
const HEAD = [
  ...['Thời điểm', 'Người quyết định', 'Vai trò hiện nay', 'Đơn vị', 'Đợt học tập', 'Việc', 'Bài, lô, văn bản', 'Người viết'],
  ...['Quyết định', 'Căn cứ', 'Lý do, nội dung'],
];

it('gives the inspection who decided what as a table in words, in which nothing is a formula', async () => {
  const { service, browser, campaign } = await assessedSample();
  const [one, two] = (await overviewOf(browser, campaign)).rows.filter(({ member }) => member !== '');
  const committee = await enterAs(service, 'goc', ['committee', 'secretary'], '@Bế Văn Xã');
  const conclude = (essay: string, json: object) =>
    committee.send('put', `/api/campaigns/${campaign}/essays/${essay}/conclusion`, { revision: 0, ...json }).expect(200);
  await conclude(one!.id, { verdict: 'rewrite', grounds: ['copied', 'content'], reason: REASON });
  await conclude(two!.id, { verdict: 'accepted', grounds: [], reason: '' });
  const watcher = await enterAs(service, 'goc', ['inspection'], 'Thào Thị Soi');

  const csv = await watcher.get('/api/log/decisions?format=csv').expect(200);
  expect(csv.headers['content-disposition']).toContain('.csv');
  const [head, ...rows] = readCsvRows(Buffer.from(csv.text)).map(({ cells }) => cells);
  expect(head).toEqual(HEAD);
  const unit = expect.any(String);
  const base = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
  const day = expect.stringMatching(/^\d{2}\/\d{2}\/\d{4}, \d{2}:\d{2}$/);
  const by = (name: string) => [day, name, 'Cấp ủy, Bí thư', unit, expect.stringContaining(' '), 'Kết luận một bài'];
  expect(rows).toEqual([
    [...by("'@Bế Văn Xã"), base(one!.file), one!.member, 'Phải viết lại', 'sao chép và nội dung không đạt', `'${REASON}`],
    [...by("'@Bế Văn Xã"), base(two!.file), two!.member, 'Đạt yêu cầu', '', ''],
  ]);

  const sheet = (await watcher.get('/api/log/decisions?format=xlsx').responseType('blob').expect(200)).body as Buffer;
  const filled = (await readSheetRows(sheet)).map(({ cells }) => HEAD.map((_, place) => cells[place] ?? ''));
  expect(filled[0]).toEqual(HEAD);
  expect(filled.slice(1)).toEqual([
    [...by('@Bế Văn Xã'), base(one!.file), one!.member, 'Phải viết lại', 'sao chép và nội dung không đạt', REASON],
    [...by('@Bế Văn Xã'), base(two!.file), two!.member, 'Đạt yêu cầu', '', ''],
  ]);

  const searched = await watcher.get(`/api/log/decisions?format=csv&essay=${encodeURIComponent(two!.id)}`).expect(200);
  expect(readCsvRows(Buffer.from(searched.text)).length).toBe(2);
  await committee.get('/api/log/decisions?format=csv').expect(404);
  const log = (await watcher.get('/api/log?kinds=exported').expect(200)).body as { details: { what: string } }[];
  expect(log.map(({ details }) => details.what)).toEqual(['decisions', 'decisions', 'decisions']);
}, 120_000);
