import { PageFont } from './font-truth.js';
import { asMatrix, type Box, boxOf, IDENTITY, intersect, type Matrix, multiply, transformBox } from './geometry.js';
import { type GraphicsState, initialState, setEntry } from './graphics-state.js';
import { EVEN_ODD, FILLS, NAMES, STROKES } from './operators.js';
import type { PageContent, PageSource, PlacedGlyph } from './page-content.js';
import { edgesOf, pictureBox, type Rule, rectangleOf, rulesOf, strokeBoxes } from './page-shapes.js';
import { colourOf, type Paint, Painted, UNKNOWN } from './painted.js';
import { type Glyph, OPS } from './pdfjs.js';
import { Pen } from './pen.js';
import { hiddenAt, isDoubtful, OPAQUE, TRANSPARENT } from './visibility.js';

/** States kept within each other; no honest page nests a tenth. */
const DEEPEST = 500;
/** Numbers in the path of an outlined word; frames and rules have fewer. */
const OUTLINE = 100;

/** Goes through the operators of a page as a program that draws it would, and notes every glyph and whether one sees it. */
export function readGlyphs(source: PageSource): PageContent {
  const reader = new PageReader(source);
  const { fnArray, argsArray } = source.operators;
  for (const [i, operator] of fnArray.entries())
    reader.run(operator, (argsArray[i] ?? []) as readonly never[], fnArray[i - 1] === OPS.save);
  for (const glyph of reader.glyphs) {
    if (glyph.hidden !== null) continue;
    if (reader.painted.coveredAt(...glyph.middle) > glyph.time) glyph.hidden = 'covered';
    else if (reader.painted.touchedAt(...glyph.middle) > glyph.time) glyph.doubt = 'covered';
  }
  return reader;
}

class PageReader implements PageContent {
  readonly glyphs: PlacedGlyph[] = [];
  readonly rules: Rule[] = [];
  readonly painted: Painted;
  outlines = 0;
  private state: GraphicsState;
  private readonly saved: GraphicsState[] = [];
  private skipped = 0;
  private readonly fonts = new Map<string, PageFont | null>();
  private readonly marks: boolean[] = [];
  private layersOff = 0;
  private textMatrix: Matrix = IDENTITY;
  private lineMatrix: Matrix = IDENTITY;
  private pendingClip = false;
  private hasMask = false;

  constructor(private readonly source: PageSource) {
    this.painted = new Painted(source.view);
    this.state = initialState(source.view);
  }

  /** `isAfterSave`: whether the operator before it saved the state. */
  run(operator: number, args: readonly never[], isAfterSave: boolean): void {
    const name = NAMES.get(operator);
    if (name !== undefined) this[name](args, isAfterSave);
  }

  save(): void {
    if (this.saved.length < DEEPEST) this.saved.push({ ...this.state });
    else this.skipped++;
  }

  restore(): void {
    this.hasMask = false;
    if (this.skipped > 0) this.skipped--;
    else this.state = this.saved.pop() ?? this.state;
  }

  transform(matrix: readonly never[]): void {
    this.state.matrix = multiply(asMatrix(matrix), this.state.matrix);
  }

  paintFormXObjectBegin([matrix, box]: readonly (Float32Array | null | undefined)[]): void {
    this.save();
    if (matrix) this.state.matrix = multiply(asMatrix(matrix), this.state.matrix);
    if (box) this.clipTo(boxOf(box));
  }

  beginGroup([group]: readonly { matrix?: number[] | null; bbox?: number[] | null; smask?: unknown }[]): void {
    this.save();
    if (group?.smask) this.state.isMask = true;
    // What is set for a group holds for it as a whole, whatever is set within.
    else if (this.state.fillAlpha < 1 || !this.state.isNormalBlend) this.state.isVeiled = true;
    if (!group?.bbox) return;
    const matrix = group.matrix ? multiply(asMatrix(group.matrix), this.state.matrix) : this.state.matrix;
    this.state.clip = intersect(this.state.clip, transformBox(matrix, boxOf(group.bbox)));
  }

