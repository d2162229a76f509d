import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { type CampaignFile, campaignFileSchema } from '../api/campaign-file.js';
import type { Campaign } from '../model/campaign.js';
import { AppError } from '../model/errors.js';
import { lacksQuestion, withDefaults } from './campaign-defaults.js';
import {
  campaignFileError,
  duplicateFile,
  duplicateTheme,
  emptyPrompt,
  missingKey,
  missingListedFile,
  missingPrompt,
  unknownKey,
  wholeFile,
  yamlAlias,
  yamlProblem,
} from './messages.js';
import { nearestName } from './nearest-name.js';

/**
 * Reads a campaign file's text; `file` is its path, which errors and the listed documents are relative to.
 * Throws AppError `campaign-file` that names the line: bad YAML, an unknown key, an impossible value, a missing document.
 */
export function parseCampaign(text: string, file: string): Campaign {
  const source = readYaml(text, file);
  const result = campaignFileSchema.safeParse(source.value, { error: z.locales.vi().localeError, reportInput: true });
  if (!result.success) {
    const issue = result.error.issues[0]!;
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
    throw source.failure(path, describeIssue(issue, path));
  }
  checkFiles(result.data, source);
  checkThemes(result.data, source);
  checkQuestion(result.data, source);
  return withDefaults(result.data);
}

function describeIssue(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): string {
  const name = path.join('.') || wholeFile;
  if (issue.code === 'unrecognized_keys')
    return unknownKey(String(path.at(-1)), nearestName(String(path.at(-1)), KEYS[Math.min(issue.path.length, 2)] ?? []));
  if (issue.code === 'invalid_type' && issue.input === undefined) return missingKey(name);
  return `${name}: ${issue.message}`;
}

/** Keys of a campaign file, by how deep they stand. */
const KEYS = [
  ['name', 'kind', 'references', 'templates', 'samples', 'prompt', 'rewriteBy', 'synonyms', 'themes', 'policy'],
  ['review', 'rewrite', 'minimumSyllables', 'maximumSyllables'],
  ['id', 'name', 'kind', 'required', 'minimum', 'phrases', 'facets', 'best', 'union', 'passage', 'unmetThemes', 'unmetShare'],
];

/** A parsed YAML file, and how to complain of a place in it. */
interface Source {
  readonly folder: string;
  readonly value: unknown;
  failure(path: readonly PropertyKey[], reason: string): AppError;
}

function readYaml(text: string, file: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const failAt = (line: number, reason: string): AppError => new AppError('campaign-file', campaignFileError(file, line, reason));
  const problem = document.errors[0];
  if (problem) throw failAt(problem.linePos?.[0].line ?? 1, yamlProblem(problem.code));
  let value: unknown;
  try {
    value = document.toJS() ?? {};
  } catch {
    // An alias that names nothing, or aliases of aliases without end.
    throw failAt(lineOfAlias(document, lines), yamlAlias);
  }
  return { folder: dirname(file), value, failure: (path, reason) => failAt(lineOf(document, lines, path), reason) };
}

/** Line of the key, or list entry, that a path leads to; of the deepest part of it that exists. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path[length - 1]) : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function lineOfAlias(document: Document, lines: LineCounter): number {
  let line = 1;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.range) line = lines.linePos(alias.range[0]).line;
      return visit.BREAK;
    },
  });
  return line;
}

function checkFiles(campaign: CampaignFile, { folder, failure }: Source): void {
  for (const list of ['references', 'templates', 'samples'] as const) {
    for (const [i, name] of campaign[list].entries()) {
      if (!statSync(resolve(folder, name), { throwIfNoEntry: false })?.isFile()) throw failure([list, i], missingListedFile(name));
      if (campaign[list].indexOf(name) < i) throw failure([list, i], duplicateFile(name));
    }
  }
}

function checkThemes({ themes = [] }: CampaignFile, { failure }: Source): void {
  for (const [i, { id }] of themes.entries()) {
    if (themes.findIndex((theme) => theme.id === id) < i) throw failure(['themes', i, 'id'], duplicateTheme(id));
  }
}

/** Nothing can be looked for in an answer to a question that nobody wrote down. */
function checkQuestion(campaign: CampaignFile, { failure }: Source): void {
  if (!lacksQuestion(campaign)) return;
  throw campaign.prompt === '' ? failure(['kind'], missingPrompt) : failure(['prompt'], emptyPrompt);
}
