import { formatMoment, formatShare } from '../../model/format.js';
import { makePdf } from '../pdf.js';
import type { CaseFile, CaseMember, CasePair, CasePassage, CasePiece } from './case-file.js';
import { BANDS, bandOf, INK, LAYOUTS, type Part, STYLES } from './case-look.js';
import { CASE_WORDS } from './case-words.js';

/** A case as PDF, A4, with numbered pages and its fonts in it. */
export async function casePdf(file: CaseFile): Promise<Uint8Array> {
  const at = formatMoment(new Date(file.exportedAt));
  const exported = CASE_WORDS.exported(file.exportedBy, at);
  return makePdf({
    pageSize: 'A4',
    pageMargins: [45, 50, 40, 52],
    info: { title: `${file.title} · ${file.campaign}`, creator: 'Soát Bài', producer: 'Soát Bài' },
    defaultStyle: { font: 'Sans', fontSize: 9.5, lineHeight: 1.2, color: INK.text },
    styles: STYLES,
    header: { text: `${file.unit} · ${file.campaign}`, style: 'small', margin: [45, 24, 40, 0] },
    footer: (page: number, pages: number) => footOf(exported, CASE_WORDS.page(page, pages)),
    content: [
      ...headOf(file, exported),
      ...file.members.map(memberOf),
      ...sharesOf(file),
      ...file.pairs.flatMap((pair) => pairOf(file, pair)),
    ],
  });
}

function footOf(exported: string, page: string): Part {
  return {
    margin: [45, 8, 40, 0],
    columns: [
      {
        width: '*',
        stack: [
          { text: CASE_WORDS.principle, style: 'small', fontSize: 7 },
          { text: exported, style: 'small', fontSize: 7 },
        ],
      },
      { width: 70, text: page, style: 'small', alignment: 'right' },
    ],
  };
}

function headOf({ unit, title, campaign, prompt, notes }: CaseFile, exported: string): Part[] {
  const asked =
    prompt === ''
      ? []
      : [
          { text: CASE_WORDS.prompt, style: 'label', margin: [0, 8, 0, 2] },
          { text: prompt, style: 'read' },
        ];
  return [
    { text: unit.toUpperCase(), bold: true },
    { text: title, style: 'title' },
    { text: `${CASE_WORDS.campaign}: ${campaign}` },
    { text: exported, color: INK.soft },
    { table: { widths: ['*'], body: [[{ text: CASE_WORDS.principle, color: INK.review }]] }, layout: LAYOUTS.dashed, margin: [0, 8, 0, 0] },
    ...asked,
    ...notes.map((text) => ({ text, margin: [0, 6, 0, 0] })),
    { text: CASE_WORDS.members, style: 'heading' },
  ];
}

/** What is known of a text, then the proposal in dashes and the conclusion in a solid frame. */
function memberOf({ title, number, facts, proposal, conclusion }: CaseMember): Part {
  const order = number === null ? CASE_WORDS.other : CASE_WORDS.order(number);
  return {
    unbreakable: true,
    margin: [0, 0, 0, 10],
    stack: [
      {
        text: [
          { text: title, bold: true },
          { text: `   ${order}`, color: INK.soft, fontSize: 8 },
        ],
      },
      {
        columns: [
          { width: '46%', stack: facts.map(([name, value]) => ({ text: [{ text: `${name}: `, color: INK.soft }, value], style: 'cell' })) },
          { width: '54%', stack: proposal === null ? [] : [proposalOf(proposal), conclusionOf(conclusion)] },
        ],
        columnGap: 10,
        margin: [0, 2, 0, 0],
      },
    ],
  };
}

function proposalOf({ words, reason }: NonNullable<CaseMember['proposal']>): Part {
  const told = [
    { text: CASE_WORDS.proposal, style: 'label', color: INK.review },
    { text: words },
    { text: reason, style: 'cell', color: INK.soft },
  ];
  return { table: { widths: ['*'], body: [[{ stack: told }]] }, layout: LAYOUTS.dashed };
}

