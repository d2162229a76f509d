import { formatCount } from '../model/format.js';

export const campaignFileError = (file: string, line: number, reason: string): string =>
  `Tệp đợt học tập ${file}, dòng ${line}: ${reason}. Sửa dòng này rồi chạy lại.`;
export const missingListedFile = (name: string): string => `không thấy tệp “${name}” (đường dẫn tính từ thư mục của tệp đợt học tập)`;
export const unknownKey = (key: string, nearest: string | null): string =>
  `không có mục “${key}”${nearest === null ? '' : `; có phải “${nearest}”`}`;
export const missingKey = (key: string): string => `thiếu mục “${key}”`;
export const duplicateFile = (name: string): string => `tệp “${name}” ghi hai lần`;
export const wholeFile = '(cả tệp)';
export const yamlAlias = 'dấu * trỏ tới một tên không có hoặc lặp vô tận; nếu là chữ thì đặt trong ngoặc kép';
/** The parser's own sentences are English; its codes say enough to name what is wrong. */
export const yamlProblem = (code: string): string => {
  if (code === 'DUPLICATE_KEY') return 'một khóa ghi hai lần';
  if (code.includes('INDENT')) return 'thụt đầu dòng không đúng';
  if (code === 'TAB_AS_INDENT') return 'dùng dấu Tab để thụt đầu dòng; hãy dùng dấu cách';
  return `không đúng cú pháp YAML (${code}); kiểm tra dấu hai chấm, ngoặc và ngoặc kép`;
};
export const duplicateTheme = (id: string): string => `mã nội dung “${id}” dùng hai lần`;
export const missingPrompt =
  'loại “situational-answer” cần mục “prompt” (tình huống, câu hỏi phải trả lời) hoặc mục “themes”; thiếu cả hai thì không biết bài có trả lời đúng hay không';
export const emptyPrompt = 'không rút được ý nào từ “prompt”; ghi rõ hơn tình huống nói về việc gì, hoặc thêm mục “themes”';
export const promptThemeName = 'Trả lời tình huống';
export const solutionThemeName = 'Cách giải quyết';
export const referenceUnreadable = (name: string, reason: string): string =>
  `Không đọc được văn bản “${name}” của đợt học tập nên chưa soát được bài nào. ${reason}`;
export const documentMissing = (name: string): string =>
  `Không còn văn bản “${name}” của đợt học tập nên chưa soát được bài nào; các bài đã nhận vẫn an toàn. Mở đợt học tập, gửi lại văn bản này rồi bấm thử lại.`;

export const rosterError = (file: string, line: number, reason: string, advice: string): string =>
  `Danh sách ${file}, dòng ${line}: ${reason}. ${advice}`;
export const rosterRunAgain = 'Sửa dòng này rồi chạy lại.';
export const rosterColumns = (missing: string): string => `thiếu cột “${missing}”; dòng đầu phải có file,member,unit,post,place`;
export const rosterEmptyCell = (column: string): string => `ô “${column}” để trống`;
export const rosterDuplicate = (name: string, line: number): string => `tệp “${name}” đã có ở dòng ${line}`;
export const rosterTooManyCells = 'nhiều ô hơn dòng đầu; ô có dấu phẩy phải đặt trong ngoặc kép';
export const rosterRounded = (member: string): string =>
  `số “${member}” đã bị bảng tính làm tròn; định dạng cột này là văn bản rồi nhập lại`;
export const rosterTwoUnits = (member: string, line: number): string => `số “${member}” đã thuộc một đơn vị khác ở dòng ${line}`;
export const tableSyntax = 'dấu ngoặc kép hoặc dấu phân cách không đúng';
export const rosterFileUnknown = (name: string, line: number, nearest: string | null): string =>
  `Danh sách dòng ${line}: không có tệp “${name}” trong lô bài${nearest === null ? '' : `; gần giống nhất là “${nearest}”`}.`;
