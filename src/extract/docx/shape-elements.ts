import { type Color, isSameColor, parseColor, relit, WHITE } from '../color.js';
import { objectPart } from '../unread-parts.js';
import type { XmlElement } from '../xml-stream.js';
import { type ElementHandler, type ElementHandlers, forAll } from './elements.js';
import { anyExtent, extentOf, setExtent, textWithin } from './extent.js';
import type { Walk } from './walk.js';

/** What floats: its paragraphs come after the one that it is anchored in. */
const box: ElementHandler = {
  open: (walk) => {
    const hidden = walk.runHidden();
    // The colour and the size of a run are those of its letters, not of a drawing.
    walk.places.push({ ground: walk.place.ground, hidden: hidden === 'vanish' ? hidden : walk.place.hidden, table: undefined });
    walk.openRun(false);
    walk.extents.push(anyExtent());
    walk.hold();
  },
  close: (walk) => {
    const text = textWithin(walk.extents.pop() ?? anyExtent(), walk.release());
    walk.closeRun();
    walk.places.pop();
    text.replayAsBox(walk.sink);
  },
};

const shape: ElementHandler = {
  open: (walk) => openShape(walk, walk.path.includes('wp:anchor')),
  close: (walk) => closeShape(walk),
};

function openShape(walk: Walk, floats: boolean): void {
  const isFloating = floats || walk.shapes.at(-1)?.isFloating === true;
  walk.places.push({ ...walk.place, ground: groundWithoutFill(walk, isFloating) });
  walk.shapes.push({ hasFill: false, isFloating });
}

function closeShape(walk: Walk): void {
  const { ground } = walk.places.pop() ?? { ground: WHITE };
  const { hasFill, isFloating } = walk.shapes.pop() ?? { hasFill: false, isFloating: false };
  if (hasFill && (ground === 'unknown' || !isSameColor(ground, WHITE))) paint(walk, isFloating);
}

/** A shape that is not filled shows what is behind it, which may be another shape of the same place. */
function groundWithoutFill(walk: Walk, isFloating: boolean): Color | 'unknown' {
  const isOnPainted = walk.hasPainted || (isFloating && walk.hasPaintedFloating);
  return isOnPainted ? 'unknown' : (walk.places.at(-1)?.ground ?? WHITE);
}

function paint(walk: Walk, isFloating: boolean): void {
  walk.hasPainted = true;
  walk.hasPaintedFloating ||= isFloating;
}

function fill(walk: Walk, ground: Color | 'unknown'): void {
  const current = walk.shapes.at(-1);
  if (current === undefined) return;
  current.hasFill = true;
  walk.place.ground = ground;
}

/** Name of the element that the fill, an element this far up, belongs to: the shape's own, not that of its outline or its letters. */
function holds(walk: Walk, up: number): boolean {
  return walk.path.at(-1 - up) === 'wps:spPr';
}

const ofStyle = (walk: Walk, up: number): boolean => walk.path.at(-1 - up) === 'a:fillRef' && walk.shapes.at(-1)?.hasFill === false;

const unknownFill: ElementHandler = {
  open: (walk) => {
    if (holds(walk, 1)) fill(walk, 'unknown');
  },
};

const noFill: ElementHandler = {
  open: (walk) => {
    const current = walk.shapes.at(-1);
    if (holds(walk, 1) && current !== undefined) current.hasFill = true;
  },
};

const fillColor: ElementHandler = {
  open: (walk, element) => {
    if (!holds(walk, 2) && !ofStyle(walk, 1)) return;
    const { theme } = walk.context.styles;
    const value = element.get('val');
    const color = element.name === 'a:schemeClr' ? theme.color(value) : parseColor(element.get('lastClr') ?? value);
    fill(walk, color ?? 'unknown');
  },
};

const changedColor: ElementHandler = {
  open: (walk, element) => {
    const { ground } = walk.place;
    const isOfFill = holds(walk, 3) || walk.path.at(-3) === 'a:fillRef';
    if (!isOfFill || ground === 'unknown') return;
    const share = Number(element.get('val') ?? 100_000) / 100_000;
    if (element.name === 'a:alpha') walk.place.ground = 'unknown';
    else walk.place.ground = element.name === 'a:lumMod' ? relit(ground, share, 0) : relit(ground, 1, share);
  },
};

