import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { batchDetailSchema, uploadAnswerSchema } from '../../src/api/service.js';
import { readUploadName } from '../../src/http/upload-name.js';
import { AppError } from '../../src/model/errors.js';
import { type Browser, failureOf, makeBatch, type Service, startService, storedFiles } from './service.js';

const MEGABYTE = 1024 * 1024;
const hashOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

interface Ready {
  readonly service: Service;
  readonly browser: Browser;
  readonly batch: string;
}

async function ready(): Promise<Ready> {
  const service = await startService();
  const browser = await service.enter();
  return { service, browser, batch: (await makeBatch(browser)).batch };
}

/** A form as a browser writes one; names stand in it as they are. */
function form(files: readonly (readonly [name: string, content: string | Buffer])[]): { readonly type: string; readonly body: Buffer } {
  const boundary = '----soatbai';
  const parts = files.map(([name, content]) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
  );
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]) };
}

function post({ browser, batch }: Ready, files: readonly (readonly [name: string, content: string | Buffer])[]) {
  const { type, body } = form(files);
  return browser.send('post', `/api/batches/${batch}/files`).set('Content-Type', type).send(body);
}

describe('files that are handed in', () => {
  test('are stored under their Vietnamese names, folders included, whatever letters they came in', async () => {
    const set = await ready();
    const name = 'Chi bộ Đông Hà/Bài thu hoạch - Đỗ Văn Hùng.txt';
    const answer = await post(set, [
      [name.normalize('NFD'), 'bài một'],
      ['C\\cũ\\b.txt'.replace('C\\', ''), 'bài hai'],
    ]).expect(200);
    const { stored, refused } = uploadAnswerSchema.parse(answer.body);
    expect(refused).toEqual([]);
    expect(stored.map(({ number, file, sha256, bytes }) => [number, file, sha256, bytes])).toEqual([
      [1, name, hashOf('bài một'), Buffer.byteLength('bài một')],
      [2, 'cũ/b.txt', hashOf('bài hai'), Buffer.byteLength('bài hai')],
    ]);
    expect((await storedFiles(set.service.folder)).sort()).toEqual([hashOf('bài một'), hashOf('bài hai')].sort());
    const detail = batchDetailSchema.parse((await set.browser.get(`/api/batches/${set.batch}`).expect(200)).body);
    expect(detail.uploads.map(({ file }) => file)).toEqual([name, 'cũ/b.txt']);
    expect(detail.batch).toMatchObject({ uploads: 2, state: 'receiving', hasRoster: false, job: null });
  });

  test('keep their order, and sent again are still one each', async () => {
    const set = await ready();
    const files = Array.from(
      { length: 50 },
      (_, i) => [`bài ${String(i).padStart(2, '0')}.txt`, `nội dung ${i} `.repeat(1 + ((i * 37) % 500))] as const,
    );
    const first = uploadAnswerSchema.parse((await post(set, files).expect(200)).body);
    expect(first.stored.map(({ file }) => file)).toEqual(files.map(([name]) => name));
    await post(set, files).expect(200);
    expect(await set.service.records.batches.uploads(set.batch)).toHaveLength(50);
  });

  test('of one name and other content are two', async () => {
    const set = await ready();
    await post(set, [
      ['a.txt', 'một'],
      ['a.txt', 'hai'],
    ]).expect(200);
    expect(await set.service.records.batches.uploads(set.batch)).toHaveLength(2);
  });

  test('that are wrong are named with the reason, and the others are taken', async () => {
    const set = await ready();
    const answer = await post(set, [
      ['lớn.txt', Buffer.alloc(20 * MEGABYTE + 1, 'a')],
      ['../../x.txt', 'x'],
      ['/etc/passwd', 'x'],
      ['C:\\Users\\x.txt', 'x'],
      ['dài'.repeat(120), 'x'],
      ['dòng%0D%0Amới.txt', 'x'],
      ['=cmd().txt', 'x'],
      ['CON.docx', 'y'],
      ['-rf <img onerror=alert(1)>.txt', 'z'],
      ['\u202Egpj.txt', 'w'],
    ]).expect(200);
    const { stored, refused } = uploadAnswerSchema.parse(answer.body);
    expect(refused.map(({ file }) => file).sort()).toEqual(
      ['/etc/passwd', '../../x.txt', 'C:\\Users\\x.txt', 'dài'.repeat(120), 'dòng\r\nmới.txt', 'lớn.txt'].sort(),
    );
    expect(refused.find(({ file }) => file === 'lớn.txt')?.message).toContain('20 MB');
    expect(stored.map(({ file }) => file)).toEqual(['=cmd().txt', 'CON.docx', '-rf <img onerror=alert(1)>.txt', '\u202Egpj.txt']);
    // The same bytes under two names are one file, and nothing of the large one is left.
    expect(await storedFiles(set.service.folder)).toHaveLength(4);
  });

  test('can be taken back while the batch is open, and none comes in after it is sealed', async () => {
    const set = await ready();
    await post(set, [
      ['a.txt', 'một'],
      ['b.txt', 'hai'],
    ]).expect(200);
    const after = await set.browser.send('delete', `/api/batches/${set.batch}/files/1`).expect(200);
    expect(batchDetailSchema.parse(after.body).uploads.map(({ file }) => file)).toEqual(['b.txt']);
    expect(await storedFiles(set.service.folder)).toEqual([hashOf('hai')]);
    await set.browser.send('post', `/api/batches/${set.batch}/seal`).expect(200);
    const late = await post(set, [['c.txt', 'ba']]).expect(409);
    expect(failureOf(late).code).toBe('batch-closed');
    expect(await storedFiles(set.service.folder)).toEqual([hashOf('hai')]);
  });
});

