import { type BackupsView, backupsSchema } from '../../api/erasure.js';
import type { Records } from '../../corpus/records/records.js';
import { actorOf, recordsOf } from '../guards.js';
import { ADMINISTRATORS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

/** Backups from the page, for whoever administers the whole. */
export function backupRoutes({ backups }: ServiceParts): Route[] {
  const view = async (records: Records): Promise<BackupsView> => {
    const made = await records.backups.list();
    const list = await Promise.all(made.map(async (backup) => ({ ...backup, isThere: await backups.isThere(backup.file) })));
    return { folder: backups.folder, work: backups.work(), list };
  };
  return [
    {
      method: 'get',
      path: '/api/backups',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: { vi: 'Các bản sao lưu, và bản đang tạo.', en: 'Backups, and the one being made.', answer: backupsSchema },
      handle: async (_request, response) => void response.json(await view(recordsOf(response))),
    },
    {
      method: 'post',
      path: '/api/backups',
      access: ADMINISTRATORS,
      isForPeople: true,
      describe: { vi: 'Bắt đầu tạo một bản sao lưu.', en: 'Starts a backup.', answer: backupsSchema, status: 202 },
      async handle(_request, response) {
        const records = recordsOf(response);
        // Refuses whoever does not administer the whole.
        await records.backups.list();
        backups.start(actorOf(response));
        response.status(202).json(await view(records));
      },
    },
  ];
}
