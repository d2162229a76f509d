import type { CampaignKind, Theme } from '../model/campaign.js';

/** One clear sentence on a theme is enough. */
const MINIMUM = 0.4;

const required = (theme: Pick<Theme, 'id' | 'name' | 'kind' | 'phrases'> & Partial<Theme>): Theme => ({
  required: true,
  minimum: MINIMUM,
  facets: [],
  ...theme,
});

/** Parts of any resolution that an essay reports and a programme applies. */
const VIEWPOINTS = {
  name: 'quan điểm',
  phrases: [
    'quan điểm',
    'quan điểm chỉ đạo',
    'tư tưởng chỉ đạo',
    'nguyên tắc chỉ đạo',
    'lấy người dân làm trung tâm',
    'là nền tảng',
    'là động lực',
  ],
};
const GOALS = {
  name: 'mục tiêu',
  phrases: [
    'mục tiêu',
    'mục tiêu chung',
    'mục tiêu cụ thể',
    'chỉ tiêu',
    'phấn đấu đến năm',
    'đến năm 2030',
    'tầm nhìn đến năm 2045',
    'tỷ lệ đạt',
  ],
};
const MEASURES = {
  name: 'nhiệm vụ, giải pháp',
  phrases: ['nhiệm vụ, giải pháp', 'nhóm nhiệm vụ', 'nhiệm vụ chủ yếu', 'nhiệm vụ trọng tâm', 'nhóm giải pháp', 'khâu đột phá', 'cách làm'],
};

const ESSAY: readonly Theme[] = [
  required({
    id: 'nhan-thuc',
    name: 'Nhận thức về những nội dung cơ bản',
    kind: 'awareness',
    phrases: [
      'nội dung cơ bản',
      'nội dung cốt lõi',
      'điểm mới',
      'ý nghĩa của nghị quyết',
      'nghị quyết xác định',
      'nghị quyết nêu rõ',
      'điều tôi tâm đắc',
    ],
    facets: [VIEWPOINTS, GOALS, MEASURES],
  }),
  required({
    id: 'trach-nhiem',
    name: 'Trách nhiệm của bản thân',
    kind: 'commitment',
    phrases: [
      'trách nhiệm của bản thân',
      'việc tôi sẽ làm',
      'phần việc được giao',
      'tôi đăng ký',
      'tôi nhận việc',
      'tôi cam kết',
      'hoàn thành trước ngày',
      'hướng khắc phục',
    ],
  }),
  required({
    id: 'lien-he-don-vi',
    name: 'Liên hệ đơn vị, lĩnh vực công tác',
    kind: 'own-unit',
    phrases: [
      'liên hệ thực tế',
      'tại đơn vị',
      'thực trạng của đơn vị',
      'kết quả đạt được',
      'tồn tại, hạn chế',
      'nguyên nhân',
      'khó khăn, vướng mắc',
      'lĩnh vực công tác',
    ],
  }),
  required({
    id: 'kien-nghi',
    name: 'Đề xuất, kiến nghị',
    kind: 'request',
    // Who has nothing to ask for has nothing to be sent back for.
    required: false,
    phrases: [
      'đề xuất',
      'kiến nghị',
      'đề nghị cấp ủy',
      'đề nghị chi bộ',
      'kiến nghị với cấp trên',
      'bố trí kinh phí',
      'hỗ trợ kinh phí',
      'có cơ chế',
    ],
  }),
];

