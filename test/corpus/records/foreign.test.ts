import { describe, expect, it } from 'vitest';
import type { Match, Reason } from '../../../src/model/assessment.js';
import type { CampaignRecord } from '../../../src/model/campaign-record.js';
import type { Submission } from '../../../src/model/submission.js';
import { essayOf, syllables } from '../essays.js';
import { assessmentOf, type ReadBatch, Service, workOn } from './service.js';
import { addUnits, scopeOf } from './units.js';

const SHARED = syllables(900, 30);
const [BEFORE, AFTER] = [syllables(1, 20), syllables(2, 25)];
const [OTHER_BEFORE, BETWEEN, OTHER_AFTER] = [syllables(5, 40), syllables(6, 15), syllables(7, 10)];
const OWN_TEXT = [...BEFORE, ...SHARED, ...AFTER].join(' ');
const OTHER_TEXT = [...OTHER_BEFORE, ...SHARED.slice(0, 20), ...BETWEEN, ...SHARED.slice(20), ...OTHER_AFTER].join(' ');
const FILE = 'to-3/Bui Thi Hoa The 00112233.docx';

/** An essay of cell A and one of cell B, below one commune; both share a stretch that B's has in two pieces. */
async function twoCells() {
  const service = await Service.open();
  addUnits(service.folder, [
    ['xa', 'Đảng ủy xã Vân Trạch', 'goc'],
    ['a', 'Chi bộ thôn Thượng', 'xa'],
    ['b', 'Chi bộ thôn Hạ', 'xa'],
  ]);
  const campaign = await service.campaign();
  const own = { ...essayOf('A1', OWN_TEXT.split(' '), { campaign: 'Đợt 1', file: 'của A.docx' }), tenant: 'a' };
  const foreign = { ...essayOf('B9', OTHER_TEXT.split(' '), { campaign: 'Đợt 1', file: FILE }), tenant: 'b' };
  const read = await service.readBatch(campaign, [own, foreign]);
  await service.records.results.record(workOn(read, campaign, shared(read, campaign)));
  return { service, campaign, read, ids: read.submissions.map(({ id }) => id) as [string, string] };
}

function shared({ batch, submissions }: ReadBatch, { id: campaign, version }: CampaignRecord) {
  const [own, foreign] = submissions as [Submission, Submission];
  const results = [
    [own, foreign, matchOf(foreign, false)],
    [foreign, own, matchOf(own, true)],
  ] as const;
  return {
    results: results.map(([submission, other, match]) => ({
      campaign,
      batch: batch.id,
      version,
      assessment: assessmentOf(submission, {
        matches: [match],
        reasons: reasonsOf(other),
        advisories: [{ code: 'shared-metadata', text: 'Có 1 tệp của người khác.', spans: [], submissions: [other.id] }],
        proposal: 'rewrite',
      }),
    })),
    pairs: [{ campaign, ...pairOf(own.id, foreign.id) }],
    groups: [{ campaign, version, groups: [{ id: 'g1', members: [foreign.id, own.id], cohesion: 0.7 }] }],
    newOverlap: [{ id: own.id, with: foreign.id, similarity: 0.4 }],
  };
}

const pairOf = (one: string, two: string) => {
  const [first, second] = [one, two].sort() as [string, string];
  return { first, second, similarity: 0.5, shareOfFirst: 0.6, shareOfSecond: 0.6 };
};

function matchOf({ id, file }: Submission, isTurned: boolean): Match {
  const pieces = [SHARED.slice(0, 20).join(' '), SHARED.slice(20).join(' ')];
  const passages = pieces.map((piece) => {
    const [one, two] = [OWN_TEXT, OTHER_TEXT].map((text) => ({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length }));
    const [first, second] = isTurned ? [two!, one!] : [one!, two!];
    return { first, second, syllables: piece.split(' ').length, identical: 1, weight: 10 };
  });
  return { id, file, kind: 'submission', similarityOfThis: 0.42, similarityOfThat: 0.31, passages };
}

function reasonsOf({ id, file }: Submission): Reason[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const beside = `Ở ${name}, phần trùng nằm ngoài thân bài, trong đầu trang: hãy xem bài đó trước.`;
  return [
    { code: 'copied-best', text: `Trùng khớp với một bài 42% (mức viết lại: từ 40%): ${name}. ${beside}`, match: id },
    { code: 'copied-passage', text: `Ngoài thân bài có 90 âm tiết trùng với ${name} (mức xem xét: từ 80).`, match: id },
  ];
}

