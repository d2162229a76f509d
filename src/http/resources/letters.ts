import type { Request, Response } from 'express';
import { z } from 'zod';
import { letterFileName } from '../../report/letter/file-name.js';
import { LETTER_POLICY, letterHtml, lettersHtml } from '../../report/letter/letter-html.js';
import { letterText } from '../../report/letter/letter-text.js';
import { writeLetter, writeLetters } from '../campaign-results.js';
import { noteExported, takeAlong } from '../exported.js';
import { actorOf, recordsOf } from '../guards.js';
import { readEssayId, readId, readQuery } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { offerFile } from '../offer-file.js';
import { DOCX, type Route, WRITERS } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { unitNameOf } from '../unit-name.js';
import type { ViewNotes } from '../view-notes.js';

/** `save`: the browser is to keep it as a file, as a Word file is in any case; without it a page of the service may show it. */
const letterQuery = z.object({ format: z.enum(['text', 'html', 'docx']).default('text'), save: z.literal('1').optional() });

/** Letters to the writers of essays: what a conclusion says, or a draft of it. They run nothing and load nothing. */
export function letterRoutes(parts: ServiceParts, views: ViewNotes): Route[] {
  return [
    {
      method: 'get',
      path: '/api/campaigns/:id/essays/:essay/letter',
      access: WRITERS,
      describe: {
        vi: 'Thư gửi người viết; chưa kết luận thì là dự thảo.',
        en: 'The letter to the writer; a draft until somebody has concluded.',
        query: letterQuery,
        answer: { type: 'text/plain', others: ['text/html', DOCX] },
      },
      handle: sendLetter,
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/letters.html',
      access: WRITERS,
      describe: { vi: 'Thư của mọi bài đã kết luận.', en: 'Letters of all essays that were concluded on.', answer: { type: 'text/html' } },
      async handle(request, response) {
        const { campaign, letters } = await writeLetters(recordsOf(response), readId(request));
        const title = HTTP_MESSAGES.lettersTitle(campaign);
        const bytes = lettersHtml(
          letters.map(({ letter }) => letter),
          title,
        );
        await takeAlong(response, { campaign: readId(request), what: 'letters', format: 'html', essays: letters.length }, { title, bytes });
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/letters.zip',
      access: WRITERS,
      describe: {
        vi: 'Thư của mọi bài đã kết luận, mỗi thư một tệp Word.',
        en: 'The same, each letter a Word file.',
        answer: { type: 'application/zip' },
      },
      async handle(request, response) {
        const { campaign, letters } = await writeLetters(recordsOf(response), readId(request));
        const unit = unitNameOf(response);
        const named = letters.map(({ letter, number, file, concludedAt }) => {
          return { name: letterFileName(number, file), official: { letter, unit, concludedAt } };
        });
        const bytes = await parts.makeFile({ kind: 'letters-zip', letters: named });
        const noted = { campaign: readId(request), what: 'letters', format: 'zip', essays: letters.length };
        await takeAlong(response, noted, { title: HTTP_MESSAGES.lettersTitle(campaign), bytes });
      },
    },
  ];

  async function sendLetter(request: Request, response: Response): Promise<void> {
    const { id: campaign, essay } = readEssayId(request);
    const { format, save } = readQuery(request, letterQuery);
    const { letter, file, number, concludedAt } = await writeLetter(recordsOf(response), campaign, essay);
    const title = letterFileName(number, file);
    if (format === 'docx') {
      const bytes = await parts.makeFile({ kind: 'letter-docx', official: { letter, unit: unitNameOf(response), concludedAt } });
      return takeAlong(response, { campaign, submission: essay, what: 'letter', format }, { title, bytes });
    }
    const extension = format === 'text' ? 'txt' : 'html';
    if (save !== undefined) {
      await noteExported(response, { campaign, submission: essay, what: 'letter', format: extension });
      offerFile(response, title, extension);
    } else {
      await views.note({ actor: actorOf(response), campaign, submission: essay, details: { what: 'letter' } });
      response.set('Content-Security-Policy', `${LETTER_POLICY}; frame-ancestors 'none'`);
    }
    response.type(format === 'text' ? 'text/plain' : 'html').send(format === 'text' ? letterText(letter) : letterHtml(letter));
  }
}
