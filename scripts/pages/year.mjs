// @ts-check
// What there is to see of the committee's year beside the essays of the sample campaign.
import { ask } from './ask.mjs';

const SESSION = {
  ...{ day: '2026-11-12', title: 'Học tập, quán triệt Nghị quyết', form: 'class', mode: 'online', isCatchUp: false },
  ...{ place: 'Hội trường xã', speaker: 'Vàng Thị Pà', speakerPost: 'secretary', minutes: 150, isCombined: false },
  ...{ toldSummoned: 120, toldAttended: 112, nonMembers: 4, comments: 5, questions: 6, answered: 6, summons: 'everybody' },
  points: [{ name: 'Điểm cầu xã', kind: 'commune', summoned: 120, attended: 110 }],
};

const PROGRAMME = {
  text: 'Chi bộ nhận đào lại 640 m mương trước 15/03/2027.\nMỗi tổ cử hai người trông ống nước đầu nguồn sau mỗi trận mưa.',
  tasks: [{ kind: 'this-year', words: 'Đào lại mương đầu nguồn', who: 'Tổ 3', due: '2027-03-15', measure: '640 m mương' }],
  adoptedOn: '2026-11-20',
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
  const title = 'Chương trình hành động';
  const programme = await ask(page, 'POST', `${at}/programmes`, { kind: 'collective', person: null, title });
  await ask(page, 'PUT', `${at}/programmes/${programme.id}`, { ...PROGRAMME, title, revision: programme.revision });
  return { session: session.id, programme: programme.id };
}
