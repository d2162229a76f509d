import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { createRandom } from '../../scripts/random.mjs';

/** Words of one subject each, all of two syllables. */
export const SUBJECTS = [
  ['chăn nuôi', 'phân bón', 'tưới tiêu', 'thu hoạch', 'sâu bệnh', 'chuồng trại', 'hạt giống', 'gieo cấy'],
  ['bác sĩ', 'khám chữa', 'tiêm chủng', 'trạm xá', 'điều dưỡng', 'viên thuốc', 'huyết áp', 'vắc xin'],
  ['thủ tục', 'giấy tờ', 'chứng thực', 'con dấu', 'hẹn trả', 'tiếp dân', 'biểu mẫu', 'khiếu nại'],
  ['vận tải', 'biển báo', 'vỉa hè', 'ổ gà', 'tài xế', 'cầu cống', 'nhựa đường', 'bến bãi'],
] as const;

const BETWEEN =
  `và của là các những được cho trong với có không này đó đã đang sẽ khi để từ đến vào ra về ở tại theo vì nên thì mà cũng rất cần nói nghĩ biết
  thấy hỏi đáp nghe nhìn đi đứng ngồi chờ mong muốn tìm gặp nhớ quên giúp bàn hiểu kể chọn đổi giữ gửi nhận mở đóng sửa dọn viết đọc xem
  thử dạy học nhanh chậm tốt xấu lớn nhỏ dài ngắn`.split(/\s+/);
const ESSAYS = 70;
const SENTENCES_EACH = 250;

/** Essays, the first ones, that hold names with capitals. */
const NAMED = 40;
/** Essays, the first ones, that hold names in lower case. */
const WHISPERED = 4;
/** Invented people: no syllable of theirs may come out. */
export const NAMES = ['xẻng', 'mẩy', 'khướu', 'nhoi'];

/** Invented essays on four subjects, with the names of invented people in them: plain texts, one in UTF-16, one DOCX, one handed in twice. */
export async function writeEssays(folder: string): Promise<string[]> {
  const texts = Array.from({ length: ESSAYS }, (_, number) => essay(number));
  mkdirSync(join(folder, 'thêm'), { recursive: true });
  for (const [number, text] of texts.entries()) {
    if (number === 1) writeFileSync(join(folder, 'bai-1.txt'), Buffer.from(`\ufeff${text}`, 'utf16le'));
    else if (number === 2) writeFileSync(join(folder, 'bai-2.docx'), await asDocx(text));
    else writeFileSync(join(folder, number % 2 === 0 ? 'thêm' : '.', `bai-${number}.txt`), text);
  }
  writeFileSync(join(folder, 'bai-5-nop-lai.txt'), texts[5]!);
  writeFileSync(join(folder, 'english.txt'), 'The quick brown fox jumps over the lazy dog. '.repeat(2_000));
  writeFileSync(join(folder, 'anh.bin'), Buffer.alloc(4_000, 7));
  return texts;
}

function essay(number: number): string {
  const random = createRandom(number + 1);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const lines = number < NAMED ? ['Họ và tên: LÒ VĂN XẺNG, điện thoại 0912 345 678'] : [];
  for (let at = 0; at < SENTENCES_EACH; at++) {
    const subject = SUBJECTS[Math.floor(at / 10) % SUBJECTS.length]!;
    const said = Array.from({ length: 4 }, () => `${pick(BETWEEN)} ${pick(subject)} ${pick(BETWEEN)}`).join(' ');
    lines.push(`${said.charAt(0).toUpperCase()}${said.slice(1)}${named(number, at)}.`);
  }
  return lines.join('\n');
}

function named(number: number, at: number): string {
  if (number < WHISPERED && at % 10 === 0) return ' cùng lò thị khướu và anh nhoi';
  if (number < NAMED && at % 20 === 0) return ' theo đồng chí Lò Văn Xẻng, chị Mẩy phụ trách';
  return '';
}

const asDocx = (text: string): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: text.split('\n').map((line) => new Paragraph(line)) }] }));
