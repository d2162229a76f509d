/** How often two judges gave which pair of categories: a square of counts, rows the first judge, columns the second, both in one order. */
export type Square = readonly (readonly number[])[];

/** Two judges of the same things. */
export interface Agreement {
  readonly count: number;
  /** Share of all on which both say the same, 0..1, or nearly the same where nearness counts; null without anything to judge. */
  readonly agreed: number | null;
  /** At most 1, which is full agreement; 0 is what chance gives. null where chance alone agrees on everything, and 0/0 would be asked. */
  readonly kappa: number | null;
}

/** What a pair of categories costs, 0..1, by their places. */
type Distance = (row: number, column: number, size: number) => number;

/** Cohen's kappa: (po - pe) / (1 - pe), with pe from the shares in which each judge uses the categories (Cohen 1960). */
export const cohen = (square: Square): Agreement => measure(square, (row, column) => (row === column ? 0 : 1));

/**
 * Weighted kappa, 1 - sum(w o) / sum(w e), with weights that grow evenly with the distance of two categories in their order (Cohen
 * 1968): the middle one of three is half an agreement with either end. `agreed` is weighted likewise.
 */
export const weighted = (square: Square): Agreement => measure(square, (row, column, size) => Math.abs(row - column) / (size - 1));

function measure(square: Square, distance: Distance): Agreement {
  const size = square.length;
  const rows = square.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = square.map((_, column) => square.reduce((sum, row) => sum + row[column]!, 0));
  const count = rows.reduce((sum, row) => sum + row, 0);
  if (count === 0) return { count, agreed: null, kappa: null };
  let observed = 0;
  let expected = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const cost = distance(row, column, size);
      observed += (cost * square[row]![column]!) / count;
      expected += (cost * rows[row]! * columns[column]!) / count ** 2;
    }
  }
  return { count, agreed: 1 - observed, kappa: expected === 0 ? null : 1 - observed / expected };
}

/** Yes or no of the machine against yes or no of the committee. */
export interface YesNo {
  readonly both: number;
  readonly machineOnly: number;
  readonly committeeOnly: number;
  readonly neither: number;
}

export interface YesNoAgreement extends YesNo, Agreement {
  /** Of what the machine says yes to, the share that the committee does too; null where it never does. */
  readonly precision: number | null;
  /** Of what the committee says yes to, the share that the machine does too; null where it never does. */
  readonly recall: number | null;
}

export function compareYesNo(pairs: Iterable<{ readonly machine: boolean; readonly committee: boolean }>): YesNoAgreement {
  const counts = { both: 0, machineOnly: 0, committeeOnly: 0, neither: 0 };
  for (const { machine, committee } of pairs) {
    counts[machine ? (committee ? 'both' : 'machineOnly') : committee ? 'committeeOnly' : 'neither']++;
  }
  const { both, machineOnly, committeeOnly, neither } = counts;
  const square = [
    [both, machineOnly],
    [committeeOnly, neither],
  ];
  return { ...counts, ...cohen(square), precision: share(both, both + machineOnly), recall: share(both, both + committeeOnly) };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
