import type { ExtractLimits } from '../../model/extraction.js';
import type { Color } from '../color.js';
import { parseXml, type XmlElement } from '../xml-stream.js';
import { DOCX_NAMESPACES } from './namespaces.js';
import { collectParagraphProperty, overlayParagraph, type ParagraphProperties } from './paragraph-properties.js';
import { collectRunProperty, collectTextFill, overlay, type RunProperties, shadingOf } from './run-properties.js';
import type { Theme } from './theme.js';

/** What a style, or one region of a table style, says of runs, of paragraphs and of the ground behind them. */
export interface StyleLayer {
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
  /** Of the cell, in a table style. */
  shading?: Color | 'auto';
}

const newLayer = (): StyleLayer => ({ run: {}, paragraph: {} });

interface Style {
  readonly type: string;
  basedOn: string | undefined;
  readonly whole: StyleLayer;
  /** Of a table style, by a region such as `firstRow`. */
  readonly regions: Map<string, StyleLayer>;
}

/** A chain of styles that is longer, or goes round, ends here. */
const MAX_CHAIN = 50;

/** The styles of a document, each with what it inherits (ECMA-376 part 1, 17.7). */
export class Styles {
  readonly defaults = newLayer();
  private readonly styles = new Map<string, Style>();
  private readonly defaultIds = new Map<string, string>();
  private readonly resolved = new Map<string, StyleLayer>();

  constructor(readonly theme: Theme) {}

  /** Reads the part of the styles. Throws a Rejection where it is damaged or over a limit. */
  read(part: Uint8Array, limits: ExtractLimits): void {
    parseXml(part, DOCX_NAMESPACES, new StylesReader(this), limits);
  }

  add(id: string, style: Style, isDefault: boolean): void {
    this.styles.set(`${style.type} ${id}`, style);
    if (isDefault) this.defaultIds.set(style.type, id);
  }

  /** A style of a type with all that it is based on; the type's default style where no id is given, or one that no style has. */
  resolve(type: 'paragraph' | 'character' | 'table', id: string | undefined, region = ''): StyleLayer {
    const isKnown = id !== undefined && this.styles.has(`${type} ${id}`);
    const wanted = isKnown ? id : (this.defaultIds.get(type) ?? '');
    const key = `${type} ${wanted} ${region}`;
    let layer = this.resolved.get(key);
    if (layer === undefined) {
      layer = this.inherit(type, wanted, region);
      this.resolved.set(key, layer);
    }
    return layer;
  }

  private inherit(type: string, id: string, region: string): StyleLayer {
    const chain: StyleLayer[] = [];
    let next: string | undefined = id;
    while (next !== undefined && chain.length < MAX_CHAIN) {
      const style: Style | undefined = this.styles.get(`${type} ${next}`);
      chain.push((region === '' ? style?.whole : style?.regions.get(region)) ?? newLayer());
      next = style?.basedOn;
    }
    return mergeLayers(chain.reverse());
  }
}

/** Later layers say the last word. */
export function mergeLayers(layers: readonly StyleLayer[]): StyleLayer {
  const merged: StyleLayer = {
    run: layers.reduce((lower: RunProperties, { run }) => overlay(lower, run), {}),
    paragraph: layers.reduce((lower: ParagraphProperties, { paragraph }) => overlayParagraph(lower, paragraph), {}),
  };
  for (const { shading } of layers) if (shading !== undefined) merged.shading = shading;
  return merged;
}

class StylesReader {
  private readonly path: string[] = [];
  private style: Style | undefined;
  private layer: StyleLayer | undefined;
  /** Depth of an element in which the properties from before a tracked change stand. */
  private before = 0;

  constructor(private readonly styles: Styles) {}

  open(element: XmlElement): void {
    const { name } = element;
    const parent = this.path.at(-1) ?? '';
    this.path.push(name);
    if (this.before > 0) return;
    if (name.endsWith('Change')) this.before = this.path.length;
    else if (name === 'w:style') this.begin(element);
    else if (name === 'w:basedOn' && this.style !== undefined) this.style.basedOn = element.get('w:val');
    else if (name === 'w:tblStylePr') this.beginRegion(element.get('w:type') ?? '');
    else if (name === 'w:rPrDefault' || name === 'w:pPrDefault') this.layer = this.styles.defaults;
    else if (this.layer !== undefined) this.collect(parent, element, this.layer);
  }

  close(name: string): void {
    if (this.before === this.path.length) this.before = 0;
    this.path.pop();
    if (name === 'w:style') this.style = undefined;
    if (name === 'w:style' || name === 'w:rPrDefault' || name === 'w:pPrDefault') this.layer = undefined;
    else if (name === 'w:tblStylePr') this.layer = this.style?.whole;
  }

  text(): void {}

  private begin(element: XmlElement): void {
    const style: Style = { type: element.get('w:type') ?? '', basedOn: undefined, whole: newLayer(), regions: new Map() };
    this.style = style;
    this.layer = style.whole;
    const isDefault = ['1', 'true', 'on'].includes(element.get('w:default') ?? '');
    this.styles.add(element.get('w:styleId') ?? '', style, isDefault);
  }

  private beginRegion(region: string): void {
    const layer = newLayer();
    this.style?.regions.set(region, layer);
    this.layer = layer;
  }

  private collect(parent: string, element: XmlElement, layer: StyleLayer): void {
    const { theme } = this.styles;
    if (parent === 'w:rPr') collectRunProperty(layer.run, element, theme);
    else if (element.name.startsWith('w14:') && this.path.includes('w14:textFill')) collectTextFill(layer.run, element, theme);
    else if (parent === 'w:pPr') collectParagraphProperty(layer.paragraph, element, theme);
    else if (element.name === 'w:shd' && parent === 'w:tcPr') layer.shading = shadingOf(element, theme);
  }
}