  beginAnnotation([, rect, transform, matrix]: readonly (number[] | undefined)[]): void {
    this.save();
    this.state = initialState(intersect(this.source.view, boxOf(rect ?? [])));
    if (transform) this.state.matrix = multiply(asMatrix(transform), this.state.matrix);
    if (matrix) this.state.matrix = multiply(asMatrix(matrix), this.state.matrix);
  }

  beginMarkedContent([tag, layer]: readonly unknown[]): void {
    const isShown = tag !== 'OC' || this.source.isShown(layer);
    this.marks.push(isShown);
    if (!isShown) this.layersOff++;
  }

  endMarkedContent(): void {
    if (this.marks.pop() === false) this.layersOff--;
  }

  setGState([entries]: readonly (readonly (readonly [string, never])[])[], isAfterSave: boolean): void {
    for (const [key, value] of entries ?? []) {
      if (key === 'Font') this.setFont(value);
      // So pdf.js announces a picture with a mask of its own, parts of which may let the ground shine through.
      else if (key === 'SMask' && value === false) this.hasMask = isAfterSave;
      setEntry(this.state, key, value);
    }
  }

  setFillRGBColor([colour]: readonly string[]): void {
    this.state.fill = colourOf(colour);
    this.state.isTiled = false;
  }

  setStrokeRGBColor([colour]: readonly string[]): void {
    this.state.stroke = colourOf(colour);
  }

  setFillPattern([kind]: readonly unknown[]): void {
    this.state.fill = UNKNOWN;
    this.state.isTiled = kind === 'TilingPattern';
  }

  setStrokePattern(): void {
    this.state.stroke = UNKNOWN;
  }

  setLineWidth([width = 1]: readonly number[]): void {
    this.state.lineWidth = width;
  }

  clip(): void {
    this.pendingClip = true;
  }

  constructPath(args: readonly never[]): void {
    const [operator, [path], bounds] = args as unknown as readonly [number, readonly [Float32Array | null], Float32Array | null];
    if (path) this.drawPath(operator, path);
    if (this.pendingClip && bounds) {
      this.clipTo(boxOf(bounds));
      if (path && rectangleOf(edgesOf(path, this.state.matrix)) === undefined) this.state.isVeiled = true;
    }
    this.pendingClip = false;
  }

  private drawPath(operator: number, path: Float32Array): void {
    const isFilled = FILLS.has(operator);
    const isStroked = STROKES.has(operator);
    if (!isFilled && !isStroked) return;
    const { matrix, clip, fill, fillAlpha, isTiled, lineWidth } = this.state;
    const edges = edgesOf(path, matrix);
    this.rules.push(...rulesOf(edges, isStroked));
    if (path.length > OUTLINE) this.outlines++;
    if (isStroked) for (const box of strokeBoxes(edges, lineWidth, matrix)) this.painted.touch(intersect(box, clip));
    if (!isFilled || fillAlpha < TRANSPARENT || this.isLayerOff || this.state.isMask) return;
    // What is drawn in a tile, text too, is not among the operators of the page: it is a picture.
    const paint = { colour: fill, isOpaque: this.isOpaque && !isTiled, isPicture: isTiled };
    const box = rectangleOf(edges);
    if (box === undefined) this.painted.fillShape(edges, clip, paint, EVEN_ODD.has(operator));
    else this.painted.fillBox(intersect(box, clip), paint);
  }

  paintPicture(): void {
    this.paintUnit({ colour: UNKNOWN, isOpaque: !this.hasMask && this.isOpaque, isPicture: true });
  }

  paintStencil(): void {
    this.paintUnit({ colour: UNKNOWN, isOpaque: false, isPicture: true });
  }

  paintSolid(): void {
    this.paintUnit({ colour: this.state.fill, isOpaque: this.isOpaque, isPicture: false });
  }

  shadingFill(): void {
    if (!this.isLayerOff) this.painted.fillBox(this.state.clip, { colour: UNKNOWN, isOpaque: false, isPicture: false });
  }

