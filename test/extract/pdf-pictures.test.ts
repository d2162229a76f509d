import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { LIMITS, newPage, pdf, rawPdf, SENTENCE, stream } from './make-files.js';
import { drawPage, ESSAY, jpeg, OTHER, scaled, wordsOf } from './ocr/draw.js';

type Canvas = ReturnType<typeof drawPage>;

const HEADING = 'Bai thu hoach cua toi sau khi hoc tap va lam theo nghi quyet cua cap tren trong nam nay';
const SECRET = 'bi mat nay khong ai thay duoc vi no duoc giau di rat ky trong trang cua bai viet';

/** The essay in letters that every font has. */
const PLAIN = ESSAY.join(' ').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

const read = (bytes: Uint8Array) => extract(bytes, 'bai.pdf', LIMITS);
const codes = ({ messages }: Awaited<ReturnType<typeof read>>) => messages.map(({ code }) => code);
const hiddenText = ({ hidden, text }: Awaited<ReturnType<typeof read>>) => hidden.map(({ start, end }) => text.slice(start, end)).join(' ');
const recognisedText = ({ recognised, text }: Awaited<ReturnType<typeof read>>) =>
  recognised.map(({ start, end }) => text.slice(start, end)).join(' ');

const line = (text: string, y: number, before = ''): string => `BT ${before} /F 12 Tf 50 ${y} Td (${text}) Tj ET `;
/** A long text in lines of a page. */
const rows = (text: string, before = ''): string =>
  text
    .match(/.{1,70}(?: |$)/g)!
    .map((row, i) => line(row.trim(), 740 - 20 * i, before))
    .join('');
const unseenLines = (text: string, count: number): string =>
  Array.from({ length: count }, (_, i) => line(text, 500 - i * 16, '3 Tr')).join('');

/** Pages of 600 by 800 points with these contents, each of which may show picture /I. */
function pages(contents: readonly string[], picture: Canvas): Buffer {
  const dictionary = `/Subtype /Image /Width ${picture.width} /Height ${picture.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
  const own = contents.flatMap((content, i) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>`,
    stream(content),
  ]);
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${contents.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    stream(jpeg(picture).toString('latin1'), dictionary),
    ...own,
  ]);
}

const whole = 'q 564 0 0 800 18 0 cm /I Do Q ';
const below = 'q 500 0 0 650 50 30 cm /I Do Q ';
const blank = (): Canvas => {
  const canvas = createCanvas(600, 800);
  canvas.getContext('2d').fillStyle = '#fff';
  canvas.getContext('2d').fillRect(0, 0, 600, 800);
  return canvas;
};
/** A photograph of a hill under the sky. */
const photograph = (): Canvas => {
  const canvas = createCanvas(600, 800);
  const context = canvas.getContext('2d');
  const sky = context.createLinearGradient(0, 0, 0, 800);
  sky.addColorStop(0, '#8ab');
  sky.addColorStop(1, '#354');
  context.fillStyle = sky;
  context.fillRect(0, 0, 600, 800);
  context.fillStyle = '#262';
  context.arc(300, 900, 400, 0, 7);
  context.fill();
  return canvas;
};

