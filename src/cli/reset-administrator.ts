import { resolve } from 'node:path';
import type { ListedAccount } from '../corpus/records/accounts.js';
import { openSqliteRecords } from '../corpus/sqlite/records/open-records.js';
import { makeCode } from '../http/one-time-code.js';
import { FOUNDING_UNIT } from '../model/access.js';
import { AppError } from '../model/errors.js';
import { formatMoment } from '../model/format.js';
import { print } from './output.js';

/** Who stands in the log: whoever sits at the machine has no account there. */
const AT_THE_MACHINE = 'soatbai';

/**
 * `soatbai reset-administrator`: prints a link, good once, by which an administrator of the whole sets a new password. For
 * whoever has the machine itself, when nobody is left who could make one on the page; the log says so. Works beside a
 * running service. Rejects with AppError `file-not-found` without a corpus, `argument` when it is not clear whose password.
 */
export async function runResetAdministrator(options: {
  readonly data: string;
  readonly name?: string;
  readonly publicUrl: string;
}): Promise<number> {
  const address = readAddress(options.publicUrl);
  const now = new Date();
  const records = await openSqliteRecords({ folder: resolve(options.data), create: false, now: () => now });
  try {
    const { id, name } = choose(await records.accounts.list(FOUNDING_UNIT), options);
    const { code, ...kept } = makeCode(now);
    await records.accounts.reset(id, kept, AT_THE_MACHINE);
    const link = new URL(`/moi/${code}`, address).href;
    await print(WORDS.made(name, link, formatMoment(new Date(kept.expiresAt))));
    return 0;
  } finally {
    await records.close();
  }
}

function choose(accounts: readonly ListedAccount[], { data, name }: { readonly data: string; readonly name?: string }): ListedAccount {
  const administrators = accounts.filter(({ roles, isDisabled }) => roles.includes('administrator') && !isDisabled);
  const names = administrators.map((one) => `“${one.name}”`).join(', ');
  if (administrators.length === 0) throw new AppError('argument', WORDS.nobody(data));
  if (name === undefined && administrators.length > 1) throw new AppError('argument', WORDS.several(names));
  const chosen = name === undefined ? administrators[0] : administrators.find((one) => one.name.normalize('NFC') === name.normalize('NFC'));
  if (chosen === undefined) throw new AppError('argument', WORDS.notOne(name ?? '', names));
  return chosen;
}

function readAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) throw new AppError('argument', WORDS.noAddress(url));
  return parsed.origin;
}

const WORDS = {
  made: (name: string, link: string, until: string) =>
    `Mở đường dẫn này để đặt mật khẩu mới cho tài khoản quản trị “${name}”. Dùng được một lần, đến ${until}; việc này đã ghi vào nhật ký.\n${link}\n`,
  nobody: (data: string) =>
    `Kho ${data} chưa có tài khoản quản trị nào đang hoạt động. Chưa có gì thay đổi. Đồng chí hãy chạy “soatbai serve” rồi lập tài khoản đầu tiên trên trang.`,
  several: (names: string) => `Có nhiều quản trị: ${names}. Chưa có gì thay đổi. Đồng chí hãy chọn một người bằng --name.`,
  notOne: (name: string, names: string) =>
    `“${name}” không phải quản trị đang hoạt động của cả tổ chức. Chưa có gì thay đổi. Quản trị hiện có: ${names}.`,
  noAddress: (url: string) => `“${url}” không phải địa chỉ trang web. Chưa có gì thay đổi. Ví dụ: --public-url https://soatbai.xahoaan.vn`,
} as const;
