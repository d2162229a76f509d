import type { Match, Reason } from '../../../src/model/assessment.js';
import type { CampaignRecord } from '../../../src/model/campaign-record.js';
import type { Submission } from '../../../src/model/submission.js';
import { essayOf, syllables } from '../essays.js';
import { assessmentOf, type ReadBatch, Service, workOn } from './service.js';
import { addUnits } from './units.js';

export const SHARED = syllables(900, 30);
const [BEFORE, AFTER] = [syllables(1, 20), syllables(2, 25)];
export const [OTHER_BEFORE, BETWEEN, OTHER_AFTER] = [syllables(5, 40), syllables(6, 15), syllables(7, 10)];
const OWN_TEXT = [...BEFORE, ...SHARED, ...AFTER].join(' ');
export const OTHER_TEXT = [...OTHER_BEFORE, ...SHARED.slice(0, 20), ...BETWEEN, ...SHARED.slice(20), ...OTHER_AFTER].join(' ');
export const FILE = 'to-3/Bui Thi Hoa The 00112233.docx';

/** An essay of cell A and one of cell B, below one commune; both share a stretch that B's has in two pieces. */
export async function twoCells() {
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
