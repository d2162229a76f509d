import type { ExtractionJson } from '../api/extraction.js';
import type { Reading } from '../pipeline/read-essay.js';

/** A reading as `extract --json` writes it. */
export function toExtractionJson({ file, sha256, extraction }: Reading): ExtractionJson {
  const { text, hidden, asides, furniture, decoded, recognised, fontRuns, metadata } = extraction;
  return {
    file,
    sha256,
    state: extraction.state,
    format: extraction.format,
    text,
    messages: [...extraction.messages],
    hidden: [...hidden],
    asides: [...asides],
    furniture: [...furniture],
    decoded: [...decoded],
    recognised: [...recognised],
    fontRuns: [...fontRuns],
    encoding: extraction.encoding,
    metadata: {
      ...metadata,
      identifiers: [...metadata.identifiers],
      revisions: [...metadata.revisions],
      fonts: [...metadata.fonts],
    },
  };
}
