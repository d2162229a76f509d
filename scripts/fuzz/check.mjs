// @ts-check

/** @typedef {import('../../src/model/extraction.js').Extraction} Extraction */

const STATES = ['ok', 'suspicious', 'needs-ocr', 'unreadable', 'refused'];
const SPANS = /** @type {const} */ (['hidden', 'asides', 'furniture', 'decoded', 'recognised', 'fontRuns']);
/** Ends of a reading process, which no file may bring about. */
const FATAL = ['crashed', 'timed-out', 'out-of-memory'];

/**
 * What is wrong with what became of a file, whatever the file: nothing, when it is sound.
 * @param {Extraction} extraction
 * @param {string} fileName
 * @returns {string[]}
 */
export function faultsOf(extraction, fileName) {
  const { state, text, messages, encoding } = extraction;
  const faults = messages.filter(({ code }) => FATAL.includes(code)).map(({ code }) => code);
  if (!STATES.includes(state)) faults.push(`state ${state}`);
  if (state !== 'ok' && messages.length === 0) faults.push('no message');
  for (const message of messages) if (!message.text.includes(`“${fileName}”`)) faults.push(`${message.code} does not name the file`);
  const isRead = state === 'ok' || state === 'suspicious';
  if (!isRead && text !== '') faults.push('text of a file that was not read');
  if (isRead !== (encoding !== null)) faults.push('encoding');
  return [...faults, ...SPANS.flatMap((name) => spanFaults(name, extraction[name], text.length))];
}

/**
 * @param {string} name
 * @param {readonly { start: number, end: number }[]} spans
 * @param {number} length
 */
function spanFaults(name, spans, length) {
  const faults = [];
  let last = 0;
  for (const { start, end } of spans) {
    if (!(start >= 0 && start < end && end <= length)) faults.push(`${name} ${start}-${end} of ${length}`);
    if (start < last) faults.push(`${name} not in order at ${start}`);
    last = start;
  }
  return faults.slice(0, 3);
}
