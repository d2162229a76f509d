// What a title says a document is about, cut into its subjects.

/** Verbs with which a subject of its own begins, behind "và" or a comma. */
const VERBS =
  'xây dựng|phát triển|bảo vệ|nâng cao|đẩy mạnh|tăng cường|đổi mới|thực hành|thực hiện|cải cách|chuyển đổi|phòng,? chống|phòng ngừa|phòng cháy|thu hút|quản lý|giải quyết|bảo đảm|đảm bảo|giữ gìn|giữ vững|phát huy|huy động|hoàn thiện|xóa|giảm|chăm sóc|chăm lo|đào tạo|bồi dưỡng|sắp xếp|tinh gọn|kiểm soát|xử lý|khai thác|khôi phục|bảo tồn|ứng dụng|hỗ trợ|thúc đẩy|củng cố|ngăn chặn|đấu tranh|cải thiện|cải tạo|nhân rộng|mở rộng|sử dụng|thích ứng|ứng phó|chống|tiết kiệm|thu gom|cứu nạn';
const BETWEEN = new RegExp(
  `\\s*(?:[;,]\\s*(?:đồng thời\\s+)?|\\s(?:và|gắn với việc|gắn với|gắn liền với|kết hợp với|kết hợp|đi đôi với)\\s+)(?=(?:${VERBS})(?!\\p{L}))`,
  'giu',
);
/** A noun of some length may stand behind "và" alone. */
const AND = /\s+và\s+(?!hoạt động|hiệu|các)(?=\S+\s+\S+\s+\S+\s+\S+)/giu;
/** What says when and where, and no more of what. */
const TAIL =
  /[\s,]*(?:\(.*\)|(?:trong\s+)?(?:giai đoạn|nhiệm kỳ|thời kỳ)\s.*|(?:đến|trong|từ)\s+(?:hết\s+)?năm\s+\d.*|(?:trong\s+)?năm\s+\d{4}.*|định hướng\s.*|tầm nhìn\s.*|trong (?:tình hình|giai đoạn|thời kỳ|thời gian|điều kiện).*|trên địa bàn.*|ở địa phương.*|(?:trong\s+)?mùa\s+\p{L}+(?:\s+\d.*)?|\d{4}\s*[-–]\s*\d{4}|theo tinh thần.*)$/iu;
/** Whose it is: "huyện Đông Kiều". */
const PLACE = /\s+(?:của\s+|ở\s+)?(?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường|thị trấn|đảng bộ)\s+\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)*$/u;
/** How a directive begins: who is to lead, and then over what. */
const LEAD =
  /^(?:(?:một số|những)\s+(?:chủ trương|nhiệm vụ|giải pháp)[^.]*?\s(?:về|nhằm|để)\s+|(?:tiếp tục\s+)?(?:tăng cường|nâng cao|đổi mới|phát huy|đề cao)[^.]*?(?:lãnh đạo|chỉ đạo|trách nhiệm|vai trò)[^.]*?\s(?:đối với|trong)\s+(?:công tác\s+|việc\s+)?|tiếp tục\s+|(?:về\s+)?việc\s+|công tác\s+)/iu;
const SHORTEST = 3;

/** The subjects that a title names, in its order and as they stand there: "phát triển nguồn nhân lực", "cải cách hành chính". */
export function subjectsOfTitle(title: string): string[] {
  const about = title.replace(TAIL, '').replace(TAIL, '').replace(PLACE, '').replace(LEAD, '').trim();
  if (about === '') return [];
  const parts: string[] = [];
  let from = 0;
  const pauses = [...about.matchAll(BETWEEN), ...about.matchAll(AND)].sort((a, b) => a.index - b.index);
  for (const { 0: between, index } of pauses) {
    if (index < from) continue;
    const part = about.slice(from, index).trim();
    const rest = about.slice(index + between.length);
    if (syllables(part) < SHORTEST || syllables(rest) < SHORTEST || isLooseEnd(rest)) continue;
    parts.push(part);
    from = index + between.length;
  }
  parts.push(about.slice(from).trim());
  return parts.map((part) => part.replace(/[\s,;.:]+$/u, ''));
}

const syllables = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
/** "phòng, chống lãng phí" goes on what was before it: saving and waste are one subject. */
const isLooseEnd = (text: string): boolean => /^(?:phòng,? chống|chống|sử dụng|xử lý|thu gom|khai thác|giải quyết)(?!\p{L})/iu.test(text);

/** "giai đoạn 2026-2030" where the title says so; empty where not. */
export const periodOf = (title: string): string =>
  /(?:giai đoạn|nhiệm kỳ)\s+\d{4}\s*[-–]\s*\d{4}/iu.exec(title)?.[0].replace(/\s*[-–]\s*/u, '-') ?? '';
