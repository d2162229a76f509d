import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel } from 'yauzl';

/** Bit 11 of the flags: the name is UTF-8 (APPNOTE.TXT 4.4.4). */
const UTF8_FLAG = 0x800;
/** Extra field with the name in UTF-8 beside one in an older encoding (APPNOTE.TXT 4.6.9). */
const UNICODE_PATH = 0x7075;
/** The letters that Vietnamese adds to ASCII, composed. */
const VIETNAMESE = /[àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ\u1EA0-\u1EF9]/;

/**
 * The name of an entry, NFC, folders separated by "/": UTF-8 where the entry says so or the bytes are; else the code page of old
 * Vietnamese Windows or that of DOS, whichever makes Vietnamese of it.
 */
export function entryName(entry: Entry): string {
  return decode(entry).replaceAll('\\', '/').normalize('NFC');
}

function decode(entry: Entry): string {
  const raw = entry.fileNameRaw;
  if ((entry.generalPurposeBitFlag & UTF8_FLAG) !== 0) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw);
  const unicode = unicodePath(entry, raw);
  if (unicode !== undefined) return unicode;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    const windows = new TextDecoder('windows-1258').decode(raw);
    const dos = getFileNameLowLevel(0, raw, [], true);
    return foreignCharacters(dos) < foreignCharacters(windows) ? dos : windows;
  }
}

/** The name of the extra field, if it belongs to this name and not to an older one: it carries the checksum. */
function unicodePath(entry: Entry, raw: Buffer): string | undefined {
  const field = entry.extraFields.find(({ id, data }) => id === UNICODE_PATH && data.length > 5 && data[0] === 1);
  return field?.data.readUInt32LE(1) === crc32(raw) ? field.data.toString('utf8', 5) : undefined;
}

/** Number of characters that neither ASCII nor Vietnamese has. */
function foreignCharacters(name: string): number {
  let foreign = 0;
  for (const character of name.normalize('NFC')) if (character > '\x7f' && !VIETNAMESE.test(character)) foreign++;
  return foreign;
}
