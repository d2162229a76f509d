import { basename } from 'node:path';
import { prepareExclusion } from '../exclude/exclude.js';
import { AppError } from '../model/errors.js';
import { DETECTION_SETTINGS } from '../model/settings.js';
import { normalise } from '../normalise/normalise.js';
import { compareTexts } from '../pipeline/compare-files.js';
import { isReadable, readEssay } from '../pipeline/read-essay.js';
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
  const [firstText, secondText, ...references] = await withSandbox(2, (sandbox) =>
    Promise.all([first, second, ...reference].map((path) => readText(path, sandbox))),
  );
  const exclusion = prepareExclusion(
    references.map((text) => normalise(text).sequence),
    [],
    DETECTION_SETTINGS.exclude,
  );
  const comparison = compareTexts(firstText!, secondText!, exclusion, DETECTION_SETTINGS);
  if (json !== undefined) await writeOutput(json, toJson(toComparisonJson(first, second, comparison)));
  if (json !== '-') await writeOutput('-', comparisonToTerminal(basename(first), basename(second), firstText!, comparison));
  return 0;
}

/** Rejects with AppError `nothing-to-assess`, in the words of the file's first message, when there is no text. */
async function readText(path: string, sandbox: Sandbox): Promise<string> {
  const bytes = await readNamed(path);
  const { extraction } = await readEssay({ name: basename(path), read: async () => bytes }, sandbox);
  if (!isReadable(extraction)) throw new AppError('nothing-to-assess', extraction.messages[0]?.text ?? path);
  return extraction.text;
}
