import { join } from 'node:path';
import { expect } from 'vitest';
import { KEEPING, withCorpus } from '../../src/cli/house.js';
import type { Corpus } from '../../src/corpus/corpus.js';
import type { Assessment, Reason } from '../../src/model/assessment.js';
import type { BatchAssessment } from '../../src/model/batch.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { assessBatch } from '../../src/pipeline/assess.js';
import { prepareCampaign } from '../../src/pipeline/prepare-campaign.js';
import { parseRoster } from '../../src/pipeline/roster-file.js';
import type { Sandbox } from '../../src/pipeline/sandbox.js';
import { HERE } from '../support/here.js';
import { type Files, folderWith, lines } from './inputs.js';

export interface BatchOptions {
  /** Text of the campaign file; its documents lie among the files of `documents`. */
  readonly campaign?: string;
  readonly documents?: Files;
  /** Rows of file, member, unit, and post and place where they are said. */
  readonly roster?: readonly string[];
  readonly corpus?: Corpus;
  readonly sandbox?: Sandbox;
  /** Names in the order in which they are given; all of them as one folder "lo" unless named. */
  readonly order?: readonly string[];
}

/** No theme asks for anything, so that only copying and length decide. */
export const PLAIN = lines('name: Đợt 1', 'themes: []');

/** Assesses these files, by default as a folder named "lo" in a corpus of its own. */
export async function assess(files: Files, options: BatchOptions = {}): Promise<BatchAssessment> {
  const { campaign = PLAIN, documents = {}, roster, corpus, order } = options;
  const sandbox = options.sandbox ?? HERE;
  const folder = await folderWith(Object.fromEntries(Object.entries(files).map(([name, content]) => [`lo/${name}`, content])));
  const home = await folderWith(documents);
  const prepared = await prepareCampaign(join(home, 'dot.yaml'), campaign, sandbox, DETECTION_SETTINGS);
  const paths = order?.map((name) => join(folder, 'lo', name)) ?? [join(folder, 'lo')];
  const listed = roster === undefined ? null : parseRoster(Buffer.from(lines('file,member,unit,post,place', ...roster)), 'ds.csv');
  const run = (kept: Corpus) =>
    assessBatch(paths, prepared, { ...KEEPING, corpus: kept, sandbox, jobs: 2, roster: listed, progress: () => {} });
  return corpus === undefined ? withCorpus(null, true, run) : run(corpus);
}

/** The assessment of the file with this name. */
export function assessmentOf({ assessments }: BatchAssessment, name: string): Assessment {
  const found = assessments.filter(({ submission }) => submission.file === name || submission.file === `lo/${name}`);
  expect(found, name).toHaveLength(1);
  return found[0]!;
}

export const kindsOf = ({ matches }: Assessment): string[] => matches.map(({ kind }) => kind);

/** Without a place to look, a reason must at least carry a figure to check. */
const SUMMARIES: readonly Reason['code'][] = ['unmet-themes', 'unmet-share'];

/** What holds for every report, whatever went in: places lie in the texts, ids lead somewhere, figures are shares. */
export function expectSound({ assessments, documents, groups }: BatchAssessment): void {
  const known = new Map(assessments.map((one) => [one.submission.id, one]));
  for (const one of assessments) {
    const name = one.submission.file;
    const length = documents.get(one.submission.id)?.text.length ?? 0;
    const inside = ({ start, end }: { start: number; end: number }, limit = length) =>
      expect(start >= 0 && start <= end && end <= limit, `${name} ${start}-${end} of ${limit}`).toBe(true);
    for (const reason of one.reasons) {
      expect(reason.text, name).not.toBe('');
      if (reason.span) inside(reason.span);
      else if (reason.theme === undefined && reason.match === undefined && reason.code !== 'not-read') {
        expect(SUMMARIES, name).toContain(reason.code);
        expect(reason.text, name).toMatch(/\d/);
      }
      if (reason.match !== undefined) expect(one.matches.map(({ id }) => id)).toContain(reason.match);
      if (reason.theme !== undefined) expect(one.themes.map(({ id }) => id)).toContain(reason.theme);
    }
    for (const match of one.matches) {
      const other = documents.get(match.id)?.text;
      expect(other, `${name} with ${match.file}`).toBeDefined();
      expect(match.passages.length).toBeGreaterThan(0);
      for (const { first, second } of match.passages) {
        inside(first);
        inside(second, other!.length);
      }
    }
    for (const span of [...one.quotedSpans, ...one.themes.flatMap(({ evidence }) => evidence)]) inside(span);
    const shares = [one.quoted, one.copied.best, one.copied.union, ...one.themes.map(({ score }) => score)];
    for (const share of shares) expect(share === null || (share >= 0 && share <= 1), `${name}: ${share}`).toBe(true);
    expect(one.reasons.length > 0, name).toBe(one.proposal !== 'accept');
    expect(one.group === null || groups.some(({ id, members }) => id === one.group && members.includes(one.submission.id))).toBe(true);
    if (one.syllables === null) expect(one.proposal, name).toBe('review');
  }
  expect(known.size).toBe(assessments.length);
}
