import { readFile } from 'node:fs/promises';
import { documentAnswerSchema } from '../../api/service.js';
import { EXTRACT_LIMITS } from '../../model/extraction.js';
import { RequestError } from '../errors.js';
import { recordsOf } from '../guards.js';
import { keepDocument, type ReceivedDocument } from '../keep-document.js';
import { HTTP_MESSAGES } from '../messages.js';
import { FILE_FORM, type FormFile, readForm } from '../read-form.js';
import { requireRoom } from '../room.js';
import { COMMITTEE, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { readUploadName } from '../upload-name.js';

/** Documents that campaigns rest on: kept if they can be read. */
export function documentRoutes(parts: ServiceParts): Route[] {
  return [
    {
      method: 'post',
      path: '/api/documents',
      access: COMMITTEE,
      describe: {
        vi: 'Gửi một văn bản học tập, mẫu bài hoặc bài mẫu ngoài.',
        en: 'Sends a document that campaigns rest on.',
        body: FILE_FORM,
        answer: documentAnswerSchema,
        status: 201,
      },
      async handle(request, response) {
        await requireRoom(parts, request);
        const received: Promise<ReceivedDocument>[] = [];
        await readForm(1, request, response, async (file) => {
          const document = receive(parts, file);
          received.push(document);
          await document.catch(() => {});
        });
        if (received[0] === undefined) throw new RequestError(400, 'bad-input', HTTP_MESSAGES.noFile);
        response.status(201).json(await keepDocument({ ...parts, records: recordsOf(response) }, await received[0]));
      },
    },
  ];
}

async function receive({ records: { originals } }: ServiceParts, { name, stream }: FormFile): Promise<ReceivedDocument> {
  const { file, problem } = readUploadName(name);
  if (problem !== null) throw new RequestError(400, 'bad-input', problem);
  const original = await originals.receive(stream, EXTRACT_LIMITS.fileBytes);
  return { file, original, bytes: await readFile(originals.pathOf(original.sha256)) };
}
