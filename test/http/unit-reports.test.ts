import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { PDFParse } from 'pdf-parse';
import readSheets from 'read-excel-file/universal';
import { describe, expect, test } from 'vitest';
import type { OutlinesView, OwnReportView, ReportingUnitsView, SentReportView } from '../../src/api/unit-report.js';
import { extract } from '../../src/extract/extract.js';
import { EXTRACT_LIMITS } from '../../src/model/extraction.js';
import { onDatabase } from '../corpus/records/units.js';
import { putOnRoster } from '../support/roster.js';
import { type Browser, failureOf, type Service, startService } from './service.js';
import { addUnit, enterAs } from './units.js';

const STRENGTHS = 'Chi bộ thôn Vực Quành tổ chức đủ ba buổi, ghi sổ điểm danh từng buổi; đảng viên dự đông.';
const WEAKNESSES = '=HYPERLINK("http://vi-du"): một số đồng chí nộp bài muộn vì mùa gặt.';
const PARTS = { number: '07-BC/CB', place: 'Vực Quành', signerName: 'Lường Thị Ký', day: '2026-12-05' };

describe('the report upward', () => {
  test('goes from an outline in a Word file to sent, returned, sent again and accepted, and keeps what was sent', async () => {
    const world = await twoLevels();
    const { commune, cell, secretary, path } = world;
    const outline = await giveOutline(world);
    expect((await cell.get(path('outline')).expect(200)).body).toMatchObject({
      own: null,
      followed: { title: outline.title, unit: { name: 'Đảng ủy xã Đèo Vắng' } },
    });

    const before = await report(cell, path);
    expect(before.empty.map(({ heading }) => heading)).toEqual(['II. Ưu điểm', 'III. Hạn chế, khuyết điểm']);
    const [strengths, weaknesses] = before.empty;
    await cell.send('put', path('unit-report'), { texts: { [strengths!.id]: STRENGTHS }, parts: PARTS, revision: 0 }).expect(200);
    const blocked = await secretary.send('post', `${path('unit-report')}/send`, { revision: 1 }).expect(422);
    expect(failureOf(blocked)).toMatchObject({
      code: 'report-incomplete',
      details: { sections: [{ heading: 'III. Hạn chế, khuyết điểm' }] },
    });
    await cell.send('post', `${path('unit-report')}/send`, { revision: 1 }).expect(404);

    const texts = { [strengths!.id]: STRENGTHS, [weaknesses!.id]: WEAKNESSES };
    await cell.send('put', path('unit-report'), { texts, parts: PARTS, revision: 1 }).expect(200);
    await secretary.send('post', `${path('unit-report')}/send`, { revision: 2 }).expect(201);
    expect((await listed(commune, path)).counts).toMatchObject({ none: 1, sent: 1 });

    const decision = `${path('unit-reports')}/${world.units.cell}/1/decision`;
    await commune.send('post', decision, { verdict: 'returned', remark: '' }).expect(400);
    await commune.send('post', decision, { verdict: 'returned', remark: 'Nêu rõ nguyên nhân nộp muộn.' }).expect(204);
    const again = failureOf(await commune.send('post', decision, { verdict: 'accepted', remark: '' }).expect(409));
    expect(again).toMatchObject({ code: 'report-decided', details: { verdict: 'returned' } });
    expect(await report(cell, path)).toMatchObject({
      state: 'returned',
      sendings: [{ number: 1, remark: 'Nêu rõ nguyên nhân nộp muộn.' }],
    });

    const corrected = { ...texts, [weaknesses!.id]: `${WEAKNESSES} Nguyên nhân: chưa phân công người nhắc.` };
    await cell.send('put', path('unit-report'), { texts: corrected, parts: PARTS, revision: 2 }).expect(200);
    await secretary.send('post', `${path('unit-report')}/send`, { revision: 3 }).expect(201);
    await commune.send('post', decision, { verdict: 'accepted', remark: '' }).expect(409);
    await commune.send('post', decision.replace('/1/', '/2/'), { verdict: 'accepted', remark: '' }).expect(204);
    expect((await listed(commune, path)).counts).toMatchObject({ none: 1, accepted: 1 });

    addMember(world);
    const own = await report(cell, path);
    expect(own.changes).toEqual(
      expect.arrayContaining([
        { label: 'Tổng số đảng viên', keyCadres: false, sent: 3, now: 4 },
        { label: 'Phải viết thu hoạch', keyCadres: false, sent: 3, now: 4 },
      ]),
    );
    expect(membersIn(own.document!)).toBe('4');
    const kept = (await cell.get(`${path('unit-report')}/sendings/2`).expect(200)).body as SentReportView;
    expect(membersIn(kept.document)).toBe('3');
    expect(kept.changes).toHaveLength(own.changes.length);
    expect(await logOf(world)).toEqual(['outline-given', 'report-sent', 'report-returned', 'report-sent', 'report-accepted']);
  });

  test('is read back from its Word, PDF and spreadsheet files letter for letter and figure for figure', async () => {
    const world = await twoLevels();
    const { cell, secretary, path } = world;
    await giveOutline(world);
    const { empty } = await report(cell, path);
    const texts = Object.fromEntries(empty.map(({ id }, at) => [id, [STRENGTHS, WEAKNESSES][at]!]));
    await cell.send('put', path('unit-report'), { texts, parts: PARTS, revision: 0 }).expect(200);
    const draft = await extract(await file(cell, `${path('unit-report')}/file?format=docx`), 'a.docx', EXTRACT_LIMITS);
    expect(draft.text).toContain('DỰ THẢO');
    await secretary.send('post', `${path('unit-report')}/send`, { revision: 1 }).expect(201);

    const docx = await extract(await file(cell, `${path('unit-report')}/file?format=docx&number=1`), 'a.docx', EXTRACT_LIMITS);
    const expected = [
      'ĐẢNG ỦY XÃ ĐÈO VẮNG',
      'CHI BỘ THÔN VỰC QUÀNH',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 07-BC/CB',
      'Vực Quành, ngày 05 tháng 12 năm 2026',
      'I. Kết quả học tập, quán triệt',
      STRENGTHS,
      WEAKNESSES,
      'Kiểm tra tổng: 3 = 3 + 0',
      '0/3, đạt 0,00%',
      'BÍ THƯ',
      'Lường Thị Ký',
      'Nơi nhận:',
    ];
    for (const words of expected) expect(docx.text.normalize('NFC')).toContain(words);
    expect(docx.text).not.toContain('DỰ THẢO');
    expect(docx.state).toBe('ok');

    const pdf = new PDFParse({ data: await file(cell, `${path('unit-report')}/file?format=pdf&number=1`) });
    const text = (await pdf.getText()).text.normalize('NFC').replace(/\s+/g, ' ');
    for (const words of expected) expect(text).toContain(words);

    const sheets = await readSheets((await file(cell, `${path('unit-report')}/file?format=xlsx&number=1`)).slice().buffer as ArrayBuffer);
    const rows = (sheets as unknown as { data: unknown[][] }[])[0]!.data;
    expect(rows).toContainEqual(['Đảng viên và đối tượng viết bài', 'Đảng viên chính thức', 3, 3, 1, 1, 1, 1]);
    expect((sheets as unknown as { data: unknown[][] }[])[1]!.data).toContainEqual(['III. Hạn chế, khuyết điểm', WEAKNESSES]);

    const page = (await cell.get(`${path('unit-report')}/file?format=html&number=1`).expect(200)).text;
    expect(page).toContain('=HYPERLINK(&quot;http://vi-du&quot;)');
    expect(page).not.toContain('<script');
  });

  test('is found by nobody but its unit and the committee whose outline it follows, and by that only once sent', async () => {
    const world = await twoLevels();
    const { commune, cell, secretary, other, path, units } = world;
    await giveOutline(world);
    const { empty } = await report(cell, path);
    const texts = Object.fromEntries(empty.map(({ id }) => [id, 'Việc riêng của thôn Vực Quành']));
    await cell.send('put', path('unit-report'), { texts, parts: PARTS, revision: 0 }).expect(200);
    const drafts = await commune.get(`${path('unit-reports')}`).expect(200);
    expect(drafts.text).not.toContain('Việc riêng');
    const one = `${path('unit-reports')}/${units.cell}/1`;
    await commune.get(one).expect(404);
    await secretary.send('post', `${path('unit-report')}/send`, { revision: 1 }).expect(201);
    expect((await commune.get(one).expect(200)).text).toContain('Việc riêng');
    for (const browser of [other, world.district]) {
      await browser.get(one).expect(404);
      await browser.get(`${one}/file`).expect(404);
      await browser.get(`${path('unit-report')}/sendings/1`).expect(404);
    }
    await other.send('post', `${one}/decision`, { verdict: 'accepted', remark: '' }).expect(404);
    expect((await report(other, path)).texts).toEqual({});
  });

  test('is not overwritten by somebody who saw an older one: they are told what the other wrote', async () => {
    const world = await twoLevels();
    const { cell, secretary, commune, path } = world;
    const outline = await giveOutline(world);
    const { empty } = await report(cell, path);
    const [section] = empty;
    await cell.send('put', path('unit-report'), { texts: { [section!.id]: 'bản của chi ủy' }, parts: {}, revision: 0 }).expect(200);
    const late = await secretary
      .send('put', path('unit-report'), { texts: { [section!.id]: 'bản của bí thư' }, parts: {}, revision: 0 })
      .expect(409);
    expect(failureOf(late)).toMatchObject({
      code: 'report-outdated',
      details: { texts: { [section!.id]: 'bản của chi ủy' }, revision: 1 },
    });
    const { id: _, unit: _u, givenAt: _g, changedBy: _c, ...draft } = outline;
    const stale = await commune.send('put', path('outline'), { ...draft, revision: 1 }).expect(409);
    expect(failureOf(stale).code).toBe('outline-outdated');
  });

  test('says of a Word file without headings, and of what is none, what to do', async () => {
    const { commune, path } = await twoLevels();
    const plain = await docxOf([['Chỉ có một đoạn văn.', null]]);
    const none = await commune
      .send('post', `${path('outline')}/read`)
      .attach('file', plain, 'a.docx')
      .expect(422);
    expect(failureOf(none).message).toContain('Không thấy đề mục');
    const wrong = await commune
      .send('post', `${path('outline')}/read`)
      .attach('file', Buffer.from('không phải Word'), 'a.docx')
      .expect(422);
    expect(failureOf(wrong).message).toContain('.docx');
  });
});

