import type { Discount, Ground, MatchKind } from '../../model/assessment.js';
import type { CampaignKind } from '../../model/campaign.js';
import { formatCount, formatLimit, formatShare } from '../../model/format.js';

const nouns: Readonly<Record<CampaignKind, string>> = {
  essay: 'bài thu hoạch',
  'personal-plan': 'kế hoạch cá nhân',
  'action-programme': 'chương trình hành động',
  'situational-answer': 'bài trả lời tình huống',
};

const grounds: Readonly<Record<Ground, string>> = {
  copied: 'có phần trùng khớp với bài khác',
  content: 'nội dung chưa đạt yêu cầu',
};

/** Where a passage stands too: never whose text it is. Earlier attempts are no source. */
const sources: Readonly<Record<Exclude<MatchKind, 'earlier-attempt'>, string>> = {
  submission: 'bài khác đã nộp',
  sample: 'bài mẫu trên mạng',
  'self-reuse': 'bài cũ của chính đồng chí',
};

const discounts: Readonly<Record<Discount, string>> = {
  quoted: 'trích nghị quyết hoặc tài liệu học tập',
  copied: 'trùng với bài khác',
  hidden: 'nằm ngoài phần thân bài mà người đọc thấy',
  listed: 'mới nêu cụm từ, chưa thành ý',
};

