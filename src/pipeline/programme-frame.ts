import type { CampaignKind } from '../model/campaign.js';

/**
 * What the guidelines for such documents have everybody write: a programme's or plan's opening and closing sentences. Headings are
 * left out: they are too short to count as shared, and their words stand in sentences of one's own.
 */
const FRAME: readonly string[] = [
  'Thực hiện Nghị quyết của Ban Chấp hành Đảng bộ về, Đảng ủy xây dựng Chương trình hành động thực hiện Nghị quyết với những nội dung cụ thể như sau',
  'Căn cứ chức năng, nhiệm vụ được giao và tình hình thực tế của địa phương, đơn vị, chi bộ xây dựng Chương trình hành động thực hiện Nghị quyết như sau',
  'Căn cứ chức trách, nhiệm vụ được phân công, tôi xây dựng kế hoạch cá nhân thực hiện Nghị quyết như sau',
  'Tổ chức quán triệt và triển khai thực hiện nghiêm túc, kịp thời, có hiệu quả Nghị quyết của Ban Chấp hành Đảng bộ',
  'Tạo sự chuyển biến mạnh mẽ về nhận thức và hành động của cấp ủy, tổ chức đảng, cán bộ, đảng viên và nhân dân trong việc thực hiện Nghị quyết',
  'Xác định rõ nội dung, nhiệm vụ, giải pháp cụ thể, phân công rõ trách nhiệm của từng tập thể, cá nhân, thời gian hoàn thành và kết quả thực hiện',
  'Việc triển khai thực hiện Nghị quyết phải bảo đảm thiết thực, hiệu quả, phù hợp với tình hình thực tế của địa phương, cơ quan, đơn vị, tránh hình thức, lãng phí',
  'Các chi bộ trực thuộc căn cứ Chương trình hành động này và tình hình thực tế xây dựng kế hoạch cụ thể để tổ chức thực hiện',
  'Định kỳ sáu tháng, hằng năm báo cáo kết quả thực hiện về Ban Thường vụ để theo dõi, chỉ đạo',
  'Giao Ủy ban kiểm tra Đảng ủy theo dõi, đôn đốc, kiểm tra, giám sát việc triển khai thực hiện Chương trình hành động, định kỳ sơ kết, tổng kết và báo cáo theo quy định',
  'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các chi bộ kịp thời phản ánh, báo cáo Đảng ủy xem xét, điều chỉnh, bổ sung cho phù hợp',
  'Trên đây là Chương trình hành động của Đảng ủy thực hiện Nghị quyết của Ban Chấp hành Đảng bộ, yêu cầu các chi bộ trực thuộc nghiêm túc triển khai thực hiện',
];

/** The frame that all documents of a kind have in common; it is no copying, and nobody's own words. */
export const frameOf = (kind: CampaignKind): readonly string[] => (kind === 'action-programme' || kind === 'personal-plan' ? FRAME : []);
