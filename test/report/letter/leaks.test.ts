import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportJson, SubmissionJson } from '../../../src/api/report.js';
import { sampleReport } from '../../support/sample.js';

/** Letters only, without case, marks of sentences and what shows nothing, so that a sentence is found however it is set. */
const fold = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const lastPart = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
const stemOf = (file: string): string => lastPart(file).replace(/\.\w+$/, '');
/** The writer's name as the file bears it: what is left without the words that every file has. */
const nameOf = (file: string): string =>
  stemOf(file)
    .replace(/bài thu hoạch|thu hoạch|bai thu hoach|nghị quyết|NQ ?09|\bcủa\b|\bông\b|\(bản chụp\)|Đoàn thị trấn|[-_]|\b09\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('the letters of a whole campaign', () => {
  let report: ReportJson;
  /** Both forms of each letter, by the file that it is about. */
  const letters = new Map<string, string>();
  let names: string[] = [];

  beforeAll(async () => {
    const made = await sampleReport();
    report = made.report;
    names = readdirSync(made.letters).sort();
    for (const { file } of report.submissions) {
      const own = names.filter((name) => name.slice(4).replace(/\.(txt|html)$/, '') === stemOf(file));
      if (own.length > 0) letters.set(file, own.map((name) => readFileSync(join(made.letters, name), 'utf8')).join('\n'));
    }
  }, 240_000);

  const others = (own: SubmissionJson): SubmissionJson[] => report.submissions.filter(({ id }) => id !== own.id);
  const written = (): { own: SubmissionJson; letter: string; text: string }[] =>
    report.submissions.flatMap((own) => {
      const letter = letters.get(own.file);
      return letter === undefined ? [] : [{ own, letter: fold(letter), text: fold(own.text ?? '') }];
    });

  it('are written for every essay that is not proposed for acceptance, as text and as a page', () => {
    const asked = report.submissions.filter(({ proposal }) => proposal !== 'accept');
    expect(asked.length).toBeGreaterThan(20);
    expect(names).toHaveLength(2 * asked.length);
    expect([...letters.keys()].sort()).toEqual(asked.map(({ file }) => file).sort());
  });

  it('name nobody else: no name, card number, unit, file or id of another member', () => {
    for (const { own, letter, text } of written()) {
      const ownUnit = fold(own.unit);
      for (const other of others(own)) {
        expect(letter).not.toContain(other.id);
        expect(letter).not.toContain(fold(other.member));
        expect(letter).not.toContain(fold(stemOf(other.file)));
        const name = fold(nameOf(other.file));
        expect(name.split(' ').length).toBeGreaterThan(1);
        // A copy may hold the other's name or unit: then it is a word of the writer's own essay.
        if (!text.includes(name)) expect(letter).not.toContain(name);
        const unit = fold(other.unit);
        if (!text.includes(unit) && !ownUnit.includes(unit)) expect(letter).not.toContain(unit);
      }
    }
  });

  it('hold no sentence, nor half of one, that stands only in another essay', () => {
    const sentencesOf = (text: string): string[] => text.split(/[.!?…\n]+/).map(fold);
    let checked = 0;
    for (const { own, letter, text } of written()) {
      for (const other of others(own)) {
        for (const sentence of sentencesOf(other.text ?? '')) {
          const words = sentence.split(' ');
          for (let at = 0; at + 6 <= words.length; at += 6) {
            const piece = words.slice(at, at + 6).join(' ');
            if (text.includes(piece)) continue;
            checked++;
            // The form's own phrases stand in letters too.
            if (letter.includes(piece)) expect(fold(letterWords())).toContain(piece);
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(30_000);
  });

  it('quote what overlaps from the own essay, with its length and the share', () => {
    const own = report.submissions.find(({ file }) => file.includes('Trịnh Văn Khoát'))!;
    const letter = letters.get(own.file)!;
    expect(letter).toMatch(/khoảng \d+% trùng khớp với một bài/);
    expect(letter).toMatch(/Đoạn 1, \d+ âm tiết, trùng với bài khác đã nộp/);
    const first = [...own.matches.flatMap(({ passages }) => passages)].sort((a, b) => a.this.start - b.this.start)[0]!;
    expect(fold(letter)).toContain(fold(own.text!.slice(first.this.start, first.this.start + 60)));
  });

  it('accuse nobody, and say that the committee concludes', () => {
    for (const [file, letter] of letters) {
      const ownText = report.submissions.find((one) => one.file === file)?.text ?? '';
      for (const word of ['đạo văn', 'gian lận', 'vi phạm', 'sao chép', 'chép bài', 'kỷ luật'])
        if (!fold(ownText).includes(fold(word))) expect(fold(letter)).not.toContain(fold(word));
      expect(letter).toContain('Kết luận thuộc về cấp ủy');
      expect(letter).toMatch(/dự thảo, chưa có kết luận/i);
    }
  });

  /** What all letters of this campaign may say beside quotes: names of the campaign and its themes. */
  const letterWords = (): string =>
    `${readFileSync('fixtures/van-trach/campaign.yaml', 'utf8')} ${readFileSync('fixtures/van-trach/sources/mau-bai-thu-hoach.txt', 'utf8')}`;
});
