import { readEssay } from '../pipeline/read-essay.js';
import { toExtractionJson } from '../report/extraction.js';
import { extractionLines } from '../report/extraction-lines.js';
import { readNamed, withSandbox } from './house.js';
import { note, toJson, writeOutput } from './output.js';

/** `soatbai extract`: the text on standard output and what was noticed of the file beside it, or everything as JSON. */
export async function runExtract(file: string, { json }: { readonly json?: string }): Promise<number> {
  const bytes = await readNamed(file);
  const reading = await withSandbox(1, (sandbox) => readEssay({ name: file, read: async () => bytes }, sandbox));
  if (json !== undefined) {
    await writeOutput(json, toJson(toExtractionJson(reading)));
    return 0;
  }
  for (const line of extractionLines(reading)) note(line);
  await writeOutput('-', reading.extraction.text);
  return 0;
}
