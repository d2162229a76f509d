import { deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { LIMITS, rawPdf, stream } from './make-files.js';

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const SEEN = 'Dong chu nay nguoi doc nhin thay duoc va du dai de khong ai coi la so trang';
const SECRET = 'Doan van nay nguoi doc khong nhin thay';
const seen = `BT /F 12 Tf 50 700 Td (${SEEN}) Tj ET `;
const secret = `/F 12 Tf 50 600 Td (${SECRET}) Tj ET `;
const LETTERS = Array.from({ length: 26 }, (_, i) => (0x61 + i).toString(16));
const photo = (() => {
  const canvas = createCanvas(900, 900);
  canvas.getContext('2d').fillStyle = '#346';
  canvas.getContext('2d').fillRect(0, 0, 900, 900);
  const data = canvas.toBuffer('image/jpeg').toString('latin1');
  return stream(data, '/Subtype /Image /Width 900 /Height 900 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode');
})();
const WHITE_SHADING =
  '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 600 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >> >>';
const STRIPS = Array.from({ length: 60 }, (_, i) => `0 ${590 + i * 0.9} 600 1 re f`).join(' ');

interface Extra {
  page?: string;
  resources?: string;
  catalog?: string;
  /** Object 6. */
  more?: string;
  font?: string;
  contents?: string;
}

const read = (content: string, { page = '', resources = '', catalog = '', more = '<< >>', font = FONT, contents = '4 0 R' }: Extra = {}) =>
  extract(
    rawPdf([
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] ${page} /Contents ${contents} /Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
      stream(content),
      font,
      more,
    ]),
    'bai.pdf',
    LIMITS,
  );
const onPhoto: Extra = { resources: '/XObject << /I 6 0 R >>', more: photo };
const onWhite: Extra = {
  resources: '/XObject << /I 6 0 R >>',
  more: stream('\xff', '/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8'),
};
const shading: Extra = { resources: `/Shading << /S ${WHITE_SHADING} >>` };
const state = (entry: string): Extra => ({ resources: `/ExtGState << /G << ${entry} >> >>` });
const MASK: Extra = {
  resources: '/ExtGState << /G << /SMask << /S /Luminosity /G 6 0 R >> >> >>',
  more: stream('0 g 0 0 600 800 re f', '/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Group << /S /Transparency /CS /DeviceGray >>'),
};
const places = ({ hidden, text }: Awaited<ReturnType<typeof read>>) => hidden.map(({ start, end, kind }) => [kind, text.slice(start, end)]);

describe('text of a PDF that a reader does not see', () => {
  it.each<[string, string, string, Extra?]>([
    ['is set to be invisible', 'invisible', `BT 3 Tr ${secret}`],
    ['is fully transparent', 'invisible', `/G gs BT ${secret}`, { resources: '/ExtGState << /G << /ca 0 >> >>' }],
    ['is white on the page', 'white', `BT 1 g ${secret}`],
    ['has the colour of the rectangle below', 'white', `0 0 1 rg 40 590 400 40 re f BT 0.03 0 1 rg ${secret}`],
    ['is of one point', 'tiny', `BT /F 1 Tf 50 600 Td (${SECRET}) Tj ET`],
    ['is scaled down', 'tiny', `q .05 0 0 .05 0 0 cm BT /F 12 Tf 1000 12000 Td (${SECRET}) Tj ET Q`],
    ['lies outside the clip', 'clipped', `q 0 0 9 9 re W n BT ${secret} Q`],
    ['is covered by a rectangle', 'covered', `BT ${secret} 1 g 40 590 400 40 re f`],
    ['is covered by a slanted shape', 'covered', `BT ${secret} 1 g 30 580 m 45 640 l 560 640 l 600 580 l f`],
    ['is covered by a picture', 'covered', `BT ${secret} q 400 0 0 40 40 590 cm /I Do Q`, onPhoto],
    ['lies between the two parts of a clip', 'invisible', `q 0 0 5 5 re 595 795 5 5 re W n BT ${secret} Q`],
    ['lies outside of a clip of letters', 'invisible', `q BT /F 12 Tf 7 Tr 50 50 Td ( ) Tj ET BT 0 Tr ${secret} Q`],
    ['is masked', 'invisible', `q /G gs BT ${secret} Q`, MASK],
    ['only lightens its white ground', 'invisible', `q 1 g 0 590 600 40 re f 0 g /G gs BT ${secret} Q`, state('/BM /Lighten')],
    [
      'has a white pattern',
      'invisible',
      `BT /Pattern cs /P scn ${secret}`,
      { resources: `/Pattern << /P << /PatternType 2 /Shading ${WHITE_SHADING} >> >>` },
    ],
    ['is white over a white picture', 'invisible', `q 600 0 0 60 0 590 cm /I Do Q BT 1 g ${secret}`, onWhite],
    ['is white over a white shading', 'invisible', `q 0 590 600 40 re W n /S sh Q BT 1 g ${secret}`, shading],
    ['has a wide white outline', 'invisible', `BT 0 g 1 G 30 w 2 Tr ${secret}`],
    ['is next to transparent', 'white', `/G gs BT ${secret}`, state('/ca 0.06')],
    ['is covered by what only lightens', 'covered', `BT ${secret} q 1 g /G gs 0 590 600 40 re f Q`, state('/BM /Lighten')],
    ['is covered by a shading', 'covered', `BT ${secret} q 0 590 600 40 re W n /S sh Q`, shading],
    ['is covered by a wide stroke', 'covered', `BT ${secret} q 1 G 60 w 0 600 m 600 600 l S Q`],
    [
      'is covered twice by what is hardly transparent',
      'covered',
      `BT ${secret} q /G gs 1 g 0 590 600 40 re f 0 590 600 40 re f Q`,
      state('/ca 0.8'),
    ],
    ['is covered by narrow strips', 'covered', `BT ${secret} 1 g ${STRIPS}`],
    ['lies off the page', 'offpage', `BT /F 12 Tf 50 -90 Td (${SECRET}) Tj ET`],
    ['is cropped off', 'offpage', `BT /F 12 Tf 50 90 Td (${SECRET}) Tj ET`, { page: '/CropBox [0 200 600 800]' }],
    [
      'is in a layer that is off',
      'layer',
      `/OC /L BDC BT ${secret} EMC`,
      {
        catalog: '/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>',
        resources: '/Properties << /L 6 0 R >>',
        more: '<< /Type /OCG /Name (an) >>',
      },
    ],
  ])('%s', async (_, kind, content, extra) => {
    const extraction = await read(seen + content, extra);
    expect(places(extraction)).toEqual([[kind, SECRET]]);
    expect(extraction).toMatchObject({ state: 'suspicious', messages: [{ code: 'hidden-text' }] });
    expect(extraction.text).toContain(SEEN);
  });

  it('stands in its place, and garbles no line that it lies over', async () => {
    const extraction = await read(`${seen} BT 1 g /F 12 Tf 52 701 Td (${SECRET}) Tj ET BT 0 g /F 12 Tf 50 680 Td (dong sau) Tj ET`);
    expect(extraction.text.split(/\s*\n\s*/)).toEqual([SEEN, SECRET, 'dong sau']);
  });
});

