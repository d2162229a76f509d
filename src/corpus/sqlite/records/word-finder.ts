/** Letters that words are first told apart by. */
const BEGINNING = 8;

/** Whether a text holds one of the words, in one pass however many they are. */
export function finderOf(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => false;
  const letters = words.reduce((least, word) => Math.min(least, word.length), BEGINNING);
  const byBeginning = new Map<string, string[]>();
  for (const word of words) {
    const beginning = word.slice(0, letters);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), word]);
  }
  return (text) => {
    for (let at = 0; at + letters <= text.length; at++) {
      const candidates = byBeginning.get(text.slice(at, at + letters));
      if (candidates?.some((word) => text.startsWith(word, at))) return true;
    }
    return false;
  };
}
