import { describe, expect, it } from 'vitest';
import type { DocumentMetadata } from '../../../src/model/extraction.js';
import { madeUpText } from '../../support/vietnamese.js';
import { TOLD, told } from '../told-files.js';
import { Service } from './service.js';

const file = (seed: number, facts: Partial<DocumentMetadata>): Uint8Array => told([madeUpText(seed, 250)], facts);
const FACTS = { identifiers: ['{7F31}'], creator: 'Lò Văn Páo' };

/** A campaign whose two batches share an identifier; the files of the first are named otherwise for each seed. */
async function withTwoBatches() {
  const service = await Service.open();
  const { id } = await service.campaign({ name: 'Đợt 1' });
  await service.handIn(id, { 'a.docx': file(1, FACTS) });
  await service.work(service.machine(TOLD));
  const alone = await service.resultOf(id, 'a.docx');
  const second = await service.handIn(id, { 'b.docx': file(2, FACTS), 'c.docx': file(3, {}) });
  await service.work(service.machine(TOLD));
  return { service, id, alone, second };
}

describe('traces that a later batch shares with an earlier essay', () => {
  it('are told of both, and told no more when the later one is withdrawn', async () => {
    const { service, id, alone, second } = await withTwoBatches();
    const [a, b, c] = await Promise.all(['a.docx', 'b.docx', 'c.docx'].map((name) => service.resultOf(id, name)));
    const sharing = ({ advisories }: typeof alone) =>
      advisories.filter(({ code }) => code === 'shared-revisions').map(({ submissions }) => submissions);
    expect(sharing(alone)).toEqual([]);
    expect(sharing(a!)).toEqual([[b!.submission.id]]);
    expect(sharing(b!)).toEqual([[a!.submission.id]]);
    expect(sharing(c!)).toEqual([]);
    expect(a).toMatchObject({ proposal: 'accept', metadata: { creator: 'Lò Văn Páo', revisions: 0 } });

    await service.withdraw(second.id);
    await service.work(service.machine(TOLD));
    expect(sharing(await service.resultOf(id, 'a.docx'))).toEqual([]);
  });
});
