import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A copy of the sources in which violations can be planted. */
let house = '';

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'));
  for (const name of ['src', 'package.json', 'tsconfig.json', 'scripts']) cpSync(name, join(house, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

function brokenRules(): string[] {
  const cruise = resolve('node_modules/.bin/depcruise');
  const { stdout } = spawnSync(cruise, ['--config', 'scripts/dependency-rules.cjs', '--output-type', 'json', 'src'], {
    cwd: house,
    maxBuffer: 1 << 28,
  });
  const { summary } = JSON.parse(String(stdout)) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
}

describe('the import rules', () => {
  it('hold for the sources as they are', () => {
    expect(brokenRules()).toEqual([]);
  });

  it('catch what is planted against them', () => {
    plant('src/align/exact-runs.ts', "import './align.js';");
    plant('src/vietnamese/syllables.ts', "import '../align/exact-runs.js';");
    plant('src/model/span.ts', "import '../api/span.js';");
    plant('src/compare/jaccard.ts', "import type {} from '../exclude/exclude.js';");
    plant('src/score/messages.ts', "import 'node:fs';");
    plant('src/decide/messages.ts', "import 'yaml';");
    plant('src/corpus/corpus.ts', "import '../normalise/normalise.js';");
    plant('src/pipeline/progress.ts', "import '../report/json.js';");
    plant('src/pipeline/read-essay.ts', "import '../corpus/sqlite/open-sqlite-corpus.js';\nimport 'mammoth';\nimport 'kysely';");
    plant('src/pipeline/roster-file.ts', "import 'natural';\nimport 'express';");
    plant('src/report/json.ts', "import '../http/route.js';");
    plant('src/http/route.ts', "import '../cli/output.js';\nimport '../compare/jaccard.js';\nimport '../web/app/paths.js';");
    plant('src/web/app/paths.ts', "import '../../model/span.js';");
    plant('src/web/viewer/paths.ts', "import '../app/paths.js';");
    expect(brokenRules()).toEqual(
      expect.arrayContaining([
        'compare-stands-alone',
        'corpus-imports-model-only',
        'express-in-one-place',
        'http-below-cli',
        'http-neither-reads-nor-compares',
        'model-imports-nothing',
        'no-circular',
        'no-natural-root',
        'nobody-imports-web',
        'parsers-in-one-place',
        'pipeline-below-report',
        'pipeline-sees-corpus-by-its-interface',
        'pure-stages',
        'report-below-http',
        'sqlite-in-one-place',
        'vietnamese-imports-model-only',
        'viewer-knows-no-service',
        'web-imports-api-only',
      ]),
    );
  });

  function plant(file: string, line: string): void {
    const path = join(house, file);
    writeFileSync(path, `${line}\n${readFileSync(path, 'utf8')}`);
  }
});

describe('the repository', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);

  it('keeps its sources small', () => {
    const long = files
      .filter((file) => /^src\/.*\.(tsx?|css)$/.test(file))
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });

  it('tells the story of a batch in at most 80 lines', () => {
    expect(readFileSync('src/pipeline/assess.ts', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(80);
  });

  it('has nothing beside what its top level is for', () => {
    const top = new Set(files.map((file) => file.split('/')[0]!).filter((name) => !name.startsWith('.')));
    const allowed = [
      'LICENSE',
      'README.md',
      'docs',
      'fixtures',
      'package-lock.json',
      'package.json',
      'scripts',
      'src',
      'test',
      'tsconfig.json',
    ];
    expect([...top].filter((name) => !allowed.includes(name))).toEqual([]);
  });
});
