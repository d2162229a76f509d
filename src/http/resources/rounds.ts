import {
  type AttemptsView,
  attemptsSchema,
  type LookView,
  lookAnswerSchema,
  looksSchema,
  openedSchema,
  openRoundsSchema,
  rewritingSchema,
  type WritingView,
} from '../../api/member.js';
import type { Records } from '../../corpus/records/records.js';
import type { AskedLook, Attempt, Writing } from '../../corpus/records/rounds.js';
import type { Conclusion } from '../../model/result-record.js';
import { sliceAround } from '../../model/span.js';
import { remainingOf } from '../../report/remaining.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readEssayId, readId, readLookId } from '../input.js';
import { COMMITTEE, READERS, type Route } from '../route.js';

/** Rounds of rewriting and second looks, as committees see them. */
export function roundRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: '/api/campaigns/:id/essays/:essay/attempts',
      access: READERS,
      describe: {
        vi: 'Các lần viết của người viết bài này, so với lần trước.',
        en: 'Attempts of an essay’s writer, held against the one before.',
        answer: attemptsSchema,
      },
      async handle(request, response) {
        const { id, essay } = readEssayId(request);
        response.json(await viewAttempts(recordsOf(response), id, essay));
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/rewriting',
      access: READERS,
      describe: { vi: 'Ai đang viết lại, đến lần nào.', en: 'Who is writing again, and how far they are.', answer: rewritingSchema },
      async handle(request, response) {
        response.json((await recordsOf(response).rounds.rewriting(readId(request))).map(viewWriting));
      },
    },
    {
      method: 'post',
      path: '/api/campaigns/:id/rounds',
      access: COMMITTEE,
      describe: {
        vi: 'Mở lượt viết lại cho các bài đã kết luận cần viết lại.',
        en: 'Opens a round of rewriting for essays concluded so.',
        body: openRoundsSchema,
        answer: openedSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { essays, due } = readBody(request, openRoundsSchema);
        response.json({ opened: await recordsOf(response).rounds.open(readId(request), essays, due, actorOf(response)) });
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/second-looks',
      access: READERS,
      describe: { vi: 'Các đề nghị xem lại, chưa trả lời trước.', en: 'Requests for a second look, open ones first.', answer: looksSchema },
      async handle(request, response) {
        response.json((await recordsOf(response).rounds.looks(readId(request))).map(viewLook));
      },
    },
    {
      method: 'put',
      path: '/api/campaigns/:id/second-looks/:look',
      access: COMMITTEE,
      describe: { vi: 'Trả lời một đề nghị xem lại.', en: 'Answers a request for a second look.', body: lookAnswerSchema },
      before: [jsonBody],
      async handle(request, response) {
        const { id, look } = readLookId(request);
        await recordsOf(response).rounds.answer(id, look, readBody(request, lookAnswerSchema).words, actorOf(response));
        response.status(204).end();
      },
    },
  ];
}

async function viewAttempts({ rounds, results }: Records, campaign: string, essay: string): Promise<AttemptsView> {
  const writing = await rounds.ofEssay(campaign, essay);
  if (writing === null) return null;
  const at = writing.attempts.findIndex(({ submission }) => submission === essay);
  const former = writing.attempts.slice(0, Math.max(0, at)).findLast(({ isRead }) => isRead);
  if (former === undefined) return { writing: viewWriting(writing), compared: null };
  const [before, now] = [await results.one(campaign, former.submission), await results.one(campaign, essay)];
  const remaining = before && now && remainingOf(before.assessment, now.assessment);
  const document = await results.document(campaign, former.submission);
  if (!remaining || document === null) return { writing: viewWriting(writing), compared: null };
  const passages = remaining.passages.map(({ before: place, syllables, now: places, share }) => {
    const text = sliceAround(document.text, place, document.hidden);
    return { before: place, text, syllables, now: [...places], share };
  });
  return { writing: viewWriting(writing), compared: { number: former.number, essay: former.submission, passages, kept: remaining.kept } };
}

function viewWriting({ person, name, card, attempts, open, isPending }: Writing): WritingView {
  return { person, name, card, attempts: attempts.map(viewAttempt), open: open && { ...open }, isPending };
}

function viewAttempt({ submission, conclusion, ...rest }: Attempt): WritingView['attempts'][number] {
  return { essay: submission, ...rest, conclusion: viewConclusion(conclusion) };
}

const viewConclusion = (conclusion: Conclusion | null) => conclusion && { ...conclusion, grounds: [...conclusion.grounds] };

function viewLook({ submission, answer, conclusion, ...rest }: AskedLook): LookView {
  return { essay: submission, ...rest, answer: answer && { ...answer }, conclusion: viewConclusion(conclusion) };
}
