import type { KnownPerson } from '../../corpus/records/writers.js';

/** Letters and digits of a card at least, and digits: a shorter one is too often just a number. */
const SHORTEST = 5;
const DIGITS = 4;
/** Parts that a card may be written in: "VT-002 417" has three. */
const MOST_PARTS = 4;

/** Finds card numbers in texts, whole ones only. */
export class CardIndex {
  private readonly byCard = new Map<string, string>();

  constructor(people: readonly KnownPerson[]) {
    for (const { id, card } of people) {
      const plain = plainCard(card);
      if (plain.length >= SHORTEST && plain.replace(/\P{N}/gu, '').length >= DIGITS) this.byCard.set(plain, id);
    }
  }

  /** Whose cards a text names; parts of longer numbers and words are none. */
  find(text: string): string[] {
    const parts = [...text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([part]) => part.toUpperCase());
    const found = new Set<string>();
    for (let from = 0; from < parts.length; from++) {
      let card = '';
      for (let to = from; to < Math.min(parts.length, from + MOST_PARTS); to++) {
        card += parts[to];
        const person = this.byCard.get(card);
        if (person !== undefined) found.add(person);
      }
    }
    return [...found];
  }
}

const plainCard = (card: string): string =>
  card
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .toUpperCase();
