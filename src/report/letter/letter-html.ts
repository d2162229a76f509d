import { createHash } from 'node:crypto';
import { escapeText } from '../escape-text.js';
import type { Letter, LetterItem, LetterSection } from './letter.js';
import { LETTER_STYLE } from './letter-style.js';
import { plainText } from './plain-text.js';

/** What a page of letters may load or run: nothing but its own style, known by its hash. */
export const LETTER_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(LETTER_STYLE, 'utf8').digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A letter as a page that needs no other file and runs nothing, made for paper (A4) and for a telephone. */
export function letterHtml(letter: Letter): string {
  return lettersHtml([letter], letter.title);
}

/** Several letters in one page, each on a sheet of its own. */
export function lettersHtml(letters: readonly Letter[], title: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${LETTER_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="robots" content="noindex">
<title>${escapeText(plainText(title))}</title>
<style>${LETTER_STYLE}</style>
</head>
<body>
<main>
${letters.map(articleOf).join('\n')}
</main>
</body>
</html>
`;
}

function articleOf({ kind, banner, title, facts, greeting, opening, reason, sections, closing, signature }: Letter): string {
  const parts = [
    `<article class="${kind}">`,
    banner === '' ? '' : `<p class="banner">${escapeText(banner)}</p>`,
    `<h1>${escapeText(title)}</h1>`,
    `<dl>${facts.map(({ name, value }) => `<div><dt>${escapeText(name)}</dt><dd>${escapeText(value)}</dd></div>`).join('')}</dl>`,
    paragraph(greeting),
    ...opening.map(paragraph),
    reason.length === 0 ? '' : `<blockquote class="reason">${reason.map(paragraph).join('')}</blockquote>`,
    ...sections.map(sectionOf),
    `<footer>${closing.map(paragraph).join('')}</footer>`,
    signature === null ? '' : signOf(signature),
    '</article>',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function signOf({ day, by, post, hint, name }: NonNullable<Letter['signature']>): string {
  const bold = (text: string, look: string): string => (text === '' ? '' : `<p${look}><b>${escapeText(text)}</b></p>`);
  return `<div class="sign">${paragraph(day)}${bold(by, '')}${bold(post.toUpperCase(), '')}<p class="hint">${escapeText(hint)}</p>${bold(name, ' class="name"')}</div>`;
}

function sectionOf({ title, paragraphs, items, isNumbered }: LetterSection): string {
  const list = isNumbered ? 'ol' : 'ul';
  const listed = items.length === 0 ? '' : `<${list}>${items.map(itemOf).join('')}</${list}>`;
  return `<section><h2>${escapeText(title)}</h2>${paragraphs.map(paragraph).join('')}${listed}</section>`;
}

function itemOf({ head, text, quotes }: LetterItem): string {
  const said = [head === '' ? '' : `<b>${escapeText(head)}${text === '' ? '' : ':'}</b>`, escapeText(text)]
    .filter((part) => part !== '')
    .join(' ');
  return `<li><p>${said}</p>${quotes.map((quote) => `<blockquote>“${escapeText(quote)}”</blockquote>`).join('')}</li>`;
}

const paragraph = (text: string): string => `<p>${escapeText(text)}</p>`;
