import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenTexts, splitWords, visibleText } from '../findings.js';
import { run } from '../make-files.js';
import { alternatives, docxWith, part, type Related, read, settings, styled, styles, textBox, vmlBox } from './make-docx.js';

/** A document as a tree, with what a reader sees of it and what not. */
interface Piece {
  readonly xml: string;
  readonly visible: string[];
  readonly hidden: string[];
}

const HIDING = [
  '<w:vanish/>',
  '<w:webHidden/>',
  '<w:color w:val="FFFFFF"/>',
  '<w:sz w:val="2"/>',
  '<w:rStyle w:val="An"/>',
  '<w:color w:val="00FF00"/><w:highlight w:val="green"/>',
];
const SHOWING = [
  '',
  '<w:b/>',
  '<w:vanish w:val="0"/>',
  '<w:rStyle w:val="An"/><w:vanish w:val="0"/>',
  '<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>',
  '<w:color w:val="auto"/>',
  '<w:sz w:val="24"/>',
];

/** Words that occur once, so that each can be told from all others. */
let words = 0;
const newWord = (kind: string): string => `${kind}${(words++).toString(36)}`;

const runs = fc.array(fc.record({ hidden: fc.boolean(), look: fc.nat(), isSplit: fc.boolean() }), { maxLength: 5 });

const paragraph = runs.map((looks): Piece => {
  const visible: string[] = [];
  const hidden: string[] = [];
  let xml = '';
  for (const { hidden: isHidden, look, isSplit } of looks) {
    const word = newWord(isHidden ? 'an' : 'hien');
    (isHidden ? hidden : visible).push(word);
    const properties = isHidden ? HIDING[look % HIDING.length] : SHOWING[look % SHOWING.length];
    const halves = isSplit ? [`${word.slice(0, 2)}`, `${word.slice(2)} `] : [`${word} `];
    xml += halves.map((half) => styled(properties ?? '', half)).join('<w:proofErr w:type="spellStart"/>');
  }
  return { xml: `<w:p>${xml}</w:p>`, visible, hidden };
});

const join = (pieces: readonly Piece[], around: (xml: string[]) => string): Piece => ({
  xml: around(pieces.map(({ xml }) => xml)),
  visible: pieces.flatMap(({ visible }) => visible),
  hidden: pieces.flatMap(({ hidden }) => hidden),
});

const cell = (xml: string): string => `<w:tc>${xml}</w:tc>`;
const inParagraph = (xml: string): string => `<w:p><w:r>${xml}</w:r></w:p>`;

/** Blocks within blocks; `remove` and `unseen` have text that is not in the document for any reader. */
const { block } = fc.letrec<{ block: Piece; blocks: Piece[] }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    paragraph,
    tie('blocks').map((pieces) => join(pieces, (xml) => `<w:tbl><w:tr>${xml.map(cell).join('')}</w:tr></w:tbl>`)),
    tie('blocks').map((pieces) => join(pieces, (xml) => `<w:tbl>${xml.map((one) => `<w:tr>${cell(one)}</w:tr>`).join('')}</w:tbl>`)),
    tie('blocks').map((pieces) => join(pieces, (xml) => inParagraph(textBox(xml.join(''))))),
    tie('blocks').map((pieces) => join(pieces, (xml) => inParagraph(vmlBox(xml.join(''))))),
    tie('blocks').map((pieces) => join(pieces, (xml) => inParagraph(alternatives(textBox(xml.join('')), vmlBox(xml.join('')))))),
    tie('blocks').map((pieces) => join(pieces, (xml) => `<w:sdt><w:sdtContent>${xml.join('')}</w:sdtContent></w:sdt>`)),
    tie('blocks').map((pieces) => join(pieces, (xml) => `<w:customXml><w:ins>${xml.join('')}</w:ins></w:customXml>`)),
    paragraph.map(({ xml }): Piece => ({ xml: `<w:p><w:del>${xml.replace(/<\/?w:p>/g, '')}</w:del></w:p>`, visible: [], hidden: [] })),
    paragraph.map(
      ({ xml }): Piece => ({ xml: `<w:p><w:moveFrom>${xml.replace(/<\/?w:p>/g, '')}</w:moveFrom></w:p>`, visible: [], hidden: [] }),
    ),
  ) as fc.Arbitrary<Piece>,
}));

describe('a random document', () => {
  it('gives exactly its visible words in order, and its hidden ones as hidden places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 5 }), paragraph, paragraph, async (body, note, head) => {
        const related: Related[] = [
          styles('<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'),
          settings(''),
          ['footnotes', 'footnotes.xml', part('footnotes', `<w:footnote w:id="1">${note.xml}</w:footnote>`)],
          ['header', 'header1.xml', part('hdr', head.xml)],
        ];
        const references =
          '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId4"/></w:sectPr>';
        const extraction = await read(await docxWith(body.map(({ xml }) => xml).join('') + references, related));
        const all = [...body, note, head];
        expect(splitWords(visibleText(extraction))).toEqual(all.flatMap(({ visible }) => visible));
        const hidden = hiddenTexts(extraction).flatMap(([, text]) => splitWords(text));
        expect(hidden.sort()).toEqual(all.flatMap((piece) => piece.hidden).sort());
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('that hides letters within words leaves the words whole', async () => {
    const letters = fc.array(fc.record({ text: fc.constantFrom('a', 'b', 'ữ', ' '), isHidden: fc.boolean() }), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(letters, async (pieces) => {
        const xml = pieces.map(({ text, isHidden }) => (isHidden ? styled('<w:vanish/>', text === ' ' ? 'x' : text) : run(text))).join('');
        const seen = pieces.map(({ text, isHidden }) => (isHidden ? '' : text)).join('');
        const extraction = await read(await docxWith(`<w:p>${xml}</w:p>`));
        expect(splitWords(visibleText(extraction))).toEqual(splitWords(seen));
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});
