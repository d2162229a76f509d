// @ts-check
import { deflateSync, inflateSync } from 'node:zlib';
import { writeZip } from '../fixtures/archive.mjs';
import { mutateBytes, placesOf, splice } from './mutate-bytes.mjs';
import { mutateText, TOKENS } from './mutate-text.mjs';

/** @typedef {import('./dice.mjs').Dice} Dice */
/** @typedef {import('./seeds.mjs').Seed} Seed */

const ZIP_RECORDS = ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06'].map((mark) => Buffer.from(mark, 'latin1'));
const SECTOR = 512;

/**
 * @param {Seed} seed
 * @param {Dice} dice
 * @returns {Promise<Buffer>}
 */
async function mutatePackage({ format, parts, bytes }, dice) {
  if (dice.happens(0.3)) return mutateBytes(bytes, dice, placesOf(bytes, ZIP_RECORDS));
  const tokens = format === 'odt' ? TOKENS.odt : TOKENS.docx;
  const items = parts.map(({ name, bytes: part }) => ({ name, bytes: part }));
  for (let count = 1 + dice.below(3); count > 0; count--) {
    const item = dice.pick(items);
    const kind = dice.below(32);
    if (kind === 0 && items.length > 1) items.splice(items.indexOf(item), 1);
    else if (kind === 1) item.bytes = dice.pick(items).bytes;
    else item.bytes = kind < 26 ? mutateText(item.bytes, dice, tokens) : mutateBytes(item.bytes, dice);
  }
  return writeZip(items);
}

/**
 * @param {Seed} seed
 * @param {Dice} dice
 */
function mutatePdf({ bytes }, dice) {
  if (dice.happens(0.4)) return mutateText(bytes, dice, TOKENS.pdf);
  const streams = placesOf(bytes, ['stream\n', 'stream\r\n']).filter((at) => bytes.toString('latin1', at - 3, at) !== 'end');
  return dice.happens(0.6) && streams.length > 0
    ? mutateStream(bytes, dice.pick(streams), dice)
    : mutateBytes(bytes, dice, placesOf(bytes, [' obj', 'xref', 'trailer', '/Type']));
}

/**
 * Changes what a packed stream holds, as long as it is packed in the usual way.
 * @param {Buffer} bytes
 * @param {number} at
 * @param {Dice} dice
 */
function mutateStream(bytes, at, dice) {
  const start = bytes.indexOf('\n', at) + 1;
  const end = bytes.indexOf('endstream', start);
  if (end === -1) return mutateBytes(bytes, dice, [at]);
  try {
    const content = inflateSync(bytes.subarray(start, end), { maxOutputLength: 1 << 20 });
    const changed = dice.happens(0.7) ? mutateText(content, dice, TOKENS.pdf) : mutateBytes(content, dice);
    const packed = deflateSync(changed);
    // The dictionary before it tells the length; a reader that trusts it would see nothing of the change.
    const head = bytes.toString('latin1', Math.max(0, at - 400), at);
    const told = head.lastIndexOf('/Length ');
    if (told === -1) return splice(bytes, { start, end }, packed);
    const from = at - head.length + told + '/Length '.length;
    const digits = /^\d*/.exec(bytes.toString('latin1', from, from + 12))?.[0].length ?? 0;
    return Buffer.concat([
      bytes.subarray(0, from),
      Buffer.from(String(packed.length)),
      bytes.subarray(from + digits, start),
      packed,
      bytes.subarray(end),
    ]);
  } catch {
    return mutateBytes(bytes, dice, [at]);
  }
}

/**
 * Sectors change places or chains; the header, the table of sectors, the directory and the head of the Word stream count most.
 * @param {Seed} seed
 * @param {Dice} dice
 */
function mutateOle({ bytes }, dice) {
  const sectors = Math.floor(bytes.length / SECTOR);
  const places = [
    0,
    24,
    40,
    60,
    68,
    76,
    SECTOR * (bytes.readUInt32LE(76) + 1),
    SECTOR * (bytes.readUInt32LE(48) + 1),
    ...placesOf(bytes, [Buffer.from('eca5', 'hex')]),
  ];
  if (!dice.happens(0.15)) return mutateBytes(bytes, dice, places);
  const [from, to] = [dice.below(sectors) * SECTOR, dice.below(sectors) * SECTOR];
  return splice(bytes, { start: to, end: to + SECTOR }, bytes.subarray(from, from + SECTOR));
}

/**
 * @param {Seed} seed
 * @param {Dice} dice
 */
async function mutateOnce(seed, dice) {
  switch (seed.format) {
    case 'docx':
    case 'odt':
      return mutatePackage(seed, dice);
    case 'pdf':
      return mutatePdf(seed, dice);
    case 'doc':
      return mutateOle(seed, dice);
    case 'zip':
      return mutateBytes(seed.bytes, dice, placesOf(seed.bytes, ZIP_RECORDS));
    default:
      return dice.happens(0.7) ? mutateText(seed.bytes, dice, TOKENS[seed.format]) : mutateBytes(seed.bytes, dice);
  }
}

/**
 * The file with one to four changes; those in the parts of a package are made at once.
 * @param {Seed} seed
 * @param {Dice} dice
 */
export async function mutateFile(seed, dice) {
  let bytes = seed.bytes;
  const times = seed.format === 'docx' || seed.format === 'odt' ? 1 : 1 + dice.below(4);
  for (let time = 0; time < times && bytes.length > 100; time++) bytes = await mutateOnce({ ...seed, bytes }, dice);
  return bytes;
}
