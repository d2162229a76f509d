import { readdirSync, readFileSync } from 'node:fs';
import { codesSchema, standingSchema } from '../../src/api/member.js';
import { putOnRoster } from '../support/roster.js';
import { assessedSample } from './assessed-sample.js';
import { type Browser, makeCampaign, type Service, startService } from './service.js';

const FOLDER = 'fixtures/van-trach/sources/essays';
export const NHAN = { id: 'p-nhan', name: 'Hà Thị Nhẫn', card: '001187000001' };
export const BINH = { id: 'p-binh', name: 'Lục Văn Bính', card: '001187000002' };
/** Shares nothing with the sample. */
export const OWN_TEXT = readFileSync('fixtures/kinds/tinh-huong/vang-thi-mo.txt', 'utf8');

/** A text that many of the sample copied from. */
export function sourceText(place: number): string {
  return readFileSync(
    `${FOLDER}/${
      readdirSync(FOLDER)
        .filter((name) => name.endsWith('.txt'))
        .sort()[place]
    }`,
    'utf8',
  );
}

/** A campaign with two people on its roster: the sample, assessed, or an empty one. */
export async function open(withEssays = true) {
  const { service, browser: committee, campaign } = withEssays ? await assessedSample() : await emptyCampaign();
  putOnRoster(service.folder, campaign, [NHAN, BINH]);
  const codeOf = async (person: string): Promise<string> => {
    const made = await committee.send('post', `/api/campaigns/${campaign}/codes`, { people: [person] }).expect(200);
    return codesSchema.parse(made.body).codes[0]!.code;
  };
  return { service, committee, campaign, codeOf };
}

async function emptyCampaign(): ReturnType<typeof assessedSample> {
  const service = await startService();
  const browser = await service.enter();
  return { service, browser, campaign: await makeCampaign(browser) };
}

export async function enter(service: Service, code: string): Promise<Browser> {
  const browser = await service.visit();
  await browser.send('post', '/api/member-session', { code }).expect(200);
  return browser;
}

export const handIn = (browser: Browser, name: string, text: string) =>
  browser.send('post', '/api/me/files').attach('file', Buffer.from(text), name);

export async function attemptsOf(member: Browser) {
  return standingSchema.parse((await member.get('/api/me').expect(200)).body).attempts;
}

export function conclude(committee: Browser, campaign: string, essay: string, verdict: 'accepted' | 'rewrite') {
  const isRewrite = verdict === 'rewrite';
  const reason = isRewrite ? 'Đề nghị viết bằng lời của mình.' : '';
  const conclusion = { verdict, grounds: isRewrite ? ['copied'] : [], reason, revision: 0 };
  return committee.send('put', `/api/campaigns/${campaign}/essays/${encodeURIComponent(essay)}/conclusion`, conclusion);
}

export const openRounds = (committee: Browser, campaign: string, essays: readonly string[]) =>
  committee.send('post', `/api/campaigns/${campaign}/rounds`, { essays, due: '2026-12-15' });