describe('an essay of another unit', () => {
  it('is told by its passages and its unit, and by nothing else', async () => {
    const { service, campaign, ids } = await twoCells();
    const [own, foreign] = ids;
    const { results, log } = service.records.within(scopeOf('a'));
    const result = (await results.one(campaign.id, own))!;
    const [match] = result.assessment.matches;
    expect(match).toMatchObject({ file: 'Một bài của Chi bộ thôn Hạ', similarityOfThis: 0.42, similarityOfThat: null });
    const document = (await results.document(campaign.id, match!.id))!;
    expect(document).toMatchObject({ file: match!.file, isExcerpt: true, origin: { campaign: null, unit: 'Chi bộ thôn Hạ' } });
    expect(match!.passages.map(({ second }) => document.text.slice(second.start, second.end))).toEqual([
      SHARED.slice(0, 20).join(' '),
      SHARED.slice(20).join(' '),
    ]);
    expect(document.text.split('[…]')).toHaveLength(4);

    const brief = await results.ofCampaign(campaign.id);
    expect(brief.map(({ assessment }) => assessment.submission.id)).toEqual([own]);
    expect(brief[0]!.assessment.reasons).toEqual(result.assessment.reasons);
    expect(result.assessment.reasons.map(({ text }) => text)).toEqual([
      'Trùng khớp với một bài 42% (mức viết lại: từ 40%): một bài của Chi bộ thôn Hạ. Ở một bài của Chi bộ thôn Hạ, phần trùng nằm ngoài thân bài, trong đầu trang: hãy xem bài đó trước.',
      'Ngoài thân bài có 90 âm tiết trùng với một bài của Chi bộ thôn Hạ (mức xem xét: từ 80).',
    ]);
    const [group] = await results.groups(campaign.id);
    expect(group).toMatchObject({ members: [own, match!.id], others: [{ id: match!.id, unit: 'Chi bộ thôn Hạ' }] });
    expect(await results.pairs(campaign.id)).toMatchObject([{ first: own, second: match!.id, shareOfFirst: 0.6, shareOfSecond: null }]);
    expect(result.assessment.group).toBe('g1');

    const told = JSON.stringify([result, document, brief, group, await log.list({ limit: 100 })]);
    for (const secret of [foreign, 'Bui Thi Hoa', '00112233', 'B9', OTHER_BEFORE[3]!, BETWEEN[2]!, OTHER_AFTER[1]!]) {
      expect(told).not.toContain(secret);
    }
  });

  it('has an id that means something beside one own essay only', async () => {
    const { service, campaign, ids } = await twoCells();
    const [own, foreign] = ids;
    const [atA, atB] = [service.records.within(scopeOf('a')), service.records.within(scopeOf('b'))];
    const { id } = (await atA.results.one(campaign.id, own))!.assessment.matches[0]!;
    expect((await atA.results.one(campaign.id, own))!.assessment.matches[0]!.id).toBe(id);
    expect(await atA.results.document(campaign.id, foreign)).toBeNull();
    expect(await atB.results.document(campaign.id, id)).toBeNull();
    expect(await atA.results.document(campaign.id, id.replace(own, foreign))).toBeNull();
    expect(await atA.results.one(campaign.id, foreign)).toBeNull();
    expect(await atA.results.document('khác', id)).toBeNull();
  });

  it('is no other to whoever works at both units', async () => {
    const { service, campaign, ids } = await twoCells();
    const whole = service.records.results;
    const { results } = service.records.within(scopeOf('a', 'b'));
    for (const id of ids) {
      expect(await results.one(campaign.id, id)).toEqual(await whole.one(campaign.id, id));
      expect(await results.document(campaign.id, id)).toEqual(await whole.document(campaign.id, id));
    }
    expect(await results.ofCampaign(campaign.id)).toEqual(await whole.ofCampaign(campaign.id));
    expect(await results.groups(campaign.id)).toEqual(await whole.groups(campaign.id));
    expect(await results.pairs(campaign.id)).toEqual(await whole.pairs(campaign.id));
  });
});
