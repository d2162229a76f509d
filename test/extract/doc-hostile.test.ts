import { describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/random.mjs';
import { readPieces } from '../../src/extract/doc/pieces.js';
import { extract } from '../../src/extract/extract.js';
import { Rejection } from '../../src/extract/rejection.js';
import { makeDoc, modifier, SPECIAL } from './make-doc.js';
import { LIMITS, ole, SENTENCE, wordHeader } from './make-files.js';

const FREE = 0xffffffff;
const DOC = makeDoc({
  body: [
    { text: `${SENTENCE}\r` },
    { text: '\u0013', characters: SPECIAL },
    { text: 'A\u0007B\u0007\u0007', paragraph: modifier(0x2416, 1) },
  ],
  headers: [[{ text: 'Đầu trang\r' }]],
  fonts: ['.VnTime'],
  styles: [{ base: 0, characters: modifier(0x4a4f, 0) }],
  summary: Buffer.alloc(600),
});
const sectorOf = (sector: number): number => (sector + 1) * 512;
const TABLE = sectorOf(DOC.readUInt32LE(76));
const DIRECTORY = DOC.readUInt32LE(48);
const entryOf = (name: string): number => DOC.indexOf(Buffer.from(`${name}\0`, 'utf16le'));
const WORD = sectorOf(DOC.readUInt32LE(entryOf('WordDocument') + 116));
const WORD_SECTOR = DOC.readUInt32LE(entryOf('WordDocument') + 116);

/** The document with some of its numbers changed. */
function changed(...numbers: [offset: number, value: number][]): Buffer {
  const bytes = Buffer.from(DOC);
  for (const [offset, value] of numbers) bytes.writeUInt32LE(value >>> 0, offset);
  return bytes;
}

describe('a DOC that was made to fell its reader', () => {
  it.each<[string, Buffer]>([
    ['a directory that goes round', changed([TABLE + DIRECTORY * 4, DIRECTORY])],
    ['a directory that goes round by way of the text', changed([TABLE + DIRECTORY * 4, WORD_SECTOR], [TABLE + WORD_SECTOR * 4, DIRECTORY])],
    ['a text whose sectors go round', changed([TABLE + (WORD_SECTOR + 1) * 4, WORD_SECTOR])],
    ['a chain that stops early', changed([TABLE + WORD_SECTOR * 4, 0xfffffffe])],
    ['a chain into unused sectors', changed([TABLE + WORD_SECTOR * 4, FREE])],
    ['a sector beyond the end', changed([TABLE + WORD_SECTOR * 4, 0x00ffffff])],
    ['an allocation table beyond the end', changed([76, 0x00ffffff])],
    ['an allocation table that is not there', changed([76, FREE])],
    ['a table of tables beyond the end', Buffer.concat([changed([68, 0x00ffffff]), Buffer.alloc(8 * 1024 * 1024)])],
    ['a stream of 4 GB', changed([entryOf('WordDocument') + 120, 0xfffffff0])],
    ['a stream of a negative size', changed([entryOf('1Table') + 120, -5])],
    ['entries of the directory that go round', changed([entryOf('WordDocument') + 68, 1], [entryOf('1Table') + 68, 1])],
    ['an entry that is not there', changed([entryOf('WordDocument') + 72, 0x00ffffff])],
    ['sectors of a size that is none', changed([30, 0x00060020])],
    ['a piece table beyond the end', changed([WORD + 0x1a2, 0x7fffffff])],
    ['more text than bytes', changed([WORD + 0x4c, 0x7fffffff])],
    ['a page of formatting beyond the end', changed([WORD + 0xfa, 0x7fffff00])],
    ['a million pages of formatting', changed([WORD + 0xfe, 0xffffff])],
    ['only its first half', DOC.subarray(0, DOC.length / 2)],
    ['only its header', DOC.subarray(0, 512)],
  ])('by %s is damaged, at once', async (_, bytes) => {
    const before = process.memoryUsage().arrayBuffers;
    const started = performance.now();
    const extraction = await extract(bytes, 'bai.doc', LIMITS);
    expect(extraction).toMatchObject({ state: 'unreadable', format: 'doc', messages: [{ code: 'damaged' }] });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('by a broken summary or a broken mini table loses only what stands there', async () => {
    const extraction = await extract(changed([60, 0x00ffffff]), 'bai.doc', LIMITS);
    expect(extraction.state).toBe('ok');
    expect(extraction.text).toContain(SENTENCE);
    expect(extraction.metadata.creator).toBe('');
  });

  it('by pieces that all show the same bytes is damaged', () => {
    const word = Buffer.alloc(10_000);
    const count = 100;
    const table = Buffer.alloc(5 + (count + 1) * 4 + count * 8);
    table[0] = 2;
    table.writeUInt32LE(table.length - 5, 1);
    for (let index = 0; index < count; index++) {
      table.writeUInt32LE((index + 1) * 1000, 5 + (index + 1) * 4);
      table.writeUInt32LE(0x40000000, 5 + (count + 1) * 4 + index * 8 + 2);
    }
    expect(() => readPieces(table, word)).toThrow(Rejection);
    for (let index = 0; index < count; index++) table.writeUInt32LE((index + 1) * 100, 5 + (index + 1) * 4);
    expect(readPieces(table, word)).toHaveLength(count);
  });

  it('by styles of two megabytes, on thousands of runs, is read within seconds', async () => {
    const long = Buffer.concat(Array.from({ length: 20_000 }, () => modifier(0x083c, 0)));
    const styles = Array.from({ length: 32 }, (_, index) => ({
      isCharacterStyle: true,
      characters: long,
      ...(index === 0 ? {} : { base: index - 1 }),
    }));
    const body = Array.from({ length: 5000 }, () => ({ text: 'a ', characters: modifier(0x4a30, 31) }));
    const started = performance.now();
    const { text } = await extract(makeDoc({ body: [...body, { text: '\r' }], styles }), 'bai.doc', LIMITS);
    expect(text.split('a ')).toHaveLength(5001);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('or by any bytes changed always ends, with a state and a message', async () => {
    const random = createRandom(5);
    const integer = (below: number): number => Math.floor(random() * below);
    const states = new Set<string>();
    for (let round = 0; round < 400; round++) {
      const bytes = Buffer.from(DOC);
      for (let change = 0; change < 1 + (round % 8); change++) {
        // Most changes where the file tells of itself: header, tables, file information, formatting.
        const place = integer(4);
        const at = place === 0 ? integer(512) : place === 1 ? TABLE + integer(512) : integer(bytes.length);
        bytes[at] = place === 3 ? 0xff : integer(256);
      }
      const { state, messages } = await extract(bytes, 'bai.doc', LIMITS);
      if (state !== 'ok') expect(messages.length).toBeGreaterThan(0);
      states.add(state);
    }
    expect([...states]).toContain('unreadable');
  });
});

describe('a DOC that cannot be opened', () => {
  it.each<[string, Buffer, string]>([
    ['a password', makeDoc({ body: [{ text: 'x\r' }], flags: 0x0100 }), 'encrypted'],
    ['a password that only obfuscates it', makeDoc({ body: [{ text: 'x\r' }], flags: 0x8100 }), 'encrypted'],
    ['IRM', makeDoc({ body: [{ text: 'x\r' }], extra: { '\tDRMContent': Buffer.alloc(9) } }), 'rights-managed'],
    ['Word 95', ole(['WordDocument'], wordHeader(0xa5dc)), 'too-old'],
  ])('because of %s says so and how to go on', async (_, bytes, code) => {
    const extraction = await extract(bytes, 'bai.doc', LIMITS);
    expect(extraction).toMatchObject({ state: 'unreadable', format: 'doc', text: '', messages: [{ code }] });
    expect(extraction.messages[0]?.text).toMatch(/nộp lại/);
  });

  it('though another OLE file that is embedded in it can', async () => {
    const bytes = makeDoc({ body: [{ text: `${SENTENCE}\r` }], extra: { 'ObjectPool/_1/EncryptedPackage': Buffer.alloc(9) } });
    expect(await extract(bytes, 'bai.doc', LIMITS)).toMatchObject({ state: 'ok', messages: [{ code: 'partial-text' }] });
  });
});
