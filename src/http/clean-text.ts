/** A text with composed letters; halves of pairs, which no file and no database can keep, become U+FFFD. */
export function cleanText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').normalize('NFC');
}
