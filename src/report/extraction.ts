import type { ExtractionJson } from '../api/extraction.js';
import type { Reading } from '../pipeline/read-essay.js';

/** A reading as `extract --json` writes it. */
export function toExtractionJson({ file, sha256, extraction }: Reading): ExtractionJson {
  const { state, format, text, messages, hidden, furniture, decoded, encoding, metadata } = extraction;
  return {
    file,
    sha256,
    state,
    format,
    text,
    messages: [...messages],
    hidden: [...hidden],
    furniture: [...furniture],
    decoded: [...decoded],
    encoding,
    metadata: { ...metadata, fonts: [...metadata.fonts] },
  };
}