describe('a form that is none', () => {
  test.each([
    ['no files at all', { type: 'multipart/form-data; boundary=x', body: Buffer.from('--x--\r\n') }],
    ['no boundary', { type: 'multipart/form-data', body: Buffer.from('abc') }],
    ['another kind of body', { type: 'application/json', body: Buffer.from('{}') }],
    [
      'no end',
      {
        type: 'multipart/form-data; boundary=x',
        body: Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc'),
      },
    ],
    ['51 files', form(Array.from({ length: 51 }, (_, i) => [`${i}.txt`, `${i}`] as const))],
    [
      'a field of another name',
      {
        type: 'multipart/form-data; boundary=x',
        body: Buffer.from('--x\r\nContent-Disposition: form-data; name="a[b][c][d]"; filename="a.txt"\r\n\r\nabc\r\n--x--\r\n'),
      },
    ],
  ])('with %s is refused in words', async (_, { type, body }) => {
    const { browser, batch } = await ready();
    const answer = await browser.send('post', `/api/batches/${batch}/files`).set('Content-Type', type).send(body).expect(400);
    expect(failureOf(answer).message).toMatch(/tệp/);
  });

  test('of ten thousand fields is refused', async () => {
    const { service, browser, batch } = await ready();
    const fields = Array.from({ length: 10_000 }, (_, i) => `--x\r\nContent-Disposition: form-data; name="f${i}"\r\n\r\n1\r\n`).join('');
    await browser
      .send('post', `/api/batches/${batch}/files`)
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send(Buffer.from(`${fields}--x--\r\n`))
      .expect(400);
    expect(await storedFiles(service.folder)).toEqual([]);
  });
});

describe('a line that breaks', () => {
  test('in the midst of a file leaves nothing of it, while those before it stay', async () => {
    const { service, browser, batch } = await ready();
    const { type, body } = form([
      ['trọn.txt', 'trọn vẹn'],
      ['dở.txt', Buffer.alloc(4 * MEGABYTE, 'b')],
    ]);
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      [
        `POST /api/batches/${batch}/files HTTP/1.1`,
        `Host: ${new URL(service.url).host}`,
        `Origin: ${service.url}`,
        `Cookie: ${browser.cookie()}`,
        `x-csrf-token: ${browser.csrf}`,
        `Content-Type: ${type}`,
        `Content-Length: ${body.length}`,
        '\r\n',
      ].join('\r\n'),
    );
    socket.write(body.subarray(0, body.length / 2));
    await until(async () => (await service.records.batches.uploads(batch)).length === 1);
    await until(async () => (await storedFiles(service.folder)).length === 2);
    socket.destroy();
    await until(async () => (await storedFiles(service.folder)).length === 1);
    expect((await service.records.batches.uploads(batch)).map(({ file }) => file)).toEqual(['trọn.txt']);
    expect(service.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    await browser.get(`/api/batches/${batch}`).expect(200);
  });
});

