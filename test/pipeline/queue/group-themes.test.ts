import { describe, expect, it } from 'vitest';
import type { CampaignInput } from '../../../src/api/service.js';
import type { RosterRow } from '../../../src/model/roster.js';
import { madeUpText } from '../../support/vietnamese.js';
import { Service } from './service.js';

const ACTOR = 'đồng chí An';
const WASTE = { id: 'rac', name: 'Rác thải', phrases: ['phân loại rác thải', 'thu gom rác thải'] };
const SEA = { id: 'bien', name: 'Kinh tế biển', phrases: ['ngư trường xa bờ', 'tàu cá vỏ thép'] };
const OFFICER: RosterRow = { row: 2, card: 'VT-000001', name: 'Khúc Thị Lành', groups: ['Cán bộ'] };
const MEMBER: RosterRow = { row: 3, card: 'VT-000002', name: 'Quách Thị Mân', groups: ['Đảng viên'] };
const ONE = `Tôi vận động bà con trong xóm phân loại rác thải sinh hoạt ngay tại nhà mình. ${madeUpText(1, 250)}`;
const TWO = `Hằng tuần tổ chúng tôi thu gom rác thải dọc bờ mương và con đường làng. ${madeUpText(2, 250)}`;
const CAMPAIGN: CampaignInput = { name: 'Đợt 1', themes: [WASTE], groups: [{ group: 'Cán bộ', themes: [WASTE, SEA] }] };

async function open(input: CampaignInput = CAMPAIGN, people: readonly RosterRow[] = [OFFICER, MEMBER]) {
  const service = await Service.open();
  const { id } = await service.campaign(input);
  const records = service.records.within({ actor: ACTOR, account: null, units: ['goc'], person: null });
  if (people.length > 0) await records.rosters.import(id, people, ACTOR);
  /** Proposal, themes and the group that they come from. */
  const held = async (file: string) => {
    const { proposal, themes, heldTo } = await service.resultOf(id, file);
    return [proposal, themes.map((theme) => `${theme.id} ${theme.met}`).join(', '), heldTo?.group ?? null];
  };
  const essay = async (file: string) => (await service.resultOf(id, file)).submission.id;
  const group = async (name: string) => (await records.audiences.ofUnit('goc')).find((one) => one.name === name)!.id;
  const person = async (card: string) => (await records.rosters.people(id)).find((one) => one.card === card)!.id;
  const isRefreshing = async () => (await records.campaigns.list())[0]!.isRefreshing;
  return { service, id, records, held, essay, group, person, isRefreshing };
}

const AS_MEMBER = ['accept', 'rac true', null];
const AS_OFFICER = ['rewrite', 'rac true, bien false', 'Cán bộ'];

