/** `array` itself when it has `length` places, otherwise a copy of at least twice its size, filled up with zeros. */
export function withRoom(array: Uint32Array, length: number): Uint32Array {
  if (length <= array.length) return array;
  const larger = new Uint32Array(Math.max(length, 2 * array.length));
  larger.set(array);
  return larger;
}
