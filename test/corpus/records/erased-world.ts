import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { essayOf, syllables } from '../essays.js';
import { ADMIN, assessmentOf, Service, workOn } from './service.js';

export const NAME = 'Nguyễn Thị Bưởi';
export const CARD = 'HA-000417';
export const FILE = 'nguyen-thi-buoi.docx';
export const REASON = 'theo đơn đề nghị số 3';

/** A corpus with an essay of one person, another that names it, and a conclusion that speaks of her. */
export async function withPerson() {
  const service = await Service.open();
  const campaign = await service.campaign();
  await service.records.people.createFirst({ name: ADMIN, passwordHash: 'x' });
  const read = await service.readBatch(campaign, [
    essayOf(CARD, syllables(1, 60), { campaign: campaign.name, file: FILE }),
    essayOf('khac', syllables(2, 60), { campaign: campaign.name, file: 'khac.docx' }),
  ]);
  const [hers, other] = read.submissions;
  const naming = { kind: 'best-share', text: `Trùng với ${FILE}` } as never;
  const match = { submission: hers!.id, similarity: 0.5, passages: [] } as never;
  const work = workOn(read, campaign);
  const results = work.results.map((result) =>
    result.assessment.submission.id === other!.id
      ? { ...result, assessment: assessmentOf(other!, { matches: [match], reasons: [naming] }) }
      : result,
  );
  await service.records.results.record({ ...work, results });
  const conclusion = { verdict: 'rewrite', grounds: ['copied'], reason: `Đồng chí ${NAME} chép bài`, revision: 0 } as const;
  await service.records.results.conclude(campaign.id, hers!.id, conclusion, ADMIN);
  const database = new Database(join(service.folder, 'corpus.sqlite'));
  database
    .prepare(
      "INSERT INTO person (id, unit, card, name, cell, post, place, is_head, is_key_cadre) VALUES ('p1', 'goc', ?, ?, 'Chi bộ 1', 'Kế toán', '', 0, 0)",
    )
    .run(CARD, NAME);
  database
    .prepare(
      `INSERT INTO study_session (id, campaign, unit, day, title, form, mode, is_catch_up, place, speaker, speaker_post, is_combined)
      VALUES ('s1', ?, 'goc', '2026-11-12', 'Buổi học', 'class', 'in-person', 0, '', ?, 'other', 0)`,
    )
    .run(campaign.id, `Đồng chí ${NAME}`);
  database.prepare("INSERT INTO attendance (session, person, attended, note) VALUES ('s1', 'p1', 1, ?)").run(`thay cho ${NAME}`);
  const mark = database.prepare("INSERT INTO exemplary VALUES (?, ?, 'goc', ?, ?, ?, '2026-11-20T08:00:00.000Z')");
  mark.run('bai-cua-ba', campaign.id, hers!.id, `Bài của ${NAME} có việc cụ thể`, ADMIN);
  mark.run('bai-khac', campaign.id, other!.id, `Cùng tổ với ${NAME}, số thẻ ${CARD}`, ADMIN);
  database.close();
  return { service, campaign, hers: hers!, other: other! };
}

/** Everything that a corpus holds, its database and its files, as one text. */
export async function allOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'));
  const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
  return [...texts, ...files.map(({ name }) => name)].join('\n');
}
