import { z } from 'zod';
import { letterFileName } from '../../report/letter/file-name.js';
import { LETTER_POLICY, letterHtml, lettersHtml } from '../../report/letter/letter-html.js';
import { letterText } from '../../report/letter/letter-text.js';
import { writeLetter, writeLetters } from '../campaign-results.js';
import { recordsOf } from '../guards.js';
import { readEssayId, readId, readQuery } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { offerFile } from '../offer-file.js';
import { type Route, WRITERS } from '../route.js';

/** `save`: the browser is to keep it as a file; without it a page of the service may show it. */
const letterQuery = z.object({ format: z.enum(['text', 'html']).default('text'), save: z.literal('1').optional() });

/** Letters to the writers of essays: what a conclusion says, or a draft of it. They run nothing and load nothing. */
export function letterRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: '/api/campaigns/:id/essays/:essay/letter',
      access: WRITERS,
      describe: {
        vi: 'Thư gửi người viết; chưa kết luận thì là dự thảo.',
        en: 'The letter to the writer; a draft until somebody has concluded.',
        query: letterQuery,
        answer: { type: 'text/plain' },
      },
      async handle(request, response) {
        const { id, essay } = readEssayId(request);
        const { format, save } = readQuery(request, letterQuery);
        const { letter, file, number } = await writeLetter(recordsOf(response), id, essay);
        const isText = format === 'text';
        if (save !== undefined) offerFile(response, letterFileName(number, file), isText ? 'txt' : 'html');
        else response.set('Content-Security-Policy', `${LETTER_POLICY}; frame-ancestors 'none'`);
        response.type(isText ? 'text/plain' : 'html').send(isText ? letterText(letter) : letterHtml(letter));
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/letters.html',
      access: WRITERS,
      describe: { vi: 'Thư của mọi bài đã kết luận.', en: 'Letters of all essays that were concluded on.', answer: { type: 'text/html' } },
      async handle(request, response) {
        const { campaign, letters } = await writeLetters(recordsOf(response), readId(request));
        const title = HTTP_MESSAGES.lettersTitle(campaign);
        offerFile(response, title, 'html');
        response.type('html').send(lettersHtml(letters, title));
      },
    },
  ];
}
