import { overviewSchema } from '../../src/api/view.js';
import { type Browser, type Service, startService } from './service.js';
import { workOff } from './work-off.js';

/** The sample campaign with its batch assessed, and somebody who is signed in. */
export async function assessedSample(): Promise<{ readonly service: Service; readonly browser: Browser; readonly campaign: string }> {
  const service = await startService();
  const browser = await service.enter();
  const { campaign } = (await browser.send('post', '/api/sample').expect(200)).body as { campaign: { id: string } };
  await workOff(service);
  return { service, browser, campaign: campaign.id };
}

/** The table of a campaign's results. */
export async function overviewOf(browser: Browser, campaign: string) {
  return overviewSchema.parse((await browser.get(`/api/campaigns/${campaign}/overview`).expect(200)).body);
}