/** Index 0 of the style's fills is none. */
const styleFill: ElementHandler = {
  open: (walk, element) => {
    if (element.get('idx') === '0') walk.skip();
  },
};

function measure(walk: Walk, element: XmlElement): void {
  const extent = walk.extents.at(-1);
  if (extent !== undefined) setExtent(extent, element);
}

function grow(walk: Walk): void {
  const extent = walk.extents.at(-1);
  if (extent !== undefined) extent.grows = true;
}

function checkHidden(walk: Walk, element: XmlElement): void {
  if (['1', 'true', 'on'].includes(element.get('hidden') ?? '')) walk.place.hidden ??= 'vanish';
}

/** Shapes of VML say in their attributes how they look (ECMA-376 part 4, 19.1). */
const oldShape: ElementHandler = {
  open: (walk, element) => {
    const style = element.get('style') ?? '';
    openShape(walk, /(?:^|;)\s*position\s*:\s*absolute/i.test(style));
    if (/(?:^|;)\s*visibility\s*:\s*hidden/i.test(style)) walk.place.hidden ??= 'vanish';
    const isFilled = !['f', 'false', '0'].includes(element.get('filled') ?? '');
    if (element.name !== 'v:group' && isFilled) fill(walk, parseColor(element.get('fillcolor') ?? 'white') ?? 'unknown');
    walk.extents.push(extentOf(style));
    walk.hold();
  },
  close: (walk) => {
    const text = textWithin(walk.extents.pop() ?? anyExtent(), walk.release());
    text.replay(walk.sink);
    closeShape(walk);
  },
};

const oldBox: ElementHandler = {
  open: (walk, element) => {
    if (/mso-fit-shape-to-text\s*:\s*t/i.test(element.get('style') ?? '')) grow(walk);
  },
};

const oldFill: ElementHandler = {
  open: (walk, element) => {
    if (!['solid', undefined].includes(element.get('type')) && walk.shapes.at(-1)?.hasFill) walk.place.ground = 'unknown';
  },
};

const wordArt: ElementHandler = {
  open: (walk, element) => {
    walk.write(element.get('string') ?? '');
    walk.sink.endParagraph(false);
  },
};

const picture: ElementHandler = {
  open: (walk, element) => {
    walk.findings.pictures.push(element.get(element.name === 'a:blip' ? 'r:embed' : 'r:id') ?? '');
    paint(walk, walk.path.includes('wp:anchor') || walk.shapes.at(-1)?.isFloating === true);
  },
};

const linked: ElementHandler = {
  open: (walk, element) => {
    const id = element.get(element.name === 'dgm:relIds' ? 'r:dm' : 'r:id') ?? '';
    walk.context.linked.drawing(id)?.replay(walk.sink);
  },
};

const embedded: ElementHandler = {
  open: (walk, element) => {
    walk.findings.unread.add(objectPart(element.get('ProgID') ?? ''));
    walk.skip();
  },
};

/** Elements of drawings in both notations, DrawingML and VML. */
export const SHAPE_ELEMENTS: ElementHandlers = new Map<string, ElementHandler>([
  ...forAll('w:drawing w:pict w:object', box),
  ['wps:wsp', shape],
  ...forAll('v:shape v:rect v:roundrect v:oval v:group', oldShape),
  ['v:fill', oldFill],
  ['v:textbox', oldBox],
  ['v:textpath', wordArt],
  ...forAll('a:gradFill a:blipFill a:pattFill a:grpFill', unknownFill),
  ['a:noFill', noFill],
  ...forAll('a:srgbClr a:schemeClr a:sysClr a:prstClr', fillColor),
  ...forAll('a:lumMod a:lumOff a:alpha', changedColor),
  ['a:fillRef', styleFill],
  ['wp:extent', { open: measure }],
  ['a:spAutoFit', { open: grow }],
  ...forAll('wp:docPr wp:anchor', { open: checkHidden }),
  ...forAll('a:blip v:imagedata', picture),
  ...forAll('dgm:relIds c:chart', linked),
  ['a:p', { close: (walk) => walk.sink.endParagraph(false) }],
  ['o:OLEObject', embedded],
]);
