import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { EXTRACT_LIMITS } from '../../src/model/extraction.js';
import { defaultsOf } from '../../src/pipeline/campaign-defaults.js';
import { blankFurniture } from '../../src/pipeline/read-essay.js';
import { type SuggestedCampaign, suggestCampaign } from '../../src/pipeline/suggest-campaign.js';
import { loadWordVectors } from '../../src/pipeline/word-vectors-file.js';
import type { WordVectors } from '../../src/vietnamese/word-vectors.js';

const read = async (file: string) => blankFurniture(await extract(readFileSync(file), file, EXTRACT_LIMITS));
const RESOLUTION = await read('fixtures/van-trach/nghi-quyet.docx');
const DIRECTIVE = readFileSync('fixtures/van-ban/chi-thi.txt', 'utf8');
const LONG = readFileSync('fixtures/van-ban/nghi-quyet-dai.txt', 'utf8');
/** Words that no phrase begins or ends with, and phrases that say nothing. */
const FRAGMENT = /^(?:và|của|các|những|với|cho|từ|được|trong|có|là)\s|\s(?:và|của|các|những|với|cho|từ|được|trong|có|là)$/u;
const STOCK = ['cấp ủy', 'đảng viên', 'nhân dân', 'kế hoạch', 'tổ chức thực hiện', 'ủy ban nhân dân', 'kiểm tra, giám sát', 'cả nước'];

let vectors: WordVectors;
beforeAll(async () => {
  vectors = await loadWordVectors();
});

const suggest = (text: string, kind: SuggestedCampaign['kind'] = 'essay') =>
  suggestCampaign([{ file: 'nghi-quyet.txt', text }], kind, vectors);
const topicsOf = ({ themes }: SuggestedCampaign) => themes.filter(({ kind }) => kind === 'topic');

