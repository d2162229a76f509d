import { buffer } from 'node:stream/consumers';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { giveOutlineSchema, outlineInputSchema, outlineSchema, outlinesSchema, readOutlineSchema } from '../../api/unit-report.js';
import { AppError } from '../../model/errors.js';
import { EXTRACT_LIMITS } from '../../model/extraction.js';
import { OFFERED_SECTIONS } from '../../model/offered-outline.js';
import { outlineFrom } from '../../pipeline/outline/outline-from-paragraphs.js';
import { RequestError } from '../errors.js';
import { actorOf, recordsAt } from '../guards.js';
import { jsonBody, readBody, readId, readQuery } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { FILE_FORM, type FormFile, readForm } from '../read-form.js';
import { COMMITTEE, REPORT_READERS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { viewOutline } from '../unit-report-views.js';

const OUTLINE = '/api/campaigns/:id/outline';

/** At which of one's units; the first without. */
export const atUnit = z.object({ unit: z.string().min(1).max(64).optional() });

/** Outlines of the reports that units send upward. */
export function outlineRoutes(parts: ServiceParts): Route[] {
  return [
    {
      method: 'get',
      path: OUTLINE,
      access: REPORT_READERS,
      describe: {
        vi: 'Đề cương báo cáo của đơn vị, và đề cương cấp trên giao.',
        en: 'The unit’s outline, and the one that its report follows.',
        query: atUnit,
        answer: outlinesSchema,
      },
      async handle(request, response) {
        const records = recordsAt(response, readQuery(request, atUnit).unit);
        const { unit, own, followed } = await records.unitReports.outlines(readId(request));
        response.json({
          unit,
          own: own === null ? null : viewOutline(own),
          followed: followed === null ? null : viewOutline(followed),
          offered: viewOutline({ sections: OFFERED_SECTIONS }).sections,
        } satisfies z.infer<typeof outlinesSchema>);
      },
    },
    {
      method: 'put',
      path: OUTLINE,
      access: COMMITTEE,
      isForPeople: true,
      describe: { vi: 'Lưu đề cương báo cáo.', en: 'Keeps the outline.', query: atUnit, body: outlineInputSchema, answer: outlineSchema },
      before: [jsonBody],
      async handle(request, response) {
        const records = recordsAt(response, readQuery(request, atUnit).unit);
        const { revision, ...draft } = readBody(request, outlineInputSchema);
        response.json(viewOutline(await records.unitReports.saveOutline(readId(request), draft, revision, actorOf(response))));
      },
    },
    {
      method: 'post',
      path: `${OUTLINE}/give`,
      access: COMMITTEE,
      isForPeople: true,
      describe: {
        vi: 'Giao đề cương cho các đơn vị trực thuộc.',
        en: 'Gives the outline to the units below.',
        query: atUnit,
        body: giveOutlineSchema,
        answer: outlineSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const records = recordsAt(response, readQuery(request, atUnit).unit);
        const { revision } = readBody(request, giveOutlineSchema);
        response.json(viewOutline(await records.unitReports.giveOutline(readId(request), revision, actorOf(response))));
      },
    },
    {
      method: 'post',
      path: `${OUTLINE}/read`,
      access: COMMITTEE,
      isForPeople: true,
      describe: {
        vi: 'Đọc các đề mục của một tệp Word thành đề cương; không lưu gì.',
        en: 'Draws an outline up from the headings of a Word file; nothing is kept.',
        query: atUnit,
        body: FILE_FORM,
        answer: readOutlineSchema,
      },
      handle: readDocument,
    },
  ];

  async function readDocument(request: Request, response: Response): Promise<void> {
    // Whoever may not know of the campaign is told so before anything is read.
    await recordsAt(response, readQuery(request, atUnit).unit).unitReports.outlines(readId(request));
    const received: Promise<Uint8Array>[] = [];
    await readForm(1, request, response, async (file) => {
      const bytes = readBytes(file);
      received.push(bytes);
      await bytes.catch(() => {});
    });
    if (received[0] === undefined) throw new RequestError(400, 'bad-input', HTTP_MESSAGES.noFile);
    const { title, sections } = outlineFrom(await parts.readHeadings(await received[0]));
    if (sections.length === 0) throw new AppError('reference-unreadable', HTTP_MESSAGES.noHeadings);
    response.json({ title, sections: viewOutline({ sections }).sections } satisfies z.infer<typeof readOutlineSchema>);
  }
}

async function readBytes({ stream }: FormFile): Promise<Uint8Array> {
  const { fileBytes } = EXTRACT_LIMITS;
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > fileBytes) stream.destroy(new AppError('file-too-large', HTTP_MESSAGES.fileTooLarge(fileBytes / 1024 / 1024)));
  });
  return buffer(stream);
}
