import { overviewSchema } from '../../src/api/view.js';
import { onDatabase } from '../corpus/records/units.js';
import { ADMIN, NAME } from '../support/account.js';
import { copySample } from '../support/sample.js';
import { type Browser, type Service, startService } from './service.js';

/** The sample campaign with its batch assessed, and somebody who is signed in. */
export async function assessedSample(): Promise<{ readonly service: Service; readonly browser: Browser; readonly campaign: string }> {
  let campaign = '';
  const service = await startService({
    prepare: async (folder) => {
      campaign = (await copySample(folder)).campaign;
      onDatabase(folder, (database) => database.prepare('UPDATE account SET name = ? WHERE name = ?').run(NAME, ADMIN));
    },
  });
  return { service, browser: await service.enter(), campaign };
}

/** The table of a campaign's results. */
export async function overviewOf(browser: Browser, campaign: string) {
  return overviewSchema.parse((await browser.get(`/api/campaigns/${campaign}/overview`).expect(200)).body);
}
