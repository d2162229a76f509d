import { expect, it } from 'vitest';
import type { Assessment } from '../../src/model/assessment.js';
import { madeUpText } from '../support/vietnamese.js';
import { assess, assessmentOf } from './batch.js';
import { type Files, lines } from './inputs.js';

const CAMPAIGN = lines(
  'name: Học tập Nghị quyết số 09-NQ/HU',
  'references: [nq.txt]',
  'templates: [mau.txt]',
  'themes: []',
  'policy: { minimumSyllables: 100, maximumSyllables: 400 }',
);
const FORM =
  'Họ và tên: ……\nChức vụ: ……\nĐơn vị công tác: ……\n\nBÀI THU HOẠCH\n\nCâu 1: Trình bày nhận thức của đồng chí về văn bản đã học?';
const DOCUMENTS: Files = {
  'nq.txt':
    'Số 09-NQ/HU\n\nNGHỊ QUYẾT\nvề bảo vệ môi trường và thu gom rác thải\n\nCăn cứ Nghị quyết số 22-NQ/TU, Ban Chấp hành đề ra bảy nhiệm vụ.',
  'mau.txt': FORM,
};
const BODY = madeUpText(31, 150);

async function judge(text: string, roster?: readonly string[]): Promise<Assessment> {
  const batch = await assess({ 'a.txt': text }, { campaign: CAMPAIGN, documents: DOCUMENTS, ...(roster && { roster }) });
  return assessmentOf(batch, 'a.txt');
}
const codesOf = ({ advisories }: Assessment): string[] => advisories.map(({ code }) => code);
const written = (head: string, body = BODY): string => `${head}\n\nBÀI THU HOẠCH\n\n${body}`;

it('of a listed writer, what the roster says counts as written; of an unlisted one the name of the file says nothing', async () => {
  const text = written('Họ và tên: Lò Thị Xuyến');
  expect(codesOf(await judge(text))).toEqual(['missing-unit', 'missing-post']);
  expect(codesOf(await judge(text, ['a.txt,7,Trạm y tế,,']))).toEqual(['missing-post']);
  expect(codesOf(await judge(text, ['a.txt,7,Trạm y tế,Điều dưỡng,']))).toEqual([]);
});

it('the campaign’s form says which parts are asked for', async () => {
  const filled = FORM.replace('……', 'Lò Thị Xuyến').replace('……', 'Điều dưỡng').replace('……', 'Trạm y tế');
  expect(codesOf(await judge(`${filled}\n\n${BODY}`))).toEqual([]);
  expect(codesOf(await judge(`${filled}\n\n${madeUpText(33, 500)}`))).toEqual(['too-long']);
  // With a line end more: the form itself among the essays is known by its bytes.
  expect(codesOf(await judge(`${FORM}\n`))).toEqual(['too-short', 'not-an-essay', 'missing-name', 'missing-unit', 'missing-post']);
});

it('another resolution is one that neither the campaign nor its references name', async () => {
  const head = 'Họ và tên: Lò Thị Xuyến\nChức vụ: Điều dưỡng\nĐơn vị công tác: Trạm y tế\n\nHọc tập Nghị quyết số';
  const text = written(`${head} 31-NQ/HU`);
  const [advisory, ...others] = (await judge(text)).advisories;
  expect(others).toEqual([]);
  expect(advisory).toMatchObject({ code: 'other-resolution', text: expect.stringContaining('“31-NQ/HU”') });
  expect(advisory!.text).toContain('“09-NQ/HU”');
  expect(advisory!.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['31-NQ/HU']);
  for (const number of ['09-NQ/HU', '9', '22-NQ/TU']) expect(codesOf(await judge(written(`${head} ${number}`)))).toEqual([]);
});

it('none of them changes what is proposed but a short essay', async () => {
  const { proposal, reasons } = await judge(written('Bài thu hoạch Chỉ thị 35-CT/TW', madeUpText(34, 450)));
  expect([proposal, reasons]).toEqual(['accept', []]);
});

it('a theme of the own unit knows it by the roster, and not by the name of a file', async () => {
  const campaign = lines(
    'name: Đợt 1',
    'themes:',
    '  - { id: don-vi, name: Liên hệ đơn vị, kind: own-unit, required: true, minimum: 0.5, phrases: [liên hệ thực tế] }',
  );
  const text = 'Năm 2025 Hợp tác xã Lúa Vàng có 486 thành viên, mới xây được 14 bể thu vỏ thuốc trên 212 héc ta, còn thiếu 28 bể.';
  const scoreWith = async (files: Files, roster?: readonly string[]) =>
    (await assess(files, { campaign, ...(roster && { roster }) })).assessments[0]!.themes[0]!.score!;
  const unnamed = await scoreWith({ 'Lúa Vàng.txt': text });
  expect(await scoreWith({ 'Lúa Vàng.txt': text }, ['Lúa Vàng.txt,7,Hợp tác xã Lúa Vàng,Kế toán,'])).toBeGreaterThan(unnamed);
  expect(await scoreWith({ 'a.txt': text })).toBe(unnamed);
});
