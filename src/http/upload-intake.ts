import type { UploadAnswer, UploadView } from '../api/service.js';
import type { Records } from '../corpus/records/records.js';
import type { BatchRecord } from '../model/batch-record.js';
import { AppError } from '../model/errors.js';
import { EXTRACT_LIMITS } from '../model/extraction.js';
import { HTTP_MESSAGES } from './messages.js';
import type { FormFile } from './read-form.js';
import { readUploadName, type UploadName } from './upload-name.js';
import { viewUpload } from './views.js';

const MEGABYTE = 1024 * 1024;
/** Bytes of an archive; an essay by itself is bounded as wherever it is read. */
const MAX_ARCHIVE = 1024 * MEGABYTE;
/** Uploads of one batch, an archive counting as one. */
const MAX_UPLOADS = 2000;

/** Stores the files of one request, each by itself, and names them in the order in which they came. */
export class UploadIntake {
  private readonly stored: UploadView[] = [];
  private readonly refused: UploadAnswer['refused'] = [];
  /** What stops the whole request: a full disk, a batch that was sealed meanwhile. Files after it are not stored. */
  private failure: unknown = null;
  private taken: number;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly records: Records,
    private readonly batch: BatchRecord,
  ) {
    this.taken = batch.uploads;
  }

  outcome(): { readonly stored: readonly UploadView[]; readonly refused: UploadAnswer['refused']; readonly failure: unknown } {
    return { stored: this.stored, refused: this.refused, failure: this.failure };
  }

  /** Takes one file; what is wrong with it is in the outcome. */
  async take({ name, stream }: FormFile): Promise<void> {
    const upload = readUploadName(name);
    const before = this.turn;
    const work = this.store(upload, stream, before);
    this.turn = work;
    await work;
  }

  private async store({ given, file, problem }: UploadName, stream: FormFile['stream'], before: Promise<void>): Promise<void> {
    const limit = /\.zip$/i.test(file) ? MAX_ARCHIVE : EXTRACT_LIMITS.fileBytes;
    const reason = problem ?? (this.taken >= MAX_UPLOADS ? HTTP_MESSAGES.batchFull(MAX_UPLOADS) : null);
    if (reason !== null) {
      this.refused.push({ file: given, message: reason });
      return before;
    }
    if (this.failure !== null) return before;
    this.taken++;
    try {
      const original = await this.records.originals.receive(stream, limit);
      await before;
      this.stored.push(viewUpload(await this.records.batches.addUpload(this.batch.id, file, original)));
    } catch (error) {
      if (error instanceof AppError && error.code === 'file-too-large')
        this.refused.push({ file: given, message: HTTP_MESSAGES.fileTooLarge(limit / MEGABYTE) });
      else if (error instanceof AppError && error.code === 'batch-full') this.refused.push({ file: given, message: error.message });
      else this.failure ??= error;
      await before;
    }
  }
}
