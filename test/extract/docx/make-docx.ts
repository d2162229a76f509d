import { extract } from '../../../src/extract/extract.js';
import type { Extraction } from '../../../src/model/extraction.js';
import { LIMITS, type Parts, rawDocx } from '../make-files.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A part that the main part is related to: type of the relationship, name below word/, content. The first one is `rId1`. */
export type Related = readonly [type: string, target: string, content: string | Buffer];

/** A DOCX with the given body and related parts. */
export async function docxWith(body: string, related: readonly Related[] = [], extra: Parts = {}): Promise<Buffer> {
  const relationships = related.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  const parts: Parts = {
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`,
  };
  for (const [, target, content] of related) parts[`word/${target}`] = content;
  return rawDocx(body, { ...parts, ...extra });
}

export const read = (bytes: Uint8Array, limits = LIMITS): Promise<Extraction> => extract(bytes, 'bai.docx', limits);

export const readBody = async (body: string, related: readonly Related[] = []): Promise<Extraction> => read(await docxWith(body, related));

/** A part of WordprocessingML with another root. */
export const part = (root: string, content: string): string =>
  `<w:${root} xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${content}</w:${root}>`;

export const styles = (content: string): Related => ['styles', 'styles.xml', part('styles', content)];
export const settings = (content: string): Related => ['settings', 'settings.xml', part('settings', content)];

/** A run with the given properties. */
export const styled = (properties: string, text: string): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

export const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/** A field as Word writes it, in runs; no result where that is undefined. */
export function field(instruction: string, result?: string): string {
  const shown = result === undefined ? '' : `${mark('separate')}<w:r><w:t>${result}</w:t></w:r>`;
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${shown}${mark('end')}`;
}

export const textBox = (content: string, properties = ''): string =>
  `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="3000000" cy="900000"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>${properties}</wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
export const vmlBox = (content: string, attributes = ''): string =>
  `<w:pict><v:shape ${attributes}><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`;
export const alternatives = (choice: string, fallback = '', requires = 'wps'): string =>
  `<mc:AlternateContent><mc:Choice Requires="${requires}">${choice}</mc:Choice>${fallback === '' ? '' : `<mc:Fallback>${fallback}</mc:Fallback>`}</mc:AlternateContent>`;
