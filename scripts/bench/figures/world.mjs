// @ts-check
// A province of units and members with what they did in a campaign, for measuring: rows alone, no texts.
import { createHash } from 'node:crypto';

/** @typedef {import('better-sqlite3').Database} Database */
/**
 * @typedef {object} Size
 * @property {number} communes Below the province.
 * @property {number} cells Below each commune.
 * @property {number} members Of the whole province.
 */
/** @typedef {{ unit: string, id: string, place: number }} Member */

const AT = '2026-11-20T03:00:00.000Z';
/** As long as the ids of the service, and in as little order. @param {string} name */
const idOf = (name) => createHash('sha256').update(name).digest('base64url').slice(0, 22);
/** @param {string} name */
const essayId = (name) => createHash('sha256').update(name).digest('hex').slice(0, 20);
/** A share of the numbers, always the same ones. @param {number} number @param {number} salt @param {number} percent */
const is = (number, salt, percent) => ((number * 2_654_435_761 + salt * 40_503) >>> 0) % 100 < percent;
/** What lists keep of a result, about as long as it is. @param {boolean} isCopied */
const briefOf = (isCopied) => `{"copied":{"best":0.1},"grounds":${isCopied ? '["copied"]' : '[]'},"themes":"${'nhận thức '.repeat(40)}"}`;

/** Adds units, members and what they did in each of the campaigns, in one transaction. @param {Database} database @param {Size} size @param {readonly string[]} campaigns */
export function fillWorld(database, size, campaigns) {
  /** @param {string} text */
  const adder = (text) => {
    const statement = database.prepare(text);
    return (/** @type {unknown[]} */ ...values) => statement.run(...values);
  };
  database.pragma('foreign_keys = OFF');
  database.transaction(() => {
    const members = addMembers(adder, addUnits(adder, size), size.members);
    adder(`INSERT INTO original VALUES (?, 1)`)('0'.repeat(64));
    for (const [place, campaign] of campaigns.entries()) {
      addStudies(adder, campaign, members);
      addEssays(adder, { campaign, salt: place * 7 }, members);
    }
  })();
  database.pragma('foreign_keys = ON');
  database.exec('ANALYZE');
}

/** @typedef {(text: string) => (...values: unknown[]) => unknown} Adder */

/** @param {Adder} adder @param {Size} size @returns {string[]} Cells. */
function addUnits(adder, { communes, cells }) {
  const add = adder(`INSERT INTO unit (id, parent, name, kind, created_at) VALUES (?, ?, ?, ?, '${AT}')`);
  const ids = [];
  for (let commune = 0; commune < communes; commune++) {
    add(`xa-${commune}`, 'goc', `Đảng ủy xã số ${commune}`, 'commune');
    for (let cell = 0; cell < cells; cell++) {
      ids.push(`cb-${commune}-${cell}`);
      add(`cb-${commune}-${cell}`, `xa-${commune}`, `Chi bộ ${cell} xã số ${commune}`, 'cell');
    }
  }
  return ids;
}

/** @param {Adder} adder @param {readonly string[]} cells @param {number} count @returns {Member[]} */
function addMembers(adder, cells, count) {
  const add = adder(`INSERT INTO person (id, unit, card, name, cell, post, place, is_head, is_key_cadre, is_probationary)
    VALUES (?, ?, ?, ?, '', '', '', ?, ?, ?)`);
  return Array.from({ length: count }, (_, place) => {
    const unit = cells[Math.floor((place * cells.length) / count)] ?? '';
    const id = idOf(`người ${place}`);
    add(id, unit, `TH-${place}`, `Đảng viên ${place}`, is(place, 1, 1) ? 1 : 0, is(place, 2, 8) ? 1 : 0, is(place, 3, 5) ? 1 : 0);
    return { unit, id, place };
  });
}

