import { type ElementHandler, type ElementHandlers, forAll } from './elements.js';
import type { Walk } from './walk.js';

/** What stands around a part of an equation when it is written in one line; nothing where the part is empty. */
const AROUND: Readonly<Record<string, readonly [string, string]>> = {
  'm:num': ['(', ')/'],
  'm:den': ['(', ')'],
  'm:sup': ['^(', ')'],
  'm:sub': ['_(', ')'],
  'm:rad': ['√(', ')'],
  'm:deg': ['[', ']'],
  'm:lim': ['_(', ')'],
  'm:fName': ['', ' '],
};
/** Parts that stand side by side or below each other, the last one apart. */
const CELLS = new Set(['m:mr', 'm:eqArr']);

const part = ([before, after]: readonly [string, string]): ElementHandler => ({
  open: (walk) => walk.hold(),
  close: (walk) => writeAround(walk, before, after),
});

function writeAround(walk: Walk, before: string, after: string): void {
  const text = walk.release();
  if (text.isBlank) return;
  walk.write(before);
  text.replay(walk.sink);
  walk.write(after);
}

const delimiters: ElementHandler = {
  open: (walk) => {
    walk.delimiters.push({ begin: '(', end: ')' });
    walk.hold();
  },
  close: (walk) => {
    const { begin, end } = walk.delimiters.pop() ?? { begin: '', end: '' };
    writeAround(walk, begin, end);
  },
};

const delimiter = (side: 'begin' | 'end'): ElementHandler => ({
  open: (walk, element) => {
    const current = walk.delimiters.at(-1);
    if (current !== undefined) current[side] = (element.get('m:val') ?? '').slice(0, 2);
  },
});

const operator: ElementHandler = {
  open: (walk, element) => {
    if (walk.parent === 'm:naryPr') walk.write((element.get('m:val') ?? '').slice(0, 2));
  },
};

const cell: ElementHandler = {
  close: (walk) => {
    if (CELLS.has(walk.parent)) walk.write(' ');
  },
};

/** A phantom takes room and is not drawn. */
const phantom: ElementHandler = {
  open: (walk) => walk.places.push({ ...walk.place }),
  close: (walk) => void walk.places.pop(),
};

const shown: ElementHandler = {
  open: (walk, element) => {
    if (['0', 'off', 'false'].includes(element.get('m:val') ?? '')) walk.place.hidden = 'invisible';
  },
};

/** Elements of equations (ECMA-376 part 1, 22.1), which are read as one line. */
export const EQUATION_ELEMENTS: ElementHandlers = new Map<string, ElementHandler>([
  ...Object.entries(AROUND).map(([name, around]): [string, ElementHandler] => [name, part(around)]),
  ['m:d', delimiters],
  ['m:begChr', delimiter('begin')],
  ['m:endChr', delimiter('end')],
  ['m:chr', operator],
  ['m:phant', phantom],
  ['m:show', shown],
  ...forAll('m:e', cell),
]);
