// @ts-check

/** @typedef {import('./dice.mjs').Dice} Dice */

/** Sizes, counts and offsets that parsers trip over. */
const NUMBERS = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/**
 * Bytes in place of those from `start` to `end`.
 * @param {Buffer} bytes
 * @param {{ start: number, end: number }} span
 * @param {Buffer} inside
 */
export function splice(bytes, { start, end }, inside) {
  return Buffer.concat([bytes.subarray(0, start), inside, bytes.subarray(end)]);
}

/**
 * A place in the bytes, mostly one that matters to the format.
 * @param {Buffer} bytes
 * @param {Dice} dice
 * @param {readonly number[]} places
 */
function somewhere(bytes, dice, places) {
  if (places.length === 0 || dice.happens(0.3)) return dice.below(bytes.length);
  return Math.min(bytes.length - 1, dice.pick(places) + dice.below(64));
}

/** @type {((bytes: Buffer, at: number, dice: Dice) => Buffer)[]} */
const CHANGES = [
  function flip(bytes, at, dice) {
    for (let count = 1 + dice.below(8); count > 0; count--) {
      const place = Math.min(bytes.length - 1, at + dice.below(32));
      bytes[place] = (bytes[place] ?? 0) ^ (1 << dice.below(8));
    }
    return bytes;
  },
  function set(bytes, at, dice) {
    bytes[at] = dice.below(256);
    return bytes;
  },
  function number(bytes, at, dice) {
    const value = dice.pick(NUMBERS);
    if (at + 4 > bytes.length) return bytes;
    if (dice.happens(0.5)) bytes.writeUInt16LE(value & 0xffff, at);
    else bytes.writeUInt32LE(value, at);
    return bytes;
  },
  function cut(bytes, at) {
    return bytes.subarray(0, Math.max(1, at));
  },
  function remove(bytes, at, dice) {
    return splice(bytes, { start: at, end: at + dice.length() }, Buffer.alloc(0));
  },
  function repeat(bytes, at, dice) {
    const piece = bytes.subarray(at, at + dice.length());
    return splice(
      bytes,
      { start: at, end: at },
      Buffer.concat(Array.from({ length: 1 + dice.below(dice.happens(0.1) ? 400 : 4) }, () => piece)),
    );
  },
  function insert(bytes, at, dice) {
    return splice(bytes, { start: at, end: at }, Buffer.from(Array.from({ length: dice.below(64) }, () => dice.below(256))));
  },
  function move(bytes, at, dice) {
    const piece = bytes.subarray(at, at + dice.length());
    const to = dice.below(bytes.length);
    return splice(bytes, { start: to, end: to + piece.length }, piece);
  },
];

/**
 * Changes bytes anywhere, most often near the places given.
 * @param {Buffer} whole
 * @param {Dice} dice
 * @param {readonly number[]} [places]
 * @returns {Buffer}
 */
export function mutateBytes(whole, dice, places = []) {
  const bytes = Buffer.from(whole);
  return bytes.length === 0 ? bytes : dice.pick(CHANGES)(bytes, somewhere(bytes, dice, places), dice);
}

/**
 * Where each of the marks stands.
 * @param {Buffer} bytes
 * @param {readonly (string | Buffer)[]} marks
 */
export function placesOf(bytes, marks) {
  const places = [];
  for (const mark of marks) {
    for (let at = bytes.indexOf(mark); at !== -1 && places.length < 2000; at = bytes.indexOf(mark, at + 1)) places.push(at);
  }
  return places;
}
