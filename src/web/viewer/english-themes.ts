/** Names of the themes that the product proposes by itself, as a campaign has them that changed nothing. */
const NAMES: Readonly<Record<string, string>> = {
  'Nhận thức về những nội dung cơ bản': 'Awareness of the main points',
  'Trách nhiệm của bản thân': 'Own responsibility',
  'Liên hệ đơn vị, lĩnh vực công tác': 'Own unit and field of work',
  'Đề xuất, kiến nghị': 'Requests',
  'Nhiệm vụ theo chức trách người đứng đầu': 'Duties of a head',
  'Việc sẽ làm, thời hạn, kết quả phải đạt': 'Tasks, deadlines, results to be reached',
  'Tình hình cơ quan, đơn vị phụ trách': 'State of the office or unit',
  'Tinh thần đổi mới, dám nghĩ, dám làm, dám chịu trách nhiệm': 'New ways, daring to think, act and answer for it',
  'Vận dụng quan điểm, mục tiêu, nhiệm vụ của nghị quyết': 'The resolution’s viewpoints, goals and tasks applied',
  'Tình hình của địa phương, đơn vị': 'State of the place or unit',
  'Nội dung trọng tâm, giải pháp đột phá, vấn đề bức xúc': 'Priorities, decisive measures, pressing matters',
  'Phân công: ai làm, việc gì, bao giờ xong': 'Who does what by when',
};

/** The name of a theme in English; null for one that a person typed. */
export const englishTheme = (name: string): string | null => NAMES[name] ?? null;
