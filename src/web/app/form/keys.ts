/** A name that nothing else has: for parts of a form, and for telling two presses of a button from one. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
