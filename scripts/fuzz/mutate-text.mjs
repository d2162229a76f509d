// @ts-check
import { splice } from './mutate-bytes.mjs';

/** @typedef {import('./dice.mjs').Dice} Dice */

const XML = [
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<![CDATA[',
  ']]>',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<!--',
  '-->',
  '&b;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '\0',
  '<a xmlns="x" ',
  '</',
  '/>',
  '"',
  "'",
  ' xml:space="preserve"',
  '\u202E',
  '\uFEFF',
];
const DOCX = [
  ...XML,
  '<w:p>',
  '</w:p>',
  '<w:r>',
  '</w:r>',
  '<w:tbl><w:tr><w:tc>',
  '</w:tc></w:tr></w:tbl>',
  '<w:sdt><w:sdtContent>',
  '<w:del>',
  '<w:ins>',
  '<w:moveFrom>',
  '<w:rPr><w:vanish/></w:rPr>',
  '<w:color w:val="FFFFFF"/>',
  '<w:sz w:val="-1"/>',
  '<w:sz w:val="99999999999"/>',
  '<w:pStyle w:val="a"/>',
  '<w:basedOn w:val="Normal"/>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:instrText>QUOTE',
  '<mc:AlternateContent><mc:Choice Requires="wps">',
  '<mc:Fallback>',
  '<w:txbxContent>',
  '<w:footnoteReference w:id="1"/>',
  '<w:altChunk r:id="rId1"/>',
  '<w:sym w:font="Symbol" w:char="F061"/>',
  '<m:oMath><m:r><m:t>',
  '<w:tab/>',
  'Target="../../x"',
  'TargetMode="External"',
  'Target="document.xml"',
];
const ODT = [
  ...XML,
  '<text:p>',
  '</text:p>',
  '<text:h>',
  '<text:span text:style-name="T1">',
  '</text:span>',
  '<text:s text:c="999999999"/>',
  '<text:s text:c="-1"/>',
  '<text:tab/>',
  '<text:list><text:list-item>',
  '<table:table><table:table-row><table:table-cell>',
  'table:number-columns-repeated="99999999"',
  '<draw:text-box>',
  '<text:note><text:note-body>',
  '<office:annotation>',
  '<text:tracked-changes><text:changed-region>',
  '<text:change text:change-id="a"/>',
  'style:parent-style-name="Standard"',
  'text:display="none"',
  '<manifest:encryption-data>',
];
const RTF = [
  '{',
  '}',
  '{{{{',
  '}}}}',
  '\\',
  '\\u',
  '\\u-1?',
  '\\u55357?\\u56832?',
  '\\u99999999999?',
  '\\uc0',
  '\\uc9999',
  "\\'",
  "\\'zz",
  "\\'00",
  '\\bin',
  '\\bin99999999 ',
  '\\bin-1 ',
  '{\\*\\',
  '{\\upr{',
  '\\par',
  '\\cell',
  '\\row',
  '\\trowd',
  '\\v ',
  '\\v0 ',
  '\\fs1 ',
  '\\cf2 ',
  '\\ansicpg1258',
  '\\ansicpg0',
  '\\f99999',
  '\\fcharset163',
  '{\\fonttbl',
  '{\\pict ',
  '{\\object',
  '\\deleted ',
  '{\\field{\\*\\fldinst',
  '\\~',
  '\\-',
  '\0',
];
const PDF = [
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  'null',
  'true',
  ' 0 R',
  ' obj',
  'endobj',
  'stream\n',
  'endstream',
  'xref\n',
  'trailer',
  '%%EOF',
  'startxref\n-1',
  '/Kids [1 0 R]',
  '/Parent 1 0 R',
  '/Count 999999999',
  '/Count -1',
  '/Length 999999999',
  '/Length 1 0 R',
  '/Filter /FlateDecode',
  '/Filter [/FlateDecode /FlateDecode]',
  '/Filter /LZWDecode',
  '/Filter /ASCII85Decode',
  '/DecodeParms << /Predictor 15 /Columns 99999999 >>',
  '/Type /Pages',
  '/Type /Page',
  '/Contents [1 0 R 1 0 R]',
  '/Encrypt 1 0 R',
  '/Root 1 0 R',
  '/ToUnicode 1 0 R',
  '/FirstChar -1',
  '/Widths [0 0]',
  '/W [0 99999999 1]',
  '/MediaBox [0 0 0 0]',
  '/MediaBox [-1e9 -1e9 1e9 1e9]',
  '/Rotate 37',
  '#00',
  '\\777',
  ' Tj',
  ' TJ',
  ' Tf',
  ' Tm',
  ' q',
  ' Q',
  ' Do',
  ' BT',
  ' ET',
  ' cm',
  ' 3 Tr',
  ' BI',
  ' ID',
  ' EI',
  ' 1e308',
  ' -0',
  ' 99999999999999999999',
  ' re W n',
  ' BDC',
  ' EMC',
  ' gs',
  ' d0',
  ' sh',
  'beginbfchar',
  '<0041> <D800>',
  'beginbfrange',
  '<0000> <FFFF> <0000>',
  'begincodespacerange',
];
const HTML = [
  '<',
  '>',
  '</',
  '<div>',
  '<table><tr><td>',
  '<script>',
  '</script',
  '<style>',
  '<!--',
  '<![CDATA[',
  '&#0;',
  '&#x110000;',
  '&amp',
  '<meta charset="utf-16">',
  '<meta charset="x">',
  '<p hidden>',
  '<b style="display:none">',
  '<svg>',
  '<template>',
  '<plaintext>',
  '<a href="',
  "'",
  '\0',
];

/** What each format makes its files of. */
export const TOKENS = {
  docx: DOCX,
  odt: ODT,
  rtf: RTF,
  pdf: PDF,
  html: HTML,
  txt: ['\0', '\uFEFF', '\u202E', '\u0301\u0301', '\u200B', '\uD800', '\r', '\t'],
};

/**
 * A place between two tokens of a text in markup: before or behind one of its signs.
 * @param {string} text
 * @param {Dice} dice
 */
function seam(text, dice) {
  const near = dice.below(text.length);
  const found = text.slice(near).search(/[<>\\{}\s"/[\]()]/);
  return found === -1 ? near : near + found + dice.below(2);
}

/**
 * One change that respects how the text is put together: pieces between its signs go, come twice, nest or change places.
 * @param {Buffer} bytes
 * @param {Dice} dice
 * @param {readonly string[]} tokens
 * @returns {Buffer}
 */
export function mutateText(bytes, dice, tokens) {
  const text = bytes.toString('latin1');
  const [one, other] = [seam(text, dice), seam(text, dice)];
  const [start, end] = [Math.min(one, other), Math.min(Math.max(one, other), Math.min(one, other) + 64 * dice.length())];
  const piece = bytes.subarray(start, end);
  const token = Buffer.from(dice.pick(tokens));
  const many = dice.happens(0.05) ? 3000 : 1 + dice.below(6);
  switch (dice.below(7)) {
    case 0:
      return splice(bytes, { start, end }, Buffer.alloc(0));
    case 1:
      return splice(bytes, { start: end, end }, piece);
    case 2:
      return splice(bytes, { start: one, end: one }, Buffer.concat(Array.from({ length: many }, () => token)));
    case 3:
      return splice(bytes, { start, end }, token);
    case 4:
      return splice(bytes, { start: other, end: other }, piece);
    case 5:
      return changeNumber(bytes, text, one, dice);
    default:
      return splice(bytes, { start, end }, Buffer.concat([token, piece, token]));
  }
}

const NUMBERS = ['0', '-1', '1', '2', '255', '65536', '2147483648', '4294967295', '99999999999999999999', '1e308', '0.0000001'];

/**
 * @param {Buffer} bytes
 * @param {string} text
 * @param {number} from
 * @param {Dice} dice
 */
function changeNumber(bytes, text, from, dice) {
  const found = /-?\d+/.exec(text.slice(from, from + 2000));
  if (found === null) return bytes;
  const start = from + found.index;
  return splice(bytes, { start, end: start + found[0].length }, Buffer.from(dice.pick(NUMBERS)));
}