export const rosterAmbiguous = (name: string, line: number, places: readonly string[]): string =>
  `Danh sách dòng ${line}: tên “${name}” có ở ${formatCount(places.length)} chỗ (${places.slice(0, 3).join(', ')}). Ghi cả thư mục để biết là tệp nào.`;
export const rosterSharedMember = (member: string, files: readonly string[]): string =>
  `Danh sách ghi cùng mã “${member}” cho ${formatCount(files.length)} tệp khác nhau (${files.slice(0, 3).join(', ')}): coi là nhiều lần nộp của một người, không so với nhau. Kiểm tra lại mã.`;
export const fileNotInRoster = (name: string): string => `Tệp “${name}” không có trong danh sách nên được tính là của một người riêng.`;

export const fileNotFound = (path: string): string => `Không thấy tệp hoặc thư mục “${path}”. Kiểm tra lại đường dẫn.`;
export const systemFile = 'Tệp tạm hoặc tệp của hệ điều hành, không phải bài nộp.';
export const linkFile = 'Đường liên kết, không phải tệp. Chép tệp thật vào thư mục rồi nộp lại.';
export const archiveUnreadable = 'Không mở được tệp nén này. Nén lại thành ZIP không mật khẩu rồi nộp lại.';
export const archiveEncrypted = 'Tệp nằm trong ZIP có mật khẩu. Bỏ mật khẩu, nén lại rồi nộp lại.';
export const archiveBadName = 'Tên tệp trong ZIP không hợp lệ nên không lấy ra. Đổi tên, nén lại rồi nộp lại.';
export const archiveDuplicateName = 'ZIP có hai tệp trùng tên này; chỉ lấy tệp đầu. Đổi tên một tệp rồi nộp lại.';
export const archiveTooMany = (limit: number, total: number): string =>
  `ZIP ghi có ${formatCount(total)} tệp, vượt giới hạn ${formatCount(limit)}: chỉ lấy ${formatCount(limit)} tệp đầu. Chia phần còn lại thành ZIP khác rồi nộp tiếp.`;
export const archiveTooLong = (limit: number, total: number): string =>
  `ZIP ghi có ${formatCount(total)} mục (tệp, thư mục, tệp của hệ điều hành), vượt giới hạn ${formatCount(limit)}: chỉ xem ${formatCount(limit)} mục đầu. Chia phần còn lại thành ZIP khác rồi nộp tiếp.`;
export const archiveTooMuch = (limit: number): string =>
  `Các tệp trong ZIP giải nén ra quá ${formatCount(Math.round(limit / 1024 ** 2))} MB; tệp này chưa được lấy. Chia thành nhiều ZIP nhỏ hơn rồi nộp lại.`;
export const archiveNested = 'Là tệp nén nằm trong tệp nén nên không mở. Giải nén ra, nộp từng bài hoặc nộp riêng tệp nén này ở dạng ZIP.';
export const archiveSplit =
  'Là một phần của tệp nén chia nhiều phần nên không mở được. Ghép và giải nén trên máy, nén lại thành một ZIP rồi nộp lại.';
export const archiveOverlap =
  'Tệp này dùng chung dữ liệu với tệp khác trong ZIP, không phải ZIP thông thường, nên không lấy ra. Nén lại bằng chương trình khác rồi nộp lại.';
export const archiveInconsistent =
  'ZIP ghi hai thông tin khác nhau về tệp này nên không lấy ra. Nén lại bằng chương trình khác hoặc nộp riêng tệp này.';
