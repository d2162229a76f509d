import type { Corpus, NewEssay } from '../../src/corpus/corpus.js';
import { type CandidateSettings, DETECTION_SETTINGS } from '../../src/model/settings.js';

export interface OpenOptions {
  readonly candidates: CandidateSettings;
  readonly access: 'write' | 'dry-run';
}

/** One place for a corpus, empty at first. */
export interface CorpusHome {
  /** Opens the corpus that is there. */
  open(options: OpenOptions): Promise<Corpus>;
}

/** Where the corpora of one kind live. */
export interface CorpusHomes {
  /** A new home. Called at the start of each test, or within it. */
  create(): Promise<CorpusHome>;
  /** Whether a corpus that was closed can be opened again. */
  readonly persistent: boolean;
}

/** What the tests of the contract work with: a home and the corpus open in it, new for each test. */
export class Bench {
  home!: CorpusHome;
  corpus!: Corpus;

  constructor(private readonly homes: CorpusHomes) {}

  async start(): Promise<void> {
    await this.move(DETECTION_SETTINGS.candidates);
  }

  /** Goes on in a new home. */
  async move(candidates: CandidateSettings): Promise<void> {
    this.home = await this.homes.create();
    this.corpus = await this.open(candidates);
  }

  open(candidates: CandidateSettings = DETECTION_SETTINGS.candidates): Promise<Corpus> {
    return this.home.open({ candidates, access: 'write' });
  }

  /** Another corpus, with these essays. */
  async filled(essays: readonly NewEssay[], candidates: CandidateSettings): Promise<Corpus> {
    const other = await (await this.homes.create()).open({ candidates, access: 'write' });
    await other.append(essays);
    return other;
  }
}
