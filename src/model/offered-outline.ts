import type { FigureGroup, OutlineSection, SectionLevel } from './unit-report.js';

const text = (id: string, heading: string, hint: string, isRequired = true): OutlineSection => {
  return { id, heading, level: 1, kind: 'text', groups: [], hint, isRequired };
};
const figures = (id: string, heading: string, groups: readonly FigureGroup[], level: SectionLevel = 2): OutlineSection => {
  return { id, heading, level, kind: 'figures', groups, hint: '', isRequired: false };
};

/** The outline that a committee is offered to begin with; it changes what it likes. */
export const OFFERED_SECTIONS: readonly OutlineSection[] = [
  text('chi-dao', 'I. Công tác lãnh đạo, chỉ đạo', 'Văn bản đã ban hành, phân công cấp ủy viên phụ trách, cách tổ chức.'),
  figures('so-lieu', 'II. Kết quả học tập, quán triệt', [], 1),
  figures('dang-vien', '1. Đảng viên và đối tượng viết bài', ['members']),
  figures('buoi-hoc', '2. Tổ chức học tập', ['sessions', 'attendance', 'material']),
  figures('bai-thu-hoach', '3. Bài thu hoạch và kết quả soát', ['essays', 'results', 'secondLooks']),
  figures('chuong-trinh', '4. Chương trình hành động, kế hoạch cá nhân', ['programmes']),
  figures('don-vi', '5. Tình hình các đơn vị, bài và đơn vị tiêu biểu', ['units', 'exemplary']),
  text('uu-diem', 'III. Ưu điểm', 'Việc đã làm tốt, nêu đơn vị và cách làm cụ thể.'),
  text('han-che', 'IV. Hạn chế, khuyết điểm', 'Việc chưa làm được; nơi học chậm, nộp chậm, bài phải viết lại nhiều.'),
  text('nguyen-nhan', 'V. Nguyên nhân', 'Nguyên nhân khách quan, chủ quan; trách nhiệm của cấp ủy, người đứng đầu.'),
  text('nhiem-vu', 'VI. Nhiệm vụ, giải pháp thời gian tới', 'Việc phải bổ sung, người phụ trách, thời hạn.'),
  text('kien-nghi', 'VII. Kiến nghị, đề xuất', 'Nội dung đề nghị cấp ủy cấp trên.', false),
];
