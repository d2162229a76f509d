// @ts-check
// Essays made up from the fixtures' own words: they look like essays to every stage, and no two are alike.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRandom } from '../random.mjs';

const SOURCES = fileURLToPath(new URL('../../fixtures/van-trach/sources', import.meta.url));

/**
 * Makes essays of `sentences` sentences each (more or less). One in ten takes a third of an earlier one; all quote the
 * resolution and share stock sentences.
 * @param {{ seed?: number, sentences?: number }} [options]
 * @returns {() => string}
 */
export function createWriter({ seed = 1, sentences = 40 } = {}) {
  const random = createRandom(seed);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);
  const texts = readdirSync(join(SOURCES, 'essays'))
    .sort()
    .map((name) => readFileSync(join(SOURCES, 'essays', name), 'utf8'));
  const words = texts.flatMap((text) => text.match(/\p{L}+/gu) ?? []);
  const resolution = readFileSync(join(SOURCES, 'nghi-quyet.txt'), 'utf8')
    .split(/(?<=[.;])\s+/)
    .filter((sentence) => sentence.split(' ').length > 12);
  const stock = (texts[0] ?? '').split(/(?<=\.)\s+/).filter((sentence) => sentence.split(' ').length > 8);
  const sentence = () => `${Array.from({ length: 8 + Math.floor(random() * 14) }, () => pick(words)).join(' ')}.`;
  /** @type {string[][]} */
  const written = [];
  return () => {
    const body = Array.from({ length: Math.round(sentences * (0.75 + random() / 2)) }, sentence);
    const third = Math.floor(body.length / 3);
    if (written.length > 0 && random() < 0.1) body.splice(5, third, ...pick(written).slice(0, third));
    for (let i = 0; i < 3; i++) body.splice(Math.floor(random() * body.length), 0, pick(resolution), pick(stock));
    written.push(body);
    return `Họ và tên: ${pick(words)} ${pick(words)}\nĐơn vị: ${pick(words)}\n${body.join(' ')}\n`;
  };
}

/** The resolution of the fixtures, as text. */
export const resolutionText = () => readFileSync(join(SOURCES, 'nghi-quyet.txt'), 'utf8');
