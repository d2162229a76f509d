import { extract } from '../../src/extract/extract.js';
import { EXTRACT_LIMITS } from '../../src/model/extraction.js';
import type { Sandbox } from '../../src/pipeline/sandbox.js';

/** Reads in the test's own process: harmless files, without the half second that a process of their own takes to start. */
export const HERE: Sandbox = { extract: (bytes, name) => extract(bytes, name, EXTRACT_LIMITS), close: async () => {} };
