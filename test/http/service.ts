import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';
import supertest, { type Response } from 'supertest';
import { expect, onTestFinished } from 'vitest';
import { errorSchema, sessionSchema } from '../../src/api/service.js';
import { KEEPING, openCorpus as openHouseCorpus } from '../../src/cli/house.js';
import { keepBackups } from '../../src/cli/keep-backups.js';
import type { Records } from '../../src/corpus/records/records.js';
import { backupsOf } from '../../src/corpus/sqlite/erasure-list.js';
import { openSqliteRecords } from '../../src/corpus/sqlite/records/open-records.js';
import { createApp } from '../../src/http/app.js';
import { listen } from '../../src/http/server.js';
import type { ServiceParts, ServiceSettings } from '../../src/http/service-parts.js';
import { correctAssessment } from '../../src/pipeline/correct-assessment.js';
import { readOutlineParagraphs } from '../../src/pipeline/outline/read-outline.js';
import { type PreChecked, type PreCheckFile, preCheck } from '../../src/pipeline/pre-check.js';
import { measureText } from '../../src/pipeline/programmes/measure-text.js';
import { readSheetRows } from '../../src/pipeline/roster/read-sheet.js';
import { suggestCampaign } from '../../src/pipeline/suggest-campaign.js';
import { loadWordVectors } from '../../src/pipeline/word-vectors-file.js';
import { writeExport } from '../../src/report/export-job.js';
import { NAME, PASSWORD } from '../support/account.js';
import { HERE } from '../support/here.js';
import { type Exchange, misfit, routesOf } from './api-answers.js';

const PAGE =
  '<!doctype html><meta property="csp-nonce" nonce="__NONCE__"><script type="module" src="/assets/index-abc123.js" nonce="__NONCE__"></script>';

export { NAME, PASSWORD };

/** A service that runs, with all that a test may look into. */
export interface Service {
  readonly url: string;
  /** Folder of the corpus. */
  readonly folder: string;
  readonly records: Records;
  readonly parts: ServiceParts;
  /** Lines of the log so far. */
  readonly log: readonly Record<string, unknown>[];
  /** Lets time pass for sessions. */
  sleep(milliseconds: number): void;
  /** Somebody with a browser of their own, not signed in. */
  visit(): Promise<Browser>;
  /** The first account, made if it is not there yet, and signed in. */
  enter(): Promise<Browser>;
}

export interface Options {
  readonly settings?: Partial<ServiceSettings>;
  /** Changes the records before the service sees them. */
  spoil?(records: Records): Records;
  /** Room on the disk. */
  readonly freeBytes?: number;
  /** Folder of a built page, in place of an empty one. */
  readonly webFolder?: string;
  readonly host?: string;
  /** Puts a corpus into the folder, its first account being that of `enter`. */
  prepare?(folder: string): Promise<unknown>;
}