/** What letters say. */
export const LETTER_WORDS = {
  nouns,
  grounds,
  sources,
  discounts,
  greeting: 'Kính gửi đồng chí,',
  greetingTo: (name: string) => `Kính gửi đồng chí ${name},`,
  facts: {
    campaign: 'Đợt học tập',
    writer: 'Mã người viết',
    person: 'Người viết',
    card: 'Số thẻ đảng viên',
    post: 'Chức vụ',
    unit: 'Đơn vị',
    file: 'Tệp bài',
  },

  rewrite: {
    title: (noun: string) => `Về việc viết lại ${noun}`,
    opening: (noun: string, day: string) =>
      `Cấp ủy đã xem ${noun} của đồng chí và ngày ${day} kết luận: đề nghị đồng chí viết lại. Trân trọng gửi đồng chí những điểm cụ thể để việc viết lại được thuận lợi.`,
    grounds: (words: string) => `Căn cứ của kết luận: ${words}.`,
    concludes: 'Kết luận là của cấp ủy, sau khi đã xem bài.',
  },
  accepted: {
    title: (noun: string) => `Kết quả xem ${noun}`,
    opening: (noun: string, day: string) =>
      `Cấp ủy đã xem ${noun} của đồng chí và ngày ${day} kết luận: đạt yêu cầu. Đồng chí không phải nộp lại. Cảm ơn đồng chí đã học tập và viết bài.`,
    concludes: 'Kết luận là của cấp ủy, sau khi đã xem bài.',
  },
  draft: {
    banner: 'Dự thảo, chưa có kết luận. Không gửi như một quyết định.',
    title: (noun: string) => `Thư trao đổi về ${noun}`,
    opening: (noun: string) => `Cấp ủy đang xem ${noun} của đồng chí và chưa kết luận.`,
    found: 'Dưới đây là những điều hệ thống tìm thấy khi đối chiếu, để đồng chí và cấp ủy cùng xem.',
    unread: 'Tệp của đồng chí chưa đọc được nên chưa đối chiếu được; dưới đây là việc cần làm với tệp.',
    concludes: 'Kết luận thuộc về cấp ủy, sau khi xem bài.',
  },
  machine:
    'Hệ thống chỉ đối chiếu câu chữ giữa các bài và tìm những câu nói về từng nội dung của đợt học tập. Hệ thống không đánh giá quan điểm và không cho biết ai viết trước; câu chữ trùng khớp có thể có nhiều lý do.',
  secondLook: 'Nếu thấy chỗ nào chưa đúng, đồng chí có thể đề nghị cấp ủy xem xét lại.',
  ownWordsOnly: 'Thư chỉ trích bài của chính đồng chí, không trích bài của người khác.',
  day: (day: string) => `Ngày ${day}`,
  signature: { by: 'TM. CẤP ỦY', hint: '(ký, ghi rõ họ tên)' },

  overlap: {
    title: 'Những đoạn trùng khớp',
    shares: (best: number | null, union: number | null) =>
      `Trong phần đồng chí tự viết, khoảng ${formatShare(best)} trùng khớp với một bài${formatShare(union) === formatShare(best) ? '' : `, tính chung mọi bài là ${formatShare(union)}`}.`,
    limit: (limit: number) => `Mức viết lại của đợt học tập: từ ${formatLimit(limit)} với một bài.`,
    places: (passages: number, syllables: number) =>
      `Có ${formatCount(passages)} đoạn, cộng ${formatCount(syllables)} âm tiết, nêu theo thứ tự trong bài:`,
    scattered: 'Phần trùng khớp nằm rải ở nhiều chỗ ngắn, không có đoạn nào dài để nêu riêng.',
    item: (number: number, syllables: number, from: string) =>
      `Đoạn ${formatCount(number)}, ${formatCount(syllables)} âm tiết, trùng với ${from}`,
    more: (passages: number) => `Ngoài ra còn ${formatCount(passages)} đoạn ngắn hơn.`,
    beside: (syllables: number) =>
      `Ngoài thân bài (chú thích, đầu và cuối trang, chữ không hiện khi đọc) còn ${formatCount(syllables)} âm tiết trùng khớp.`,
    quoted: (share: number) =>
      `Phần trích nghị quyết, tài liệu học tập và phần mẫu in sẵn (${formatShare(share)} bài) được phép dùng, không tính là trùng khớp.`,
  },
  themes: {
    missing: 'Nội dung cần bổ sung',
    kept: 'Những điều đã nêu được, nên giữ',
    keptAccepted: 'Những điều đã nêu được',
    noSentence: 'Chưa thấy câu nào của đồng chí về nội dung này.',
    inOverlap: 'Đã có nêu, nhưng câu nêu nằm trong phần trùng khớp; cần nói bằng lời của đồng chí.',
    discounted: (places: number, why: readonly string[]) =>
      `Có ${formatCount(places)} chỗ nhắc đến nhưng chưa được tính: ${why.join('; ')}.`,
  },
  corrections: {
    title: 'Những điểm cần chỉnh',
    tooShort: (syllables: number, minimum: number) =>
      `Bài có ${formatCount(syllables)} âm tiết, mức tối thiểu của đợt học tập là ${formatCount(minimum)}.`,
    tooLong: (syllables: number, maximum: number) =>
      `Bài có ${formatCount(syllables)} âm tiết, dài hơn mức ${formatCount(maximum)} của đợt học tập; nên chọn điều chính để viết.`,
    restates: (share: number) =>
      `Trích nghị quyết, tài liệu học tập và phần mẫu chiếm ${formatShare(share)} bài. Trích là được phép, nhưng nên dành phần lớn bài cho suy nghĩ và việc làm của đồng chí.`,
    form: (parts: readonly string[]) => `Chưa thấy trong bài: ${parts.join('; ')}.`,
    formParts: {
      'missing-name': 'họ và tên',
      'missing-post': 'chức vụ, nhiệm vụ',
      'missing-unit': 'đơn vị hoặc chi bộ',
      'missing-date': 'ngày viết',
    },
    generic: 'Bài còn nói chung; nên nêu việc, con số và chuyện cụ thể ở nơi đồng chí công tác.',
    stuffing: 'Có chỗ mới nêu các cụm từ nối nhau, chưa thành ý. Đề nghị đồng chí viết thành câu: việc gì, làm thế nào, khi nào xong.',
    notAnEssay: 'Tệp này có thể không phải bài cần nộp; đề nghị đồng chí xem lại đã nộp đúng tệp chưa.',
    otherResolution: 'Bài có vẻ nói về văn bản khác với đợt học tập này; đề nghị đồng chí xem lại tên và số của nghị quyết.',
    hidden:
      'Trong tệp có chữ không hiện khi đọc hoặc in, thường còn lại khi soạn hoặc dán chữ. Đề nghị đồng chí bỏ đi, hoặc để hiện bình thường.',
    partial:
      'Hệ thống chưa đọc được hết bài, nên phần chưa đọc có thể đã có những điều nêu là thiếu. Đề nghị đồng chí nộp lại tệp Word gốc.',
    unread: (state: string) => `Tệp chưa đọc được: ${state}. Chưa có con số nào về bài này.`,
    noMarks: 'Có câu viết không dấu; đề nghị đồng chí gõ đủ dấu.',
    typing: 'Một số chữ bị ghi bằng ký tự khác thường hoặc bảng mã cũ, thường do phần mềm; nên gõ bằng bảng mã Unicode rồi lưu lại.',
  },
  steps: {
    title: 'Việc cần làm',
    ifConcluded: 'Các bước dưới đây là gợi ý, chờ cấp ủy kết luận.',
    byReason: 'Viết lại theo lý do cấp ủy nêu ở trên.',
    overlap:
      'Viết lại những chỗ trùng khớp bằng lời của mình. Đổi vài chữ chưa đủ; hãy kể điều đồng chí thật sự nghĩ và làm. Trích nghị quyết thì đặt trong ngoặc kép.',
    missing: (names: readonly string[]) => `Bổ sung nội dung: ${names.join('; ')}.`,
    kept: 'Giữ lại những điều đã nêu được.',
    corrections: 'Chỉnh những điểm nêu ở trên.',
    file: 'Ghi đủ họ và tên, đơn vị, ngày viết; lưu thành tệp Word hoặc PDF còn chọn được chữ, không đặt mật khẩu.',
    unreadFile: 'Mở tệp trên máy, bỏ mật khẩu nếu có, lưu lại thành tệp Word. Nếu chỉ có bản giấy, chụp hoặc quét lại cho rõ.',
    handIn: 'Nộp lại cho chi bộ như lần nộp trước.',
    by: (day: string | null) => (day === null ? 'Hạn nộp lại: theo thông báo của chi bộ.' : `Hạn nộp lại: chậm nhất ngày ${day}.`),
    byIfConcluded: (day: string | null) =>
      day === null ? 'Nếu phải viết lại, hạn nộp theo thông báo của chi bộ.' : `Nếu phải viết lại, hạn nộp: chậm nhất ngày ${day}.`,
  },
} as const;
