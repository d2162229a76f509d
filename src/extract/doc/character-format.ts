import { type Colour, colourOf, numberedColour, shadingOf, shortShadingOf } from './colours.js';
import { eachModifier } from './modifiers.js';

/** What is told of characters that matters for reading them. */
export interface CharacterFormat {
  /** Number in the list of fonts. */
  readonly font: number;
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
  readonly isInserted: boolean;
  /** Whether control characters are pictures, fields and the like rather than text. */
  readonly isSpecial: boolean;
  /** Whether a picture stands for data of a field or an embedded object. */
  readonly isData: boolean;
  /** Half points. */
  readonly size: number;
  readonly colour: Colour;
  /** Highlight or shading; null: that of the paragraph. */
  readonly ground: Colour;
  /** Editing session, 0 where none is recorded. */
  readonly revision: number;
  /** Number of the character style, 0 where there is none. */
  readonly style: number;
}

export const DEFAULT_FORMAT: CharacterFormat = {
  font: 0,
  isHidden: false,
  isDeleted: false,
  isInserted: false,
  isSpecial: false,
  isData: false,
  size: 20,
  colour: null,
  ground: null,
  revision: 0,
  style: 0,
};

type Mutable = { -readonly [Key in keyof CharacterFormat]: CharacterFormat[Key] };
type Apply = (format: Mutable, operand: Buffer, base: CharacterFormat) => void;

/** An operand of a toggle: off, on, as the style has it, or the other way round. */
function toggled(operand: Buffer, ofStyle: boolean): boolean {
  const value = operand[0] ?? 0;
  return value === 0x80 ? ofStyle : value === 0x81 ? !ofStyle : value !== 0;
}

const isOn = (operand: Buffer): boolean => (operand[0] ?? 0) !== 0;
const hide: Apply = (format, operand, base) => {
  format.isHidden = toggled(operand, base.isHidden);
};
/** The fonts of ASCII and of all other Western letters are told one after the other and nearly always one. */
const setFont: Apply = (format, operand) => {
  format.font = operand.readUInt16LE(0);
};
const setRevision: Apply = (format, operand) => {
  format.revision = operand.readUInt32LE(0);
};

/** Modifiers by their number ([MS-DOC] 2.6.1). */
const MODIFIERS: ReadonlyMap<number, Apply> = new Map<number, Apply>([
  [0x083c, hide],
  [0x0811, hide],
  [0x0800, (format, operand) => void (format.isDeleted = isOn(operand))],
  [0x0801, (format, operand) => void (format.isInserted = isOn(operand))],
  [0x0855, (format, operand) => void (format.isSpecial = isOn(operand))],
  [0x0806, (format, operand) => void (format.isData = isOn(operand))],
  [0x080a, (format, operand) => void (format.isData = isOn(operand))],
  [0x6a03, (format) => void (format.isSpecial = true)],
  [0x4a3d, setFont],
  [0x4a4f, setFont],
  [0x4a51, setFont],
  [0x4a43, (format, operand) => void (format.size = operand.readUInt16LE(0))],
  [0x2a42, (format, operand) => void (format.colour = numberedColour(operand[0] ?? 0))],
  [0x6870, (format, operand) => void (format.colour = colourOf(operand))],
  [0x2a0c, (format, operand) => void (format.ground = numberedColour(operand[0] ?? 0))],
  [0x4866, (format, operand) => void (format.ground = shortShadingOf(operand))],
  [0xca71, (format, operand) => void (format.ground = shadingOf(operand))],
  [0x6815, setRevision],
  [0x6816, setRevision],
  [0x4a30, (format, operand) => void (format.style = operand.readUInt16LE(0))],
]);

/** The format with the modifiers on top; `base` is what the styles alone give. */
export function formatWith(format: CharacterFormat, modifiers: Buffer, base: CharacterFormat = format): CharacterFormat {
  if (modifiers.length === 0) return format;
  const changed = { ...format };
  eachModifier(modifiers, (modifier, operand) => MODIFIERS.get(modifier)?.(changed, operand, base));
  return changed;
}
