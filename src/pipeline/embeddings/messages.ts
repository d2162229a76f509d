import { formatCount } from '../../model/format.js';

export const embeddingsUrl = (url: string): string =>
  `--embeddings “${url}” không phải địa chỉ đầy đủ, ví dụ http://127.0.0.1:8080; địa chỉ không kèm tên và mật khẩu (token đặt ở biến SOATBAI_EMBEDDINGS_KEY).`;
export const embeddingsModel = '--embeddings cần đi cùng --embeddings-model với tên mô hình mà máy chủ đó có.';
export const embeddingsNeedsUrl = '--embeddings-model và --embeddings-allow chỉ dùng cùng --embeddings.';
export const embeddingsHost = (host: string): string =>
  `--embeddings trỏ tới “${host}”, không phải máy này, nên không gửi câu nào tới đó. Nếu quản trị cho phép, thêm --embeddings-allow ${host} hoặc đặt biến SOATBAI_EMBEDDINGS_ALLOW.`;
export const embeddingsKey = 'Biến SOATBAI_EMBEDDINGS_KEY có ký tự không dùng được trong token. Đặt lại biến này.';

export const embeddingsWarning = (origin: string, reason: string): string =>
  `Không dùng được máy chủ véc-tơ câu ${origin}: ${reason}. Lô này được soát như khi không bật nó; kiểm tra máy chủ rồi soát lại nếu cần.`;
export const unreachable = (code: string): string => `không kết nối được (${code})`;
export const tooSlow = (seconds: number): string => `quá ${formatCount(seconds)} giây chưa trả lời xong`;
export const overBudget = 'trả lời quá chậm so với số bài của lô';
export const badStatus = (status: number): string => `trả lời mã ${status}`;
export const redirected = (status: number): string => `chuyển hướng sang địa chỉ khác (mã ${status}), không đi theo`;
export const tooLarge = (megabytes: number): string => `trả lời dài hơn ${formatCount(megabytes)} MB`;
export const malformed = 'trả lời không đúng mẫu /v1/embeddings';
export const wrongDimension = (expected: number, found: number): string =>
  `véc-tơ dài ${formatCount(found)} số, những lần trước ${formatCount(expected)} số`;
export const foreignAddress = (host: string, address: string): string =>
  `tên “${host}” dẫn tới ${address}, không phải máy này và không có trong danh sách cho phép`;
export const badCertificate = (code: string): string => `chứng thư TLS không tin được (${code})`;
