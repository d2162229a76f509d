import { formatCount } from '../model/format.js';

export const campaignFileError = (file: string, line: number, reason: string): string =>
  `Tệp đợt học tập ${file}, dòng ${line}: ${reason}. Sửa dòng này rồi chạy lại.`;
export const missingListedFile = (name: string): string => `không thấy tệp “${name}” (đường dẫn tính từ thư mục của tệp đợt học tập)`;
export const duplicateTheme = (id: string): string => `mã nội dung “${id}” dùng hai lần`;
export const referenceUnreadable = (name: string, reason: string): string =>
  `Không đọc được văn bản “${name}” của đợt học tập nên chưa soát được bài nào. ${reason}`;

export const rosterError = (file: string, line: number, reason: string): string =>
  `Danh sách ${file}, dòng ${line}: ${reason}. Sửa dòng này rồi chạy lại.`;
export const rosterColumns = (missing: string): string => `thiếu cột “${missing}”; dòng đầu phải có file,member,unit,post,place`;
export const rosterEmptyCell = (column: string): string => `ô “${column}” để trống`;
export const rosterDuplicate = (name: string, line: number): string => `tệp “${name}” đã có ở dòng ${line}`;
export const rosterFileUnknown = (name: string, line: number, nearest: string | null): string =>
  `Danh sách dòng ${line}: không có tệp “${name}” trong lô bài${nearest === null ? '' : `; gần giống nhất là “${nearest}”`}.`;
export const fileNotInRoster = (name: string): string => `Tệp “${name}” không có trong danh sách nên được tính là của một người riêng.`;

export const fileNotFound = (path: string): string => `Không thấy tệp hoặc thư mục “${path}”. Kiểm tra lại đường dẫn.`;
export const systemFile = 'Tệp tạm hoặc tệp của hệ điều hành, không phải bài nộp.';
export const linkFile = 'Đường liên kết, không phải tệp. Chép tệp thật vào thư mục rồi nộp lại.';
export const archiveUnreadable = 'Không mở được tệp nén này. Nén lại thành ZIP không mật khẩu rồi nộp lại.';
export const archiveEncrypted = 'Tệp nằm trong ZIP có mật khẩu. Bỏ mật khẩu, nén lại rồi nộp lại.';
export const archiveBadName = 'Tên tệp trong ZIP không hợp lệ nên không lấy ra. Đổi tên, nén lại rồi nộp lại.';
export const archiveDuplicateName = 'ZIP có hai tệp trùng tên này; chỉ lấy tệp đầu. Đổi tên một tệp rồi nộp lại.';
export const archiveTooMany = (limit: number): string =>
  `ZIP có quá ${formatCount(limit)} tệp; tệp này chưa được lấy. Chia thành nhiều ZIP nhỏ hơn rồi nộp lại.`;
export const bytesUnavailable = 'Không lấy được nội dung tệp (tệp nén hỏng, quá lớn hoặc ổ đĩa không đọc được). Nộp riêng tệp này.';
export const archiveTooLarge = 'Tệp trong ZIP quá lớn hoặc bị nén bất thường nên không lấy ra. Nộp riêng tệp này.';
export const sameFileTwice = (first: string): string => `Cùng người nộp, nội dung giống hệt “${first}” nên chỉ tính một bài.`;
export const nothingToAssess = 'Không có tệp nào để soát. Kiểm tra lại thư mục hoặc tệp ZIP.';
