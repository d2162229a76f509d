// @ts-check

/** @typedef {{ text: string, paragraphs: string[], author: string }} Essay */

/**
 * An essay from its source, one paragraph a line.
 * @param {string} text
 * @returns {Essay}
 */
export function parseEssay(text) {
  const paragraphs = text.split('\n').filter((line) => line !== '');
  const author = /^(?:Họ và tên|Người viết|TÁC GIẢ): ([^,]+)/m.exec(text)?.[1] ?? '';
  return { text, paragraphs, author };
}

/** @param {string} text */
export const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {string} line */
const isHeading = (line) => line === line.toUpperCase();

/**
 * A page as a person writes one by hand; small enough in print for one sheet.
 * @param {Essay} essay
 * @param {string} charset
 */
export function html({ paragraphs }, charset = 'utf-8') {
  const body = paragraphs.map((line) => (isHeading(line) ? `<h2>${escapeXml(line)}</h2>` : `<p>${escapeXml(line)}</p>`)).join('\n');
  const style =
    '@page{size:A4;margin:15mm} body{font:11.5pt/1.3 "Liberation Serif",serif} p{margin:2pt 0;text-align:justify} h2{font-size:12pt;text-align:center;margin:4pt 0}';
  return `<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="${charset}">\n<title></title>\n<style>${style}</style>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}