/** Starts a service on an empty corpus unless one is prepared; it ends with the test. */
export async function startService(options: Options = {}): Promise<Service> {
  const { settings, spoil = (records) => records, freeBytes = Number.POSITIVE_INFINITY, host = '127.0.0.1' } = options;
  const home = await mkdtemp(join(tmpdir(), 'soatbai-http-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const folder = join(home, 'kho bài');
  await options.prepare?.(folder);
  const webFolder = options.webFolder ?? (await emptyPage(join(home, 'web')));
  let late = 0;
  const now = (): Date => new Date(Date.now() + late);
  const records = await openSqliteRecords({ folder, create: true, now, correct: correctAssessment });
  const { logger, lines } = logInto();
  const parts: ServiceParts = {
    records: spoilt(records, spoil),
    readDocument: HERE.extract,
    suggestCampaign: async (documents, kind) => suggestCampaign(documents, kind, await loadWordVectors()),
    measureProgramme: async (text) => measureText(text),
    readSheet: readSheetRows,
    readHeadings: readOutlineParagraphs,
    preCheck: (file) => preCheckHere(file, { folder, records }),
    makeFile: writeExport,
    sampleFolder: new URL('../../fixtures/van-trach', import.meta.url).pathname,
    webFolder,
    settings: { publicUrl: null, trustProxy: 0, isTls: false, isLocal: true, setupCode: null, ...settings },
    backups: keepBackups({ corpus: folder, folder: backupsOf(folder), records, log: logger, now }),
    freeBytes: async () => freeBytes,
    log: logger,
    version: '0.0.0-test',
    now,
  };
  const server = await listen(createApp(parts), { host, port: 0, certificate: null });
  onTestFinished(async () => {
    await server.close();
    await records.close();
  });
  const url = `http://127.0.0.1:${server.address.port}`;
  const routes = routesOf(parts);
  const misfits: string[] = [];
  // Whatever a test asks and is answered fits what is told of the API.
  onTestFinished(() => expect(misfits).toEqual([]));
  const note = (exchange: Exchange): void => {
    const found = misfit(routes, exchange);
    if (found !== null) misfits.push(found);
  };
  const visit = (): Promise<Browser> => Browser.open(url, note);
  return {
    url,
    folder,
    records,
    parts,
    log: lines,
    sleep: (milliseconds) => {
      late += milliseconds;
    },
    visit,
    enter: async () => {
      const browser = await visit();
      await browser.send('post', options.prepare ? '/api/session' : '/api/setup', { name: NAME, password: PASSWORD }).expect(200);
      return browser;
    },
  };
}

/** The records as `spoil` leaves them, for whoever they are read. */
function spoilt(records: Records, spoil: (records: Records) => Records): Records {
  return { ...spoil(records), within: (scope) => spoilt(records.within(scope), spoil) };
}

/** As the service does in a process of its own. */
async function preCheckHere(file: PreCheckFile, { folder, records }: Pick<Service, 'folder' | 'records'>): Promise<PreChecked> {
  const corpus = await openHouseCorpus({ folder, create: false, access: 'read', lease: null });
  return preCheck(file, { ...KEEPING, records, corpus, sandbox: HERE }).finally(() => corpus.close());
}

/** A page that shows nothing, with a viewer that does nothing. */
async function emptyPage(folder: string): Promise<string> {
  const app = join(folder, 'app');
  await mkdir(join(app, 'assets'), { recursive: true });
  await writeFile(join(app, 'index.html'), PAGE);
  await writeFile(join(app, 'assets', 'index-abc123.js'), 'export {};\n');
  await mkdir(join(folder, 'report'));
  await writeFile(join(folder, 'report', 'viewer.js'), 'void 0;');
  await writeFile(join(folder, 'report', 'viewer.css'), 'p{}');
  await writeFile(join(folder, 'report', 'fonts.css'), '');
  return app;
}

/** A browser as the service sees one: it keeps its cookies and knows the token of its session. */
export class Browser {
  private token = '';
  private readonly agent: ReturnType<typeof supertest.agent>;

  private constructor(
    readonly url: string,
    private readonly note: (exchange: Exchange) => void,
  ) {
    this.agent = supertest.agent(url);
  }

  static async open(url: string, note: (exchange: Exchange) => void): Promise<Browser> {
    const browser = new Browser(url, note);
    await browser.get('/api/session').expect(200);
    return browser;
  }

  get csrf(): string {
    return this.token;
  }

  get(path: string) {
    return this.noting(this.agent.get(path), { method: 'get', path, sent: undefined });
  }

  send(method: 'post' | 'put' | 'delete', path: string, json?: object) {
    const request = this.noting(this.agent[method](path), { method, path, sent: json })
      .set('Origin', this.url)
      .set('x-csrf-token', this.token);
    return json === undefined ? request : request.send(json);
  }

  /** The cookie of the session as a header. */
  cookie(): string {
    const { name, value } = this.agent.jar.getCookie('soatbai', {
      domain: '127.0.0.1',
      path: '/',
      secure: false,
      script: false,
    } as never) ?? {
      name: '',
      value: '',
    };
    return `${name}=${value}`;
  }

  /** Answers to sign-in, set-up and sign-out tell the token that counts from then on. */
  private noting<T extends { on(event: 'response', listener: (response: Response) => void): T }>(
    request: T,
    asked: Pick<Exchange, 'method' | 'path' | 'sent'>,
  ): T {
    return request.on('response', ({ body, status }) => {
      this.note({ ...asked, status, answered: body });
      const session = sessionSchema.safeParse(body);
      if (session.success) this.token = session.data.csrf;
    });
  }
}

/** What a failed answer says. */
export function failureOf(response: Response): { readonly code: string; readonly message: string; readonly request: string } {
  return errorSchema.parse(response.body).error;
}

/** A campaign to hand essays in for. */
export async function makeCampaign(browser: Browser, name = 'Đợt 1'): Promise<string> {
  const response = await browser.send('post', '/api/campaigns', { name, themes: [] }).expect(201);
  return (response.body as { id: string }).id;
}

/** A campaign and a batch that takes files. */
export async function makeBatch(browser: Browser): Promise<{ readonly campaign: string; readonly batch: string }> {
  const campaign = await makeCampaign(browser);
  const response = await browser.send('post', `/api/campaigns/${campaign}/batches`, { key: 'lần bấm đầu' }).expect(200);
  return { campaign, batch: (response.body as { id: string }).id };
}

/** Every stored or half stored file of the corpus, by its last part. */
export async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

function logInto(): { readonly logger: Logger; readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().split('\n')) if (line !== '') lines.push(JSON.parse(line) as Record<string, unknown>);
      done();
    },
  });
  return { logger: pino({ level: 'debug' }, stream), lines };
}