describe('a picture beside the text of a page', () => {
  it('is read where it says more than the text, which stays as it is', async () => {
    const extraction = await read(pages([line(HEADING, 740) + below], drawPage(ESSAY)));
    expect(extraction.text).toContain(HEADING);
    expect(wordsOf(recognisedText(extraction))).toEqual(wordsOf(ESSAY.join(' ')));
    expect(codes(extraction)).toEqual(['recognised']);
  });

  it('is read also where it is cut into strips that are thinner than a line', async () => {
    const strips = Array.from({ length: 650 }, (_, i) => `q 0 ${30 + i} 600 1 re W n ${below} Q`).join(' ');
    expect(wordsOf(recognisedText(await read(pages([line(HEADING, 740) + strips], drawPage(ESSAY)))))).toEqual(wordsOf(ESSAY.join(' ')));
  });

  it('changes nothing where it is a photograph', async () => {
    const extraction = await read(pages([line(HEADING, 740) + below], photograph()));
    expect(extraction).toMatchObject({ state: 'ok', text: HEADING, recognised: [], messages: [] });
  });

  it('is not looked at where it is a logo', async () => {
    const begun: number[] = [];
    const file = pages([`${line(HEADING, 740)}q 60 0 0 80 50 30 cm /I Do Q`], drawPage(ESSAY));
    await extract(file, 'bai.pdf', LIMITS, () => begun.push(1));
    expect(begun).toEqual([]);
  });

  it('may be the tiles of a pattern', async () => {
    const tile = stream(
      `0 g ${[0, 1, 2, 3, 4, 5].map((i) => line('hom nay toi di hoc va thay cay xanh trong san truong', 600 - 30 * i)).join('')}`,
      '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 600 800] /XStep 600 /YStep 800 /Resources << /Font << /F 5 0 R >> >>',
    );
    const extraction = await read(
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /Pattern << /P 6 0 R >> >> >>',
        stream(`${line(HEADING, 740)} /Pattern cs /P scn 0 400 600 240 re f`),
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
        tile,
      ]),
    );
    expect(recognisedText(extraction)).toContain('cay xanh trong');
  });
});

describe('unseen text over a scan', () => {
  it('is what the picture says, for somebody to compare', async () => {
    const plain = drawPage([PLAIN]);
    const extraction = await read(pages([whole + rows(PLAIN, '3 Tr')], plain));
    expect(extraction).toMatchObject({ state: 'suspicious', hidden: [], recognised: [], messages: [{ code: 'recognised-elsewhere' }] });
    expect(wordsOf(extraction.text)).toEqual(wordsOf(PLAIN));
  });

  it.each([
    ['shows nothing', whole + unseenLines(SECRET, 14), blank()],
    ['shows only the text that one sees', whole + line(HEADING, 740) + unseenLines(SECRET, 14), blank()],
    ['shows other text', whole + unseenLines(SECRET, 14), drawPage(OTHER)],
  ])('stays hidden where the picture %s', async (_, content, picture) => {
    const extraction = await read(pages([content], picture));
    expect(extraction.state).toBe('suspicious');
    expect(codes(extraction)).toEqual(expect.arrayContaining(['layer-differs', 'hidden-text']));
    expect(hiddenText(extraction).match(/bi mat nay/g)).toHaveLength(14);
  });

  it('is compared on more pages than the first', async () => {
    const honest = whole + rows(PLAIN, '3 Tr');
    const extraction = await read(pages([honest, honest, whole + unseenLines(SECRET, 14)], drawPage([PLAIN])));
    expect(extraction.messages).toContainEqual({ code: 'layer-differs', text: expect.stringContaining('trang 3') });
    expect(hiddenText(extraction)).toContain(SECRET);
  });
});