/** Roster, one session and one catch-up a cell, material, duties and programmes. @param {Adder} adder @param {string} campaign @param {readonly Member[]} members */
function addStudies(adder, campaign, members) {
  const list = adder(`INSERT INTO roster_entry (campaign, person, unit, exemption) VALUES (?, ?, ?, ?)`);
  const session =
    adder(`INSERT INTO study_session (id, campaign, unit, day, title, form, mode, is_catch_up, place, speaker, speaker_post, is_combined,
    comments, questions, answered) VALUES (?, ?, ?, '2026-11-10', '', 'class', ?, ?, '', '', 'secretary', 0, 3, 2, 1)`);
  const attend = adder('INSERT INTO attendance (session, person, attended) VALUES (?, ?, ?)');
  const material = adder(`INSERT INTO material (id, campaign, unit, title, kind) VALUES (?, ?, ?, 'Tài liệu', 'printed')`);
  const give = adder('INSERT INTO material_person VALUES (?, ?)');
  const programme = adder(`INSERT INTO programme (id, campaign, unit, kind, title, state, text, created_by, created_at)
    VALUES (?, ?, ?, 'collective', '', 'issued', '', 'An', '${AT}')`);
  adder(`INSERT INTO duty VALUES (?, 'collective', 'cell', NULL), (?, 'personal-plan', 'cell', NULL)`)(campaign, campaign);
  adder(`INSERT INTO due_day VALUES (?, 'goc', '2026-11-22')`)(campaign);
  let last = '';
  for (const { unit, id, place } of members) {
    const [held, later, given] = ['buổi', 'bù', 'tài liệu'].map((name) => idOf(`${campaign} ${unit} ${name}`));
    if (unit !== last) {
      session(held, campaign, unit, is(place, 4, 30) ? 'online' : 'in-person', 0);
      session(later, campaign, unit, 'in-person', 1);
      material(given, campaign, unit);
      if (is(place, 5, 80)) programme(idOf(`${campaign} ${unit} chương trình`), campaign, unit);
      last = unit;
    }
    list(campaign, id, unit, is(place, 6, 6) ? 'retired' : is(place, 7, 3) ? 'health' : '');
    const came = is(place, 8, 93);
    attend(held, id, came ? 1 : 0);
    if (!came && is(place, 9, 60)) attend(later, id, 1);
    if (is(place, 10, 95)) give(given, id);
  }
}

/** Essays with results, conclusions and further rounds. @param {Adder} adder @param {{ campaign: string, salt: number }} where @param {readonly Member[]} members */
function addEssays(adder, { campaign, salt }, members) {
  const submit = adder(`INSERT INTO submission (id, campaign, member, unit, file, sha256, state, received_at, tenant)
    VALUES (?, ?, ?, '', ?, '${'0'.repeat(64)}', ?, ?, ?)`);
  const write = adder(`INSERT INTO essay_person VALUES (?, ?, 'listed', NULL, '${AT}')`);
  const assess = adder(`INSERT INTO result (submission, campaign, version, proposal, brief, detail) VALUES (?, ?, 1, ?, ?, '{}')`);
  const conclude = adder(`INSERT INTO conclusion VALUES (?, 1, ?, ?, 'Theo đề nghị.', 'An', '${AT}')`);
  const open = adder(`INSERT INTO round VALUES (?, ?, 2, '2026-12-01', ?, 'An', '${AT}')`);
  for (const { unit, id, place } of members) {
    const at = place + salt;
    if (!is(at, 11, 92)) continue;
    const tries = is(at, 12, 6) ? 2 : 1;
    for (let number = 1; number <= tries; number++) {
      const essay = essayId(`${campaign} ${place} ${number}`);
      const isBad = number < tries || is(at, 13, 7);
      const day = is(at, 14, 90) ? 15 + (at % 7) : 25;
      submit(
        essay,
        campaign,
        `TH-${place}`,
        `bai-${place}.docx`,
        is(at, 15, 1) ? 'unreadable' : 'ok',
        `2026-11-${day}T03:00:00.000Z`,
        unit,
      );
      write(essay, id);
      assess(essay, campaign, isBad ? 'rewrite' : is(at, 16, 15) ? 'review' : 'accept', briefOf(isBad));
      if (isBad || is(at, 17, 90)) conclude(essay, isBad ? 'rewrite' : 'accepted', isBad ? '["copied"]' : '[]');
      if (isBad && number === 1) open(campaign, id, tries > 1 ? essayId(`${campaign} ${place} 2`) : null);
    }
  }
}
