import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFiguresIn } from '../../../src/api/format.js';
import { hiddenLetters, MISSING_END } from '../../../src/extract/message-details.js';
import { fileMessage } from '../../../src/extract/messages.js';
import { CAMPAIGN_KINDS } from '../../../src/model/campaign.js';
import { DEFAULT_THEMES } from '../../../src/pipeline/default-themes.js';
import * as said from '../../../src/score/messages.js';
import { englishAdvisory } from '../../../src/web/viewer/english-advisories.js';
import { englishMissing } from '../../../src/web/viewer/english-missing.js';
import { englishTheme } from '../../../src/web/viewer/english-themes.js';

const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;
/** What is left of a sentence without what others wrote, which stands in quotation marks. */
const own = (text: string | null): string => (text ?? 'đ: not known').replace(/“[^”]*”/gu, '');

const MISSING = Object.entries(said.missing).flatMap(([name, text]): string[] => {
  if (name === 'onlyDiscounted') return [];
  if (typeof text === 'string') return [text];
  if (name === 'commitmentLacks')
    return [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ].map(([a, b]) => said.missing.commitmentLacks(a!, b!));
  if (name === 'requestLacks') return [true, false].map(said.missing.requestLacks);
  return [['quan điểm', 'nhiệm vụ, giải pháp'], ['mục tiêu'], ['đường hoa', 'tổ tự quản']].map((names) =>
    (text as (names: string[]) => string)(names),
  );
});

const facts = { sentences: 12, share: 0.6, facts: 0, isCommon: false };
const ADVISORIES: readonly string[] = [
  ...Object.values(said.stuffing).flatMap((say) => [1, 1234].map(say)),
  said.tooShort(120, 1200),
  said.tooLong(5400, 5000, true),
  said.tooLong(5400, 5000, false),
  ...[said.blankForm(3), said.mostlyCode('80%'), said.fewSyllables('12%'), said.mostlyNumbers('70%'), said.mostlyChoices('14')].map(
    said.notAnEssay,
  ),
  ...[said.mostlyLists('4%'), said.otherTitle('Giáo án, tuần 3')].map(said.notAnEssay),
  said.otherResolution('Nghị quyết 07', 'Nghị quyết số 09-NQ/HU'),
  said.restatesResolution(0.72, 240),
  said.citedSayings(2, 0.05, 0),
  said.citedSayings(0, 0, 1),
  said.citedSayings(2, 0.05, 3),
  said.replacedCharacters(1, 0),
  said.replacedCharacters(0, 4),
  said.replacedCharacters(2, 4),
  ...[said.invisibleCharacters, said.lostSpaces, said.spacedLetters, said.decodedText, said.sharedMetadata].flatMap((say) =>
    [1, 1234].map((n) => say(n)),
  ),
  said.noDiacritics(3, 0.4),
  ...Object.values(said.missingPart),
  said.genericText(facts),
  said.genericText({ ...facts, facts: 2, isCommon: true }),
  said.mixedFonts(2, 'Times New Roman', ['Arial']),
  said.sharedRevisions(3, 12),
  fileMessage('partial-text', 'Bài số 1.rtf', MISSING_END).text,
  fileMessage(
    'hidden-text',
    'Bài số 1.docx',
    hiddenLetters(
      new Map([
        ['vanish', 1260],
        ['white', 40],
        ['unicode-lie', 1],
      ]),
    ),
  ).text,
];

describe('on an English page', () => {
  beforeAll(() => writeFiguresIn('en'));
  afterAll(() => writeFiguresIn('vi'));

  it.each(MISSING)('is in English what a theme lacks: %s', (text) => {
    expect(own(englishMissing(text))).not.toMatch(VIETNAMESE);
    expect(own(englishMissing(said.missing.onlyDiscounted + text))).not.toMatch(VIETNAMESE);
  });

  it.each(ADVISORIES)('is in English what a reviewer should notice: %s', (text) => {
    expect(own(englishAdvisory(text))).not.toMatch(VIETNAMESE);
  });

  it('figures, names and what was typed come along as they are', () => {
    expect(englishAdvisory(said.noDiacritics(1234, 0.4))).toBe(
      '1,234 sentences without diacritics, 40% of the syllables. They are compared with essays that have them all the same.',
    );
    expect(englishAdvisory(said.otherResolution('Nghị quyết 07', 'Nghị quyết số 09-NQ/HU'))).toContain(
      'names “Nghị quyết 07”, and nowhere the campaign’s “Nghị quyết số 09-NQ/HU”',
    );
    expect(englishMissing(said.missing.facets(['quan điểm', 'đường hoa']))).toBe(
      'To be said in the writer’s own words: its viewpoints, “đường hoa”.',
    );
    expect(englishAdvisory(said.stuffing.lists(1))).toBe('1 sentence only strings phrases together and counts for no theme.');
  });

  it('every theme that the product proposes has an English name, and no other one', () => {
    const names = CAMPAIGN_KINDS.flatMap((kind) => DEFAULT_THEMES[kind].map(({ name }) => name));
    expect(names.filter((name) => englishTheme(name) === null)).toEqual([]);
    expect(englishTheme('Giữ gìn làng nghề')).toBeNull();
  });

  it('what nobody knows is left alone', () => {
    expect([englishAdvisory('Một câu lạ.'), englishMissing('Một câu lạ.')]).toEqual([null, null]);
  });
});
