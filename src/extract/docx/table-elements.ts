import { parseColor, WHITE } from '../color.js';
import type { XmlElement } from '../xml-stream.js';
import { type ElementHandler, type ElementHandlers, forAll } from './elements.js';
import { isOn, shadingOf } from './run-properties.js';
import { Table } from './tables.js';
import type { Walk } from './walk.js';

const table: ElementHandler = {
  open: (walk) => void walk.tables.push(new Table(walk.context.styles, walk.place)),
  close: (walk) => void walk.tables.pop(),
};

const row: ElementHandler = {
  open: (walk) => {
    walk.tables.at(-1)?.openRow();
    walk.places.push({ ...walk.place });
  },
  close: (walk) => void walk.places.pop(),
};

const cell: ElementHandler = {
  open: (walk) => {
    const current = walk.tables.at(-1);
    if (current?.isRowRemoved) {
      walk.skip();
      return;
    }
    current?.openCell();
    walk.places.push(current?.placeOfCell(walk.place) ?? { ...walk.place });
  },
  close: (walk) => {
    // Whatever the last mark says, no text runs on from one cell to the next.
    walk.sink.endBlock();
    walk.places.pop();
  },
};

function setStyle(walk: Walk, element: XmlElement): void {
  const current = walk.tables.at(-1);
  if (current !== undefined) current.style = element.get('w:val');
}

function setConditions(walk: Walk, element: XmlElement): void {
  walk.tables.at(-1)?.setConditions(element, walk.parent === 'w:trPr');
  if (walk.parent === 'w:tcPr') repaintCell(walk);
}

function repaintCell(walk: Walk): void {
  const row = walk.places.at(-2);
  const place = row === undefined ? undefined : walk.tables.at(-1)?.placeOfCell(row);
  if (place !== undefined) Object.assign(walk.place, { ground: place.ground, table: place.table });
}

function shade(walk: Walk, element: XmlElement): void {
  const current = walk.tables.at(-1);
  const paragraph = walk.paragraphs.at(-1);
  const shading = shadingOf(element, walk.context.styles.theme);
  if (walk.parent === 'w:pPr' && paragraph !== undefined) paragraph.direct.shading = shading;
  else if (walk.parent === 'w:tblPr' && current !== undefined) current.shading = shading;
  else if (walk.parent === 'w:tcPr' && current !== undefined) walk.place.ground = current.groundWith(shading);
}

function paintPage(walk: Walk, element: XmlElement): void {
  if (!walk.context.showsBackground) return;
  const themed = walk.context.styles.theme.color(element.get('w:themeColor'), element.get('w:themeTint'), element.get('w:themeShade'));
  walk.place.ground = themed ?? parseColor(element.get('w:color')) ?? WHITE;
}

function hideRow(walk: Walk, element: XmlElement): void {
  if (walk.parent === 'w:trPr' && isOn(element)) walk.place.hidden = 'vanish';
}

function setColumns(walk: Walk, element: XmlElement): void {
  const current = walk.tables.at(-1);
  const columns = Number(element.get('w:val'));
  if (current === undefined || !Number.isSafeInteger(columns) || columns < 0) return;
  if (element.name === 'w:gridSpan') current.span = columns;
  else current.columnsBefore = columns;
}

/** The content of a merged cell is that of its first one: what stands in the others is not shown. */
function mergeCell(walk: Walk, element: XmlElement): void {
  const isFirst = element.get('w:val') === 'restart';
  if (walk.tables.at(-1)?.mergeCell(isFirst) === true) walk.place.hidden ??= 'clipped';
}

/** Elements of tables, and what is painted behind text. */
export const TABLE_ELEMENTS: ElementHandlers = new Map<string, ElementHandler>([
  ['w:tbl', table],
  ['w:tr', row],
  ['w:tc', cell],
  ['w:tblStyle', { open: setStyle }],
  ['w:tblLook', { open: (walk, element) => walk.tables.at(-1)?.setLook(element) }],
  ['w:cnfStyle', { open: setConditions }],
  ['w:background', { open: paintPage }],
  ['w:shd', { open: shade }],
  ...forAll('w:gridSpan w:gridBefore', { open: setColumns }),
  ['w:vMerge', { open: mergeCell }],
  ['w:hidden', { open: hideRow }],
]);
