/** What Windows-1252 has for 80 to 9F (hex), where Latin-1 has controls; five are not assigned. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Not by TextDecoder, which in some versions of Node decodes Latin-1 under this name: 20.20 is one. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009F]/g, (byte) => WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80));
}
