// @ts-check
// What there is to see of the committee's year beside the essays of the sample campaign.
import { ask } from './ask.mjs';

const SESSION = {
  ...{ day: '2026-11-12', title: 'Học tập, quán triệt Nghị quyết', form: 'class', mode: 'online', isCatchUp: false },
  ...{ place: 'Hội trường xã', speaker: 'Vàng Thị Pà', speakerPost: 'secretary', minutes: 150, isCombined: false },
  ...{ toldSummoned: 120, toldAttended: 112, nonMembers: 4, comments: 5, questions: 6, answered: 6, summons: 'everybody' },
  points: [{ name: 'Điểm cầu xã', kind: 'commune', summoned: 120, attended: 110 }],
};

/**
 * Makes one of each; people are on the roster by then.
 * @param {import('playwright-core').Page} page Stands on the service, signed in.
 * @param {string} campaign
 */
export async function makeYear(page, campaign) {
  const at = `/api/campaigns/${campaign}`;
  const { session } = await ask(page, 'POST', `${at}/sessions`, SESSION);
  await ask(page, 'POST', `${at}/materials`, { title: 'Tài liệu học tập nghị quyết', kind: 'printed' });
  return { session: session.id };
}
