// @ts-check
// The built program as the benchmarks use it: every call into it stands here, so that a renamed function is one edit.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @typedef {{ ids: Uint32Array, starts: Uint32Array, ends: Uint32Array, kinds: Uint8Array }} Sequence */
/** @typedef {Awaited<ReturnType<typeof loadCore>>} Core */

/** @param {string} build folder with the compiled modules */
export async function loadCore(build) {
  /** @param {string} path @returns {Promise<any>} */
  const load = (path) => import(pathToFileURL(join(resolve(build), path)).href);
  const { normalise } = await load('normalise/normalise.js');
  const { indexForKeeping, indexForQuery } = await load('fingerprint/index-essay.js');
  const { createPermutations, minhash } = await load('fingerprint/minhash.js');
  const { shingleHashes } = await load('fingerprint/shingles.js');
  const { alignPair } = await load('compare/align-pair.js');
  const { toPassages } = await load('compare/passages.js');
  const { plainWeights, carryOver } = await load('compare/shares.js');
  const { CandidateIndex } = await load('corpus/index/candidate-index.js');
  const { excludeTexts } = await load('pipeline/known-texts.js');
  const { markExcluded } = await load('exclude/exclude.js');
  const { SignatureTable } = await load('corpus/index/signature-table.js');
  const { decodeSequence, encodeSequence } = await load('corpus/essay-blob.js');
  const { keysOf } = await load('corpus/index/index-keys.js');
  const { DETECTION_SETTINGS: settings } = await load('model/settings.js');
  const permutations = createPermutations(settings.fingerprint.numPerm);

  /** @param {string} text @returns {Sequence} */
  function tokens(text) {
    const { sequence } = normalise(text);
    return { ...sequence, kinds: new Uint8Array(sequence.ids.length) };
  }

  return {
    /** Syllables of one shingle. @type {number} */
    shingle: settings.fingerprint.shingle,
    tokens,
    /** Reads texts as in a campaign with this resolution: quotes of it are nobody's own. @param {string} resolution @returns {(text: string) => Sequence} */
    excluding(resolution) {
      const exclusion = excludeTexts([resolution], [], settings.exclude);
      return (text) => markExcluded(normalise(text).sequence, exclusion, text);
    },
    /** Hashes of an essay's distinct shingles. @type {(sequence: Sequence) => Set<number>} */
    shingles: ({ ids }) => shingleHashes(ids, null, settings.fingerprint.shingle),
    /** @type {(sequence: Sequence) => Uint32Array} */
    sign: ({ ids, kinds }) => minhash(ids, kinds, permutations, settings.fingerprint),
    /** Signature and fingerprints as an essay is kept, and as it asks for others. @type {(sequence: Sequence) => any} */
    indexForKeeping: (sequence) => indexForKeeping(sequence, permutations, settings.fingerprint),
    /** @type {(sequence: Sequence) => any} */
    indexForQuery: (sequence) => indexForQuery(sequence, permutations, settings.fingerprint),
    /** Jaccard similarity as the index estimates it from two signatures. @param {Uint32Array} one @param {Uint32Array} other @returns {number} */
    estimate(one, other) {
      const table = new SignatureTable(settings.fingerprint);
      table.add(one);
      return table.estimate(0, other);
    },
    /** Bytes of a signature as the index holds it. @param {Uint32Array} signature @returns {number} */
    signatureBytes: (signature) => signature.byteLength,
    createIndex() {
      const index = new CandidateIndex({ candidates: settings.candidates, fingerprint: settings.fingerprint });
      return {
        /** @param {string} id @param {string} unit @param {any} essay */
        add: (id, unit, essay) => index.add({ id, unit, signature: essay.signature, keys: keysOf(essay) }),
        /** Ids of the candidates, best first. @param {string} id @param {string} unit @param {any} essay @returns {string[]} */
        query: (id, unit, essay) =>
          index.query({ submissionId: id, unit, index: essay }).candidates.map((/** @type {any} */ one) => one.submissionId),
      };
    },
    /** @param {Sequence} one @param {Sequence} other @returns {any[]} aligned runs */
    align: (one, other) => alignPair(one, other, settings.compare),
    /** Passages of a pair that would be shown. @param {Sequence} one @param {Sequence} other */
    passages(one, other) {
      const runs = alignPair(one, other, settings.compare);
      if (runs.length === 0) return [];
      const own = plainWeights(runs, [one, other]);
      return toPassages([one, other], runs, [own, carryOver(runs, own, other.ids.length)], settings.compare).passages;
    },
    /** An essay's data as it is kept. @type {(content: { sequence: Sequence, index: any }) => Uint8Array} */
    encode: ({ sequence }) => encodeSequence(sequence),
    /** @type {(bytes: Uint8Array) => { sequence: Sequence }} */
    decode: (bytes) => ({ sequence: decodeSequence(bytes) }),
    /** What writes essays into a folder and reads them again. */
    loadKeeping: () => loadKeeping(load, settings),
    /** What scores essays on themes. */
    loadThemes: () => loadThemes(load, resolve(build)),
  };
}

