import { type Box, boxOf, type Matrix, transformBox } from './geometry.js';
import type { Edge } from './painted.js';

/** How pdf.js writes a path: the command, then its coordinates. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const CLOSE = 3;
/** Thinner fills, in points, are rules. */
const RULE = 3;
/** Shorter ones are dashes and strokes of signs. */
const RULE_LENGTH = 20;

/** A level rule, as tables have between their rows. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The sides of a path in the page's space; curves are taken for their chords, subpaths are closed. */
export function edgesOf(path: Float32Array, matrix: Matrix): Edge[] {
  const edges: Edge[] = [];
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    if (toX !== x || toY !== y) edges.push([x, y, toX, toY]);
    [x, y] = [toX, toY];
  };
  const point = (at: number): [number, number] => {
    const [px, py] = [path[at] ?? 0, path[at + 1] ?? 0];
    return [matrix[0] * px + matrix[2] * py + matrix[4], matrix[1] * px + matrix[3] * py + matrix[5]];
  };
  for (let i = 0; i < path.length; ) {
    switch (path[i++]) {
      case MOVE:
        lineTo(startX, startY);
        [startX, startY] = point(i);
        [x, y] = [startX, startY];
        i += 2;
        break;
      case LINE:
        lineTo(...point(i));
        i += 2;
        break;
      case CURVE:
        lineTo(...point(i + 4));
        i += 6;
        break;
      case CLOSE:
        lineTo(startX, startY);
        break;
      default:
        return edges;
    }
  }
  lineTo(startX, startY);
  return edges;
}

/** The box that four level and upright sides make; undefined for any other shape. */
export function rectangleOf(edges: readonly Edge[]): Box | undefined {
  if (edges.length !== 4) return undefined;
  if (!edges.every(([x0, y0, x1, y1]) => near(x0, x1) || near(y0, y1))) return undefined;
  const xs = edges.map(([x]) => x);
  const ys = edges.map(([, y]) => y);
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

/** The boxes around the lines that a path draws where it is stroked. */
export function strokeBoxes(edges: readonly Edge[], lineWidth: number, [a, b, c, d]: Matrix): Box[] {
  const half = (lineWidth * Math.sqrt(Math.abs(a * d - b * c))) / 2;
  return edges.map((edge) => {
    const { left, bottom, right, top } = boxOf(edge);
    return { left: left - half, bottom: bottom - half, right: right + half, top: top + half };
  });
}

/** The level rules that a path draws: its level sides where it is stroked, itself where it is filled and thin. */
export function rulesOf(edges: readonly Edge[], isStroked: boolean): Rule[] {
  if (isStroked) {
    return edges
      .filter(([x0, y0, x1, y1]) => near(y0, y1) && Math.abs(x1 - x0) >= RULE_LENGTH)
      .map(([x0, y, x1]) => ({ left: Math.min(x0, x1), right: Math.max(x0, x1), y }));
  }
  const box = rectangleOf(edges);
  if (box === undefined || box.top - box.bottom > RULE || box.right - box.left < RULE_LENGTH) return [];
  return [{ left: box.left, right: box.right, y: (box.bottom + box.top) / 2 }];
}

/** Rules that go on from one to the next, as those of the cells of a row, as one. */
export function joinRules(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  const ordered = [...rules].sort((one, other) => Math.round(other.y) - Math.round(one.y) || one.left - other.left);
  for (const rule of ordered) {
    const last = joined.at(-1);
    if (last !== undefined && Math.abs(last.y - rule.y) <= RULE && rule.left <= last.right + RULE) {
      joined[joined.length - 1] = { left: Math.min(last.left, rule.left), right: Math.max(last.right, rule.right), y: last.y };
    } else joined.push(rule);
  }
  return joined;
}

/** Where a picture is painted: pdf.js gives all pictures the unit square. */
export function pictureBox(matrix: Matrix): Box {
  return transformBox(matrix, { left: 0, bottom: 0, right: 1, top: 1 });
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.1;
}
