/** word-extractor brings no types; this is all that the tests use. */
declare module 'word-extractor' {
  export default class WordExtractor {
    extract(file: Buffer): Promise<{ getBody(): string; getFootnotes(): string }>;
  }
}
