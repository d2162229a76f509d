import { z } from 'zod';
import {
  type TrackedCampaignView,
  type TrackerView,
  trackerSchema,
  trackersSchema,
  type UnitGroupView,
  unitGroupsSchema,
} from '../../api/tracker.js';
import { recordsOf } from '../guards.js';
import { readId, readQuery } from '../input.js';
import { COMMITTEE_AND_INSPECTION, type Route } from '../route.js';

const trackerQuery = z.object({ cadres: z.enum(['0', '1']).default('0') });

/** How far the units below have come: figures alone. */
export function trackerRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: '/api/trackers',
      access: COMMITTEE_AND_INSPECTION,
      describe: { vi: 'Số liệu cộng của từng đợt học tập.', en: 'Figures of each campaign, added up.', answer: trackersSchema },
      async handle(_request, response) {
        const listed = await recordsOf(response).trackers.list();
        response.json(listed.map((one) => ({ ...one })) satisfies TrackedCampaignView[]);
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/tracker',
      access: COMMITTEE_AND_INSPECTION,
      describe: {
        vi: 'Số liệu của từng đơn vị trực thuộc, không có tên và bài.',
        en: 'Figures of each unit below; no names, no texts.',
        query: trackerQuery,
        answer: trackerSchema,
      },
      async handle(request, response) {
        const { cadres } = readQuery(request, trackerQuery);
        const tracker = await recordsOf(response).trackers.of(readId(request), { keyCadres: cadres === '1' });
        response.json({ ...tracker, units: [...tracker.units], days: [...tracker.days] } satisfies TrackerView);
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/unit-groups',
      access: COMMITTEE_AND_INSPECTION,
      describe: {
        vi: 'Nhóm bài gần giống nhau giữa các đơn vị: đơn vị, số bài, đoạn trùng.',
        en: 'Groups across units: the units, their sizes, shared passages.',
        answer: unitGroupsSchema,
      },
      async handle(request, response) {
        const groups = await recordsOf(response).trackers.groups(readId(request));
        const views = groups.map(({ units, passages, ...group }) => ({
          ...group,
          units: units.map((unit) => ({ ...unit })),
          passages: passages.map(({ text, syllables, units: [one, other] }) => ({
            text,
            syllables,
            units: [one, other] as [string, string],
          })),
        }));
        response.json(views satisfies UnitGroupView[]);
      },
    },
  ];
}