type World = Awaited<ReturnType<typeof twoLevels>>;

/** A district, a commune below it with the campaign, two cells below that; three people on the roster of one. */
async function twoLevels() {
  const service = await startService();
  const district = await service.enter();
  const commune = addUnit(service, 'Đảng ủy xã Đèo Vắng');
  const units = {
    commune,
    cell: addUnit(service, 'Chi bộ thôn Vực Quành', commune),
    other: addUnit(service, 'Chi bộ thôn Rộc Cỏ', commune),
  };
  const browsers = {
    district,
    commune: await enterAs(service, commune, ['committee'], 'Bế Văn Xã'),
    cell: await enterAs(service, units.cell, ['committee'], 'Quan Thị Cấp'),
    secretary: await enterAs(service, units.cell, ['secretary'], 'Lường Thị Ký'),
    other: await enterAs(service, units.other, ['committee'], 'Mạc Văn Rộc'),
  };
  const made = await browsers.commune.send('post', '/api/campaigns', { name: 'Học tập Nghị quyết số 33', themes: [] }).expect(201);
  const { id } = made.body as { id: string };
  const people = ['một', 'hai', 'ba'].map((name) => ({
    id: `nguoi-${name}`,
    name: `Hà Văn ${name}`,
    card: `VQ-${name}`,
    unit: units.cell,
  }));
  putOnRoster(service.folder, id, people);
  onDatabase(service.folder, (database) => database.prepare("UPDATE person SET is_key_cadre = 1 WHERE id = 'nguoi-một'").run());
  return { service, units, campaign: id, path: (what: string) => `/api/campaigns/${id}/${what}`, ...browsers };
}

