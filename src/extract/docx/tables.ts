import type { Color } from '../color.js';
import type { XmlElement } from '../xml-stream.js';
import type { Place, TableLayer } from './run-look.js';
import { mergeLayers, type Styles } from './styles.js';

/** Bits of w:tblLook/@w:val (ECMA-376 part 4, 14.3.8), by the attribute that newer files have instead. */
const LOOK_BITS = { firstRow: 0x0020, lastRow: 0x0040, firstColumn: 0x0080, lastColumn: 0x0100, noHBand: 0x0200, noVBand: 0x0400 } as const;
type LookName = keyof typeof LOOK_BITS;

/** A table while its rows are read: which part of its style holds for the cell at hand. */
export class Table {
  style: string | undefined;
  shading: Color | 'auto' | undefined;
  /** Columns that the row passes over before its first cell. */
  columnsBefore = 0;
  /** Columns that the cell spans. */
  span = 1;
  /** Whether a tracked change takes the row away. */
  isRowRemoved = false;
  private look = new Set<LookName>();
  private row = -1;
  private cell = -1;
  private column = 0;
  /** First columns of the cells of this row, and of the one above, that are merged with others below or above them. */
  private merged = new Set<number>();
  private mergedAbove = new Set<number>();
  private isLastRow = false;
  private isLastColumn = false;
  private readonly layers = new Map<string, TableLayer>();

  constructor(
    private readonly styles: Styles,
    private readonly outer: Place,
  ) {}

  setLook(element: XmlElement): void {
    const bits = Number.parseInt(element.get('w:val') ?? '0', 16);
    const isSet = (name: LookName): boolean => {
      const value = element.get(`w:${name}`);
      return value === undefined ? (bits & LOOK_BITS[name]) !== 0 : ['1', 'true', 'on'].includes(value);
    };
    this.look = new Set((Object.keys(LOOK_BITS) as LookName[]).filter(isSet));
  }

  openRow(): void {
    this.row++;
    this.cell = -1;
    this.column = 0;
    this.span = 0;
    this.columnsBefore = 0;
    this.mergedAbove = this.merged;
    this.merged = new Set();
    this.isLastRow = false;
    this.isRowRemoved = false;
  }

  openCell(): void {
    this.cell++;
    this.column += this.cell === 0 ? this.columnsBefore : this.span;
    this.span = 1;
    this.isLastColumn = false;
  }

  /** Merges the cell with those below; tells whether the one above takes its place, since it is not the first of them. */
  mergeCell(isFirst: boolean): boolean {
    this.merged.add(this.column);
    return !isFirst && this.mergedAbove.has(this.column);
  }

  /** w:cnfStyle tells what is last, which a reader that goes forward cannot know. */
  setConditions(element: XmlElement, isOfRow: boolean): void {
    const value = element.get('w:val') ?? '';
    if (isOfRow) this.isLastRow = element.get('w:lastRow') === '1' || value[1] === '1';
    else this.isLastColumn = element.get('w:lastColumn') === '1' || value[3] === '1';
  }

  /** Place of what stands in the cell, its own shading apart. */
  placeOfCell(row: Place): Place {
    const layer = this.layerOfCell();
    const shading = layer.shading ?? this.shading;
    const ground = shading === undefined || shading === 'auto' ? this.outer.ground : shading;
    return { ground, hidden: row.hidden, table: layer };
  }

  /** Ground of a cell with a shading of its own, which takes the place of that of the style. */
  groundWith(shading: Color | 'auto'): Color | 'unknown' {
    return shading === 'auto' ? this.outer.ground : shading;
  }

  private layerOfCell(): TableLayer {
    const regions = this.regions();
    const key = `${this.style ?? ''} ${regions.join(' ')}`;
    let layer = this.layers.get(key);
    if (layer === undefined) {
      const merged = mergeLayers(['', ...regions].map((region) => this.styles.resolve('table', this.style, region)));
      layer = { key, ...merged };
      this.layers.set(key, layer);
    }
    return layer;
  }

  /** From the weakest to the strongest (ECMA-376 part 1, 17.7.6). */
  private regions(): string[] {
    const has = (name: LookName): boolean => this.look.has(name);
    const regions: string[] = [];
    const row = has('firstRow') ? this.row - 1 : this.row;
    const column = has('firstColumn') ? this.cell - 1 : this.cell;
    if (!has('noVBand') && column >= 0) regions.push(column % 2 === 0 ? 'band1Vert' : 'band2Vert');
    if (!has('noHBand') && row >= 0) regions.push(row % 2 === 0 ? 'band1Horz' : 'band2Horz');
    if (has('firstColumn') && this.cell === 0) regions.push('firstCol');
    if (has('lastColumn') && this.isLastColumn) regions.push('lastCol');
    if (has('firstRow') && this.row === 0) regions.push('firstRow');
    if (has('lastRow') && this.isLastRow) regions.push('lastRow');
    return regions;
  }
}
