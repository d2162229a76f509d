import { formatCount } from '../../model/format.js';

export const labelsError = (file: string, place: string, reason: string): string =>
  `Tệp kết luận ${file}, ${place}: ${reason}. Sửa chỗ này rồi chạy lại.`;
export const atLine = (line: number): string => `dòng ${formatCount(line)}`;
export const atEntry = (entry: number): string => `mục ${formatCount(entry)} của “labels”`;

export const labelsColumns =
  'thiếu cột “file” (hoặc “id”) hay cột “conclusion”; dòng đầu phải có file,conclusion, thêm grounds và mã các nội dung nếu có';
export const labelsColumnTwice = (column: string): string => `cột “${column}” có hai lần`;
export const labelsTooManyCells = 'nhiều ô hơn dòng đầu; ô có dấu phẩy phải đặt trong ngoặc kép';
export const labelsEmptyName = 'không ghi tệp hay mã bài';
export const labelsConclusion = (cell: string): string =>
  `không hiểu kết luận “${cell}”; ghi “đạt” hoặc “viết lại”, để trống nếu chưa kết luận`;
export const labelsGround = (cell: string): string =>
  `không hiểu căn cứ “${cell}”; ghi “trùng khớp”, “nội dung” hoặc cả hai, cách nhau bằng dấu chấm phẩy`;
export const labelsGroundsOfAccepted = 'đã kết luận đạt thì cột “grounds” để trống';
export const labelsTheme = (theme: string, cell: string): string =>
  `không hiểu “${cell}” ở nội dung “${theme}”; ghi có/không, đạt/chưa hoặc 0/1/2, để trống nếu không xét`;
export const labelsUnknownFile = (name: string, nearest: string | null): string =>
  `kết quả soát không có bài “${name}”${nearest === null ? '; ghi tên tệp như trong báo cáo, hoặc mã bài ở cột “id”' : `; có phải “${nearest}”`}`;
export const labelsAmbiguousFile = (name: string, places: readonly string[]): string =>
  `tên “${name}” có ở ${formatCount(places.length)} chỗ (${places.slice(0, 3).join(', ')}); ghi cả thư mục, hoặc mã bài ở cột “id”`;
export const labelsDuplicate = (name: string, place: string): string => `bài “${name}” đã có kết luận ở ${place}`;
export const labelsUnknownColumn = (column: string, nearest: string | null): string =>
  `Cột “${column}” của tệp kết luận không phải mã nội dung nào nên bỏ qua${nearest === null ? '' : `; có phải “${nearest}”`}.`;
export const labelsThreeGrades = 'Tệp kết luận chấm nội dung 0/1/2: 2 tính là đạt, 1 (mới nhắc tới) tính là chưa đạt.';
export const labelsNoConclusion = (rows: number): string => `${formatCount(rows)} bài trong tệp kết luận để trống kết luận nên không tính.`;

export const labelsJson = (file: string): string =>
  `Tệp kết luận ${file} không đúng mẫu JSON { "report": "bao-cao.json", "labels": [ { "file": "…", "conclusion": "đạt" } ] }. Sửa rồi chạy lại.`;
export const reportJson = (file: string): string =>
  `“${file}” không phải báo cáo do soatbai assess --json ghi, hoặc do bản cũ ghi. Chạy lại soatbai assess … --json ${file} rồi dùng tệp đó.`;
export const noSuchCampaign = (name: string, nearest: string | null, known: readonly string[]): string =>
  `Kho không có đợt học tập “${name}”${nearest === null ? '' : `; có phải “${nearest}”`}.${
    known.length === 0
      ? ''
      : ` Các đợt: ${known
          .slice(0, 5)
          .map((one) => `“${one}”`)
          .join(', ')}.`
  }`;
export const noCampaigns = (folder: string): string =>
  `Kho ${folder} chưa có đợt học tập nào lập trên trang. Dùng --report với tệp do soatbai assess --json ghi.`;
export const whichCampaign = (names: readonly string[]): string =>
  `Kho có ${formatCount(names.length)} đợt học tập: thêm --campaign và tên một đợt (${names
    .slice(0, 5)
    .map((one) => `“${one}”`)
    .join(', ')}).`;
