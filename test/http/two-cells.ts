import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { fromBuffer } from 'yauzl';
import { extract } from '../../src/extract/extract.js';
import { EXTRACT_LIMITS } from '../../src/model/extraction.js';
import { onDatabase } from '../corpus/records/units.js';
import { type Browser, type Service, startService } from './service.js';
import { addUnit, enterAs } from './units.js';
import { workOff } from './work-off.js';

/** What four essays of two cells have; invented, as all of it. */
const SHARED = [
  'Bản thân tôi nhận thấy việc dồn điền đổi thửa ở cánh đồng Mả Vối phải gắn với nạo vét tuyến mương Cầu Đá trước vụ đông.',
  'Chi bộ đã giao năm đồng chí xuống từng hộ vận động, ghi sổ từng buổi và báo cáo lại trong cuộc họp thường kỳ hằng tháng.',
  'Qua ba tháng có hai mươi bảy hộ ký cam kết góp đất mở đường, mười chín hộ góp thêm ngày công đắp bờ và trồng cây.',
  'Tổ hợp tác mua chung một máy cấy, chia lịch theo xóm, tiền dầu trích từ quỹ khuyến nông và phần đóng góp của các nhà.',
];
/** Only in the first essay of the upper cell, until somebody else takes it. */
const LATER =
  'Trong quý tới tôi phụ trách tổ ươm giống cùng đội thanh niên, mỗi tuần kiểm tra vườn một lần rồi ghi kết quả lên bảng tin nhà văn hóa, cuối tháng đọc trước cuộc họp xóm để bà con góp ý và bổ sung cho lứa cây sau.';
const UPPER = [
  `${LATER}\n${SHARED.join('\n')}`,
  `${SHARED.join('\n')}\nĐường ra trạm bơm Gốc Sung còn lầy, tôi đề nghị Đảng ủy xã hỗ trợ đá dăm và cho mượn xe lu hai ngày.`,
];
/** Stands in the lower cell's essays alone. */
const UNMATCHED = [
  'Lớp học buổi tối của xóm Đình Chợ hiện có mười bốn người theo học, đông nhất là các chị bán hàng ở bến đò ngang.',
  'Ông Cả Rạng vẫn giữ chiếc trống cái của làng để báo giờ họp, nên tôi sẽ cùng ông kể chuyện cho các cháu thiếu nhi.',
  'Kho thóc giống của hợp tác xã Bờ Hồ mất khóa từ tháng giêng, kế toán mới chưa nhận bàn giao sổ sách.',
];
const LOWER: readonly (readonly [file: string, text: string])[] = [
  ['to-5/Kha Thị Lụa 77120045.txt', `${UNMATCHED[0]}\n${SHARED.join('\n')}`],
  ['to-5/Lường Văn Pẩu 77120046.txt', `${SHARED.join('\n')}\n${UNMATCHED[1]}`],
];
/** The same bytes as an essay of the upper cell. */
const TWIN = `Nhà văn hóa xóm Bãi Dâu dột hai gian, tôi nhận cùng ba đảng viên trẻ lợp lại trước mùa mưa, ngói xin từ lò cũ.\n${SHARED[0]}`;

export interface Cell {
  readonly unit: string;
  readonly browser: Browser;
}

