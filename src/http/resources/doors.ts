import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { unitQuerySchema } from '../../api/questions.js';
import { type DoorView, doorSchema, type OpenDoorView, openDoorSchema } from '../../api/quizzes.js';
import type { Door, OpenDoor } from '../../corpus/records/doors.js';
import { RequestError } from '../errors.js';
import { actorOf, recordsAt } from '../guards.js';
import { readId, readNamed, readQuery } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { offerFile } from '../offer-file.js';
import { ORGANISERS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import type { VisitorLimits } from '../visitor-limits.js';
import { visitorsRecords } from '../visitors-records.js';

const OWN = '/api/campaigns/:id/door';
const OPEN = '/api/door/:key';
const key = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** The public page of a unit in a campaign, to which its one QR code leads. */
export function doorRoutes(parts: ServiceParts, limits: VisitorLimits): Route[] {
  return [...ownRoutes(parts), ...openRoutes(parts, limits)];
}

function ownRoutes({ settings: { publicUrl } }: ServiceParts): Route[] {
  const view = (door: Door | null): DoorView => ({ publicUrl, door: door && { ...door } });
  const doors = (request: Request, response: Response) => recordsAt(response, readQuery(request, unitQuerySchema).unit).doors;
  return [
    {
      method: 'get',
      path: OWN,
      access: ORGANISERS,
      isForPeople: true,
      describe: { vi: 'Trang QR của đơn vị trong đợt.', en: 'The unit’s public page.', query: unitQuerySchema, answer: doorSchema },
      async handle(request, response) {
        response.json(view(await doors(request, response).of(readId(request))));
      },
    },
    {
      method: 'post',
      path: OWN,
      access: ORGANISERS,
      isForPeople: true,
      describe: {
        vi: 'Mở trang QR, hoặc đổi địa chỉ mới.',
        en: 'Opens the public page, or gives it a new address.',
        query: unitQuerySchema,
        answer: doorSchema,
      },
      async handle(request, response) {
        response.json(view(await doors(request, response).open(readId(request), actorOf(response))));
      },
    },
    {
      method: 'delete',
      path: OWN,
      access: ORGANISERS,
      isForPeople: true,
      describe: { vi: 'Đóng trang QR.', en: 'Closes the public page.', query: unitQuerySchema, answer: doorSchema },
      async handle(request, response) {
        await doors(request, response).close(readId(request), actorOf(response));
        response.json(view(null));
      },
    },
  ];
}

function openRoutes(parts: ServiceParts, { each }: VisitorLimits): Route[] {
  const enter = (request: Request, response: Response): Promise<OpenDoor> =>
    visitorsRecords(parts, response).doors.enter(readNamed(request, z.object({ key })).key);
  return [
    {
      method: 'get',
      path: OPEN,
      access: 'visitor',
      describe: { vi: 'Trang mà mã QR dẫn đến.', en: 'What the QR code leads to.', answer: openDoorSchema },
      before: each,
      async handle(request, response) {
        response.json(viewDoor(await enter(request, response)));
      },
    },
    {
      method: 'get',
      path: `${OPEN}/documents/:sha256`,
      access: 'visitor',
      describe: { vi: 'Một văn bản học tập.', en: 'A document to study.', answer: { type: 'application/octet-stream' } },
      before: each,
      async handle(request, response) {
        const { campaign } = await enter(request, response);
        const { sha256 } = readNamed(request, z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }));
        const document = campaign.definition.references.find((one) => one.sha256 === sha256);
        if (document === undefined) throw new RequestError(404, 'unknown-id', HTTP_MESSAGES.noAddress);
        const dot = document.file.lastIndexOf('.');
        offerFile(response, dot > 0 ? document.file.slice(0, dot) : document.file, dot > 0 ? document.file.slice(dot + 1) : 'docx');
        await pipeline(createReadStream(parts.records.originals.pathOf(sha256)), response);
      },
    },
  ];
}

/** Told by hand, field by field: a campaign holds more than everybody may read. */
function viewDoor({ campaign, unitName, due, quizzes }: OpenDoor): OpenDoorView {
  const { prompt, references } = campaign.definition;
  return {
    campaign: campaign.name,
    unit: unitName,
    prompt,
    due,
    documents: references.map(({ file, sha256 }) => ({ file, sha256 })),
    quizzes: quizzes.map((quiz) => ({ ...quiz })),
  };
}
