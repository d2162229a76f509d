import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Option, problemOf, type QuestionContent, tidyWords, trueFalseOptions } from '../../../src/model/question.js';
import { readGift } from '../../../src/pipeline/questions/read-gift.js';
import { readQuestionCsv, readQuestionTable } from '../../../src/pipeline/questions/read-question-table.js';
import { writeGift } from '../../../src/pipeline/questions/write-gift.js';
import { questionCsv } from '../../../src/report/question-table.js';

const gift = (text: string) => readGift(new TextEncoder().encode(text));
const csv = (text: string) => readQuestionTable(readQuestionCsv(new TextEncoder().encode(text)));
const option = (words: string, isRight = false, feedback = ''): Option => ({ words, isRight, feedback });
const first = (text: string): QuestionContent => gift(text).questions[0]!.question;
const problemsOf = (text: string): string[] => gift(text).problems.map(({ line, problem }) => `${line}: ${problem}`);

/** Whatever people write, with all that the formats take for signs. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        '~',
        '=',
        '#',
        '{',
        '}',
        ':',
        '\\',
        '%50%',
        '\n',
        "'",
        '"',
        ',',
        ';',
        '@',
        '-',
        '+',
        '[html]',
        '//',
        '->',
        '$CATEGORY:',
        'TRUE',
        ' ',
        '\t',
        'ạ',
        'b',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
const words = nasty.map(tidyWords);
const filled = words.map((text) => (text === '' ? 'câu' : text));
const chosen = fc.array(fc.tuple(filled, fc.boolean(), words), { minLength: 2, maxLength: 6 });
const question: fc.Arbitrary<QuestionContent> = fc
  .record({
    topic: words,
    words: filled,
    explanation: words,
    kind: fc.constantFrom('one', 'many', 'true-false'),
    chosen,
    feedback: fc.tuple(words, words),
  })
  .map(({ chosen: given, feedback: [right, wrong], ...rest }): QuestionContent => {
    const kind = rest.kind as QuestionContent['kind'];
    if (kind === 'true-false') return { ...rest, kind, options: trueFalseOptions(given[0]![1], { right, wrong }) };
    const options = given.map(([text, isRight, told], place) => option(`${text}${place}`, kind === 'one' ? place === 0 : isRight, told));
    return { ...rest, kind, options };
  })
  .filter((one) => problemOf(one) === null);
const inOrder = (questions: readonly QuestionContent[]): string[] =>
  questions.map((one) => JSON.stringify(one, ['topic', 'kind', 'words', 'options', 'isRight', 'feedback', 'explanation'])).sort();

describe('questions that are taken out and read again', () => {
  it('are the same in GIFT', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 6 }), (questions) => {
        const read = gift(writeGift(questions));
        expect(read.problems).toEqual([]);
        expect(inOrder(read.questions.map((one) => one.question))).toEqual(inOrder(questions));
      }),
      { numRuns: 300 },
    );
  });

  it('are the same in CSV, in which no cell is a formula', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 6 }), (questions) => {
        const text = questionCsv(questions);
        const cells = readQuestionCsv(new TextEncoder().encode(text)).flatMap((row) => row.cells);
        expect(cells.filter((cell) => /^\s*[=+@-]/.test(cell))).toEqual([]);
        const read = csv(text);
        expect(read.problems).toEqual([]);
        expect(inOrder(read.questions.map((one) => one.question))).toEqual(inOrder(questions));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a GIFT file', () => {
  it('gives topic, kind, words, options, feedback and explanation', () => {
    const text = `// ghi chú
$CATEGORY: $course$/top/Nghị quyết

::C1::[plain]Chỉ tiêu \\{2030\\} là\\: {
  =8% #đúng rồi
  ~7% #chưa
  ####Xem mục 2
}

::C2::Chọn hai {~%50%một ~%50%hai ~%-100%ba}

Nước là của dân. {T#Sai rồi#Phải}

Sinh hoạt mỗi {=tháng ~năm} một lần.`;
    const read = gift(text);
    expect(read.problems).toEqual([]);
    expect(read.questions.map(({ line }) => line)).toEqual([4, 10, 12, 14]);
    expect(read.questions[0]!.question).toEqual({
      topic: 'Nghị quyết',
      kind: 'one',
      words: 'Chỉ tiêu {2030} là:',
      options: [option('8%', true, 'đúng rồi'), option('7%', false, 'chưa')],
      explanation: 'Xem mục 2',
    });
    expect(read.questions[1]!.question).toMatchObject({ kind: 'many', options: [option('một', true), option('hai', true), option('ba')] });
    expect(read.questions[2]!.question.options).toEqual([option('Đúng', true, 'Phải'), option('Sai', false, 'Sai rồi')]);
    expect(read.questions[3]!.question.words).toBe('Sinh hoạt mỗi _____ một lần.');
  });

  it('tells by line what is of another kind, or written wrongly, and gives the rest', () => {
    const text = [
      'Ghép {=a -> 1 =b -> 2}',
      'Số {#5:0.1}',
      'Viết {}',
      'Ngắn {=a =b}',
      'Chỉ là chữ',
      'Hở {=a ~b',
      'Đóng } trước',
      '::tên {=a ~b}',
      'Một phần {=a ~%50%b ~c}',
      'Hai {=a ~b} và {=c ~d}',
      'Chữ {lạ =a ~b}',
      'Mức {~%x%a ~b}',
      'Thiếu {~a ~b}',
      'Hai đúng {=a =b ~c}',
      'Tốt {=a ~b}',
    ];
    const lines = problemsOf(text.join('\n\n'));
    expect(lines.map((line) => Number(line.split(':')[0]))).toEqual(text.slice(0, -1).map((_one, place) => place * 2 + 1));
    expect(lines[0]).toContain('ghép đôi');
    expect(lines[1]).toContain('bằng số');
    expect(lines[2]).toContain('tự luận');
    expect(lines[3]).toContain('trả lời ngắn');
    expect(lines.at(-1)).toContain('hơn một đáp án đúng');
    expect(gift(text.join('\n\n')).questions.map((one) => one.question.words)).toEqual(['Tốt']);
  });

  it('as Moodle writes it with HTML is read as plain words', () => {
    expect(
      first('// question: 12  name: x\n::x::[html]<p>Đất &amp; nước<br>ở đâu?</p>{\n\t=<p>Đây</p>\n\t~[html]<b>Kia</b>\n}'),
    ).toMatchObject({
      words: 'Đất & nước\nở đâu?',
      options: [option('<p>Đây</p>', true), option('Kia')],
    });
  });

  it('of an enemy ends in problems, never in an error or a wait', () => {
    const hostile = [
      '{'.repeat(20_000),
      '~'.repeat(20_000),
      `a{${'=~'.repeat(10_000)}}`,
      `[html]${'<'.repeat(50_000)}{=a ~b}`,
      '\u0000\ufffe{=\ud800 ~}',
      `x {=${'a'.repeat(100_000)} ~b}`,
      '::'.repeat(9999),
      `a{${'~%'.repeat(9999)}}`,
      `a${'\\'.repeat(9999)}{=b ~c}`,
    ];
    const begun = Date.now();
    for (const text of hostile) {
      const { questions, problems } = gift(text);
      expect(questions.length + problems.length).toBe(1);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void (tidyWords(text) !== '' && readAny(text))),
      { numRuns: 300 },
    );
    expect(Date.now() - begun).toBeLessThan(60_000);
  });
});

function readAny(text: string): void {
  try {
    gift(text);
  } catch (error) {
    expect((error as { code?: string }).code).toBe('roster-file');
  }
}

describe('a table of questions', () => {
  it('tells by line what it cannot take', () => {
    const text =
      'Chủ đề,Loại,Câu hỏi,Đáp án đúng,A,B,C\nX,,Một?,B,a,b,\nX,ghép,Hai?,A,a,b,\nX,một,Ba?,D,a,b,\nX,nhiều,Bốn?,"A, C",a,b,c\nX,đúng sai,Năm,Đúng,,,\nX,đúng sai,Sáu,có lẽ,,,\nX,một,Bảy?,A,a,a,\n';
    const read = csv(text);
    expect(read.questions.map((one) => one.question.words)).toEqual(['Một?', 'Bốn?', 'Năm']);
    expect(read.problems.map(({ line }) => line)).toEqual([3, 4, 7, 8]);
  });
});
