/**
 * Decodes Windows-1252. In one go TextDecoder takes it for Latin-1 on some versions of Node (20.20 among them), which turns
 * quotation marks and dashes into control characters; piece by piece it does not.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252', { ignoreBOM: true }).decode(bytes, { stream: true });
}
