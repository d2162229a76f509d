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

/** What a modifier changes; `base` is the format that the styles alone give. */
type Change = (operand: Buffer, base: CharacterFormat) => Partial<CharacterFormat>;

const isOn = (operand: Buffer): boolean => (operand[0] ?? 0) !== 0;

/** The operand says off, on, as the style has it, or the other way round. */
const hide: Change = (operand, base) => {
  const value = operand[0] ?? 0;
  return { isHidden: value === 0x80 ? base.isHidden : value === 0x81 ? !base.isHidden : value !== 0 };
};
const setData: Change = (operand) => ({ isData: isOn(operand) });
/** The fonts of ASCII and of all other Western letters are told one after the other and nearly always one. */
const setFont: Change = (operand) => ({ font: operand.readUInt16LE(0) });
const setRevision: Change = (operand) => ({ revision: operand.readUInt32LE(0) });

/** Modifiers by their number ([MS-DOC] 2.6.1). */
const CHANGES: ReadonlyMap<number, Change> = new Map<number, Change>([
  [0x083c, hide],
  [0x0811, hide],
  [0x0800, (operand) => ({ isDeleted: isOn(operand) })],
  [0x0801, (operand) => ({ isInserted: isOn(operand) })],
  [0x0855, (operand) => ({ isSpecial: isOn(operand) })],
  // Its place in the data stream makes a character a picture.
  [0x6a03, () => ({ isSpecial: true })],
  [0x0806, setData],
  [0x080a, setData],
  [0x4a3d, setFont],
  [0x4a4f, setFont],
  [0x4a51, setFont],
  [0x4a43, (operand) => ({ size: operand.readUInt16LE(0) })],
  [0x2a42, (operand) => ({ colour: numberedColour(operand[0] ?? 0) })],
  [0x6870, (operand) => ({ colour: colourOf(operand) })],
  [0x2a0c, (operand) => ({ ground: numberedColour(operand[0] ?? 0) })],
  [0x4866, (operand) => ({ ground: shortShadingOf(operand) })],
  [0xca71, (operand) => ({ ground: shadingOf(operand) })],
  [0x6815, setRevision],
  [0x6816, setRevision],
  [0x4a30, (operand) => ({ style: operand.readUInt16LE(0) })],
]);

/** The format with the modifiers on top. */
export function formatWith(format: CharacterFormat, modifiers: Buffer, base: CharacterFormat = format): CharacterFormat {
  if (modifiers.length === 0) return format;
  const changed = { ...format };
  eachModifier(modifiers, (modifier, operand) => {
    const change = CHANGES.get(modifier);
    if (change !== undefined) Object.assign(changed, change(operand, base));
  });
  return changed;
}

/** A list with the same effect that is no longer than there are modifiers that matter: of each of them, the last one. */
export function condense(modifiers: Buffer): Buffer {
  const last = new Map<number, Buffer>();
  eachModifier(modifiers, (modifier, _, whole) => {
    if (!CHANGES.has(modifier)) return;
    last.delete(modifier);
    last.set(modifier, whole);
  });
  return Buffer.concat([...last.values()]);
}