const PERSONAL_PLAN: readonly Theme[] = [
  required({
    id: 'chuc-trach',
    name: 'Nhiệm vụ theo chức trách người đứng đầu',
    kind: 'topic',
    phrases: [
      'chức trách, nhiệm vụ được giao',
      'trên cương vị',
      'người đứng đầu',
      'phụ trách chung',
      'được phân công phụ trách',
      'lĩnh vực phụ trách',
      'lãnh đạo, chỉ đạo',
      'trực tiếp chỉ đạo',
      'chịu trách nhiệm trước cấp ủy',
    ],
  }),
  required({
    id: 'viec-se-lam',
    name: 'Việc sẽ làm, thời hạn, kết quả phải đạt',
    kind: 'commitment',
    phrases: [
      'việc tôi sẽ làm',
      'tôi trực tiếp',
      'tôi phụ trách',
      'tôi chủ trì',
      'nhiệm vụ cụ thể',
      'việc trọng tâm',
      'biện pháp thực hiện',
      'tôi chịu trách nhiệm',
    ],
    facets: [
      {
        name: 'thời hạn',
        phrases: [
          'thời hạn',
          'thời gian hoàn thành',
          'trước ngày',
          'xong trước',
          'trong quý',
          'trong tháng',
          'hằng tháng',
          'mỗi tháng',
          'hằng quý',
          'đến hết',
          'cuối năm',
        ],
      },
      {
        name: 'kết quả phải đạt',
        phrases: ['kết quả phải đạt', 'chỉ tiêu', 'thước đo', 'sản phẩm', 'tỷ lệ', 'đạt từ', 'tăng lên', 'giảm còn', 'không còn'],
      },
    ],
  }),
  required({
    id: 'tinh-hinh-don-vi',
    name: 'Tình hình cơ quan, đơn vị phụ trách',
    kind: 'own-unit',
    phrases: [
      'tình hình của đơn vị',
      'thực trạng',
      'kết quả đạt được',
      'tồn tại, hạn chế',
      'nguyên nhân',
      'việc còn yếu',
      'khó khăn, vướng mắc',
      'vấn đề nổi cộm',
    ],
  }),
  required({
    id: 'doi-moi',
    name: 'Tinh thần đổi mới, dám nghĩ, dám làm, dám chịu trách nhiệm',
    kind: 'topic',
    // A spirit shows in what is done: whoever names tasks and days need not praise it.
    required: false,
    phrases: [
      'cách làm mới',
      'làm thí điểm',
      'đổi mới cách',
      'lần đầu tiên',
      'dám nghĩ, dám làm',
      'dám chịu trách nhiệm',
      'sáng kiến',
      'việc khó',
    ],
  }),
];

const ACTION_PROGRAMME: readonly Theme[] = [
  required({
    id: 'van-dung',
    name: 'Vận dụng quan điểm, mục tiêu, nhiệm vụ của nghị quyết',
    // Not awareness, which looks for a report of what was studied: here the resolution is applied, in targets of one's own.
    kind: 'topic',
    phrases: [
      'cụ thể hóa nghị quyết',
      'vận dụng',
      'mục tiêu của chương trình',
      'chỉ tiêu của địa phương',
      'phù hợp với thực tế',
      'phấn đấu đến năm',
    ],
    facets: [VIEWPOINTS, GOALS, MEASURES],
  }),
  required({
    id: 'tinh-hinh',
    name: 'Tình hình của địa phương, đơn vị',
    kind: 'own-unit',
    phrases: [
      'tình hình của địa phương',
      'thực trạng',
      'đặc điểm tình hình',
      'kết quả đạt được',
      'tồn tại, hạn chế',
      'nguyên nhân',
      'khó khăn, vướng mắc',
      'trên địa bàn',
    ],
  }),
  required({
    id: 'trong-tam',
    name: 'Nội dung trọng tâm, giải pháp đột phá, vấn đề bức xúc',
    kind: 'topic',
    phrases: [
      'nội dung trọng tâm',
      'việc trọng tâm',
      'khâu đột phá',
      'giải pháp đột phá',
      'vấn đề nổi cộm',
      'vấn đề bức xúc',
      'tập trung giải quyết',
      'ưu tiên trước hết',
      'chọn việc làm trước',
    ],
  }),
  required({
    id: 'phan-cong',
    name: 'Phân công: ai làm, việc gì, bao giờ xong',
    // Not a commitment, which is what the writer takes on: here a collective gives tasks to those who belong to it.
    kind: 'topic',
    phrases: [
      'chi bộ sẽ',
      'Đảng ủy sẽ',
      'cấp ủy phân công',
      'Đảng ủy giao',
      'chi bộ giao',
      'chịu trách nhiệm',
      'chủ trì, phối hợp',
      'đồng chí phụ trách',
      'hoàn thành trước ngày',
      'xong trong quý',
      'định kỳ kiểm tra',
      'lộ trình thực hiện',
    ],
  }),
];

/** Themes of a campaign that names none. A situational answer has none by default: its question tells what to look for. */
export const DEFAULT_THEMES: Readonly<Record<CampaignKind, readonly Theme[]>> = {
  essay: ESSAY,
  'personal-plan': PERSONAL_PLAN,
  'action-programme': ACTION_PROGRAMME,
  'situational-answer': [],
};