/** @param {(path: string) => Promise<any>} load @param {string} build */
async function loadThemes(load, build) {
  /** @type {typeof import('../../src/score/score-themes.js')} */
  const { scoreThemes } = await load('score/score-themes.js');
  /** @type {typeof import('../../src/score/stuffing.js')} */
  const { findStuffing } = await load('score/stuffing.js');
  /** @type {typeof import('../../src/score/themes/prepare.js')} */
  const { prepareThemes } = await load('score/themes/prepare.js');
  /** @type {typeof import('../../src/vietnamese/word-vectors.js')} */
  const { readWordVectors } = await load('vietnamese/word-vectors.js');
  /** @type {typeof import('../../src/pipeline/campaign-file.js')} */
  const { parseCampaign } = await load('pipeline/campaign-file.js');
  /** @type {typeof import('../../src/normalise/normalise.js')} */
  const { normalise } = await load('normalise/normalise.js');
  /** @type {typeof import('../../src/normalise/syllable.js')} */
  const { describeWord } = await load('normalise/syllable.js');
  const words = join(build, 'vietnamese/words');
  return {
    /** The vectors that the product brings, read from the disk each time. */
    readVectors: async () =>
      readWordVectors(readFileSync(join(words, 'vi-words.bin')), readFileSync(join(words, 'vi-words.tsv'), 'utf8'), (one) =>
        describeWord(one),
      ),
    /** @param {string} file */
    parseCampaign: (file) => parseCampaign(readFileSync(file, 'utf8'), file),
    /** @param {readonly import('../../src/model/campaign.js').Theme[]} themes @param {readonly string[]} references @param {import('../../src/vietnamese/word-vectors.js').WordVectors} vectors */
    prepare: (themes, references, vectors) =>
      prepareThemes(
        { kind: 'essay', themes, synonyms: [] },
        {
          vectors,
          references: references.map((text) => ({ text, normalised: normalise(text) })),
          toTokens: (text) => normalise(text).tokens,
        },
      ),
    /** A text of nothing but own words, as it is scored. @param {string} text */
    read(text) {
      const normalised = normalise(text);
      return { text, normalised, kinds: new Uint8Array(normalised.tokens.length), copied: [], apart: [], writer: [], similarities: null };
    },
    /** @param {import('../../src/score/score-themes.js').ThemeInput} essay @param {import('../../src/score/themes/prepare.js').PreparedThemes} prepared */
    score(essay, prepared) {
      const { scores, sentences, stuffed } = scoreThemes(essay, prepared);
      return { scores, stuffing: findStuffing(sentences, stuffed) };
    },
  };
}

/** @param {(path: string) => Promise<any>} load @param {any} settings */
async function loadKeeping(load, { candidates, fingerprint }) {
  const { openSqliteCorpus } = await load('corpus/sqlite/open-sqlite-corpus.js');
  const { openDatabase } = await load('corpus/sqlite/open-database.js');
  const { SqliteCorpus } = await load('corpus/sqlite/sqlite-corpus.js');
  const { UnkeptOriginals } = await load('corpus/sqlite/original-files.js');
  const { submissionId } = await load('corpus/submission-id.js');
  const contentOf = () => {
    throw new Error('the benchmark keeps nothing that has to be computed anew');
  };
  /** @param {string} folder */
  const options = (folder) => ({ folder, create: true, access: 'write', lease: null });
  const now = () => new Date();
  /** @param {string} folder @returns {Promise<any>} */
  const open = (folder) => openSqliteCorpus({ ...options(folder), candidates, fingerprint, contentOf, now });
  return {
    submissionId,
    open,
    /** The same corpus, but originals are counted as kept without being written. @param {string} folder @returns {Promise<any>} */
    async openWithoutFiles(folder) {
      await (await open(folder)).close();
      const { connection, name } = await openDatabase(options(folder));
      return new SqliteCorpus({
        name,
        connection,
        originals: new UnkeptOriginals(null),
        settings: { candidates, fingerprint },
        contentOf,
        now,
      });
    },
  };
}
