import { createSocket } from 'node:dgram';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../extract/make-files.js';
import { sandbox } from './sandboxes.js';

/** What a child says of its attempts, by their names. */
async function attempts(fileName: string, told: string): Promise<Record<string, string>> {
  const { text } = await sandbox({ size: 1 }, { milliseconds: 10_000 }).extract(utf8(told), fileName);
  return JSON.parse(text) as Record<string, string>;
}

describe('what a parser that was taken over cannot do', () => {
  it('read a file of the machine or of the service, write anything, or start a process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'soatbai-'));
    writeFileSync(join(folder, 'essay.txt'), 'of somebody else');
    const outcomes = await attempts('disk', folder);
    expect(Object.keys(outcomes)).toHaveLength(8);
    for (const [what, outcome] of Object.entries(outcomes)) expect(`${what}: ${outcome}`).toBe(`${what}: ERR_ACCESS_DENIED`);
    expect(readdirSync(folder)).toEqual(['essay.txt']);
    expect(existsSync('/tmp/written-by-a-child.txt')).toBe(false);
  });

  it('call anybody, be called, or ask for a name', async () => {
    const calls: string[] = [];
    const server = createServer((_request, response) => {
      calls.push('http');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const datagrams = createSocket('udp4').on('message', () => calls.push('datagram'));
    await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.1', resolve));
    const { binding, ...outcomes } = await attempts('network', String(port));
    expect(Object.keys(outcomes)).toHaveLength(7);
    for (const [what, outcome] of Object.entries(outcomes)) expect(`${what}: ${outcome}`).toMatch(/opens no connection$/);
    expect(binding).toBe('ERR_ACCESS_DENIED');
    expect(calls).toEqual([]);
    server.close();
    datagrams.close();
  });

  it('end its parent, or have it debugged', async () => {
    const outcomes = await attempts('signals', '');
    expect(Object.keys(outcomes)).toHaveLength(3);
    for (const [what, outcome] of Object.entries(outcomes)) expect(`${what}: ${outcome}`).toMatch(/: a process that reads files /);
  });

  it('get out through a thread that asks for permissions of its own', async () => {
    const outcomes = await attempts('threads', '');
    expect(Object.keys(outcomes)).toHaveLength(9);
    for (const [what, outcome] of Object.entries(outcomes)) {
      expect(`${what}: ${outcome}`).toMatch(/: (ERR_ACCESS_DENIED|a process that reads files .*)$/);
    }
  });
});