export const givenTwice = 'Đường dẫn ghi hai lần trong cùng một lệnh; chỉ đọc một lần.';
export const notAFile = 'Không phải tệp thông thường nên không đọc. Chép bài ra một tệp rồi nộp lại.';
export const unreadablePath = 'Không mở được (thiếu quyền, hoặc ổ đĩa không đọc được). Kiểm tra quyền đọc rồi nộp lại.';
export const archiveTooLarge = 'Tệp trong ZIP quá lớn hoặc bị nén bất thường nên không lấy ra. Nộp riêng tệp này.';
export const campaignDocument = 'Là văn bản của đợt học tập (nghị quyết, tài liệu, mẫu hoặc bài mẫu), không phải bài nộp.';
export const sameFileTwice = (first: string): string => `Cùng người nộp, nội dung giống hệt “${first}” nên chỉ tính một bài.`;
export const noWords = (file: string): string => `Tệp “${file}” không có chữ nào để soát. Mở lại bài trên máy, kiểm tra rồi nộp lại.`;
export const nothingToAssess = 'Không có tệp nào để soát. Kiểm tra lại thư mục hoặc tệp ZIP.';

export const rosterOfBatch = 'của lô bài';
export const wasErased = 'Bài này đã được xóa sau khi nhận tệp, nên không đọc lại. Nếu vẫn cần đối chiếu, mở lô mới rồi gửi lại tệp.';
export const handedInBefore = (batch: number): string => `Bài này đã nộp ở lô ${formatCount(batch)} nên chỉ tính một lần, ở lô đó.`;
export const jobBroken =
  'Máy gặp lỗi ngoài dự kiến nên dừng việc này; các tệp đã nhận vẫn an toàn. Bấm thử lại; nếu vẫn lỗi, gửi nhật ký máy chủ cho người quản trị.';
export const jobStuck =
  'Máy đã dừng giữa chừng nhiều lần ở cùng một chỗ nên không tự làm tiếp; các tệp đã nhận vẫn an toàn. Kiểm tra bộ nhớ và ổ đĩa của máy chủ rồi bấm thử lại.';
export const campaignGone = 'Không còn đợt học tập này nên không soát được; các tệp đã nhận vẫn an toàn. Tải lại trang.';
export const batchGone = 'Không còn lô bài này nên không có gì để làm. Tải lại trang.';
export const draftGone = 'Bản sửa của đợt học tập không còn nên không có gì để tính lại; kết quả đang dùng không đổi. Tải lại trang.';

export const requestTheme = 'Đề xuất, kiến nghị';
/** Characters of a campaign's name at most; a title may be longer than anybody reads. */
const LONGEST_NAME = 220;
/** A campaign's name from the titles of its documents, else from the first one's file name. */
export function campaignName(
  titles: readonly { readonly kind: string; readonly number: string; readonly subject: string }[],
  file: string,
): string {
  const known = titles.filter(({ kind, number }) => kind !== '' || number !== '');
  const documents = known.map(({ kind, number }) => `${kind || 'Văn bản'}${number === '' ? '' : ` số ${number}`}`);
  const stem = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '');
  if (documents.length === 0) return stem === '' ? 'Học tập nghị quyết' : `Học tập văn bản “${stem}”`;
  const about = known.length === 1 && known[0]!.subject !== '' ? ` về ${known[0]!.subject}` : '';
  const name = `Học tập ${documents.join(' và ')}${about}`;
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, name.lastIndexOf(' ', LONGEST_NAME))}…`;
}
export const tooLittleText = (file: string): string =>
  `Văn bản “${file}” có quá ít chữ để gợi ý nên chỉ có các chủ đề mặc định. Kiểm tra lại tệp, hoặc tự thêm chủ đề và cụm từ.`;
export const noOwnThemes = (file: string): string =>
  `Không tìm thấy chủ đề riêng trong văn bản “${file}” nên chỉ có các chủ đề mặc định. Đồng chí tự thêm chủ đề và cụm từ.`;
export const noWordVectors = (folder: string): string =>
  `Không đọc được bảng từ trong “${folder}”: cần hai tệp vi-words.bin và vi-words.tsv đi cùng nhau. Kiểm tra biến SOATBAI_WORDS, hoặc bỏ biến này để dùng bảng đi kèm.`;
