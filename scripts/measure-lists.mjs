// @ts-check
// The campaign list of a corpus with a million results: what SQLite does for it, and how long that takes, with the counts that are
// kept and with the join that counted at every look before.
//   node scripts/measure-lists.mjs [RESULTS=1000000] [CAMPAIGNS=200] [UNITS=500]
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { openSqliteRecords } from '../dist/corpus/sqlite/records/open-records.js';
import { correctAssessment } from '../dist/pipeline/correct-assessment.js';

const [results = 1_000_000, campaigns = 200, units = 500] = process.argv.slice(2).map(Number);
/** As the list counted before there were counts. */
const BY_JOIN = [
  `SELECT result.campaign, result.proposal, count(*) FROM result JOIN submission ON submission.id = result.submission
   WHERE submission.tenant IN ('goc') GROUP BY result.campaign, result.proposal`,
  `SELECT result.campaign, count(*) FROM conclusion JOIN result ON result.submission = conclusion.submission
   JOIN submission ON submission.id = result.submission
   WHERE submission.tenant IN ('goc') AND conclusion.revision = 1 GROUP BY result.campaign`,
];
const KEPT = `SELECT campaign, proposal, sum(essays), sum(concluded) FROM result_count WHERE unit IN ('goc') GROUP BY campaign, proposal`;

/** As long as those of an essay of some pages. */
const [BRIEF, DETAIL] = [JSON.stringify({ copied: { best: 0.1 }, of: 'x'.repeat(300) }), JSON.stringify('x'.repeat(600))];
const LIMITS = { rewriteBy: null, synonyms: [], themes: [], groups: [], policy: { review: {}, rewrite: {} } };

const home = mkdtempSync(join(tmpdir(), 'soatbai-lists-'));
const loads = loadavg().map((one) => one.toFixed(1));
console.log(`${availableParallelism()} processors, load ${loads.join(' ')} before the start`);
const records = await openSqliteRecords({ folder: home, create: true, now: () => new Date(), correct: correctAssessment });
const database = new Database(join(home, 'corpus.sqlite'));
try {
  fill();
  for (const text of [...BY_JOIN, KEPT]) console.log(`\n${text.trim()}\n  ${planOf(text).join('\n  ')}`);
  const own = records.within({ actor: 'đo', account: null, units: ['goc'], person: null });
  const before = median(() => BY_JOIN.map((text) => database.prepare(text).all()));
  const after = median(() => database.prepare(KEPT).all());
  const list = await medianOf(() => own.campaigns.list());
  console.log(`\n${results} results in ${campaigns} campaigns, half of them the unit’s own, half of those concluded on`);
  console.log(`counted by a join: ${before.toFixed(0)} ms; kept: ${after.toFixed(2)} ms; the whole list: ${list.toFixed(1)} ms`);
} finally {
  database.close();
  await records.close();
  rmSync(home, { recursive: true, force: true });
}

/** Half of all belongs to the founding unit, which is the worst that its committee can meet; triggers count as they do in the service. */
function fill() {
  const run = (/** @type {string} */ text) => database.prepare(text);
  const at = '2026-11-01T00:00:00.000Z';
  database.pragma('synchronous = OFF');
  const unit = run('INSERT INTO unit (id, parent, name, created_at) VALUES (?, ?, ?, ?)');
  const campaign = run('INSERT INTO campaign (id, unit, name, version, created_at) VALUES (?, ?, ?, 1, ?)');
  const version = run(`INSERT INTO campaign_version (campaign, version, definition, created_at) VALUES (?, 1, ?, ?)`);
  const essay = run(
    `INSERT INTO submission (id, campaign, tenant, member, unit, file, sha256, received_at, state, post, place)
     VALUES (?, ?, ?, ?, '', ?, 'tệp', ?, 'ok', '', '')`,
  );
  const result = run(
    `INSERT INTO result (submission, campaign, batch, version, proposal, brief, detail, found) VALUES (?, ?, NULL, 1, ?, ?, ?, NULL)`,
  );
  const conclusion = run(
    `INSERT INTO conclusion (submission, revision, verdict, grounds, reason, by, at) VALUES (?, 1, 'accepted', '[]', '', 'đo', ?)`,
  );
  const definition = JSON.stringify({ ...{ name: '', kind: 'essay', references: [], templates: [], samples: [], prompt: '' }, ...LIMITS });
  database.transaction(() => {
    run(`INSERT INTO original (sha256, bytes) VALUES ('tệp', 1)`).run();
    for (let n = 1; n < units; n++) unit.run(`u${n}`, 'goc', `Chi bộ ${n}`, at);
    for (let n = 0; n < campaigns; n++) {
      campaign.run(`c${n}`, 'goc', `Đợt ${n}`, at);
      version.run(`c${n}`, definition, at);
    }
    for (let n = 0; n < results; n++) {
      const [id, own] = [`e${n}`, n % 2 === 0];
      // Spread, so that a campaign's essays do not lie side by side.
      const of = `c${(n * 7919) % campaigns}`;
      essay.run(id, of, own ? 'goc' : `u${1 + (n % (units - 1))}`, `m${n}`, `bài ${n}.docx`, at);
      result.run(id, of, ['accept', 'review', 'rewrite'][n % 3], BRIEF, DETAIL);
      if (own && n % 4 === 0) conclusion.run(id, at);
    }
  })();
}

/** @param {string} text @returns {string[]} */
function planOf(text) {
  const rows = /** @type {{ detail: string }[]} */ (database.prepare(`EXPLAIN QUERY PLAN ${text}`).all());
  return rows.map(({ detail }) => detail);
}

/** @param {() => unknown} work Of seven runs. */
function median(work) {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[3] ?? 0;
}

/** @param {() => Promise<unknown>} work */
async function medianOf(work) {
  const times = [];
  for (let run = 0; run < 7; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[3] ?? 0;
}