/** Two cells below one commune, in its campaign: two essays of each make one group, and one file was handed in at both. */
export async function twoCells() {
  const service = await startService();
  await service.enter();
  const commune = addUnit(service, 'Đảng ủy xã Mả Vối');
  const above = await enterAs(service, commune, ['committee', 'inspection', 'administrator'], 'Lò Văn Xã');
  const { id: campaign } = (await above.send('post', '/api/campaigns', { name: 'Học tập Nghị quyết số 21', themes: [] }).expect(201))
    .body as { id: string };
  const cellOf = async (name: string, who: string): Promise<Cell> => {
    const unit = addUnit(service, name, commune);
    return { unit, browser: await enterAs(service, unit, ['committee', 'reviewer', 'inspection', 'administrator'], who) };
  };
  const upper = await cellOf('Chi bộ thôn Thượng', 'Quàng Thị Thượng');
  const lower = await cellOf('Chi bộ thôn Hạ', 'Vi Văn Hạ');
  const first = await handIn(service, lower, campaign, [...LOWER, ['to-5/Tòng Thị Ín 77120047.txt', TWIN]]);
  const second = await handIn(service, upper, campaign, [
    ['bài một.txt', UPPER[0]!],
    ['bài hai.txt', UPPER[1]!],
    ['bài ba.txt', TWIN],
  ]);
  const essays = {
    upper: essaysOf(service, upper),
    lower: essaysOf(service, lower),
  };
  const files = ['Kha Thị Lụa', '77120045', 'Lường Văn Pẩu', '77120046', 'Tòng Thị Ín', '77120047', 'to-5'];
  /** The lower cell hands in an essay that takes what stood in the first essay of the upper cell alone. */
  const handInLater = () => handIn(service, lower, campaign, [['to-5/Quàng Văn Muộn 77120048.txt', `${UNMATCHED[2]}\n${LATER}`]]);
  /** Whatever of the lower cell the upper one must not see; ids as they are by now. */
  const secrets = (): string[] => [
    ...files,
    ...['Quàng Văn Muộn', '77120048', first],
    ...UNMATCHED.map((sentence) => sentence.slice(0, 24)),
    ...essaysOf(service, lower),
  ];
  return { service, campaign, above, upper, lower, batch: second, essays, secrets, handInLater };
}

async function handIn(
  service: Service,
  { browser }: Cell,
  campaign: string,
  files: readonly (readonly [file: string, text: string])[],
): Promise<string> {
  const key = `khóa-${files[0]![0]}`;
  const { id } = (await browser.send('post', `/api/campaigns/${campaign}/batches`, { key }).expect(200)).body as { id: string };
  for (const [file, text] of files)
    await browser.send('post', `/api/batches/${id}/files`).attach('file', Buffer.from(text), file).expect(200);
  await browser.send('post', `/api/batches/${id}/seal`).expect(200);
  await workOff(service);
  return id;
}

/** Ids of the essays of a cell, in order of receipt. */
function essaysOf({ folder }: Service, { unit }: Cell): string[] {
  return onDatabase(
    folder,
    (database) => database.prepare('SELECT id FROM submission WHERE tenant = ? ORDER BY sequence').pluck().all(unit) as string[],
  );
}

/** All words of an answer, whatever it came as. */
export async function wordsOf(request: ReturnType<Browser['get']>): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await request.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => {
      const bytes = Buffer.concat(chunks);
      const isJson = /^application\/json(;|$)/.test(String(response.headers['content-type'])) && bytes.length > 0;
      done(null, isJson ? JSON.parse(bytes.toString('utf8')) : bytes);
    });
  });
  const { body } = answer as { body: unknown };
  const headers = decodeURIComponent(answer.get('Content-Disposition') ?? '');
  return {
    status: answer.status,
    text: `${headers}\n${Buffer.isBuffer(body) ? await unpack(body, answer.get('Content-Type') ?? '') : JSON.stringify(body)}`,
  };
}

async function unpack(bytes: Buffer, type: string): Promise<string> {
  if (type.startsWith('application/pdf')) return squeezed((await extract(bytes, 'x.pdf', EXTRACT_LIMITS)).text);
  if (type.includes('wordprocessingml')) return (await mammoth.extractRawText({ buffer: bytes })).value;
  if (type.includes('spreadsheetml')) return JSON.stringify(await readExcel(bytes));
  if (type === 'application/zip') return (await entriesOf(bytes)).join('\n');
  return bytes.toString('utf8');
}

const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ');

/** Names and words of the letters in an archive. */
function entriesOf(zip: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error);
      const told: string[] = [];
      file.on('end', () => resolve(told)).on('error', reject);
      file.on('entry', (entry) => {
        file.openReadStream(entry, async (problem, stream) => {
          if (problem) return reject(problem);
          const chunks: Buffer[] = [];
          for await (const chunk of stream) chunks.push(chunk as Buffer);
          told.push(entry.fileName, (await mammoth.extractRawText({ buffer: Buffer.concat(chunks) })).value);
          file.readEntry();
        });
      });
      file.readEntry();
    });
  });
}