describe('text of a PDF that one does see', () => {
  it.each<[string, string, Extra?]>([
    ['white on a dark banner', `0 0 .4 rg 40 590 400 40 re f BT 1 g ${secret}`],
    [
      'white on a banner with round corners',
      `0 0 .4 rg 45 590 m 440 590 l 445 590 445 590 445 595 c 445 630 l 40 630 l 40 590 l f BT 1 g ${secret}`,
    ],
    ['white over a photograph', `q 400 0 0 40 40 590 cm /I Do Q BT 1 g ${secret}`, onPhoto],
    ['on a highlight painted before', `1 1 0 rg 40 590 400 40 re f BT 0 g ${secret}`],
    [
      'under a highlight that mixes',
      `BT ${secret} /G gs 1 1 0 rg 40 590 400 40 re f`,
      { resources: '/ExtGState << /G << /BM /Multiply >> >>' },
    ],
    ['struck through', `BT ${secret} 50 603 300 1.2 re f`],
    ['with a clip around it', `q 40 590 400 40 re W n BT ${secret} Q`],
    ['under a stroke of a marker', `BT ${secret} q 1 1 0 RG /G gs 16 w 50 604 m 300 604 l S Q`, state('/BM /Multiply')],
    ['on a picture', `q 600 0 0 60 0 590 cm /I Do Q BT 0 g ${secret}`, onWhite],
    ['in a clip with round corners', `q 40 590 m 440 590 l 450 590 450 590 450 600 c 450 630 l 40 630 l h W n BT ${secret} Q`],
    ['at half opacity', `/G gs BT ${secret}`, state('/ca 0.5')],
    ['in outline only', `BT 1 Tr 1 g 0 G ${secret}`],
  ])('%s', async (_, content, extra) => {
    const extraction = await read(seen + content, extra);
    expect(extraction).toMatchObject({ state: 'ok', hidden: [], messages: [] });
    expect(extraction.text).toContain(SECRET);
  });

  it('once, though it is shown twice to look bold', async () => {
    expect((await read(`${seen} BT /F 12 Tf 50.4 700 Td (${SEEN}) Tj ET`)).text).toBe(SEEN);
  });

  it.each([
    ['another letter', '1 beginbfrange <61> <7a> <0430> endbfrange'],
    ['a space', `26 beginbfchar ${LETTERS.map((code) => `<${code}> <0020>`).join(' ')} endbfchar`],
    ['nothing that shows', `26 beginbfchar ${LETTERS.map((code) => `<${code}> <200B>`).join(' ')} endbfchar`],
  ])('where the table of its font says %s, for somebody to look', async (_, ranges) => {
    const table = `begincmap 1 begincodespacerange <00> <FF> endcodespacerange ${ranges} endcmap`;
    const font = FONT.replace('>>', '/Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>');
    const extraction = await read(seen, { more: stream(table), font });
    expect(extraction).toMatchObject({ state: 'suspicious', text: SEEN, hidden: [], messages: [{ code: 'misleading-font' }] });
  });

  it('though it is packed and called a picture', async () => {
    const noise = Buffer.from(Array.from({ length: 900 }, (_, i) => 0x80 | ((i * i * 31) >> 3)));
    const data = deflateSync(Buffer.concat([Buffer.from('%'), noise, Buffer.from(`\nBT ${secret}`)])).toString('latin1');
    const more = stream(data, '/Filter /FlateDecode /Subtype /Image /Width 999 /Height 999');
    expect((await read(seen, { more, contents: '[4 0 R 6 0 R]' })).text).toContain(SECRET);
  });
});
