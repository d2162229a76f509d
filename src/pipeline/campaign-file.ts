import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type CampaignFile, campaignFileSchema } from '../api/campaign-file.js';
import type { Campaign, Policy, Theme } from '../model/campaign.js';
import { AppError } from '../model/errors.js';
import { DEFAULT_POLICIES, DEFAULT_THEMES } from './campaign-defaults.js';
import { campaignFileError, duplicateTheme, missingListedFile } from './messages.js';

/**
 * Reads a campaign file's text; `file` is its path, which errors and the listed documents are relative to.
 * Throws AppError `campaign-file` that names the line: bad YAML, an unknown key, an impossible value, a missing document.
 */
export function parseCampaign(text: string, file: string): Campaign {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problem = document.errors[0];
  if (problem) throw failure(problem.linePos?.[0].line ?? 1, problem.message.split('\n')[0] ?? '');
  const result = campaignFileSchema.safeParse(document.toJS() ?? {}, { error: z.locales.vi().localeError });
  if (!result.success) {
    const issue = result.error.issues[0]!;
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
    throw failure(lineOf(path), `${issue.path.join('.') || '(cấp ngoài cùng)'}: ${issue.message}`);
  }
  const campaign = result.data;
  checkFiles(campaign);
  checkThemes(campaign);
  return withDefaults(campaign);

  function failure(line: number, reason: string): AppError {
    return new AppError('campaign-file', campaignFileError(file, line, reason));
  }

  /** Line of the deepest node on the path that exists. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }

  function checkFiles(campaign: CampaignFile): void {
    for (const list of ['references', 'templates', 'samples'] as const) {
      for (const [i, name] of campaign[list].entries()) {
        if (!existsSync(join(dirname(file), name))) throw failure(lineOf([list, i]), missingListedFile(name));
      }
    }
  }

  function checkThemes({ themes = [] }: CampaignFile): void {
    for (const [i, { id }] of themes.entries()) {
      if (themes.findIndex((theme) => theme.id === id) < i) throw failure(lineOf(['themes', i, 'id']), duplicateTheme(id));
    }
  }
}

function withDefaults(file: CampaignFile): Campaign {
  const policy = DEFAULT_POLICIES[file.kind];
  return {
    ...file,
    themes: (file.themes as readonly Theme[] | undefined) ?? DEFAULT_THEMES[file.kind],
    policy: {
      review: { ...policy.review, ...file.policy.review } as Policy['review'],
      rewrite: { ...policy.rewrite, ...file.policy.rewrite } as Policy['rewrite'],
      minimumSyllables: file.policy.minimumSyllables === undefined ? policy.minimumSyllables : file.policy.minimumSyllables,
    },
  };
}
