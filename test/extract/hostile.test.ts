import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/pipeline/sandbox.js';
import { assess, assessmentOf, expectSound } from '../pipeline/batch.js';
import { rawZip } from '../pipeline/raw-zip.js';
import { HOSTILE_FILES } from './hostile-files.js';
import { docx, pdf, SENTENCE, utf8, withLimits } from './make-files.js';

/** What a message asks of the reader. */
const ADVICE = /nộp|lưu|mở tệp|không cần làm gì/i;
const listed = <Item>(items: Item | readonly Item[]): readonly Item[] => (Array.isArray(items) ? items : [items as Item]);

let sandbox: Sandbox;
beforeAll(() => {
  // Less time than there is, so that what never ends takes no minute; the longest honest file takes one second.
  sandbox = createSandbox({
    entry: new URL('../../dist/pipeline/extract-child.js', import.meta.url),
    size: 2,
    limits: withLimits({ milliseconds: 6000 }),
  });
});
afterAll(() => sandbox.close());

describe('a file that means harm costs itself and says what to do', () => {
  it.each(HOSTILE_FILES.map((one) => [one.is, one] as const))('%s', async (_, { file, make, state, code, says, without }) => {
    const extraction = await sandbox.extract(await make(), file);
    const [message] = extraction.messages;
    expect({ state: extraction.state, code: message?.code ?? null }, message?.text ?? '').toEqual({
      state: expect.toSatisfy((one) => listed(state).includes(one)),
      code: expect.toSatisfy((one) => listed(code).includes(one)),
    });
    for (const { text } of extraction.messages) {
      expect(text).toContain(`“${file}”`);
      expect(text).toMatch(ADVICE);
    }
    if (says !== undefined) expect(message?.text).toMatch(says);
    if (without !== undefined) expect(extraction.text).not.toMatch(without);
    expect(extraction.text === '').toBe(!['ok', 'suspicious'].includes(extraction.state));
  });

  it.each([
    ['of three hundred letters', `${'ă'.repeat(300)}.txt`],
    ['of a device', 'CON.txt'],
    ['that leads out of its folder', '../../etc/passwd.txt'],
    ['of folders as Windows writes them', 'C:\\a\\b.txt'],
    ['of an option', '-rf.txt'],
    ['with a dot at its end', 'bài.txt.'],
    ['of a formula', '=cmd()|A1.txt'],
    ['of markup', '<img src=x onerror=alert(1)>.txt'],
    ['with line ends', 'a\r\nSet-Cookie: x.txt'],
    ['turned round', 'bai\u202Etxt.exe.txt'],
  ])('a name %s is a name and nothing else', async (_, name) => {
    const good = await sandbox.extract(utf8(SENTENCE), name);
    expect(good).toMatchObject({ state: 'ok', text: SENTENCE });
    const [message] = (await sandbox.extract(Buffer.alloc(0), name)).messages;
    expect(message?.code).toBe('empty');
    expect(message?.text).not.toMatch(/[\r\n\u202E]/);
    expect(message?.text.length).toBeLessThan(250);
  });
});

describe('a batch of all of them', () => {
  it('goes on: the good essays are assessed, and every other file is told with its reason', async () => {
    const good = {
      'tot-1.docx': await docx([SENTENCE.repeat(8)]),
      'tot-2.pdf': await pdf([`Bài khác. ${SENTENCE}`]),
      'tot-3.txt': utf8(`Bài thứ ba. ${SENTENCE}`),
    };
    const made = await Promise.all(HOSTILE_FILES.map(async ({ file, make }) => [file, await make()] as const));
    const entries = [
      { name: 'tot-4.txt', content: `Bài trong ZIP. ${SENTENCE}` },
      { name: '../ra-ngoai.docx', content: 'x' },
      { name: 'trong.zip', content: rawZip([]) },
      { name: 'lien-ket.docx', content: '/etc/passwd', mode: 0o120777 },
    ];
    const files = { ...good, ...Object.fromEntries(made), 'rong.pdf': '', 'lo.zip': rawZip(entries) };
    const batch = await assess(files, { sandbox });
    expectSound(batch);

    const told = [...batch.assessments.map(({ submission }) => submission.file), ...batch.skipped.map(({ file }) => file)];
    const expected = [
      ...Object.keys(good),
      ...HOSTILE_FILES.map(({ file }) => file),
      'rong.pdf',
      ...entries.map(({ name }) => `lo.zip/${name}`),
    ];
    expect(told.toSorted()).toEqual(expected.map((name) => `lo/${name}`).toSorted());
    for (const name of [...Object.keys(good), 'lo.zip/tot-4.txt']) expect(assessmentOf(batch, name).syllables, name).toBeGreaterThan(30);
    for (const { file, state } of HOSTILE_FILES) {
      const one = assessmentOf(batch, file);
      if (!listed(state).some((allowed) => allowed === 'ok' || allowed === 'suspicious')) {
        expect(one, file).toMatchObject({ proposal: 'review', syllables: null, reasons: [{ code: 'not-read' }] });
        expect(one.reasons[0]?.text, file).toContain(`${file}”`);
      }
    }
    for (const { reason } of batch.skipped) expect(reason).toMatch(ADVICE);
  }, 180_000);
});
