import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { OwnYearsView, YearExtractView } from '../../src/api/years.js';
import { extract } from '../../src/extract/extract.js';
import { EXTRACT_LIMITS } from '../../src/model/extraction.js';
import type { Browser } from './service.js';
import { enterAs } from './units.js';
import { yearStory } from './year-story.js';

const bytesOf = async (browser: Browser, path: string): Promise<Buffer> =>
  (await browser.get(path).responseType('blob').expect(200)).body as Buffer;

describe('the yearly extract', () => {
  test('tells of each member, by cell, what was done in the campaigns that were due in the year', async () => {
    const { committee, campaigns } = await yearStory();
    expect((await committee.get('/api/years').expect(200)).body).toEqual([
      { year: 2027, campaigns: 1 },
      { year: 2026, campaigns: 2 },
    ]);
    const { members, ...extractOf } = (await committee.get('/api/years/2026').expect(200)).body as YearExtractView;
    expect(extractOf).toMatchObject({ year: 2026, unit: { name: 'Đảng ủy xã Bờ Lau' } });
    expect(extractOf.campaigns.map(({ name }) => name)).toEqual(['Nghị quyết về bờ vùng', 'Nghị quyết về giống lúa']);
    expect(members.map(({ cell, name }) => [cell, name])).toEqual([
      ['Chi bộ 1', 'Bế Văn Bình'],
      ['Chi bộ 1', 'Cù Thị Cúc'],
      ['Chi bộ 2', 'Hạ Thị An'],
      ['Chi bộ 2', 'Ngần Văn Dần'],
    ]);
    const [binh, cuc, an, dan] = members.map(({ entries }) => entries);
    const ofFirst = { campaign: campaigns.first, due: '2026-11-20' };
    expect(an).toEqual([
      { ...ofFirst, study: 'caught-up', exemption: null, handedIn: '2026-11-23', daysLate: 3, verdict: 'accepted', rewrites: 1 },
    ]);
    expect(binh).toEqual([
      { ...ofFirst, study: 'attended', exemption: null, handedIn: '2026-11-20', daysLate: 0, verdict: null, rewrites: 0 },
      {
        campaign: campaigns.second,
        due: null,
        study: 'attended',
        exemption: null,
        handedIn: null,
        daysLate: 0,
        verdict: null,
        rewrites: 0,
      },
    ]);
    expect(cuc).toEqual([{ ...ofFirst, study: 'attended', exemption: 'health', handedIn: null, daysLate: 0, verdict: null, rewrites: 0 }]);
    expect(dan).toEqual([{ ...ofFirst, study: 'not-yet', exemption: null, handedIn: null, daysLate: 0, verdict: null, rewrites: 0 }]);
    expect(members.map(({ isKeyCadre }) => isKeyCadre)).toEqual([true, false, false, false]);
    expect(members[2]!.totals).toEqual({
      ...{ campaigns: 1, attended: 0, caughtUp: 1, exempt: 0, required: 1, submitted: 1, onTime: 0, late: 1, accepted: 1, rewrites: 1 },
    });
    expect(members[0]!.totals).toMatchObject({ campaigns: 2, attended: 2, required: 2, submitted: 1, onTime: 1, late: 0, accepted: 0 });
    // Nothing that a machine measured, and no word about anybody's health.
    expect(JSON.stringify(members)).not.toMatch(/copied|similar|bệnh/);
  });

  test('is taken along in the form of a document, by cell, with the name of who signs; every file reads the same', async () => {
    const { service, unit, committee } = await yearStory();
    const administrator = await enterAs(service, unit, ['administrator'], 'Đồng chí Vi Văn Quản');
    const signer = { post: 'Phó Bí thư', name: 'Lương Thị Hậu' };
    expect((await administrator.send('put', `/api/units/${unit}/signer`, signer).expect(200)).body).toEqual(signer);

    const { value: word } = await mammoth.extractRawText({ buffer: await bytesOf(committee, '/api/years/2026/file?format=docx') });
    const pdf = await bytesOf(committee, '/api/years/2026/file?format=pdf');
    const read = await extract(pdf, 'trich-luc.pdf', EXTRACT_LIMITS);
    for (const text of [word, read.text]) {
      const told = text.normalize('NFC').replace(/\s+/g, ' ');
      for (const part of [
        'ĐẢNG ỦY XÃ BỜ LAU',
        'TRÍCH LỤC KẾT QUẢ HỌC TẬP NGHỊ QUYẾT NĂM 2026',
        'Trích lục để chi bộ tham khảo, không phải xếp loại',
        'Chi bộ 1: 2 đảng viên',
        'PHÓ BÍ THƯ',
        'Lương Thị Hậu',
      ])
        expect(told).toContain(part);
      // A cell of a table is broken into lines.
      const squeezed = told.replace(/ /g, '');
      for (const part of ['nộp muộn 3 ngày (23/11/2026); đạt yêu cầu sau 1 lần viết lại', 'được miễn viết; lý do: sức khỏe'])
        expect(squeezed).toContain(part.replace(/ /g, ''));
      expect(told.indexOf('Chi bộ 1:')).toBeLessThan(told.indexOf('Chi bộ 2:'));
      expect(told).not.toContain('bệnh');
    }

    const csv = (await committee.get('/api/years/2026/file?format=csv').expect(200)).text;
    const rows = parse(csv, { bom: true, from_line: 2, columns: true, relax_column_count: true }) as Record<string, string>[];
    expect(rows).toHaveLength(5);
    expect(rows.find(({ 'Số thẻ': card }) => card === '001')).toMatchObject({
      ...{ 'Họ và tên': 'Hạ Thị An', 'Học tập': 'đã học bù', 'Ngày nộp': '23/11/2026', 'Số ngày muộn': '3', 'Số lần viết lại': '1' },
    });
    // Nothing that a spreadsheet would work out.
    expect(rows.find(({ 'Số thẻ': card }) => card === '002')).toMatchObject({ 'Chức vụ': "'=Bí thư", 'Cán bộ chủ chốt': 'x' });

    const sheets = await readExcel(await bytesOf(committee, '/api/years/2026/file?format=xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Từng đợt', 'Cộng trong năm']);
    const [each, totals] = sheets.map(({ data }) => data);
    const headAt = each!.findIndex((row) => row[0] === 'Chi bộ');
    expect(each!.slice(headAt + 1)).toHaveLength(5);
    expect(each!.find((row) => row[1] === '001')?.slice(5)).toEqual(
      expect.arrayContaining(['Nghị quyết về bờ vùng', 'đã học bù', 3, 'đạt yêu cầu sau 1 lần viết lại', 1]),
    );
    expect(totals!.find((row) => row[1] === '001')?.slice(5)).toEqual([1, 0, 1, 0, 1, 1, 0, 1, 1, 1]);
    expect(totals!.find((row) => row[1] === '002')?.[3]).toBe('=Bí thư');

    const part = (await committee.get(`/api/years/2026/file?format=csv&cell=${encodeURIComponent('Chi bộ 2')}`).expect(200)).text;
    expect([part.includes('Hạ Thị An'), part.includes('Bế Văn Bình')]).toEqual([true, false]);
    const inspection = await enterAs(service, unit, ['inspection']);
    const { body: log } = await inspection.get('/api/log?kinds=exported').expect(200);
    expect((log as { details: { what: string; format: string } }[]).map(({ details }) => [details.what, details.format])).toEqual([
      ...[
        ['year', 'csv'],
        ['year', 'xlsx'],
        ['year', 'csv'],
        ['year', 'pdf'],
        ['year', 'docx'],
      ],
    ]);
  });

  test('is read by committee, secretary and inspection of the unit itself, and by nobody above', async () => {
    const { service, unit } = await yearStory();
    for (const role of ['secretary', 'inspection'] as const) {
      const { members } = (await (await enterAs(service, unit, [role])).get('/api/years/2026').expect(200)).body as YearExtractView;
      expect(members).toHaveLength(4);
    }
    for (const role of ['board', 'reviewer', 'administrator'] as const)
      await (await enterAs(service, unit, [role])).get('/api/years/2026').expect(404);
    const above = await enterAs(service, 'goc', ['committee'], 'Đồng chí ở trên');
    expect((await above.get('/api/years/2026').expect(200)).body).toMatchObject({ campaigns: [], members: [] });
    await above.get(`/api/years/2026?unit=${unit}`).expect(404);
  });

  test('is a member’s own to read, with reasons and second looks, and nobody else’s', async () => {
    const { service, committee, campaigns, essays } = await yearStory();
    const made = await committee.send('post', `/api/campaigns/${campaigns.first}/codes`, { people: ['an'] }).expect(200);
    const member = await service.visit();
    await member.send('post', '/api/member-session', { code: (made.body as { codes: { code: string }[] }).codes[0]!.code }).expect(200);
    const asked = `/api/me/essays/${encodeURIComponent(essays.hers.essay)}/second-look`;
    await member.send('post', asked, { words: 'Xin xem lại phần ba.' }).expect(200);
    const answer = await member.get('/api/me/years').expect(200);
    const [year, ...others] = answer.body as OwnYearsView;
    expect(others).toEqual([]);
    expect(year).toMatchObject({
      year: 2026,
      totals: { campaigns: 1, caughtUp: 1, late: 1, accepted: 1, rewrites: 1 },
      entries: [
        {
          name: 'Nghị quyết về bờ vùng',
          handedIn: '2026-11-23',
          daysLate: 3,
          attempts: [
            { conclusion: { verdict: 'rewrite', reason: 'Chưa nêu việc của bản thân.' } },
            { conclusion: { verdict: 'accepted' } },
          ],
          looks: [{ essay: essays.hers.essay, words: 'Xin xem lại phần ba.' }],
        },
      ],
    });
    expect(answer.text).not.toMatch(/Bình|Cúc|Dần|Lục Thị Ghi/);
    await member.get('/api/years/2026').expect(401);
  });
});
