import { describe, expect, it } from 'vitest';
import type { UploadAnswer } from '../../../src/api/service.js';
import { type Carrier, countSendings, Uploader } from '../../../src/web/app/batch/uploader.js';
import type { NamedFile } from '../../../src/web/app/service/send-form.js';

class Passing extends Error {}

const named = (path: string, size = 1000, lastModified = 1): NamedFile => ({
  path,
  file: new File(['x'.repeat(size)], path, { lastModified }),
});
const storedAll = (files: readonly NamedFile[]): UploadAnswer => ({
  stored: files.map(({ path, file }, place) => ({ number: place + 1, file: path, sha256: 'a'.repeat(64), bytes: file.size })),
  refused: [],
});

/** A line that answers as it is told to. */
function carrier(send: Carrier['send'], more: Partial<Carrier> = {}): Carrier {
  return {
    send,
    judge: async (error) => (error instanceof Passing ? { kind: 'again' } : { kind: 'stop', message: 'Ổ đĩa đã đầy.' }),
    pause: async () => {},
    isReadable: async () => true,
    onStored: () => {},
    notConfirmed: 'chưa xác nhận',
    unreadHere: 'không đọc được',
    ...more,
  };
}

async function finished(uploader: Uploader): Promise<ReturnType<typeof byPath>> {
  await new Promise<void>((resolve) => {
    const stop = uploader.state.subscribe(() => {
      if (countSendings(uploader.state.get().files).left > 0) return;
      stop();
      resolve();
    });
  });
  return byPath(uploader);
}

function byPath(uploader: Uploader): Record<string, string> {
  return Object.fromEntries(uploader.state.get().files.map(({ path, state }) => [path, state]));
}

describe('sending a batch', () => {
  it('has at most three requests under way, and stores every file', async () => {
    let [open, most] = [0, 0];
    const uploader = new Uploader(
      carrier(async (files) => {
        open++;
        most = Math.max(most, open);
        await new Promise((resolve) => setTimeout(resolve, 5));
        open--;
        return storedAll(files);
      }),
    );
    uploader.add(Array.from({ length: 130 }, (_, number) => named(`bài ${number}.docx`)));
    expect(new Set(Object.values(await finished(uploader)))).toEqual(new Set(['stored']));
    expect(most).toBe(3);
    expect(uploader.state.get().files).toHaveLength(130);
  });

  it('sends again what broke on the way, after a longer pause each time', async () => {
    let attempts = 0;
    const pauses: number[] = [];
    const uploader = new Uploader(
      carrier(
        async (files) => {
          attempts++;
          if (attempts < 4) throw new Passing();
          return storedAll(files);
        },
        { pause: async (seconds) => void pauses.push(seconds) },
      ),
    );
    uploader.add([named('a.docx')]);
    expect(await finished(uploader)).toEqual({ 'a.docx': 'stored' });
    expect(pauses).toEqual([1, 2, 4]);
  });

  it('names a file that is not taken, and goes on with the others', async () => {
    const uploader = new Uploader(
      carrier(async (files) => ({
        stored: storedAll(files.filter(({ path }) => path !== 'b.docx')).stored,
        refused: [{ file: 'b.docx', message: 'Tệp lớn hơn 20 MB.' }],
      })),
    );
    uploader.add([named('a.docx'), named('b.docx')]);
    expect(await finished(uploader)).toEqual({ 'a.docx': 'stored', 'b.docx': 'refused' });
    expect(uploader.state.get().files[1]?.message).toBe('Tệp lớn hơn 20 MB.');
  });

  it('stops at what does not pass by itself, and sends it once one asks for it', async () => {
    let isFull = true;
    const uploader = new Uploader(
      carrier(async (files) => {
        if (isFull) throw new Error('full');
        return storedAll(files);
      }),
    );
    uploader.add([named('a.docx')]);
    expect(await finished(uploader)).toEqual({ 'a.docx': 'failed' });
    isFull = false;
    uploader.retry();
    expect(await finished(uploader)).toEqual({ 'a.docx': 'stored' });
  });

  it('tells a file that is gone from this machine from a broken line', async () => {
    const uploader = new Uploader(
      carrier(
        async (files) => {
          if (files.some(({ path }) => path === 'gone.docx')) throw new Passing();
          return storedAll(files);
        },
        { isReadable: async ({ path }) => path !== 'gone.docx' },
      ),
    );
    uploader.add([named('gone.docx'), named('there.docx')]);
    expect(await finished(uploader)).toEqual({ 'gone.docx': 'failed', 'there.docx': 'stored' });
  });

  it('does not send the same file twice, but sends one that has changed', async () => {
    const sent: string[] = [];
    const uploader = new Uploader(
      carrier(async (files) => {
        sent.push(...files.map(({ path }) => path));
        return storedAll(files);
      }),
    );
    uploader.add([named('a.docx')]);
    await finished(uploader);
    uploader.add([named('a.docx')]);
    uploader.add([named('a.docx', 2000, 2)]);
    await finished(uploader);
    expect(sent).toEqual(['a.docx', 'a.docx']);
  });

  it('does not call a file stored of which the service says nothing', async () => {
    const uploader = new Uploader(carrier(async (files) => storedAll(files.slice(1))));
    uploader.add([named('a.docx'), named('b.docx')]);
    expect(await finished(uploader)).toEqual({ 'a.docx': 'failed', 'b.docx': 'stored' });
  });
});
