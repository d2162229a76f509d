import { basename } from 'node:path';
import { AppError } from '../model/errors.js';
import type { Extraction } from '../model/extraction.js';
import { DETECTION_SETTINGS } from '../model/settings.js';
import { compareTexts } from '../pipeline/compare-files.js';
import { excludeTexts } from '../pipeline/known-texts.js';
import { blankFurniture, isReadable, readEssay } from '../pipeline/read-essay.js';
import type { Sandbox } from '../pipeline/sandbox.js';
import { comparisonToTerminal, toComparisonJson } from '../report/comparison.js';
import { readNamed, withSandbox } from './house.js';
import { toJson, writeOutput } from './output.js';

/** `soatbai compare`: two files, without a corpus. */
export async function runCompare(
  first: string,
  second: string,
  { reference = [], json }: { readonly reference?: readonly string[]; readonly json?: string },
): Promise<number> {
  const [firstRead, secondRead, ...references] = await withSandbox(2, (sandbox) =>
    Promise.all([first, second, ...reference].map((path) => readText(path, sandbox))),
  );
  const exclusion = excludeTexts(references.map(blankFurniture), [], DETECTION_SETTINGS.exclude);
  const comparison = compareTexts(firstRead!, secondRead!, exclusion, DETECTION_SETTINGS);
  if (json !== undefined) await writeOutput(json, toJson(toComparisonJson(first, second, comparison)));
  if (json !== '-') await writeOutput('-', comparisonToTerminal(basename(first), basename(second), firstRead!.text, comparison));
  return 0;
}

/** Rejects with AppError `nothing-to-assess`, in the words of the file's first message, when there is no text. */
async function readText(path: string, sandbox: Sandbox): Promise<Extraction> {
  const bytes = await readNamed(path);
  const { extraction } = await readEssay({ name: basename(path), read: async () => bytes }, sandbox);
  if (!isReadable(extraction)) throw new AppError('nothing-to-assess', extraction.messages[0]?.text ?? path);
  return extraction;
}