  private paintUnit(paint: Paint): void {
    if (this.isLayerOff || this.state.isMask || this.state.fillAlpha < TRANSPARENT) return;
    this.painted.fillBox(intersect(pictureBox(this.state.matrix), this.state.clip), paint);
  }

  beginText(): void {
    this.textMatrix = IDENTITY;
    this.lineMatrix = IDENTITY;
  }

  setFont(args: readonly never[]): void {
    const [id, size] = args as unknown as readonly [string, number];
    this.state.fontSize = size;
    this.state.font = this.fontOf(id);
  }

  setCharSpacing([spacing = 0]: readonly number[]): void {
    this.state.charSpacing = spacing;
  }

  setWordSpacing([spacing = 0]: readonly number[]): void {
    this.state.wordSpacing = spacing;
  }

  setHScale([percent = 100]: readonly number[]): void {
    this.state.scale = percent / 100;
  }

  setLeading([leading = 0]: readonly number[]): void {
    this.state.leading = -leading;
  }

  setTextRenderingMode([mode = 0]: readonly number[]): void {
    this.state.renderMode = mode;
    // From 4 on, the glyphs become the clip of what comes after.
    if (mode >= 4) this.state.isVeiled = true;
  }

  setTextMatrix([matrix]: readonly Float32Array[]): void {
    this.textMatrix = asMatrix(matrix ?? IDENTITY);
    this.lineMatrix = this.textMatrix;
  }

  moveText([x = 0, y = 0]: readonly number[]): void {
    this.lineMatrix = multiply([1, 0, 0, 1, x, y], this.lineMatrix);
    this.textMatrix = this.lineMatrix;
  }

  setLeadingMoveText([x = 0, y = 0]: readonly number[]): void {
    this.state.leading = y;
    this.moveText([x, y]);
  }

  nextLine(): void {
    this.moveText([0, this.state.leading]);
  }

  showText([glyphs]: readonly (readonly (Glyph | number)[])[]): void {
    const { font, fontSize, charSpacing, wordSpacing, scale, matrix } = this.state;
    if (font === null || glyphs === undefined) return;
    const pen = new Pen(multiply(this.textMatrix, matrix), font, fontSize, scale);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        pen.move((-glyph / 1000) * fontSize);
        continue;
      }
      const advance = pen.advanceOf(glyph);
      this.place(glyph, font, pen, advance);
      pen.move(advance + charSpacing + (glyph.isSpace ? wordSpacing : 0));
    }
    const way: [number, number] = font.isVertical ? [0, pen.moved] : [pen.moved * scale, 0];
    this.textMatrix = multiply([1, 0, 0, 1, ...way], this.textMatrix);
  }

  private place(glyph: Glyph, font: PageFont, pen: Pen, advance: number): void {
    const { text, isLie, isSeen } = font.read(glyph);
    if (text === '') return;
    const middle = pen.middle(advance);
    const place = { middle, size: pen.smallest, view: this.source.view };
    const unseen = this.isLayerOff ? 'layer' : hiddenAt(place, this.state, this.painted);
    const hidden = unseen ?? (isLie && !isSeen ? 'unicode-lie' : null);
    const doubt = isDoubtful(place, this.state, this.painted) ? 'invisible' : null;
    const { x, y, size, angle } = pen;
    const width = pen.lengthOf(advance);
    this.glyphs.push({ text, font: font.name, x, y, width, size, angle, hidden, doubt, isLie, time: this.painted.now, middle });
  }

  private fontOf(id: string): PageFont | null {
    const known = this.fonts.get(id);
    if (known !== undefined) return known;
    const data = this.source.font(id);
    const font = data === undefined ? null : new PageFont(data);
    this.fonts.set(id, font);
    return font;
  }

  private clipTo(box: Box): void {
    this.state.clip = intersect(this.state.clip, transformBox(this.state.matrix, box));
  }

  private get isLayerOff(): boolean {
    return this.layersOff > 0;
  }

  private get isOpaque(): boolean {
    return this.state.fillAlpha >= OPAQUE && this.state.isNormalBlend;
  }
}
