import { describe, expect, test } from 'vitest';
import { ownResultSchema, standingSchema } from '../../src/api/member.js';
import { essaySchema } from '../../src/api/view.js';
import { attemptsOf, conclude, enter, handIn, NHAN, open, openRounds, sourceText } from './members.js';
import type { Browser } from './service.js';
import { workOff } from './work-off.js';

describe('what a member is told', () => {
  test('is the prompt and the day of the first of their groups that has any, as on the roster', async () => {
    const { service, committee, campaign, codeOf } = await open(false);
    const { rosters } = service.records;
    const { card, name } = NHAN;
    await rosters.import(campaign, [{ row: 2, card, name, groups: ['Bí thư', 'Cán bộ'] }], 'ai đó');
    await committee.send('put', `/api/campaigns/${campaign}/due`, { due: '2026-12-01', before: null }).expect(200);
    const member = await enter(service, await codeOf(NHAN.id));
    const told = async () => standingSchema.parse((await member.get('/api/me').expect(200)).body);
    const common = (await told()).campaign.prompt;
    expect(await told()).toMatchObject({ due: '2026-12-01', open: { number: 1, due: '2026-12-01' } });
    const [, second] = await rosters.audiences(campaign);
    await rosters.setAudience(campaign, second!.id, { prompt: '', due: '2026-12-20' }, 'ai đó');
    expect(await told()).toMatchObject({ due: '2026-12-20', campaign: { prompt: common } });
    await rosters.setAudience(campaign, second!.id, { prompt: 'Đề riêng của cán bộ', due: null }, 'ai đó');
    expect(await told()).toMatchObject({ due: '2026-12-01', campaign: { prompt: 'Đề riêng của cán bộ' } });
    expect(await rosters.promptFor(campaign, NHAN.id)).toEqual({ prompt: 'Đề riêng của cán bộ', due: '2026-12-01' });
  });

  test('is nothing of a passage that a reviewer excluded, and the day of the round that was opened', async () => {
    const { service, committee, campaign, codeOf } = await open();
    const member = await enter(service, await codeOf(NHAN.id));
    await handIn(member, 'bài.txt', sourceText(0)).expect(200);
    await workOff(service);
    const essay = (await attemptsOf(member))[0]!.essay;
    await conclude(committee, campaign, essay, 'rewrite').expect(200);
    const before = await resultOf(member, essay);
    const [first, ...rest] = before.text!.shared;

    const at = `/api/campaigns/${campaign}/essays/${essay}`;
    for (let revision = 0; ; revision++) {
      const { matches } = essaySchema.parse((await committee.get(at).expect(200)).body).submission;
      const inside = matches.flatMap(({ passages }) => passages).find(({ this: own }) => own.start < first!.end && own.end > first!.start);
      if (inside === undefined) break;
      const { start, end } = inside.this;
      const exclusion = { other: '*', span: { start, end }, reason: 'Câu chung của báo cáo viên', revision };
      await committee.send('post', `${at}/exclusions`, exclusion).expect(200);
    }
    const after = await resultOf(member, essay);
    expect(after.text!.shared).toEqual(rest);
    expect(after.best).toBeLessThan(before.best!);
    expect(JSON.stringify(after)).not.toContain('báo cáo viên');

    const letters = async () => [
      (await member.get(`/api/me/essays/${essay}/letter`).expect(200)).text,
      (await committee.get(`${at}/letter`).expect(200)).text,
      (await committee.get(`/api/campaigns/${campaign}/letters.html`).expect(200)).text,
    ];
    for (const letter of await letters()) expect(letter).not.toContain('15/12/2026');
    await openRounds(committee, campaign, [essay]).expect(200);
    for (const letter of await letters()) expect(letter).toContain('chậm nhất ngày 15/12/2026');
  });
});

const resultOf = async (member: Browser, essay: string) =>
  ownResultSchema.parse((await member.get(`/api/me/essays/${essay}`).expect(200)).body);
