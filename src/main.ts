#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander';
import { runAssess } from './cli/assess.js';
import { runAuditExport, runAuditVerify } from './cli/audit.js';
import { runBackup, runRestore } from './cli/backup.js';
import { runCalibrate } from './cli/calibrate.js';
import { runCompare } from './cli/compare.js';
import { runCorpusAdd, runCorpusList, runCorpusRemove, runCorpusVerify } from './cli/corpus.js';
import { exitCodeOf, explain } from './cli/errors.js';
import { runExtract } from './cli/extract.js';
import { killAtStep } from './cli/kill-at.js';
import { note } from './cli/output.js';
import { runResetAdministrator } from './cli/reset-administrator.js';
import { CAMPAIGN_KINDS } from './model/campaign.js';

const DEFAULT_DATA = process.env.SOATBAI_DATA || './data';

function positiveCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('cần một số nguyên từ 1');
  return count;
}

function portNumber(value: string): number {
  const port = Number(value);
  if (value === '' || !Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('cần một số từ 0 đến 65535');
  return port;
}

/** An empty name would mean the folder that one happens to be in. */
function folderName(value: string): string {
  if (value === '') throw new InvalidArgumentError('cần tên thư mục');
  return value;
}

/** A provider of sentence vectors; the token is never on the command line, where others can read it. */
const withEmbeddings = (command: Command): Command =>
  command
    .option(
      '--embeddings <URL>',
      'máy chủ véc-tơ câu (kiểu OpenAI /v1/embeddings) để chấm thêm nội dung; mặc định không dùng, không gửi gì ra ngoài',
    )
    .option('--embeddings-model <NAME>', 'tên mô hình của máy chủ đó')
    .option('--embeddings-allow <HOST...>', 'máy chủ khác máy này mà quản trị cho phép gửi câu tới');

/** The command line. Each command answers with the exit status: 0 done, 1 nothing could be assessed or damage found. */
function buildProgram(finish: (status: number) => void): Command {
  const program = new Command('soatbai')
    .description('Soát Bài: đối chiếu bài thu hoạch với mọi bài đã nộp. Máy đề xuất, cấp ủy kết luận.')
    .helpOption('-h, --help', 'xem hướng dẫn')
    .helpCommand('help [command]', 'xem hướng dẫn của một lệnh');

  program
    .command('extract')
    .description('đọc chữ của một tệp')
    .argument('<FILE>', 'tệp DOCX, PDF hoặc TXT')
    .option('--json <FILE>', 'ghi kết quả JSON vào tệp, hoặc ra màn hình với -')
    .action(async (file, options) => finish(await runExtract(file, options)));

  program
    .command('compare')
    .description('so hai bài với nhau')
    .argument('<A>', 'bài thứ nhất')
    .argument('<B>', 'bài thứ hai')
    .option('--reference <FILE...>', 'văn bản được phép trích (nghị quyết, tài liệu học tập)')
    .option('--json <FILE>', 'ghi kết quả JSON vào tệp, hoặc ra màn hình với -')
    .action(async (first, second, options) => finish(await runCompare(first, second, options)));

  const assess = program
    .command('assess')
    .description('soát một lô bài và đề xuất')
    .argument('<PATH...>', 'tệp, thư mục hoặc tệp ZIP')
    .requiredOption('--campaign <FILE>', 'tệp đợt học tập (YAML)')
    .option('--data <DIR>', 'kho bài: so với mọi bài đã giữ, rồi giữ cả lô này', folderName)
    .option('--roster <FILE>', 'danh sách người nộp (CSV: file,member,unit,post,place)')
    .option('--dry-run', 'không giữ gì vào kho')
    .option('--texts', 'kèm toàn văn trong JSON')
    .option('--json <FILE>', 'ghi kết quả JSON vào tệp, hoặc ra màn hình với -')
    .option('--html <FILE>', 'ghi báo cáo HTML')
    .option('--letters <DIR>', 'ghi thư dự thảo gửi người viết (TXT, HTML) cho các bài chưa được đề xuất đạt', folderName)
    .option('--jobs <N>', 'số tệp đọc cùng lúc', positiveCount);
  withEmbeddings(assess).action(async (paths, options) => finish(await runAssess(paths, options)));

  program
    .command('calibrate')
    .description('so kết luận của cấp ủy với đề xuất của máy và gợi ý mức; không tự đổi gì')
    .option(
      '--labels <FILE>',
      'kết luận của cấp ủy: CSV có cột file (hoặc id), conclusion (đạt | viết lại), grounds (trùng khớp; nội dung) và mỗi mã nội dung một cột nếu có; hoặc JSON { "report": "…", "labels": [ … ] }',
    )
    .option('--report <FILE>', 'đề xuất của máy: tệp JSON do assess --json ghi')
    .option('--data <DIR>', 'đề xuất của máy: kho của trang; không có --labels thì lấy kết luận đã ghi ở đó', folderName)
    .option('--campaign <NAME>', 'tên đợt học tập trong kho, khi có nhiều đợt')
    .option('--json <FILE>', 'ghi kết quả JSON vào tệp, hoặc ra màn hình với -')
    .action(async (options) => finish(await runCalibrate(options)));

  program
    .command('themes')
    .description('chủ đề của một đợt học tập')
    .helpCommand(false)
    .command('suggest')
    .description('gợi ý tệp đợt học tập từ nghị quyết: tên đợt, chủ đề, cụm từ')
    .argument('<RESOLUTION...>', 'nghị quyết, chỉ thị… của đợt')
    .option('--out <FILE>', 'ghi tệp đợt học tập (YAML); không có thì in ra màn hình')
    .option('--json <FILE>', 'ghi gợi ý dạng JSON vào tệp, hoặc ra màn hình với -')
    .addOption(new Option('--kind <KIND>', 'loại bài').choices(CAMPAIGN_KINDS).default('essay'))
    .action(async (files, options) => {
      // Only here: no other command reads the list of words so early.
      const { runThemesSuggest } = await import('./cli/themes.js');
      finish(await runThemesSuggest(files, options));
    });

  const corpus = program.command('corpus').description('kho các bài đã giữ').helpCommand(false);
  const onData = (command: Command): Command => command.option('--data <DIR>', 'thư mục của kho', folderName, DEFAULT_DATA);
  onData(corpus.command('add').description('giữ bài để so, không đánh giá').argument('<PATH...>', 'tệp, thư mục hoặc tệp ZIP'))
    .option('--roster <FILE>', 'danh sách người nộp (CSV)')
    .option('--jobs <N>', 'số tệp đọc cùng lúc', positiveCount)
    .action(async (paths, options) => finish(await runCorpusAdd(paths, options)));
  onData(corpus.command('list').description('liệt kê các bài đã giữ'))
    .option('--json [FILE]', 'ghi JSON vào tệp, hoặc ra màn hình')
    .action(async (options) => finish(await runCorpusList(options)));
  onData(corpus.command('remove').description('xóa bài khỏi kho').argument('<ID...>', 'mã bài, xem bằng corpus list')).action(
    async (ids, options) => finish(await runCorpusRemove(ids, options)),
  );
  onData(corpus.command('verify').description('kiểm tra kho có nguyên vẹn không')).action(async (options) =>
    finish(await runCorpusVerify(options)),
  );
  const audit = program.command('audit').description('nhật ký: ai đã làm gì, xem gì').helpCommand(false);
  onData(audit.command('verify').description('kiểm tra nhật ký có bị sửa, bớt, chèn dòng nào không'))
    .option('--file <FILE>', 'kiểm tra một tệp nhật ký đã xuất (JSON lines) thay cho kho')
    .action(async (options) => finish(await runAuditVerify(options)));
  onData(audit.command('export').description('xuất cả nhật ký ra tệp JSON lines, kèm mã của từng dòng'))
    .requiredOption('--out <FILE>', 'tệp để ghi, hoặc - cho màn hình')
    .action(async (options) => finish(await runAuditExport(options)));
  const serve = onData(program.command('serve').description('mở trang web: nộp bài, theo dõi, xem kết quả, kết luận'))
    .option('--host <ADDRESS>', 'địa chỉ mạng để nghe; 0.0.0.0 cho cả mạng nội bộ', '127.0.0.1')
    .option('--port <N>', 'cổng', portNumber, 3000)
    .option('--public-url <URL>', 'địa chỉ mà người dùng gõ, khi đứng sau một máy chủ khác')
    .option('--certificate <FILE>', 'chứng thư TLS (PEM), đi cùng --key')
    .option('--key <FILE>', 'khóa riêng của chứng thư (PEM)')
    .option('--backups <DIR>', 'thư mục cho các bản sao lưu làm từ trang web; mặc định ở cạnh kho')
    .option('--trust-proxy <N>', 'số máy chủ trung gian đáng tin đứng trước', portNumber);
  withEmbeddings(serve).action(async (options) => {
    // Only here: a short command need not wait for all that a server is made of.
    const { runServe } = await import('./cli/serve.js');
    finish(await runServe(options));
  });
  onData(
    program
      .command('reset-administrator')
      .description('in đường dẫn dùng một lần để đặt lại mật khẩu quản trị, khi không còn ai vào được trang'),
  )
    .option('--name <NAME>', 'tên tài khoản, khi có nhiều quản trị')
    .option('--public-url <URL>', 'địa chỉ mà người dùng gõ', 'http://127.0.0.1:3000')
    .action(async (options) => finish(await runResetAdministrator(options)));
  onData(program.command('backup').description('sao lưu cả kho vào một tệp, kể cả khi trang web đang chạy'))
    .argument('<FILE>', 'tệp sao lưu (ZIP)')
    .action(async (file, options) => finish(await runBackup(file, options)));
  onData(program.command('restore').description('khôi phục kho từ tệp sao lưu vào một thư mục trống'))
    .argument('<FILE>', 'tệp sao lưu')
    .action(async (file, options) => finish(await runRestore(file, options)));
  return program;
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
};

/** Commander's own sentences are English; it throws instead of printing, and the one place for errors translates. */
function speakVietnamese(command: Command): void {
  command.exitOverride().configureOutput({ outputError: () => {} });
  command.configureHelp({ styleTitle: (title) => TITLES[title] ?? title });
  for (const child of command.commands) speakVietnamese(child);
}

async function main(): Promise<void> {
  killAtStep('main');
  const program = buildProgram((status) => {
    process.exitCode = status;
  });
  speakVietnamese(program);
  try {
    await program.parseAsync();
  } catch (error) {
    const message = explain(error);
    if (message !== '') note(`soatbai: ${message}`);
    process.exitCode = exitCodeOf(error);
  }
}

await main();
