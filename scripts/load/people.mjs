// @ts-check
// Who is at the service at once: people who read results, and people who hand in.
import { setTimeout as pause } from 'node:timers/promises';
import { Asker, formOf } from './asker.mjs';

/** A reader comes with a new tab, which remembers nothing, after so many pages. */
const PAGES_OF_A_TAB = 10;

/**
 * @typedef {object} Shown What there is to read of one campaign.
 * @property {string} campaign
 * @property {string[]} essays
 * @property {{ essay: string, other: string }[]} pairs
 * @property {string[][]} groups Members.
 */

/**
 * Reads a page every `pause` milliseconds until `isOver`: the table six times of ten, two texts side by side three times, a
 * group once. The first page comes within the first pause, so that not all ask at once.
 * @param {Asker} asker @param {Shown} shown @param {{ pause: number, isOver: () => boolean, random: () => number }} habits
 */
export async function read(asker, shown, { pause: milliseconds, isOver, random }) {
  const base = `/api/campaigns/${shown.campaign}`;
  let mark = '';
  const table = async (/** @type {string} */ kind) => {
    const answer = await asker.timed(kind, `${base}/overview`, { headers: mark === '' ? {} : { 'if-none-match': mark } });
    mark = String(answer?.headers.etag ?? '');
  };
  const document = (/** @type {string} */ kind, /** @type {string} */ id) =>
    asker.timed(kind, `${base}/documents/${encodeURIComponent(id)}`);
  /** @template T @param {readonly T[]} list */
  const pick = (list) => list[Math.floor(random() * list.length)];
  await pause(random() * milliseconds);
  for (let page = 0; !isOver(); page++) {
    if (page % PAGES_OF_A_TAB === 0) mark = '';
    const chance = random();
    const [pair, group] = [pick(shown.pairs), pick(shown.groups)];
    if (chance < 0.6) await table('table');
    else if (chance < 0.9 && pair !== undefined) {
      await Promise.all([
        asker.timed('side by side', `${base}/essays/${pair.essay}`),
        document('side by side', pair.essay),
        document('side by side', pair.other),
      ]);
    } else if (group !== undefined) {
      await Promise.all([table('group'), ...group.slice(0, 4).map((member) => document('group', member))]);
    }
    await pause(milliseconds);
  }
}

/**
 * Hands in an archive into a batch of its own, rests for `pause` milliseconds, and again, until `isOver`.
 * @param {Asker} asker @param {{ campaign: string, key: string, archives: readonly Buffer[] }} what
 * @param {{ pause: number, isOver: () => boolean, random: () => number }} habits
 */
export async function handIn(asker, { campaign, key, archives }, { pause: milliseconds, isOver, random }) {
  const json = { 'content-type': 'application/json' };
  await pause(random() * milliseconds);
  const made = await asker.timed('other', `/api/campaigns/${campaign}/batches`, {
    method: 'POST',
    headers: json,
    body: Buffer.from(JSON.stringify({ key })),
  });
  if (made === null || made.status !== 200) return;
  const { id } = JSON.parse(made.body.toString());
  for (let turn = 0; !isOver(); turn++) {
    const bytes = archives[turn % archives.length] ?? Buffer.alloc(0);
    const form = formOf([{ name: `${key}-${turn}.zip`, bytes }]);
    await asker.timed('upload', `/api/batches/${id}/files`, { method: 'POST', ...form });
    await pause(milliseconds);
  }
}

/** Everybody, each with a session of their own. @param {string} url @param {import('./asker.mjs').Tally} tally @param {number} count @param {{ name: string, password: string }} account */
export async function arrive(url, tally, count, { name, password }) {
  const askers = Array.from({ length: count }, () => new Asker(url, tally));
  for (const asker of askers) await asker.signIn(name, password);
  return askers;
}
