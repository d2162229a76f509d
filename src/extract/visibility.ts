/** Letters, or lines, up to this high are a blur on paper, points. */
export const TINY_SIZE = 2;
