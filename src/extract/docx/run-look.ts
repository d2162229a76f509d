import type { HiddenKind } from '../../model/extraction.js';
import { type Color, isSameColor } from '../color.js';
import { TINY_SIZE } from '../visibility.js';
import { hiddenByParagraph, overlayParagraph, type ParagraphProperties } from './paragraph-properties.js';
import { overlay, type RunProperties } from './run-properties.js';
import { mergeLayers, type StyleLayer, type Styles } from './styles.js';

/** Width of letters, percent, up to which they are strokes. */
const TINY_SCALE = 10;

/** The part of a table style that holds for a cell; `key` tells it from others. */
export interface TableLayer extends StyleLayer {
  readonly key: string;
}

/** Where runs stand: what is painted behind them, and whether anything there is shown. */
export interface Place {
  /** `unknown`: a picture, a colour gradient or other shapes. */
  ground: Color | 'unknown';
  hidden: HiddenKind | null;
  table: TableLayer | undefined;
}

/** What a paragraph says of its runs. */
export interface ParagraphLook {
  style: string | undefined;
  /** Properties of its own. */
  readonly direct: ParagraphProperties;
  /** Properties of its mark. */
  readonly mark: RunProperties;
}

/** Properties of runs with all that styles give them. */
export class RunLooks {
  private readonly layers = new Map<string, StyleLayer>();

  constructor(private readonly styles: Styles) {}

  /** Properties in force on a run with the given properties of its own. */
  resolve(direct: RunProperties | undefined, paragraph: ParagraphLook, table: TableLayer | undefined): RunProperties {
    const { run } = this.base(paragraph.style, direct?.style, table);
    return direct === undefined ? run : overlay(run, direct);
  }

  /** How a run with the properties in force is hidden at its place; null where it is seen. */
  hiddenKind(run: RunProperties, paragraph: ParagraphLook, place: Place): HiddenKind | null {
    if (place.hidden !== null) return place.hidden;
    if (run.vanish === true || run.webHidden === true || run.specVanish === true) return 'vanish';
    if (run.fill === 'none') return 'invisible';
    if ((run.size !== undefined && run.size <= 2 * TINY_SIZE) || (run.scale !== undefined && run.scale <= TINY_SCALE)) return 'tiny';
    const whole = overlayParagraph(this.base(paragraph.style, undefined, place.table).paragraph, paragraph.direct);
    const byParagraph = hiddenByParagraph(whole);
    if (byParagraph !== null) return byParagraph;
    const color = run.fill ?? run.color;
    // An automatic colour stands out from whatever is behind it.
    if (color === undefined || color === 'auto') return null;
    const ground = groundOf(run, whole.shading, place);
    return ground !== 'unknown' && isSameColor(color, ground) ? 'white' : null;
  }

  private base(paragraph: string | undefined, character: string | undefined, table: TableLayer | undefined): StyleLayer {
    const key = `${paragraph ?? ''}\n${character ?? ''}\n${table?.key ?? ''}`;
    let layer = this.layers.get(key);
    if (layer === undefined) {
      layer = this.merge(paragraph, character, table);
      this.layers.set(key, layer);
    }
    return layer;
  }

  private merge(paragraph: string | undefined, character: string | undefined, table: TableLayer | undefined): StyleLayer {
    const levels = [this.styles.resolve('paragraph', paragraph), this.styles.resolve('character', character)];
    if (table !== undefined) levels.unshift(table);
    const merged = mergeLayers([this.styles.defaults, ...levels]);
    // A toggle property that styles of an even number of levels set is off again (ECMA-376 part 1, 17.7.3).
    const isOdd = levels.filter(({ run }) => run.vanish === true).length % 2 === 1;
    merged.run.vanish = this.styles.defaults.run.vanish === true || isOdd;
    return merged;
  }
}

function groundOf({ highlight, shading }: RunProperties, behind: Color | 'auto' | undefined, place: Place): Color | 'unknown' {
  if (highlight !== undefined && highlight !== 'none') return highlight;
  if (shading !== undefined && shading !== 'auto') return shading;
  return behind === undefined || behind === 'auto' ? place.ground : behind;
}

/** Characters of East Asian and of complex scripts, for which a run has fonts of their own. */
const OTHER_SCRIPTS = /[\u0590-\u08FF\u0E00-\u0E7F\u1100-\u11FF\u2E80-\uD7AF\uF900-\uFAFF]/;
const COMPLEX = /[\u0590-\u08FF\u0E00-\u0E7F]/;

/** Font in which a run sets the letters of a text. */
export function fontOf(run: RunProperties, text: string): string {
  const { ascii, hAnsi } = run;
  if (OTHER_SCRIPTS.test(text)) return (COMPLEX.test(text) ? run.cs : run.eastAsia) ?? '';
  if (ascii === hAnsi) return ascii ?? '';
  return (/[^\0-\x7F]/.test(text) ? (hAnsi ?? ascii) : (ascii ?? hAnsi)) ?? '';
}
