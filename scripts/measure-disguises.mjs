// @ts-check
// What the detection finds of essays that were copied and disguised (src/README.md, "Figures").
//   node scripts/measure-disguises.mjs [SEEDS=1]
// The fixtures' twelve honest essays are kept; each is copied in every disguise and assessed against all twelve, and each
// honest essay against the eleven others. Quotes and form are set apart as in the sample campaign; themes play no part.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createRandom } from './random.mjs';

const seeds = Number(process.argv[2] ?? 1);
const sources = resolve('fixtures/van-trach/sources');
const names = readdirSync(join(sources, 'essays')).filter((name) => /^(0[1-9]|1[0-2])-/.test(name));
const essays = names.map((name) => readFileSync(join(sources, 'essays', name), 'utf8'));
const vocabulary = essays.flatMap((text) => text.match(/\p{L}+/gu) ?? []);

/** @typedef {() => number} Random */
/** @type {<T>(list: readonly T[], random: Random) => T[]} */
const shuffle = (list, random) =>
  list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
/** @param {number} share @returns {(text: string, random: Random) => string} */
const replaceWords = (share) => (text, random) =>
  text.replace(/\p{L}+/gu, (word) => (random() < share ? (vocabulary[Math.floor(random() * vocabulary.length)] ?? word) : word));
/** @param {string} text */
const sentencesOf = (text) => text.split(/(?<=[.!?])\s+/);

/** @type {Record<string, (text: string, random: Random) => string>} */
const DISGUISES = {
  'as it is': (text) => text,
  'words replaced, 10 %': replaceWords(0.1),
  'words replaced, 20 %': replaceWords(0.2),
  'words replaced, 30 %': replaceWords(0.3),
  'words replaced, 40 %': replaceWords(0.4),
  'sentences in another order': (text, random) => shuffle(sentencesOf(text), random).join(' '),
  'clauses in another order': (text, random) =>
    sentencesOf(text)
      .map((sentence) => shuffle(sentence.split(', '), random).join(', '))
      .join(' '),
  'without diacritics': (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'),
  'decomposed, zero-width characters': (text, random) =>
    text.normalize('NFD').replace(/\p{L}(?=\p{L})/gu, (letter) => (random() < 0.1 ? `${letter}\u200b` : letter)),
  'Cyrillic look-alikes': (text, random) =>
    text.replace(/[aeocpx]/g, (letter) => (random() < 0.4 ? 'аеосрх'.charAt('aeocpx'.indexOf(letter)) : letter)),
  capitals: (text) => text.toUpperCase(),
  'spaces lost, 20 %': (text, random) => text.replace(/(?<=\p{L}) (?=\p{L})/gu, (space) => (random() < 0.2 ? '' : space)),
};

const campaign = `name: Đo
references: [${join(sources, 'nghi-quyet.txt')}, ${join(sources, 'tai-lieu-hoc-tap.txt')}]
templates: [${join(sources, 'mau-bai-thu-hoach.txt')}]
themes: []
policy: { minimumSyllables: null }
`;

const folder = mkdtempSync(join(tmpdir(), 'disguises-'));
/** @param {string[]} args */
const soatbai = (...args) => execFileSync('node', ['dist/main.js', ...args], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });

/**
 * Assesses some texts, each against all essays but the one that it must not meet.
 * @param {{ text: string, without: number | null }[]} texts
 */
function assess(texts) {
  const results = [];
  for (const [i, { text, without }] of texts.entries()) {
    const place = join(folder, `t${i}`);
    rmSync(place, { recursive: true, force: true });
    mkdirSync(join(place, 'kept'), { recursive: true });
    for (const [j, essay] of essays.entries()) if (j !== without) writeFileSync(join(place, 'kept', `e${j}.txt`), essay);
    writeFileSync(join(place, 'copy.txt'), text);
    writeFileSync(join(folder, 'campaign.yaml'), campaign);
    const report = JSON.parse(
      String(soatbai('assess', join(place, 'copy.txt'), join(place, 'kept'), '--campaign', join(folder, 'campaign.yaml'), '--json', '-')),
    );
    results.push(report.submissions[0]);
  }
  return results;
}

/** @param {number} part @param {number} all */
const percent = (part, all) => `${Math.round((100 * part) / all)} %`.padStart(7);

/** @param {any} one */
function shownShare(one) {
  const shown = new Set();
  for (const { passages } of one.matches) for (const { this: span } of passages) for (let i = span.start; i < span.end; i++) shown.add(i);
  const quoted = one.quotedSpans.reduce((/** @type {number} */ sum, /** @type {any} */ span) => sum + span.end - span.start, 0);
  return { shown: shown.size, own: one.length - quoted };
}

try {
  console.log(`${'copied'.padEnd(36)} source  review rewrite   shown`);
  for (const [name, disguise] of Object.entries(DISGUISES)) {
    const texts = Array.from({ length: seeds }, (_, seed) =>
      essays.map((essay, i) => ({ i, text: disguise(essay, createRandom(seed * 100 + i)) })),
    ).flat();
    const found = assess(texts.map(({ text }) => ({ text, without: null })));
    const isSource = (/** @type {any} */ one, /** @type {number} */ k) =>
      one.matches.some((/** @type {any} */ match) => match.file.endsWith(`/e${texts[k]?.i}.txt`));
    const shares = found.map((one, k) => shownShare({ ...one, length: texts[k]?.text.length ?? 0 }));
    const sum = (/** @type {number[]} */ values) => values.reduce((total, value) => total + value, 0);
    const counts = [
      percent(found.filter(isSource).length, found.length),
      percent(found.filter(({ proposal }) => proposal !== 'accept').length, found.length),
      percent(found.filter(({ proposal }) => proposal === 'rewrite').length, found.length),
      percent(sum(shares.map(({ shown }) => shown)), sum(shares.map(({ own }) => own))),
    ];
    console.log(name.padEnd(36) + counts.join(' '));
  }
  const honest = assess(essays.map((text, i) => ({ text, without: i })));
  console.log(`${'honest'.padEnd(36)}      – ${percent(honest.filter(({ proposal }) => proposal !== 'accept').length, honest.length)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
