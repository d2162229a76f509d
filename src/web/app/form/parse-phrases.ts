/** Splits a typed or pasted text into phrases, by lines, commas, semicolons and tabs; list marks before them are dropped. */
export function parsePhrases(text: string): string[] {
  const parts = text
    .normalize('NFC')
    .split(/[\r\n,;\t]+/)
    .map((part) =>
      part
        .replace(/^\s*(?:[-–•*+]|\d{1,2}[.)])\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  return addPhrases([], parts);
}

/** Adds phrases that are not there yet; capitals make no difference. */
export function addPhrases(known: readonly string[], more: readonly string[]): string[] {
  const seen = new Set(known.map((phrase) => phrase.toLocaleLowerCase('vi')));
  const all = [...known];
  for (const phrase of more) {
    const key = phrase.toLocaleLowerCase('vi');
    if (phrase === '' || seen.has(key)) continue;
    seen.add(key);
    all.push(phrase);
  }
  return all;
}

/** Groups of words that stand for each other, one group a line; empty lines are left out. */
export function parseSynonyms(text: string): { readonly groups: string[][]; readonly wrongLine: number | null } {
  const lines = text.split(/\r?\n/).map(parsePhrases);
  const wrong = lines.findIndex((group) => group.length === 1);
  return { groups: lines.filter((group) => group.length > 1), wrongLine: wrong === -1 ? null : wrong + 1 };
}