function conclusionOf(conclusion: CaseMember['conclusion']): Part {
  if (conclusion === null) return { text: CASE_WORDS.open, style: 'cell', color: INK.soft, margin: [0, 4, 0, 0] };
  const { words, reason, by } = conclusion;
  const told = [
    { text: CASE_WORDS.conclusion, style: 'label', color: INK.done },
    { text: words, bold: true },
    ...(reason === '' ? [] : [{ text: `“${reason}”`, style: 'read' }]),
    { text: by, style: 'cell', color: INK.soft },
  ];
  return { table: { widths: ['*'], body: [[{ stack: told }]] }, layout: LAYOUTS.solid, margin: [0, 5, 0, 0] };
}

function sharesOf({ members, shares }: CaseFile): Part[] {
  if (shares.length === 0) return [];
  const name = (place: number): string => {
    const member = members[place];
    return member === undefined ? '' : `${member.number ?? ''}. ${member.title}`;
  };
  const head = [CASE_WORDS.one, CASE_WORDS.share, CASE_WORDS.twin, CASE_WORDS.share].map((text) => ({
    text,
    style: 'label',
    fillColor: INK.head,
  }));
  const rows = shares.map(({ left, right, shareOfLeft, shareOfRight }) => [
    { text: name(left), style: 'cell' },
    { text: formatShare(shareOfLeft), alignment: 'right', bold: true },
    { text: name(right), style: 'cell' },
    { text: formatShare(shareOfRight), alignment: 'right', bold: true },
  ]);
  return [
    { text: CASE_WORDS.shares, style: 'heading' },
    { text: CASE_WORDS.sharesOf, style: 'small', margin: [0, 0, 0, 4] },
    { table: { widths: ['*', 40, '*', 40], headerRows: 1, body: [head, ...rows] }, layout: LAYOUTS.lined },
  ];
}

function pairOf({ members }: CaseFile, { left, right, shareOfLeft, shareOfRight, passages, more }: CasePair): Part[] {
  const [one, two] = [members[left]?.title ?? '', members[right]?.title ?? ''];
  const syllables = passages.reduce((sum, passage) => sum + passage.syllables, 0);
  const head = { text: CASE_WORDS.pairTitle(one, two), style: 'heading' };
  if (passages.length === 0) return [head, { text: CASE_WORDS.none }];
  const columns = [
    { text: '', fillColor: INK.head },
    { text: `${one} · ${formatShare(shareOfLeft)}`, style: 'label', fillColor: INK.head },
    { text: `${two} · ${formatShare(shareOfRight)}`, style: 'label', fillColor: INK.head },
  ];
  return [
    head,
    { text: CASE_WORDS.passages(passages.length, syllables), margin: [0, 0, 0, 2] },
    legend(),
    { table: { widths: [58, '*', '*'], headerRows: 1, body: [columns, ...passages.map(passageOf)] }, layout: LAYOUTS.lined },
    ...(more > 0 ? [{ text: CASE_WORDS.more(more), style: 'small', margin: [0, 4, 0, 0] }] : []),
  ];
}

/** Bands are told in words as well: paper may be grey. */
function legend(): Part {
  const bands = CASE_WORDS.bandNames.map((text, band) => ({ text: ` ${text} `, background: BANDS[band] }));
  const spaced = bands.flatMap((band) => [band, '   ']);
  return {
    text: [`${CASE_WORDS.bands} `, ...spaced, { text: ` ${CASE_WORDS.quote} `, background: INK.quote }],
    style: 'small',
    margin: [0, 0, 0, 5],
  };
}

function passageOf({ number, syllables, identical, left, right }: CasePassage): Part[] {
  const told = [
    { text: CASE_WORDS.passage(number), bold: true, fontSize: 8.5 },
    { text: CASE_WORDS.syllables(syllables), fontSize: 8 },
    { text: CASE_WORDS.same(formatShare(identical)), fontSize: 8 },
  ];
  return [{ stack: told, fillColor: BANDS[bandOf(identical)] }, sideOf(left), sideOf(right)];
}

const sideOf = (pieces: readonly CasePiece[]): Part => ({
  text: pieces.map(({ text, isQuote }) => (isQuote ? { text, background: INK.quote, color: INK.soft } : text)),
  style: 'read',
});
