import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type AuditCheck, type AuditFault, AuditReader, AuditWriter } from '../corpus/records/audit-lines.js';
import type { EventLog } from '../corpus/records/event-log.js';
import { openSqliteLog } from '../corpus/sqlite/records/open-records.js';
import { AppError } from '../model/errors.js';
import { formatCount } from '../model/format.js';
import { fileNotFound } from '../pipeline/messages.js';
import { checkOutputs, print } from './output.js';

interface DataOption {
  readonly data: string;
}

/** Lines read and written at a time. */
const CHUNK = 1000;

/** `soatbai audit verify`: status 0 with the count of lines and the last hash, 1 naming the first line that does not fit. Of an exported file with `file`. */
export async function runAuditVerify({ data, file }: DataOption & { readonly file?: string }): Promise<number> {
  const checked = file === undefined ? await withLog(data, (log) => log.check()) : await checkFile(file);
  await print(
    checked.isWhole ? WORDS.whole(file ?? data, checked) : WORDS.broken(file ?? data, WORDS.faults[checked.fault](checked.sequence)),
  );
  return checked.isWhole ? 0 : 1;
}

/** `soatbai audit export`: writes the whole log as JSON lines with the hashes that it is chained by. */
export async function runAuditExport({ data, out }: DataOption & { readonly out: string }): Promise<number> {
  await checkOutputs([out]);
  const lines = await withLog(data, async (log) => {
    // Who acted on whose essay is for the committee's eyes alone.
    const target = out === '-' ? null : await create(out);
    try {
      return await writeLines(log, (text) => (target === null ? print(text) : target.appendFile(text)));
    } finally {
      await target?.close();
    }
  });
  if (out !== '-') await print(WORDS.exported(lines, out));
  return 0;
}

async function writeLines(log: EventLog, write: (text: string) => Promise<unknown>): Promise<number> {
  const writer = new AuditWriter();
  let after = 0;
  let lines = 0;
  for (;;) {
    const page = await log.chained({ after, limit: CHUNK });
    if (page.length > 0) await write(page.map((one) => writer.line(one)).join(''));
    lines += page.length;
    after = page.at(-1)?.event.sequence ?? after;
    if (page.length < CHUNK) break;
  }
  await write(writer.end());
  return lines;
}

async function create(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, 'w', 0o600);
    await file.chmod(0o600).catch(() => {});
    return file;
  } catch (cause) {
    throw new AppError('argument', WORDS.cannotWrite(path), { cause });
  }
}

async function checkFile(path: string): Promise<AuditCheck> {
  const reader = new AuditReader();
  const stream = createReadStream(path, 'utf8');
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      const fault = line.trim() === '' ? null : reader.take(line);
      if (fault !== null) return fault;
    }
  } catch (cause) {
    throw new AppError('file-not-found', fileNotFound(path), { cause });
  } finally {
    stream.destroy();
  }
  return reader.end();
}

async function withLog<T>(data: string, work: (log: EventLog) => Promise<T>): Promise<T> {
  const { log, close } = await openSqliteLog(resolve(data));
  try {
    return await work(log);
  } finally {
    close();
  }
}

const faults: Readonly<Record<AuditFault, (sequence: number) => string>> = {
  changed: (sequence) => `dòng ${formatCount(sequence)} không khớp với dòng trước nó (đã bị sửa, hoặc bị chèn vào)`,
  missing: (sequence) => `thiếu dòng ở chỗ dòng ${formatCount(sequence)}`,
  cut: (sequence) => `phần cuối bị cắt, từ dòng ${formatCount(sequence)}`,
  unreadable: (sequence) => `không đọc được dòng ${formatCount(sequence)}`,
};

const WORDS = {
  faults,
  whole: (place: string, { lines, lastHash }: { readonly lines: number; readonly lastHash: string }) =>
    `Nhật ký trong ${place} nguyên vẹn: ${formatCount(lines)} dòng, mã dòng cuối ${lastHash === '' ? '–' : lastHash}.\n`,
  broken: (place: string, fault: string) =>
    `Nhật ký trong ${place} không nguyên vẹn: ${fault}. Các dòng trước đó khớp với nhau. Giữ nguyên kho và báo người có trách nhiệm; so với bản xuất hoặc bản sao lưu trước.\n`,
  exported: (lines: number, out: string) =>
    `Đã xuất ${formatCount(lines)} dòng nhật ký vào ${out}. Kiểm tra bằng “soatbai audit verify --file ${out}”.\n`,
  cannotWrite: (path: string) => `Không ghi được tệp “${path}”. Kiểm tra thư mục và quyền ghi.`,
} as const;
