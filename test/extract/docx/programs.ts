import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docxParts, type Parts, SENTENCE, zip } from '../make-files.js';

/** The paragraphs of one essay, as the shapes below hold it. */
export const ESSAY = ['Bài thu hoạch', SENTENCE, `Một là, ${SENTENCE.toLowerCase()}`, 'Hai là, xã Bình Khê & huyện Vân Trạch < 5 km.'];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const text = (content: string): string => `<w:t xml:space="preserve">${escaped(content)}</w:t>`;

/** As Word for the desktop writes: sessions at each paragraph and run, words split by them and by spelling marks. */
function wordParagraph(content: string, index: number): string {
  const half = Math.floor(content.length / 2);
  const run = (part: string, session: string): string =>
    `<w:r w:rsidR="${session}" w:rsidRPr="00A1B2C3"><w:rPr><w:rFonts w:cs="Times New Roman"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr>${text(part)}</w:r>`;
  const bookmark = `<w:bookmarkStart w:id="${index}" w:name="_GoBack"/><w:bookmarkEnd w:id="${index}"/>`;
  const spelling = '<w:proofErr w:type="spellStart"/>';
  const page = index === 2 ? '<w:r><w:lastRenderedPageBreak/></w:r>' : '';
  return `<w:p w14:paraId="0000000${index}" w14:textId="77777777" w:rsidR="00A1B2C3" w:rsidRDefault="00D4E5F6"><w:pPr><w:pStyle w:val="BodyText"/><w:spacing w:after="120"/><w:jc w:val="both"/><w:rPr><w:rFonts w:cs="Times New Roman"/></w:rPr></w:pPr>${page}${bookmark}${run(content.slice(0, half), '00A1B2C3')}${spelling}${run(content.slice(half), '00D4E5F6')}<w:proofErr w:type="spellEnd"/></w:p>`;
}

/** As Google Docs writes: everything said at each run, no sessions. */
const googleParagraph = (content: string): string =>
  `<w:p w:rsidR="00000000" w:rsidDel="00000000" w:rsidP="00000000" w:rsidRDefault="00000000" w:rsidRPr="00000000" w14:paraId="00000001"><w:pPr><w:pageBreakBefore w:val="0"/><w:shd w:fill="auto" w:val="clear"/><w:rPr><w:vertAlign w:val="baseline"/></w:rPr></w:pPr><w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr><w:rFonts w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"/><w:b w:val="0"/><w:color w:val="000000"/><w:sz w:val="28"/><w:u w:val="none"/><w:shd w:fill="auto" w:val="clear"/><w:rtl w:val="0"/></w:rPr>${text(content)}</w:r></w:p>`;

/** As WPS Office writes: a font hint and a language at each run, its own data beside. */
const wpsParagraph = (content: string): string =>
  `<w:p><w:pPr><w:keepNext w:val="0"/><w:rPr><w:rFonts w:hint="default" w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:vertAlign w:val="baseline"/></w:rPr></w:pPr><w:r><w:rPr><w:rFonts w:hint="default" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun"/><w:color w:val="auto"/><w:lang w:val="vi-VN" w:eastAsia="zh-CN"/></w:rPr>${text(content)}</w:r></w:p>`;

const ROOT = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"',
  'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"',
].join(' ');
const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:cols w:space="720"/><w:docGrid w:linePitch="360"/></w:sectPr>';
const document = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${ROOT} mc:Ignorable="w14 wp14"><w:body>${body}${page}</w:body></w:document>`;

const STYLES =
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:latentStyles w:count="376"><w:lsdException w:name="Normal" w:uiPriority="0"/></w:latentStyles><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:semiHidden/></w:style><w:style w:type="paragraph" w:styleId="BodyText"><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style></w:styles>';

function packed(body: string, mainPart = 'word/document.xml'): Parts {
  const parts = docxParts('', { 'word/styles.xml': STYLES, [mainPart]: document(body) });
  if (mainPart !== 'word/document.xml') delete parts['word/document.xml'];
  parts['_rels/.rels'] = String(parts['_rels/.rels']).replace('word/document.xml', `/${mainPart}`);
  parts[`word/_rels/${mainPart.slice(5)}.rels`] =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>';
  return parts;
}

/** The essay in the shape of each program, and in the strict form of the standard. */
export const SHAPES: Readonly<Record<string, () => Promise<Buffer>>> = {
  Word: () => zip(packed(ESSAY.map(wordParagraph).join(''))),
  'Word Online': () => zip(packed(ESSAY.map(wordParagraph).join(''), 'word/document2.xml')),
  'Google Docs': () => zip(packed(ESSAY.map(googleParagraph).join(''))),
  'WPS Office': () => zip(packed(ESSAY.map(wpsParagraph).join(''))),
  'Strict OOXML': () => {
    const strict = (xml: string | Buffer): string =>
      String(xml)
        .replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main')
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    return zip(Object.fromEntries(Object.entries(packed(ESSAY.map(wordParagraph).join(''))).map(([name, xml]) => [name, strict(xml)])));
  },
};

/** Gives up on a program that hangs. */
const start = (program: string, ...options: string[]): void => void execFileSync(program, options, { stdio: 'ignore', timeout: 120_000 });

/** Whether a program can be started here. */
export function isInstalled(program: string): boolean {
  try {
    start(program, '--version');
    return true;
  } catch {
    return false;
  }
}

/** The DOCX that a program makes of a text in another format. */
function converted(name: string, content: string, convert: (folder: string, source: string) => void): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'docx-'));
  try {
    const source = join(folder, name);
    writeFileSync(source, content);
    convert(folder, source);
    return readFileSync(join(folder, 'bai.docx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const withLibreOffice = (html: string): Buffer =>
  converted('bai.html', html, (folder, source) => {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    // HTML opens in Writer/Web, which cannot save DOCX, unless the filter says otherwise.
    const filters = ['--infilter=HTML (StarWriter)', '--convert-to', 'docx:MS Word 2007 XML'];
    start('soffice', '--headless', profile, ...filters, '--outdir', folder, source);
  });

export const withPandoc = (markdown: string): Buffer =>
  converted('bai.md', markdown, (folder, source) => start('pandoc', source, '-o', join(folder, 'bai.docx')));
