import { expect } from 'vitest';
import { codes, hiddenTexts } from '../findings.js';
import { p, SENTENCE } from '../make-files.js';
import { type Related, readBody, styled } from './make-docx.js';

export const WHITE = '<w:color w:val="FFFFFF"/>';
export const VANISH = '<w:vanish/>';
export const shd = (fill: string, more = ''): string => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}" ${more}/>`;
export const paragraph = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
export const style = (type: string, id: string, content: string, more = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}" ${more}>${content}</w:style>`;
export const rPr = (content: string): string => `<w:rPr>${content}</w:rPr>`;
export const secret = (properties: string): string => styled(properties, SENTENCE);
export const table = (cell: string, cellProperties = '', tableProperties = ''): string =>
  `<w:tbl><w:tblPr>${tableProperties}</w:tblPr><w:tr><w:tc><w:tcPr>${cellProperties}</w:tcPr>${cell}</w:tc></w:tr></w:tbl>`;
export const theme: Related = [
  'theme',
  'theme/theme1.xml',
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:clrScheme><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:theme>',
];

/** How the sentence in a body is hidden; undefined where it is seen. */
export async function kindOf(body: string, related: readonly Related[] = []): Promise<string | undefined> {
  const extraction = await readBody(p('Bài thu hoạch của tôi') + body, related);
  const all = hiddenTexts(extraction);
  expect(extraction.text).toContain(SENTENCE);
  expect(all.map(([, text]) => text)).toEqual(all.length === 0 ? [] : [SENTENCE]);
  expect(codes(extraction)).toEqual(all.length === 0 ? [] : ['hidden-text']);
  expect(extraction.state).toBe(all.length === 0 ? 'ok' : 'suspicious');
  return all[0]?.[0];
}
