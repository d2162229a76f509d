// @ts-check
// What there is to see of the committee's year beside the essays of the sample campaign.
import { ask } from './ask.mjs';
import { makeCells } from './cells.mjs';

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

const SITUATIONS = [
  {
    job: 'Bí thư chi bộ',
    title: 'Hai hộ tranh nhau bờ ruộng sau dồn điền',
    prompt:
      'Sau dồn điền đổi thửa, hai hộ trong thôn cùng nhận một bờ ruộng và gửi đơn lên chi bộ ngay trước ngày gieo mạ. ' +
      'Đồng chí sẽ gặp ai trước, đưa việc này ra buổi sinh hoạt nào và dựa vào điều nào của nghị quyết để phân xử?',
  },
  {
    job: 'Công chức địa chính',
    title: 'Hồ sơ đất chậm trả ba tháng',
    prompt: 'Một hộ nghèo nộp hồ sơ cấp giấy chứng nhận đã ba tháng chưa có trả lời. Đồng chí làm gì trong tuần này?',
  },
];

const QUESTIONS = `$CATEGORY: Nghị quyết của xã

Theo nghị quyết, đến cuối năm xã phấn đấu thu nhập bình quân mỗi người tăng bao nhiêu so với năm trước? {
  =tám phần trăm#đúng như mục hai
  ~sáu phần trăm
  ~mười hai phần trăm
  ####Xem mục hai của nghị quyết.
}

Hai việc nào là đột phá? {~%50%thể chế ~%50%hạ tầng ~%-100%lễ hội}

Dân là gốc. {T}
`;
const QUIZ = {
  ...{ title: 'Tìm hiểu nghị quyết', asked: 3, passShare: 0.7, attempts: 2, minutes: 20 },
  ...{ opens: null, closes: null, isPublic: true },
};

/**
 * Makes one of each; people are on the roster by then.
 * @param {import('playwright-core').Page} page Stands on the service, signed in.
 * @param {string} campaign
 * @param {string} essay One that is accepted.
 */
export async function makeYear(page, campaign, essay) {
  const at = `/api/campaigns/${campaign}`;
  const { session } = await ask(page, 'POST', `${at}/sessions`, SESSION);
  await ask(page, 'POST', `${at}/materials`, { title: 'Tài liệu học tập nghị quyết', kind: 'printed' });
  const title = 'Chương trình hành động';
  const programme = await ask(page, 'POST', `${at}/programmes`, { kind: 'collective', person: null, title });
  await ask(page, 'PUT', `${at}/programmes/${programme.id}`, { ...PROGRAMME, title, revision: programme.revision });
  for (const situation of SITUATIONS) await ask(page, 'POST', '/api/situations', situation);
  const note = 'Nêu việc làm cụ thể ở thôn, có số liệu và người chịu trách nhiệm.';
  await ask(page, 'POST', `${at}/exemplary`, { essay, unit: null, note });
  const quiz = await makeQuiz(page, at);
  const { door } = await ask(page, 'POST', `${at}/door`);
  return {
    session: session.id,
    programme: programme.id,
    quiz: quiz.id,
    quizKey: quiz.key,
    door: door.key,
    ...(await makeCells(page, campaign)),
  };
}

/**
 * A public quiz that somebody without an account has taken.
 * @param {import('playwright-core').Page} page
 * @param {string} at Of the campaign.
 */
async function makeQuiz(page, at) {
  await ask(page, 'POST', '/api/questions/import?format=gift&skipping=0', QUESTIONS, 'text/csv');
  const questions = (await ask(page, 'GET', '/api/questions')).map((/** @type {{ id: string }} */ { id }) => id);
  const { id } = await ask(page, 'POST', `${at}/quizzes`, { ...QUIZ, questions });
  await ask(page, 'PUT', `${at}/quizzes/${id}/open`, { isOpen: true, revision: 1 });
  const [{ key }] = (await ask(page, 'GET', `${at}/quizzes`)).quizzes;
  const sitting = await ask(page, 'POST', `/api/quiz/${key}/attempts`, { guest: 'Chị Na tổ 2' });
  await ask(page, 'PUT', `/api/quiz/${key}/attempts/${sitting.id}/answers/0`, { chosen: [0] });
  await ask(page, 'POST', `/api/quiz/${key}/attempts/${sitting.id}/hand-in`);
  return { id, key };
}
