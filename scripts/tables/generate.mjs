// @ts-check
// A corpus whose tables are long, written straight through the records: a roster, essays with results that nobody has concluded
// on (so all of them wait in the queue), and units below with somebody on the roster of each.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import { KEEPING, openCorpus } from '../../dist/cli/house.js';
import { openSqliteRecords } from '../../dist/corpus/sqlite/records/open-records.js';
import { NOTHING_READ } from '../../dist/model/extraction.js';
import { correctAssessment } from '../../dist/pipeline/correct-assessment.js';
import { toContent } from '../../dist/pipeline/essay.js';

const ACTOR = 'Đồng chí Lê Văn Bảng';
const NAME = 'Đợt có bảng dài';
const TEXT = 'Chi bộ đọc kỹ nghị quyết, bàn việc trồng rừng gỗ lớn và giữ nguồn nước của bản trước mùa mưa năm nay. '.repeat(3);
const FAMILIES = ['Khúc', 'Quách', 'Trịnh', 'Đàm', 'Ma', 'Phùng', 'Hồ', 'Đỗ', 'Lường', 'Cù'];
const GIVEN = ['Lành', 'Mân', 'Khoát', 'Nhài', 'Chiến', 'Thạo', 'Vắng', 'Yếu', 'Sậy', 'Bảng', 'Ngần'];
/** Units directly below the founding one, each with its share of the others below it. */
const COMMUNES = 50;

/** Files of one batch: as many as units may hand in at once. */
const FILES = 2000;

/** What stands on row `at` of every table, from 1. */
export const cardOf = (/** @type {number} */ at) => `VT-${String(at).padStart(6, '0')}`;
const nameOf = (/** @type {number} */ at) => `${FAMILIES[at % FAMILIES.length]} Thị ${GIVEN[at % GIVEN.length]} ${at}`;
const cellOf = (/** @type {number} */ at) => `Chi bộ thôn ${1 + (at % 40)}`;

/**
 * Makes the corpus and answers with the id of its campaign.
 * @param {string} folder @param {number} count Rows of each table.
 * @returns {Promise<string>}
 */
export async function makeLongTables(folder, count) {
  const now = () => new Date();
  const records = await openSqliteRecords({ folder, create: true, now, correct: correctAssessment });
  const corpus = await openCorpus({ folder, create: true, access: 'write', lease: null });
  try {
    const campaign = await records.campaigns.create(definition(), ACTOR);
    const places = Array.from({ length: count }, (_, at) => at + 1);
    const people = places.map((at) => ({ row: at + 1, card: cardOf(at), name: nameOf(at), cell: cellOf(at), post: 'Đảng viên' }));
    await records.rosters.import(campaign.id, people, ACTOR);
    addUnits(folder, campaign.id, count);
    for (let from = 0; from < count; from += FILES) await addResults({ records, corpus }, campaign, places.slice(from, from + FILES));
    return campaign.id;
  } finally {
    await corpus.close();
    await records.close();
  }
}

/** @returns {import('../../dist/model/campaign-record.js').CampaignDefinition} */
function definition() {
  const policy = {
    review: { best: 0.2, union: 0.3, passage: 80, unmetThemes: 1 },
    rewrite: { best: 0.4, union: 0.5, unmetShare: 0.5 },
    minimumSyllables: 20,
    maximumSyllables: null,
  };
  return {
    name: NAME,
    kind: 'essay',
    references: [],
    templates: [],
    samples: [],
    prompt: '',
    rewriteBy: null,
    synonyms: [],
    themes: [],
    groups: [],
    policy,
  };
}