describe('a page that is read by its picture', () => {
  it('keeps the hidden text that stands beside what one sees', async () => {
    const mixed = Array.from({ length: 4 }, (_, i) => line(`bai ${i}`, 100 - i * 20) + line(SECRET, 100 - i * 20, '3 Tr 70 0 Td')).join('');
    const extraction = await read(pages([`q 420 0 0 560 90 230 cm /I Do Q ${mixed}`], drawPage(ESSAY)));
    expect(codes(extraction)).toContain('hidden-text');
    expect(hiddenText(extraction).match(/bi mat nay/g)).toHaveLength(4);
  });

  it('is a part that is missing where it ends the file as a picture of text that cannot be read', async () => {
    const scribbled = drawPage(ESSAY, { resolution: 100 });
    const context = scribbled.getContext('2d');
    context.lineWidth = 2;
    for (let i = 0; i < 60; i++) {
      context.beginPath();
      context.moveTo((i * 37) % scribbled.width, 40 + ((i * 53) % 500));
      context.bezierCurveTo((i * 53) % 500, (i * 91) % 700, (i * 17) % 500, (i * 29) % 700, 500 - ((i * 29) % 300), (i * 71) % 700);
      context.stroke();
    }
    const extraction = await read(pages([line(HEADING, 740), whole], scribbled));
    expect(codes(extraction)).toEqual(['partial-text']);
  });

  it('is a signature where a stroke of the pen is all that is seen on it', async () => {
    const signed = blank();
    const context = signed.getContext('2d');
    context.lineWidth = 3;
    context.bezierCurveTo(200, 300, 260, 200, 300, 320);
    context.bezierCurveTo(320, 250, 380, 330, 420, 260);
    context.stroke();
    expect(codes(await read(pages([line(HEADING, 740), whole], signed)))).toEqual(['not-read-parts']);
  });

  it('is one whose font shows other letters than its table says', async () => {
    const [from, to] = ['bcdghklmnprstvx', 'chlnvtmbgskxdrp'];
    const codesOf = Array.from({ length: 26 }, (_, i) => {
      const letter = String.fromCharCode(0x61 + i);
      const said = to[from.indexOf(letter)] ?? letter;
      return `<${(0x61 + i).toString(16)}> <${said.charCodeAt(0).toString(16).padStart(4, '0')}>`;
    });
    const table = `begincmap 1 begincodespacerange <00> <FF> endcodespacerange 26 beginbfchar ${codesOf.join(' ')} endbfchar endcmap`;
    const extraction = await read(
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
        stream(rows(PLAIN)),
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R /FontDescriptor 7 0 R >>',
        stream(table),
        '<< /Type /FontDescriptor /FontName /Helvetica /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /StemV 1 >>',
      ]),
    );
    expect(extraction.state).toBe('suspicious');
    expect(codes(extraction)).toContain('misleading-font');
    expect(recognisedText(extraction)).toContain('trach nhiem');
    expect(extraction.hidden).toMatchObject([{ kind: 'unicode-lie' }]);
  });

  it('is not one in an encoding from before Unicode, which is decoded', async () => {
    const old =
      'Sau khi häc tËp nghÞ quyÕt, t«i nhËn thøc râ tr¸ch nhiÖm cña ng­êi ®¶ng viªn ®èi víi ®¬n vÞ m×nh vµ sÏ cïng tËp thÓ hoµn thµnh tèt nhiÖm vô. ';
    const extraction = await read(pages([rows(old.repeat(4))], blank()));
    expect(extraction).toMatchObject({ recognised: [], messages: [{ code: 'decoded' }] });
    expect(extraction.text.normalize('NFC')).toContain('nghị quyết');
  });

  it('is not one in another language', async () => {
    const english = 'The harvest was late that year and the old farmers spoke of little else when they met at the mill. '.repeat(6);
    const extraction = await read(await pdf([SENTENCE, newPage(english)]));
    expect(extraction).toMatchObject({ state: 'ok', messages: [], recognised: [] });
    expect(extraction.text).toContain('old farmers');
  });
});

describe('a file of many small pieces', () => {
  const grown = async (make: (count: number) => string, count: number): Promise<number> => {
    const time = async (size: number): Promise<number> => {
      const file = pages([make(size)], scaled(blank(), 0.1));
      const start = performance.now();
      await read(file);
      return performance.now() - start;
    };
    await time(count);
    const small = Math.min(await time(count), await time(count));
    return (await time(8 * count)) / small;
  };
  const letters = (count: number, at: (i: number) => string, before = ''): string =>
    `BT ${before} /F 2.1 Tf ${Array.from({ length: count }, (_, i) => `1 0 0 1 ${at(i)} Tm (a) Tj`).join(' ')} ET`;

  it.each<[string, (count: number) => string, number]>([
    ['seen cells', (count) => letters(count, (i) => `${5 + (i % 200) * 2.95} ${790 - Math.floor(i / 200) * 2.2}`), 2500],
    ['a row of hidden words', (count) => line(HEADING, 740) + letters(count, (i) => `${700 + i * 8} 700`), 2500],
    ['hidden lines', (count) => line(HEADING, 740) + letters(count, (i) => `50 -${100 + i * 4}`), 2500],
    ['open layers', (count) => `${'/A BMC '.repeat(count)} ${letters(count, () => '5 700')}`, 5000],
  ])('costs no square: %s', async (_, make, count) => {
    expect(await grown(make, count)).toBeLessThan(32);
  });
});
