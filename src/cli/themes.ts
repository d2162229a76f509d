import { realpath } from 'node:fs/promises';
import { basename, relative, resolve, sep } from 'node:path';
import type { CampaignKind } from '../model/campaign.js';
import { AppError } from '../model/errors.js';
import { referenceUnreadable } from '../pipeline/messages.js';
import { blankFurniture, isReadable, readEssay } from '../pipeline/read-essay.js';
import type { Sandbox } from '../pipeline/sandbox.js';
import { type SuggestionSource, suggestCampaign } from '../pipeline/suggest-campaign.js';
import { loadWordVectors } from '../pipeline/word-vectors-file.js';
import { toCampaignYaml } from '../report/campaign-yaml.js';
import { readNamed, withSandbox } from './house.js';
import { checkOutputs, folderOfOutput, note, toJson, writeOutput } from './output.js';

/** What `themes suggest` takes. */
export interface SuggestOptions {
  readonly out?: string;
  readonly json?: string;
  readonly kind: CampaignKind;
}

/**
 * `soatbai themes suggest`: a campaign file made from resolutions, which names them from where it is written. Rejects with AppError
 * `reference-unreadable` when one has no text.
 */
export async function runThemesSuggest(files: readonly string[], { out, json, kind }: SuggestOptions): Promise<number> {
  const targets = [out, json].filter((target) => target !== undefined);
  await checkOutputs(targets);
  await keepSources(files, targets);
  const documents = await withSandbox(1, (sandbox) => Promise.all(files.map((file) => readDocument(file, sandbox))));
  const suggested = suggestCampaign(documents, kind, await loadWordVectors());
  for (const line of suggested.notes) note(line);
  const from = (target: string): string[] => files.map((file) => nameFrom(folderOfOutput(target), file));
  if (json !== undefined) await writeOutput(json, toJson({ ...suggested, references: from(json) }));
  if (out !== undefined || json === undefined) await writeOutput(out ?? '-', toCampaignYaml(suggested, from(out ?? '-')));
  if (out !== undefined && out !== '-') note(`Đã ghi “${out}”. Đọc lại, sửa rồi dùng: soatbai assess … --campaign ${out}`);
  return 0;
}

/** Throws AppError `argument` rather than write over what is read. */
async function keepSources(files: readonly string[], targets: readonly string[]): Promise<void> {
  const sources = await Promise.all(files.map((file) => realpath(file).catch(() => resolve(file))));
  for (const target of targets) {
    const place = await realpath(target).catch(() => resolve(target));
    if (target !== '-' && sources.includes(place))
      throw new AppError('argument', `“${target}” là chính văn bản được đọc. Chọn tên tệp khác.`);
  }
}

async function readDocument(file: string, sandbox: Sandbox): Promise<SuggestionSource> {
  const bytes = await readNamed(file);
  const { extraction } = await readEssay({ name: file, read: async () => bytes }, sandbox);
  if (!isReadable(extraction)) throw new AppError('reference-unreadable', referenceUnreadable(file, extraction.messages[0]?.text ?? ''));
  return { file: basename(file), text: blankFurniture(extraction) };
}

/** With slashes, as the file may move to another system with its folder. */
const nameFrom = (folder: string, file: string): string => relative(folder, resolve(file)).split(sep).join('/');