/** An outline read from a Word file, kept and given. */
async function giveOutline({ commune, path }: World) {
  const bytes = await docxOf([
    ['ĐỀ CƯƠNG BÁO CÁO KẾT QUẢ HỌC TẬP NGHỊ QUYẾT', null],
    ['I. Kết quả học tập, quán triệt', HeadingLevel.HEADING_1],
    ['1. Số lượng đảng viên', HeadingLevel.HEADING_2],
    ['2. Bài thu hoạch', HeadingLevel.HEADING_2],
    ['II. Ưu điểm', HeadingLevel.HEADING_1],
    ['Nêu cách làm cụ thể của đơn vị.', null],
    ['III. Hạn chế, khuyết điểm', HeadingLevel.HEADING_1],
    ['IV. Kiến nghị', HeadingLevel.HEADING_1],
  ]);
  const read = (
    await commune
      .send('post', `${path('outline')}/read`)
      .attach('file', bytes, 'de-cuong.docx')
      .expect(200)
  ).body as Pick<OutlinesView['offered'][number], never> & { sections: OutlinesView['offered'] };
  expect(read.sections.map(({ level, kind, groups, isRequired }) => [level, kind, groups.join(), isRequired])).toEqual([
    [1, 'figures', '', false],
    [2, 'figures', 'members', false],
    [2, 'figures', 'essays,results', false],
    [1, 'text', '', true],
    [1, 'text', '', true],
    [1, 'text', '', false],
  ]);
  expect(read.sections[3]!.hint).toBe('Nêu cách làm cụ thể của đơn vị.');
  const draft = { title: 'Báo cáo kết quả học tập Nghị quyết số 33', sections: read.sections, due: '2026-12-20', revision: 0 };
  await commune.send('put', path('outline'), draft).expect(200);
  return (await commune.send('post', `${path('outline')}/give`, { revision: 1 }).expect(200)).body as NonNullable<OutlinesView['own']>;
}