describe('a suggested campaign', () => {
  test('of a resolution has its name, its subjects and its parts', () => {
    const suggested = suggest(RESOLUTION);
    expect(suggested.name).toBe(
      'Học tập Nghị quyết số 09-NQ/HU về bảo vệ môi trường, thu gom xử lý rác thải và xây dựng nông thôn mới nâng cao giai đoạn 2026-2030',
    );
    expect(suggested.themes.map(({ kind, required }) => [kind, required])).toEqual([
      ['awareness', true],
      ['topic', true],
      ['topic', true],
      ['commitment', true],
      ['own-unit', true],
      ['request', false],
    ]);
    const [environment, countryside] = topicsOf(suggested);
    expect(environment!.name).toBe('Bảo vệ môi trường, thu gom xử lý rác thải');
    expect(environment!.phrases).toEqual(
      expect.arrayContaining(['bảo vệ môi trường', 'phân loại rác', 'chất thải chăn nuôi', 'bãi rác tạm']),
    );
    expect(countryside!.phrases).toEqual(expect.arrayContaining(['nông thôn mới', 'tiêu chí nông thôn mới']));
    expect(countryside!.phrases.filter((phrase) => /rác|chất thải/.test(phrase))).toEqual([]);
    const facets = suggested.themes[0]!.facets;
    expect(facets.map(({ name }) => name)).toEqual(['quan điểm', 'mục tiêu', 'nhiệm vụ, giải pháp']);
    expect(facets[0]!.phrases).toContain('người dân là chủ thể');
    expect(facets[1]!.phrases).toEqual(expect.arrayContaining(['đến năm 2030', '90% số hộ gia đình']));
    expect(facets[2]!.phrases).toContain('chất thải chăn nuôi');
  });

  test('of a directive is about what the title names, and has no part that is not there', () => {
    const suggested = suggest(DIRECTIVE);
    expect(suggested.name).toMatch(/^Học tập Chỉ thị số 12-CT\/HU về /);
    expect(topicsOf(suggested).map(({ name }) => name)).toEqual(['Phòng cháy, chữa cháy rừng', 'Cứu nạn, cứu hộ']);
    expect(topicsOf(suggested)[0]!.phrases).toEqual(expect.arrayContaining(['đường băng cản lửa', 'đội dân phòng', 'cháy rừng']));
    expect(suggested.themes[0]!.facets.map(({ name }) => name)).toEqual(['nhiệm vụ, giải pháp']);
  });

  test('of a resolution on one thing takes its subjects from the headings of its tasks', () => {
    const topics = topicsOf(suggest(LONG));
    expect(topics.length).toBeGreaterThanOrEqual(2);
    const economy = topics.find(({ name }) => name.includes('kinh tế số'));
    expect(economy?.phrases).toEqual(expect.arrayContaining(['sàn thương mại điện tử', 'hóa đơn điện tử', 'thanh toán điện tử']));
  });

  test('of a text without title and headings still gathers what belongs together', () => {
    const body = RESOLUTION.slice(RESOLUTION.indexOf('Những năm qua'), RESOLUTION.indexOf('T/M'));
    const plain = body
      .split(/\n+/)
      .filter((line) => !/^(?:[IVX]+\.|\d)/.test(line))
      .map((line) => line.replace(/^- /, ''));
    const suggested = suggest(plain.join('\n'));
    expect(suggested.name).toBe('Học tập văn bản “nghi-quyet”');
    const waste = topicsOf(suggested).find(({ phrases }) => phrases.includes('rác thải'));
    expect(waste?.phrases).toEqual(expect.arrayContaining(['phân loại rác', 'môi trường']));
  });

  test.each([
    ['the resolution', RESOLUTION],
    ['the directive', DIRECTIVE],
    ['the long one', LONG],
  ])('of %s holds whole terms and no stock words', (_, text) => {
    const suggested = suggest(text);
    const phrases = topicsOf(suggested).flatMap((theme) => theme.phrases);
    for (const phrase of phrases) {
      const syllables = phrase.split(' ').length;
      expect([phrase, syllables >= 2 && syllables <= 6]).toEqual([phrase, true]);
      expect(phrase).not.toMatch(FRAGMENT);
    }
    expect(phrases.filter((phrase) => STOCK.includes(phrase))).toEqual([]);
    for (const theme of topicsOf(suggested)) expect(theme.phrases.length, theme.name).toBeGreaterThanOrEqual(8);
    expect(new Set(suggested.themes.map(({ id }) => id)).size).toBe(suggested.themes.length);
  });

  test('of two resolutions has subjects of both, and nothing of study material beside them', () => {
    const material = 'Câu hỏi ôn tập về bóng đá. '.repeat(40);
    const documents = [RESOLUTION, material, DIRECTIVE].map((text, i) => ({ file: `${i}.txt`, text }));
    const suggested = suggestCampaign(documents, 'essay', vectors);
    expect(suggested.name).toBe('Học tập Nghị quyết số 09-NQ/HU và Chỉ thị số 12-CT/HU');
    const names = topicsOf(suggested).map(({ name }) => name);
    expect(names).toHaveLength(4);
    expect(names).toEqual(expect.arrayContaining(['Phòng cháy, chữa cháy rừng', 'Xây dựng nông thôn mới nâng cao']));
    expect(JSON.stringify(suggested)).not.toContain('bóng đá');
  });

  test('of too little text has the usual themes alone, and says so', () => {
    const suggested = suggest('Nghị quyết về bảo vệ môi trường.');
    expect(suggested.themes.map(({ kind }) => kind)).toEqual(['awareness', 'commitment', 'own-unit', 'request']);
    expect(suggested.notes).toEqual([expect.stringContaining('quá ít chữ')]);
  });

  test('follows the kind of essay', () => {
    // The directive's two subjects, then what a plan always has.
    const [first, second, ...usual] = suggest(DIRECTIVE, 'personal-plan').themes;
    expect([first!.kind, second!.kind]).toEqual(['topic', 'topic']);
    const ids = defaultsOf('personal-plan').themes.map(({ id }) => id);
    expect(usual.map(({ id }) => id)).toEqual([...ids, 'kien-nghi']);
  });

  test('of sixty pages takes under two seconds of a processor', () => {
    const pages = Array.from({ length: 25 }, () => LONG.slice(LONG.indexOf('A. TÌNH HÌNH'), LONG.indexOf('Nơi nhận'))).join('\n');
    const text = LONG.replace('A. TÌNH HÌNH', `${pages}\nA. TÌNH HÌNH`);
    expect(text.split(/\s+/).length).toBeGreaterThan(30_000);
    // Not by the clock: other tests run beside it.
    const before = process.cpuUsage();
    suggest(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(2_000);
  });
});