/** One transaction for all: by the records each unit would be one, with a line in the log. */
function addUnits(/** @type {string} */ folder, /** @type {string} */ campaign, /** @type {number} */ count) {
  const database = new Database(join(folder, 'corpus.sqlite'));
  const unit = database.prepare("INSERT INTO unit (id, parent, name, created_at) VALUES (?, ?, ?, '2026-11-01T00:00:00Z')");
  const person = database.prepare("INSERT INTO person VALUES (?, ?, ?, ?, '', '', '', 0, 0, NULL, 0)");
  const entry = database.prepare('INSERT INTO roster_entry (campaign, person, unit) VALUES (?, ?, ?)');
  database.transaction(() => {
    for (let at = 1; at <= count; at++) {
      const id = `don-vi-${at}`;
      const isCommune = at <= COMMUNES;
      unit.run(id, isCommune ? 'goc' : `don-vi-${1 + (at % COMMUNES)}`, isCommune ? `Xã số ${at}` : `Chi bộ số ${at}`);
      person.run(`nguoi-${at}`, id, cardOf(at), nameOf(at));
      entry.run(campaign, `nguoi-${at}`, id);
    }
  })();
  database.close();
}

/**
 * @param {{ records: import('../../dist/corpus/records/records.js').Records, corpus: import('../../dist/corpus/corpus.js').Corpus }} to
 * @param {import('../../dist/model/campaign-record.js').CampaignRecord} campaign
 * @param {readonly number[]} places
 */
async function addResults({ records, corpus }, campaign, places) {
  const { batches, jobs, results, originals } = records;
  const { id: batch } = await batches.create(campaign.id, `từ bài ${places[0]}`, ACTOR);
  await batches.addUpload(batch, 'bài nộp.zip', await originals.receive(Readable.from([Buffer.from('bài nộp')]), 1000));
  await batches.seal(batch, ACTOR);
  const job = await jobs.begin((await jobs.ofBatch(batch))?.id ?? 0);
  const essays = places.map(essayOf);
  await batches.setItems(
    batch,
    essays.map(({ file }) => file),
    [],
  );
  const submissions = await corpus.append(essays);
  await batches.noteItems(
    batch,
    submissions.map(({ id, state }, at) => ({ number: at + 1, submission: id, submissionState: state, reason: null })),
  );
  const work = submissions.map((submission, at) => {
    return { campaign: campaign.id, batch, version: campaign.version, assessment: assessmentOf(submission, places[at] ?? 0) };
  });
  await results.record({ job: job.id, results: work, pairs: [], groups: [], newOverlap: [], quoted: [], skipped: [], warnings: [] });
}

const original = Buffer.from(TEXT);
const sha256 = createHash('sha256').update(original).digest('hex');
const content = toContent(TEXT, null, KEEPING);

/** All hand in the same text: what they say is in no table, and one file is written sooner than thousands. */
function essayOf(/** @type {number} */ at) {
  return {
    ...{ member: cardOf(at), unit: cellOf(at), post: 'Đảng viên', place: '', tenant: 'goc', campaign: NAME },
    ...{ file: `${cellOf(at)}/bài thu hoạch số ${at}.docx`, sha256, original, content },
    state: /** @type {const} */ ('ok'),
    extraction: {
      ...NOTHING_READ,
      ...{ state: /** @type {const} */ ('ok'), format: /** @type {const} */ ('docx'), messages: [], text: TEXT },
      encoding: /** @type {const} */ ('unicode'),
    },
  };
}

/**
 * @param {import('../../dist/model/submission.js').Submission} submission @param {number} at
 * @returns {import('../../dist/model/assessment.js').Assessment}
 */
function assessmentOf(submission, at) {
  const best = (at % 60) / 100;
  return {
    ...{ submission, messages: [], metadata: null, syllables: 60 + (at % 900), quoted: (at % 30) / 100, quotedSpans: [] },
    ...{ copied: { best, union: best, longestRun: at % 200 }, matches: [], group: null, themes: [], advisories: [] },
    ...{ proposal: best >= 0.4 ? 'rewrite' : best >= 0.2 ? 'review' : 'accept', grounds: [], otherGrounds: [], reasons: [] },
  };
}
