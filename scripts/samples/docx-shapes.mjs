// @ts-check
import { writeZip } from '../fixtures/archive.mjs';
import { escapeXml } from './essay.mjs';

/** @typedef {import('./essay.mjs').Essay} Essay */
/** @typedef {{ main?: string, isStrict?: boolean, extra?: Record<string, string> }} PackageOptions */

const OFFICE = {
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const WORD = {
  transitional: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  strict: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
};
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACES = [
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'mc:Ignorable="w14"',
].join(' ');

/** @param {string} text @param {string} properties */
const run = (text, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/**
 * @param {string} body
 * @param {PackageOptions} [options]
 */
function packed(body, { main = 'document.xml', isStrict = false, extra = {} } = {}) {
  const kind = isStrict ? 'strict' : 'transitional';
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const overrides = Object.keys(extra)
    .filter((name) => name.startsWith('word/'))
    .map((name) => `<Override PartName="/${name}" ContentType="${type}.${name.slice(5, -4)}+xml"/>`);
  const parts = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/${main}" ContentType="${type}.document.main+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE[kind]}/officeDocument" Target="word/${main}"/></Relationships>`,
    [`word/${main}`]: `${HEAD}<w:document xmlns:w="${WORD[kind]}" xmlns:r="${OFFICE[kind]}" ${NAMESPACES}${isStrict ? ' w:conformance="strict"' : ''}><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
    [`word/_rels/${main}.rels`]: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${Object.keys(extra)
      .filter((name) => name.startsWith('word/'))
      .map((name, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE[kind]}/${name.slice(5, -4)}" Target="${name.slice(5)}"/>`)
      .join('')}</Relationships>`,
    ...extra,
  };
  return writeZip(Object.entries(parts).map(([name, xml]) => ({ name, bytes: Buffer.from(xml) })));
}

/** @param {string} properties */
const styles = (properties) => ({
  'word/styles.xml': `${HEAD}<w:styles xmlns:w="${WORD.transitional}"><w:docDefaults><w:rPrDefault><w:rPr>${properties}</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`,
});

/**
 * Pieces of a line, cut within words as editing leaves them.
 * @param {string} text
 * @param {number} length
 */
const pieces = (text, length) => text.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [];

/**
 * Word on a desk: editing sessions, spelling marks, runs cut anywhere, the title in a text box for new and for old readers.
 * @param {Essay} essay
 */
export function wordDesktop({ paragraphs: [title = '', ...rest] }) {
  const inside = `<w:txbxContent><w:p w:rsidR="00A1B2C3">${run(title, '<w:b/>')}</w:p></w:txbxContent>`;
  const box = `<w:p w:rsidR="00A1B2C3"><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="3600000" cy="600000"/><wp:docPr id="1" name="Text Box 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>${inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:283pt;height:47pt"><v:textbox>${inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  const body = rest.map((text, index) => {
    const rsid = `00A1${(0xb200 + index).toString(16).toUpperCase()}`;
    const runs = pieces(text, 23).map(
      (piece, at) =>
        `${at % 3 === 1 ? '<w:proofErr w:type="spellStart"/>' : ''}<w:r w:rsidR="${rsid}" w:rsidRPr="00D4E5F6"><w:rPr><w:lang w:val="vi-VN"/></w:rPr>${at === 4 ? '<w:lastRenderedPageBreak/>' : ''}<w:t xml:space="preserve">${escapeXml(piece)}</w:t></w:r>${at % 3 === 1 ? '<w:proofErr w:type="spellEnd"/>' : ''}`,
    );
    return `<w:p w14:paraId="${(0x10000000 + index).toString(16).toUpperCase()}" w14:textId="77777777" w:rsidR="${rsid}" w:rsidRDefault="${rsid}"><w:pPr><w:jc w:val="both"/></w:pPr><w:bookmarkStart w:id="${index}" w:name="_Hlk${index}"/>${runs.join('')}<w:bookmarkEnd w:id="${index}"/></w:p>`;
  });
  return packed(box + body.join(''), {
    extra: styles('<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>'),
  });
}

/**
 * Word in a browser: the main part is document2.xml, and every run has a style of the editor.
 * @param {Essay} essay
 */
export function wordOnline({ paragraphs }) {
  const body = paragraphs.map(
    (text) =>
      `<w:p w:rsidP="2F3A4B5C"><w:pPr><w:pStyle w:val="paragraph"/></w:pPr>${pieces(text, 40)
        .map((piece) => run(piece, '<w:rStyle w:val="normaltextrun"/>'))
        .join('')}${run('', '<w:rStyle w:val="eop"/>')}</w:p>`,
  );
  return packed(body.join(''), { main: 'document2.xml', extra: styles('<w:rFonts w:ascii="Times New Roman"/>') });
}

/**
 * A browser's editor that states everything in every run and wraps some in controls of its own.
 * @param {Essay} essay
 */
export function googleDocs({ paragraphs }) {
  const properties =
    '<w:rFonts w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="26"/><w:szCs w:val="26"/><w:rtl w:val="0"/>';
  const body = paragraphs.map((text, index) => {
    const control = `<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_${index}"/></w:sdtPr><w:sdtContent>${run(text, properties)}</w:sdtContent></w:sdt>`;
    return `<w:p w:rsidR="00000000" w:rsidDel="00000000" w:rsidP="00000000" w:rsidRDefault="00000000" w:rsidRPr="00000000" w14:paraId="0000000${(index % 16).toString(16).toUpperCase()}"><w:pPr><w:pageBreakBefore w:val="0"/><w:rPr>${properties}</w:rPr></w:pPr>${index % 4 === 2 ? control : run(text, properties)}<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr><w:rtl w:val="0"/></w:rPr></w:r></w:p>`;
  });
  return packed(body.join(''), { extra: styles('<w:rFonts w:ascii="Arial"/><w:lang w:val="vi"/>') });
}

/**
 * WPS Office: runs told apart by script, and parts that only it knows.
 * @param {Essay} essay
 */
export function wps({ paragraphs }) {
  const properties =
    '<w:rFonts w:hint="default" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/><w:lang w:val="vi-VN" w:eastAsia="zh-CN"/>';
  const body = paragraphs.map(
    (text) =>
      `<w:p><w:pPr><w:bidi w:val="0"/><w:rPr>${properties}</w:rPr></w:pPr>${text
        .split(/(?<= )/)
        .map((word) => run(word, properties))
        .join('')}</w:p>`,
  );
  const custom = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">1066-12.2.0.13472</vt:lpwstr></property></Properties>`;
  return packed(body.join(''), { extra: { ...styles('<w:rFonts w:ascii="Calibri"/>'), 'docProps/custom.xml': custom } });
}

/**
 * The strict form of the standard, whose names are others.
 * @param {Essay} essay
 */
export function strict({ paragraphs }) {
  return packed(paragraphs.map((text) => `<w:p>${run(text)}</w:p>`).join(''), { isStrict: true });
}
