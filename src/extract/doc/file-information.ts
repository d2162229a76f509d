import { damaged } from '../rejection.js';

/** First word of the main stream of Word 97 and later ([MS-DOC] 2.5.2). */
export const WORD_97 = 0xa5ec;
/** Those of Word 6 and 95 and of their Asian editions. */
export const WORDS_BEFORE_97: ReadonlySet<number> = new Set([0xa5dc, 0xa697, 0xa698, 0xa699]);

/** Bytes up to the end of the places that are read below. */
const INFORMATION_BYTES = 0x01aa;
/** Flags at offset 10. */
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;

/** Places in the table stream of what is read from it, by the offset of their entry. */
const TABLE_PLACES = { styles: 0xa2, headers: 0xf2, characterPages: 0xfa, paragraphPages: 0x102, fonts: 0x112, pieces: 0x1a2 } as const;
/** Lengths of the parts of the text, in the order in which the text has them; characters. */
const STORY_LENGTHS = {
  body: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  comments: 0x5c,
  endnotes: 0x60,
  textBoxes: 0x64,
  headerTextBoxes: 0x68,
} as const;

export type TablePart = keyof typeof TABLE_PLACES;
export type StoryName = keyof typeof STORY_LENGTHS;

/** Characters of the whole text, first one and one behind the last. */
export interface Story {
  readonly from: number;
  readonly to: number;
}

/** The file information block at the beginning of the main stream. */
export interface FileInformation {
  /** By password, or only obfuscated by one. */
  readonly isEncrypted: boolean;
  readonly tableName: '0Table' | '1Table';
  readonly stories: Readonly<Record<StoryName, Story>>;
  /** The part of the table stream; empty where there is none. Throws a Rejection (`damaged`) when it is beyond the end. */
  tablePart(table: Buffer, part: TablePart): Buffer;
}

/** Throws a Rejection (`damaged`) when the stream is too short. */
export function readFileInformation(word: Buffer): FileInformation {
  if (word.length < INFORMATION_BYTES) throw damaged(new Error(`${word.length} bytes of file information`));
  const flags = word.readUInt16LE(10);
  return {
    isEncrypted: (flags & ENCRYPTED) !== 0,
    tableName: (flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table',
    stories: readStories(word),
    tablePart: (table, part) => {
      const start = word.readUInt32LE(TABLE_PLACES[part]);
      const length = word.readUInt32LE(TABLE_PLACES[part] + 4);
      if (length > 0 && start + length > table.length) throw damaged(new Error(`${part} beyond the end`));
      return table.subarray(start, start + length);
    },
  };
}

function readStories(word: Buffer): Record<StoryName, Story> {
  let from = 0;
  const stories = Object.entries(STORY_LENGTHS).map(([name, at]) => {
    const story = { from, to: from + word.readUInt32LE(at) };
    from = story.to;
    return [name, story];
  });
  return Object.fromEntries(stories) as Record<StoryName, Story>;
}
