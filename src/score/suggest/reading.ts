import type { Token } from '../../model/tokens.js';
import type { WordVectors } from '../../vietnamese/word-vectors.js';
import { createWordCutter, type Word } from './cut-words.js';
import { directionOf } from './directions.js';
import type { Section } from './group-terms.js';
import { type Block, type Outline, type Part, readOutline } from './outline.js';

/** Tokens `from` up to, but not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What words are known by. */
export interface Language {
  readonly vectors: WordVectors;
  /** Cuts a short text as documents are cut. */
  readonly tokensOf: (text: string) => readonly Token[];
}

/** A block with its tokens, and the section that it belongs to. */
export interface ReadBlock {
  readonly part: Part;
  readonly tokens: Range;
  readonly heading: Range | null;
  readonly isPartHeading: boolean;
  /** Whether it begins a task, rather than go on in one. */
  readonly isTask: boolean;
  readonly section: number;
}

/** A resolution that was cut into parts and words. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly outline: Outline;
  readonly blocks: readonly ReadBlock[];
  /** What each section is about: a numbered task with all below it, or a paragraph. */
  readonly sections: readonly Section[];
  /** Words of a range, apart at stops and marks between them. */
  readonly wordsOf: (range: Range) => Word[][];
  /** Words of a short text that stands elsewhere. */
  readonly wordsIn: (text: string) => Word[];
}

/** Reads a resolution: its parts, its words, and what its sections are about. */
export function readResolution(text: string, tokens: readonly Token[], { vectors, tokensOf }: Language): Reading {
  const outline = readOutline(text);
  const keyOf = (words: string): string =>
    tokensOf(words)
      .map(({ key }) => key)
      .join(' ');
  const title = ` ${keyOf(outline.title.subject)} `;
  const cutter = createWordCutter(vectors, keyOf, (key) => title.includes(` ${key} `));
  const blocks = placeBlocks(outline.blocks, tokens);
  const sections: Range[][] = [];
  for (const { section, tokens: range } of blocks) {
    sections[section] ??= [];
    sections[section].push(range);
  }
  const wordsOf = ({ from, to }: Range): Word[][] => {
    const pieces: Word[][] = [];
    for (let start = from, at = from + 1; at <= to; at++) {
      if (at < to && isBlank(text.slice(tokens[at - 1]!.span.end, tokens[at]!.span.start))) continue;
      pieces.push(cutter.cut(tokens, start, at));
      start = at;
    }
    return pieces;
  };
  return {
    text,
    tokens,
    outline,
    blocks,
    sections: sections.map((ranges) => ({
      direction: directionOf(vectors, tokens, ranges),
      words: countWords(ranges.flatMap(wordsOf).flat()),
    })),
    wordsOf,
    wordsIn: (words) => {
      const cut = tokensOf(words);
      return cutter.cut(cut, 0, cut.length);
    },
  };
}

function countWords(words: readonly Word[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of words) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const isBlank = (gap: string): boolean => /^[\s\u00ad\u200b-\u200f\ufeff]*$/u.test(gap);

function placeBlocks(blocks: readonly Block[], tokens: readonly Token[]): ReadBlock[] {
  let at = 0;
  let section = -1;
  const tasks = blocks.filter(({ part, level, isPartHeading }) => part === 'tasks' && level !== null && !isPartHeading);
  const taskLevel = Math.min(...tasks.map(({ level }) => level!));
  return blocks.map(({ part, span, heading, level, isPartHeading }) => {
    const range = rangeOf(span.start, span.end);
    const isTask = part === 'tasks' && !isPartHeading && level !== null && level <= taskLevel;
    // A task goes on in what stands below it; elsewhere every paragraph stands for itself.
    if (section < 0 || isTask || isPartHeading || part !== 'tasks') section++;
    return { part, tokens: range, heading: heading === null ? null : headingRange(range, heading), isPartHeading, isTask, section };
  });

  function rangeOf(start: number, end: number): Range {
    while (at < tokens.length && tokens[at]!.span.start < start) at++;
    const from = at;
    while (at < tokens.length && tokens[at]!.span.start < end) at++;
    return { from, to: at };
  }

  function headingRange({ from, to }: Range, heading: NonNullable<Block['heading']>): Range {
    let first = from;
    while (first < to && tokens[first]!.span.start < heading.start) first++;
    let end = first;
    while (end < to && tokens[end]!.span.start < heading.end) end++;
    return { from: first, to: end };
  }
}
