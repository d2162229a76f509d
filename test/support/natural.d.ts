declare module 'natural/lib/natural/tokenizers/aggressive_tokenizer_vi.js' {
  export default class AggressiveTokenizerVi {
    tokenize(text: string): string[];
  }
}