describe('a disk that is full', () => {
  test('is not filled to the last byte: what an upload announces must leave room for conclusions', async () => {
    const service = await startService({ freeBytes: 257 * MEGABYTE });
    const browser = await service.enter();
    const { batch } = await makeBatch(browser);
    const set = { service, browser, batch };
    expect(failureOf(await post(set, [['lớn.txt', Buffer.alloc(2 * MEGABYTE, 'a')]]).expect(507)).code).toBe('disk-full');
    const document = browser.send('post', '/api/documents').attach('file', Buffer.alloc(2 * MEGABYTE, 'a'), 'nghị quyết.txt');
    await document.expect(507);
    expect(await storedFiles(service.folder)).toEqual([]);
    await post(set, [['nhỏ.txt', 'bài']]).expect(200);
  });

  test('stops the whole request, saying which files are stored', async () => {
    let room = 2;
    const service = await startService({
      spoil: (records) => ({
        ...records,
        originals: Object.assign(Object.create(records.originals), {
          receive: async (...given: Parameters<typeof records.originals.receive>) => {
            if (room-- <= 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
            return records.originals.receive(...given);
          },
        }),
      }),
    });
    const browser = await service.enter();
    const { batch } = await makeBatch(browser);
    const files = ['a', 'b', 'c', 'd'].map((name) => [`${name}.txt`, `bài ${name}`] as const);
    const answer = await post({ service, browser, batch }, files).expect(507);
    const { code, message } = failureOf(answer);
    expect(code).toBe('disk-full');
    expect(message).toContain('đã lưu an toàn 2 tệp: “a.txt”, “b.txt”');
    expect(message).not.toContain('ENOSPC');
    expect((await service.records.batches.uploads(batch)).map(({ file }) => file)).toEqual(['a.txt', 'b.txt']);
    room = 10;
    await post({ service, browser, batch }, files).expect(200);
    expect(await service.records.batches.uploads(batch)).toHaveLength(4);
  });

  test.each([
    ['EROFS', 507, 'storage-read-only'],
    ['SQLITE_BUSY', 503, 'corpus-locked'],
  ])('%s is told as %i %s', async (code, status, expected) => {
    const service = await startService({
      spoil: (records) => ({ ...records, log: { ...records.log, list: () => Promise.reject(Object.assign(new Error('x'), { code })) } }),
    });
    const browser = await service.enter();
    expect(failureOf(await browser.get('/api/log').expect(status)).code).toBe(expected);
  });

  test('messages of the machine name no folder', async () => {
    const service = await startService({
      spoil: (records) => ({
        ...records,
        log: { ...records.log, list: () => Promise.reject(new AppError('corpus-locked', 'Kho bài “/srv/du-lieu” đang bận')) },
      }),
    });
    const browser = await service.enter();
    expect((await browser.get('/api/log').expect(503)).text).not.toContain('/srv');
  });
});

test.each([
  ['a/b/c.docx', 'a/b/c.docx', true],
  ['./a//b.docx', 'a/b.docx', true],
  ['a\\b.docx', 'a/b.docx', true],
  ['...docx', '...docx', true],
  ['a/../b.docx', '', false],
  ['..', '', false],
  ['///', '', false],
  [' ', '', false],
  ['a\u0000.docx', '', false],
  ['a\u0085.docx', '', false],
  [`${'a'.repeat(296)}.txt`, `${'a'.repeat(296)}.txt`, true],
  [`${'a'.repeat(297)}.txt`, '', false],
  ['\uD800.txt', '\uFFFD.txt', true],
])('the name %j', (given, file, isTaken) => {
  const name = readUploadName(given);
  expect(name.problem === null).toBe(isTaken);
  if (isTaken) expect(name.file).toBe(file);
  else expect(name.problem).toMatch(/không nhận/);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200 && !(await isSo()); i++) await wait(25);
  expect(await isSo()).toBe(true);
}