async function docxOf(
  paragraphs: readonly (readonly [string, (typeof HeadingLevel)[keyof typeof HeadingLevel] | null])[],
): Promise<Buffer> {
  const children = paragraphs.map(([text, heading]) => new Paragraph({ text, ...(heading && { heading }) }));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

const report = async (browser: Browser, path: World['path']) => (await browser.get(path('unit-report')).expect(200)).body as OwnReportView;
const listed = async (browser: Browser, path: World['path']) =>
  (await browser.get(path('unit-reports')).expect(200)).body as ReportingUnitsView;

const file = async (browser: Browser, address: string): Promise<Buffer> =>
  (
    await browser
      .get(address)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200)
  ).body as Buffer;

const membersIn = ({ sections }: SentReportView['document']): string | undefined =>
  sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows)).find(({ figure }) => figure === 'members')?.all.told;

function addMember({ service, campaign, units }: World): void {
  putOnRoster(service.folder, campaign, [{ id: 'nguoi-bốn', name: 'Hà Văn bốn', card: 'VQ-bốn', unit: units.cell }]);
}

/** Kinds of the lines of the commune's log about reports, oldest first. */
async function logOf({ service, units }: { service: Service; units: World['units'] }): Promise<string[]> {
  return onDatabase(
    service.folder,
    (database) =>
      database
        .prepare("SELECT kind FROM event WHERE unit = ? AND (kind LIKE 'report-%' OR kind LIKE 'outline-%') ORDER BY sequence")
        .pluck()
        .all(units.commune) as string[],
  );
}