describe('themes of a group', () => {
  it('are those that its essays are held to, while all others are held to the campaign’s', async () => {
    const { service, id, held } = await open();
    await service.handIn(id, { 'VT-000001.txt': ONE, 'VT-000002.txt': TWO });
    await service.work();
    expect(await held('VT-000001.txt')).toEqual(AS_OFFICER);
    expect(await held('VT-000002.txt')).toEqual(AS_MEMBER);
    const { reasons } = await service.resultOf(id, 'VT-000001.txt');
    expect(reasons.map(({ theme }) => theme)).toEqual(['bien', 'bien']);
    expect(reasons[1]!.text).toContain('Kinh tế biển');
  });

  it('make the same text another proposal once its writer joins, leaves, renames or loses the group', async () => {
    const { service, id, held, records, group, person, isRefreshing } = await open();
    await service.handIn(id, { 'VT-000001.txt': ONE, 'VT-000002.txt': TWO });
    await service.work();
    const officers = await group('Cán bộ');
    const [officer, member] = [await person(OFFICER.card), await person(MEMBER.card)];
    await records.audiences.setMembers('goc', officers, { add: [member], remove: [officer] }, ACTOR);
    expect(await isRefreshing()).toBe(true);
    await service.work();
    expect([await held('VT-000001.txt'), await held('VT-000002.txt')]).toEqual([AS_MEMBER, AS_OFFICER]);
    await records.audiences.rename('goc', officers, { name: 'Cán bộ xã', before: 'Cán bộ' }, ACTOR);
    await service.work();
    expect(await held('VT-000002.txt')).toEqual(AS_MEMBER);
    await records.audiences.rename('goc', officers, { name: 'Cán bộ', before: 'Cán bộ xã' }, ACTOR);
    await service.work();
    expect(await held('VT-000002.txt')).toEqual(AS_OFFICER);
    await records.audiences.remove('goc', officers, ACTOR);
    await service.work();
    expect(await held('VT-000002.txt')).toEqual(AS_MEMBER);
    expect(await isRefreshing()).toBe(false);
  });

  it('count from when a person says who wrote an essay, and no longer once that is taken back', async () => {
    const { service, id, held, records, essay, person, isRefreshing } = await open();
    await service.handIn(id, { 'không tên.txt': ONE });
    await service.work();
    expect(await held('không tên.txt')).toEqual(AS_MEMBER);
    const submission = await essay('không tên.txt');
    await records.writers.choose(id, submission, { person: await person(MEMBER.card), before: null }, ACTOR);
    // This group has nothing of its own.
    expect(await isRefreshing()).toBe(false);
    await records.writers.release(id, submission, ACTOR);
    await records.writers.choose(id, submission, { person: await person(OFFICER.card), before: null }, ACTOR);
    expect(await isRefreshing()).toBe(true);
    await service.work();
    expect(await held('không tên.txt')).toEqual(AS_OFFICER);
    await records.writers.release(id, submission, ACTOR);
    await service.work();
    expect(await held('không tên.txt')).toEqual(AS_MEMBER);
  });

  it('count when the roster comes after the results', async () => {
    const { service, id, held, records } = await open(CAMPAIGN, []);
    await records.rosters.import(id, [{ ...OFFICER, groups: [] }], ACTOR);
    await service.handIn(id, { 'VT-000001.txt': ONE });
    await service.work();
    expect(await held('VT-000001.txt')).toEqual(AS_MEMBER);
    await records.rosters.import(id, [OFFICER], ACTOR);
    await service.work();
    expect(await held('VT-000001.txt')).toEqual(AS_OFFICER);
  });

  it('take a person’s word, which an essay that is held to others cannot be given', async () => {
    const { service, id, held, records, essay, group, person } = await open();
    await service.handIn(id, { 'VT-000001.txt': ONE, 'VT-000002.txt': TWO });
    await service.work();
    const word = { theme: 'bien', met: true, note: 'Có nói ở cuối bài', revision: 0 };
    await expect(records.review.override(id, await essay('VT-000002.txt'), word, ACTOR)).rejects.toMatchObject({ code: 'unknown-id' });
    await records.review.override(id, await essay('VT-000001.txt'), word, ACTOR);
    expect(await held('VT-000001.txt')).toEqual(['accept', 'rac true, bien true', 'Cán bộ']);
    // Worked out anew for another member of the group, the word stays.
    await records.audiences.setMembers('goc', await group('Cán bộ'), { add: [await person(MEMBER.card)], remove: [] }, ACTOR);
    await service.work();
    expect([await held('VT-000001.txt'), await held('VT-000002.txt')]).toEqual([['accept', 'rac true, bien true', 'Cán bộ'], AS_OFFICER]);
  });

  it('are changed like the campaign’s: what would differ is shown, and counts once people say so', async () => {
    const { service, id, held, records } = await open({ name: 'Đợt 1', themes: [WASTE] });
    await service.handIn(id, { 'VT-000001.txt': ONE, 'VT-000002.txt': TWO });
    await service.work();
    expect(await held('VT-000001.txt')).toEqual(AS_MEMBER);
    await service.change(id, CAMPAIGN);
    await service.work();
    expect(await records.campaigns.differences(id)).toMatchObject([
      { file: 'VT-000001.txt', before: { proposal: 'accept', met: 1, required: 1 }, after: { proposal: 'rewrite', met: 1, required: 2 } },
    ]);
    expect(await held('VT-000001.txt')).toEqual(AS_MEMBER);
    await records.campaigns.applyDraft(id, ACTOR);
    expect([await held('VT-000001.txt'), await held('VT-000002.txt')]).toEqual([AS_OFFICER, AS_MEMBER]);
  });

  it('are those of the first of a person’s groups, by name, that has anything of its own', async () => {
    const both = { ...OFFICER, groups: ['Cán bộ', 'Ban chi ủy'] };
    const { service, id, held, records, group } = await open(CAMPAIGN, [both]);
    await service.handIn(id, { 'VT-000001.txt': ONE });
    await service.work();
    expect(await held('VT-000001.txt')).toEqual(AS_OFFICER);
    await records.rosters.setAudience(id, await group('Ban chi ủy'), { prompt: '', due: '2026-12-20' }, ACTOR);
    await service.work();
    expect(await held('VT-000001.txt')).toEqual(AS_MEMBER);
  });
});

describe('a question of a group', () => {
  const FOREST = 'Mười hộ dân phát nương lấn vào rừng đầu nguồn, khe nước chung bị cạn. Đồng chí giải quyết như thế nào?';
  const MARKET = 'Tiểu thương chợ huyện lấn chiếm vỉa hè, họp chợ tự phát gây ùn tắc giao thông. Đồng chí giải quyết như thế nào?';
  const ANSWER = `Tôi mời các tiểu thương đang lấn chiếm vỉa hè đến họp, nghe họ nói vì sao chợ tự phát đông khách và vì sao ùn tắc giao thông.
    Trước hết tôi gặp gỡ, lắng nghe từng hộ, sau đó phối hợp với công an huyện sắp xếp lại chợ huyện, phân công người phụ trách,
    báo cáo cấp ủy và kiểm tra lại kết quả trong tháng. ${madeUpText(3, 80)}`;

  it('brings the themes that its answers are held to, until the group has none of its own', async () => {
    const { service, id, records, group } = await open({ name: 'Đợt 1', kind: 'situational-answer', prompt: FOREST });
    const first = async () => (await service.resultOf(id, 'VT-000001.txt')).themes.find((theme) => theme.id === 'tra-loi-tinh-huong')!;
    await service.handIn(id, { 'VT-000001.txt': ANSWER });
    await service.work();
    expect((await first()).met).toBe(false);
    await records.rosters.setAudience(id, await group('Cán bộ'), { prompt: MARKET, due: null }, ACTOR);
    await service.work();
    expect((await first()).met).toBe(true);
    expect((await service.resultOf(id, 'VT-000001.txt')).heldTo).toMatchObject({ group: 'Cán bộ', themes: [{ kind: 'topic' }, {}] });
    await records.rosters.setAudience(id, await group('Cán bộ'), { prompt: '', due: null }, ACTOR);
    await service.work();
    expect((await first()).met).toBe(false);
  });
});
