import { formatCount, formatShare } from '../../model/format.js';
import type { Tried, TriedSetting } from '../../pipeline/agreement/try-settings.js';
import * as say from './agreement-words.js';
import { pad, wrap } from './lines.js';
import type { Terminal } from './table.js';

const INDENT = '  ';
/** Cells of the columns: the value, then counts. */
const SIZES = [10, 5, 7, 8, 6, 8, 4] as const;
/** Rows of one limit; values that do the same share one. */
const MOST_ROWS = 7;

/** Neighbouring values that would have done the same. */
interface Run {
  readonly first: Tried;
  readonly last: Tried;
  readonly isCurrent: boolean;
  readonly isBest: boolean;
}

/** What each limit would have done at other values. */
export function settingLines(settings: readonly TriedSetting[], terminal: Terminal): string[] {
  const { paint, width } = terminal;
  const heads = say.SETTING_HEADS.map((head, at) => pad(head, SIZES[at]!, at === 0 ? 'left' : 'right')).join(' ');
  // All rest on the same conclusions: what is missing is missing for each.
  const wanting = settings[0]?.suggestion.wanting ?? null;
  const quietly = (text: string): string[] => wrap(text, width - 2 * INDENT.length).map((line) => INDENT + INDENT + paint('quiet', line));
  return [
    INDENT + paint('title', say.BY_SETTING),
    ...quietly(say.MARKS),
    ...(wanting === null ? [] : quietly(say.wantingLine(wanting))),
    ...settings.filter(({ tried }) => tried.length > 1).flatMap((setting) => ['', ...oneSetting(setting, heads, terminal)]),
  ];
}

function oneSetting(setting: TriedSetting, heads: string, { paint, width }: Terminal): string[] {
  const { text, write } = say.SETTING_WORDS[setting.name];
  const { suggestion, current, tried } = setting;
  const now = say.settingNow(current.value === null ? say.OFF : write(current.value));
  const title = wrap(`${text} (${setting.name}, ${now})`, width - 2 * INDENT.length).map((line) => INDENT + paint('strong', line));
  if (tried.every((one) => isSame(one, current))) return [...title, `${INDENT}   ${paint('quiet', say.SAME_EVERYWHERE)}`];
  const rows = around(runsOf(setting)).map((run) => {
    const line = cellsOf(run, write)
      .map((cell, at) => pad(cell, SIZES[at]!, at === 0 ? 'left' : 'right'))
      .join(' ');
    const marks = `${run.isCurrent ? '▸' : ' '}${run.isBest ? '★' : ' '}`;
    return `${INDENT}${marks} ${run.isCurrent || run.isBest ? paint('strong', line) : line}`;
  });
  const told = suggestion.wanting === null ? wrap(say.suggestionLine(suggestion, current.value, write), width - 3 * INDENT.length) : [];
  const tone = suggestion.value === null ? 'quiet' : 'accept';
  return [...title, `${INDENT}   ${paint('quiet', heads)}`, ...rows, ...told.map((line) => `${INDENT}   ${paint(tone, line)}`)];
}

function cellsOf({ first, last }: Run, write: (value: number) => string): string[] {
  const { accept, review, rewrite, missed, needless, agreed } = first;
  return [rangeOf(first, last, write), ...[accept, review, rewrite, missed, needless].map(formatCount), formatShare(agreed)];
}

function runsOf({ tried, current, suggestion }: TriedSetting): Run[] {
  const runs: Run[] = [];
  for (const one of tried) {
    const isCurrent = one.value === current.value;
    const isBest = one.value === suggestion.best;
    const before = runs.at(-1);
    // The value in force and the best one keep a row of their own: they are what people look for.
    if (
      before !== undefined &&
      !isCurrent &&
      !isBest &&
      !before.isCurrent &&
      !before.isBest &&
      one.value !== null &&
      isSame(before.last, one)
    )
      runs[runs.length - 1] = { ...before, last: one };
    else runs.push({ first: one, last: one, isCurrent, isBest });
  }
  return runs;
}

const isSame = (one: Tried, other: Tried): boolean =>
  (['accept', 'review', 'rewrite', 'missed', 'needless'] as const).every((key) => one[key] === other[key]);

/** The rows nearest to those that people look for, in order. */
function around(runs: readonly Run[]): readonly Run[] {
  const wanted = [...runs.keys()].filter((at) => runs[at]!.isCurrent || runs[at]!.isBest);
  const away = (at: number): number => Math.min(...wanted.map((one) => Math.abs(one - at)), runs.length);
  const kept = [...runs.keys()].sort((a, b) => away(a) - away(b) || a - b).slice(0, MOST_ROWS);
  return kept.sort((a, b) => a - b).map((at) => runs[at]!);
}

function rangeOf(first: Tried, last: Tried, write: (value: number) => string): string {
  if (first.value === null) return say.OFF;
  return first.value === last.value || last.value === null ? write(first.value) : `${write(first.value)}–${write(last.value)}`;
}
