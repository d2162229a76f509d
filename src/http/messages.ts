import { formatCount } from '../model/format.js';

const SAFE = 'Những gì đã lưu trước đó vẫn an toàn.';

/** What the service says when it cannot do what was asked: what happened, what stays safe, what to do. */
export const HTTP_MESSAGES = {
  signedOut: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Những gì đã lưu vẫn an toàn. Đăng nhập để làm tiếp.',
  tokenRefused:
    'Khóa truy cập không đúng, đã hết hạn hoặc đã thu hồi nên yêu cầu chưa được thực hiện; chưa có gì thay đổi. Xin ban chấp hành tạo khóa mới.',
  tooManyRequests: (seconds: number) =>
    `Phần mềm gửi quá nhiều yêu cầu trong một phút. Những gì đã lưu vẫn an toàn. Đợi ${formatCount(seconds)} giây rồi gửi tiếp.`,
  tooManyVisits: (seconds: number) =>
    `Đang có quá nhiều người mở trang này cùng lúc. Các câu trả lời đã chọn vẫn được lưu. Đợi ${formatCount(seconds)} giây rồi làm tiếp.`,
  noQuestionsFile: 'Không thấy tệp nào trong lần gửi này; ngân hàng câu hỏi không đổi. Chọn tệp rồi gửi lại.',
  questionWrong: 'câu hỏi chưa đủ để hỏi: cần lời câu hỏi, ít nhất hai phương án khác nhau và đáp án đúng',
  quizTitle: (title: string) => `Kết quả trắc nghiệm, ${title}`,
  noAddress: 'Địa chỉ này không có, hoặc đã đóng. Xin ban tổ chức địa chỉ hoặc mã QR mới.',
  foreignOrigin: (own: string) =>
    `Yêu cầu không đến từ trang của Soát Bài tại ${own} nên không thực hiện; chưa có gì thay đổi. Mở Soát Bài đúng địa chỉ rồi làm lại. Nếu máy chủ đứng sau một máy chủ trung gian, báo quản trị khai địa chỉ công khai.`,
  staleToken:
    'Trang đã mở quá lâu hoặc đã đăng nhập lại ở nơi khác nên yêu cầu chưa được thực hiện; chưa có gì thay đổi. Tải lại trang rồi làm lại.',
  wrongCredentials: 'Tên hoặc mật khẩu không đúng. Kiểm tra bộ gõ và phím Caps Lock rồi nhập lại.',
  tooManyAttempts: (minutes: number) => `Đã thử quá nhiều lần. Dữ liệu vẫn an toàn. Đợi ${formatCount(minutes)} phút rồi thử lại.`,
  notFound: 'Trang không có, hoặc không thuộc phần việc được giao cho đồng chí.',
  wrongCode: 'Mã thiết lập không đúng; chưa có gì thay đổi. Xem lại mã trong cửa sổ lệnh nơi khởi động Soát Bài rồi nhập lại.',
  alreadySetUp: 'Đã có tài khoản quản trị; chưa có gì thay đổi. Đăng nhập bằng tài khoản đó.',
  badRequest: 'Yêu cầu gửi lên không đúng dạng nên chưa có gì thay đổi. Tải lại trang rồi làm lại.',
  badInput: (what: string) => `Chưa lưu được: ${what}. Chưa có gì thay đổi. Sửa lại rồi gửi lần nữa.`,
  keyReused:
    'Yêu cầu này mang mã của một yêu cầu khác đã gửi trước đó nên không thực hiện; chưa có gì thay đổi. Tải lại trang rồi làm lại.',
  requestInterrupted:
    'Yêu cầu này đã gửi một lần nhưng máy chủ dừng giữa chừng nên không rõ đã làm xong chưa; lần này không làm lại. Tải lại trang, xem việc đã có chưa; nếu chưa thì làm lại.',
  bodyTooLarge: 'Nội dung gửi lên quá dài nên chưa được nhận; chưa có gì thay đổi. Rút ngắn hoặc chia nhỏ rồi gửi lại.',
  unexpected: `Máy chủ gặp lỗi ngoài dự kiến nên chưa làm được việc này. ${SAFE} Thử lại; nếu vẫn lỗi, báo quản trị kèm mã yêu cầu.`,
  locked: `Kho bài đang bận ghi việc khác nên chưa làm được việc này. ${SAFE} Đợi một lát rồi thử lại.`,
  diskFull: `Ổ đĩa máy chủ đã đầy, lần này chưa lưu được. ${SAFE} Báo quản trị dọn ổ đĩa rồi làm lại.`,
  readOnly: `Kho bài trên máy chủ chỉ cho đọc, lần này chưa lưu được. ${SAFE} Báo quản trị cấp lại quyền ghi.`,
  damaged:
    'Kho bài trên máy chủ có chỗ không đọc được nên đã dừng việc này để khỏi sai kết quả. Báo quản trị kiểm tra bằng “soatbai corpus verify”, rồi khôi phục từ bản sao lưu nếu cần.',
  sandbox: `Máy chủ không mở được chương trình đọc văn bản. ${SAFE} Thử lại sau ít phút; nếu vẫn lỗi, báo quản trị.`,
  tooManyStreams: 'Đang có quá nhiều trang cùng theo dõi tiến độ. Việc đối chiếu vẫn chạy. Đóng bớt trang rồi mở lại.',
  pageMissing: (file: string) => `Chưa có trang của Soát Bài (“${file}”). Chạy “npm run build” rồi khởi động lại.`,
  portTaken: (port: number) => `Cổng ${port} đang được một chương trình khác dùng. Tắt chương trình đó, hoặc chọn cổng khác bằng --port.`,
  portForbidden: (port: number) => `Không được phép mở cổng ${port}. Chọn một cổng từ 1024 trở lên bằng --port.`,
  certificateUnusable: 'Chứng thư và khóa riêng không dùng được với nhau, hoặc không phải tệp PEM. Kiểm tra lại --certificate và --key.',
  hostUnknown: (host: string) => `Máy này không có địa chỉ “${host}”. Kiểm tra lại --host.`,

  wrongPassword: 'Mật khẩu hiện tại không đúng nên chưa đổi mật khẩu. Kiểm tra bộ gõ và phím Caps Lock rồi nhập lại.',
  unknownCode:
    'Đường dẫn này không dùng được: có thể đã dùng rồi, đã hết hạn hoặc bị chép thiếu. Chưa có gì thay đổi. Xin người quản trị đường dẫn mới.',
  noUnit: 'Không có đơn vị này. Có thể địa chỉ đã cũ; mở lại từ trang tổ chức.',
  wrongMemberCode:
    'Mã không dùng được: có thể mã gõ chưa đúng, đã dùng, đã hết hạn hoặc đã được thay bằng mã mới. Chưa có gì thay đổi. Xem lại mã, hoặc đề nghị chi ủy cấp mã mới.',
  preChecksBusy:
    'Đang có nhiều bài được thử cùng lúc. Tệp của đồng chí không được lưu. Đợi vài phút rồi thử lại; đồng chí vẫn nộp bài được.',
  programmeUnreadable: (file: string, reason: string) =>
    `Không lấy được nội dung từ tệp “${file}”: ${reason} Nội dung cũ giữ nguyên. Gửi tệp khác, hoặc dán nội dung vào ô soạn.`,
  noTemplate: 'Không có mẫu này. Có thể mẫu đã được thay; tải lại trang.',

  noCampaign: 'Không có đợt học tập này. Có thể địa chỉ đã cũ; mở lại từ danh sách đợt học tập.',
  noBatch: 'Không có lô bài này. Có thể địa chỉ đã cũ; mở lại từ trang của đợt học tập.',
  noEssay: 'Không có bài này trong đợt học tập, hoặc lô chứa bài đã được rút. Mở lại từ bảng kết quả.',
  lettersTitle: (campaign: string) => `Thư gửi người viết, ${campaign}`,
  noSubmission: 'Không có bài nộp này, hoặc bài đã được rút. Kiểm tra lại mã bài nộp.',
  noHeadings:
    'Không thấy đề mục nào trong tệp. Đề cương đang có vẫn giữ nguyên. Dùng kiểu Heading (Tiêu đề) của Word, hoặc đánh số đề mục “I.”, “1.”, rồi chọn lại tệp.',
  unitReportTitle: (unit: string, number: number | null) =>
    number === null ? `Báo cáo (dự thảo), ${unit}` : `Báo cáo lần ${number}, ${unit}`,
  oneEssayOnly: 'Mỗi lần chỉ nộp một bài, không nhận tệp nén. Chưa lưu gì. Gửi từng bài, hoặc nộp tệp nén vào một lô.',
  noGroup: 'Không có nhóm bài này trong đợt học tập; các nhóm được lập lại khi có bài mới. Mở lại từ bảng kết quả.',
  resultsTitle: (campaign: string) => `Kết quả, ${campaign}`,
  pairTitle: (campaign: string) => `Hồ sơ đối chiếu, ${campaign}`,
  groupTitle: (campaign: string) => `Hồ sơ nhóm bài, ${campaign}`,
  yearTitle: (year: number, whose: string) => `Trích lục học tập năm ${year}, ${whose}`,
  logTitle: (day: string) => `Nhật ký đến ${day}`,
  decisionsTitle: (day: string) => `Các quyết định đến ${day}`,
  tooManyLines: (most: number) =>
    `Nhiều hơn ${formatCount(most)} dòng, một tệp Excel không chứa hết; chưa xuất gì. Chọn khoảng ngày ngắn hơn, hoặc xuất bảng CSV.`,
  noDocument: 'Không có văn bản này, hoặc bài đã được rút khỏi kho. Mở lại từ bảng kết quả.',
  draftNotReady: 'Chưa có bản sửa nào tính xong để so. Đợi máy tính xong rồi mở lại; kết quả đang dùng không đổi.',
  batchClosed: 'Lô bài này đã chốt nên không nhận thêm tệp. Các tệp đã nhận vẫn an toàn. Mở lô mới để nộp thêm.',
  documentGone: (file: string) =>
    `Không còn văn bản “${file}” trên máy chủ nên chưa gợi ý được; phần đã điền vẫn giữ nguyên. Gửi lại tệp này rồi thử lại.`,
  tooFewQuestions: 'số câu mỗi lần hỏi nhiều hơn số câu đã chọn',
  closesFirst: 'giờ đóng phải sau giờ mở',
  themeTwice: (id: string) => `mã nội dung “${id}” dùng hai lần`,
  groupTwice: (name: string) => `nhóm “${name}” có chủ đề riêng ghi hai lần`,
  questionMissing: 'bài trả lời tình huống cần đề bài nêu rõ tình huống, hoặc ít nhất một chủ đề',
  documentTwice: (file: string) => `văn bản “${file}” ghi hai lần`,

  rosterAgain: 'Danh sách đang dùng không đổi. Sửa dòng này trong tệp rồi chọn lại tệp.',
  noFile: 'Không thấy tệp nào trong lần gửi này; chưa có gì thay đổi. Chọn tệp rồi gửi lại.',
  badForm:
    'Lần gửi tệp bị ngắt hoặc không đúng dạng. Các tệp đã nhận trọn vẹn vẫn an toàn. Tải lại trang, xem tệp nào còn thiếu rồi gửi lại.',
  tooManyFiles: (limit: number) =>
    `Mỗi lần gửi tối đa ${formatCount(limit)} tệp. Các tệp đã nhận trọn vẹn vẫn an toàn. Chia thành nhiều lần rồi gửi tiếp.`,
  fileTooLarge: (megabytes: number) =>
    `Tệp lớn hơn ${formatCount(megabytes)} MB nên không nhận. Giảm ảnh hoặc chia nhỏ rồi nộp lại tệp này.`,
  batchFull: (limit: number) => `Lô đã có ${formatCount(limit)} tệp, không nhận thêm. Nén các tệp còn lại thành một ZIP, hoặc mở lô mới.`,
  nameEmpty: 'Tệp không có tên nên không nhận. Đặt tên tệp rồi nộp lại.',
  nameTooLong: (limit: number) => `Tên tệp (kể cả thư mục) dài quá ${formatCount(limit)} ký tự nên không nhận. Rút ngắn tên rồi nộp lại.`,
  nameUnsafe: 'Tên tệp có ký tự điều khiển hoặc chỉ ra ngoài thư mục nên không nhận. Đổi tên rồi nộp lại.',
  uploadStopped: (reason: string, stored: readonly string[]) => `${reason} ${storedOf(stored)}`,
  documentUnreadable: (name: string, reason: string) =>
    `Không đọc được văn bản “${name}” nên chưa dùng được cho đợt học tập. ${reason}`.trim(),
  documentWithoutWords: 'Văn bản không có chữ nào. Mở lại trên máy, kiểm tra rồi gửi lại.',
} as const;

/** Name of the roster in messages about its lines. */
export const ROSTER_NAME = 'người nộp';

/** First names of a list, with how many more there are. */
const NAMED = 5;

function storedOf(stored: readonly string[]): string {
  if (stored.length === 0) return 'Lần gửi này chưa lưu tệp nào.';
  const named = stored.slice(0, NAMED).map((file) => `“${file}”`);
  const more = stored.length > NAMED ? ` và ${formatCount(stored.length - NAMED)} tệp nữa` : '';
  return `Lần gửi này đã lưu an toàn ${formatCount(stored.length)} tệp: ${named.join(', ')}${more}.`;
}

/** How fields are called in messages about wrong input; what is not listed keeps its own name. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'tên',
  password: 'mật khẩu',
  code: 'mã thiết lập',
  kind: 'loại',
  references: 'văn bản học tập',
  templates: 'mẫu bài',
  samples: 'bài mẫu ngoài',
  synonyms: 'từ đồng nghĩa',
  themes: 'nội dung',
  phrases: 'cụm từ',
  facets: 'ý',
  minimum: 'mức đạt',
  policy: 'mức xử lý',
  review: 'mức xem xét',
  rewrite: 'mức viết lại',
  reason: 'lý do',
  grounds: 'căn cứ',
  verdict: 'kết luận',
  revision: 'lần kết luận',
  essays: 'danh sách bài',
  people: 'danh sách người',
  words: 'lời đề nghị hoặc trả lời',
  due: 'hạn nộp',
  key: 'mã lần bấm',
  note: 'ghi chú, lý do',
  members: 'các bài của nhóm',
  accounts: 'người được giao',
  span: 'đoạn',
  file: 'tệp',
  sha256: 'mã nội dung tệp',
  cell: 'đơn vị',
  post: 'chức vụ',
  place: 'nơi công tác',
  exemption: 'miễn viết',
  attended: 'học tập',
  prompt: 'đề bài',
  sections: 'các mục của đề cương',
  heading: 'tên mục',
  hint: 'gợi ý',
  texts: 'nội dung báo cáo',
  remark: 'ý kiến',
  person: 'người viết',
  day: 'ngày',
  points: 'điểm cầu',
  marks: 'điểm danh',
  title: 'tên',
  topic: 'chủ đề',
  options: 'các phương án',
  explanation: 'giải thích',
  questions: 'các câu hỏi',
  asked: 'số câu mỗi lần hỏi',
  passShare: 'mức đạt',
  attempts: 'số lần làm',
  minutes: 'số phút',
  opens: 'giờ mở',
  closes: 'giờ đóng',
  chosen: 'phương án đã chọn',
  guest: 'tên',
  job: 'công việc',
};

/** What is wrong with one value. */
export const INPUT_PROBLEMS = {
  whole: 'dữ liệu gửi lên',
  missing: 'còn thiếu',
  empty: 'không được để trống',
  tooShort: (minimum: number | bigint) => `cần ít nhất ${minimum} ký tự`,
  tooFew: (minimum: number | bigint) => `cần ít nhất ${minimum} mục`,
  tooSmall: (minimum: number | bigint) => `không được nhỏ hơn ${minimum}`,
  tooLong: (maximum: number | bigint) => `dài quá ${maximum} ký tự`,
  tooMany: (maximum: number | bigint) => `quá ${maximum} mục`,
  tooBig: (maximum: number | bigint) => `không được lớn hơn ${maximum}`,
  unknownKeys: (keys: string) => `có mục không dùng đến: ${keys}`,
  wrongShape: 'không đúng dạng',
  groundsNeeded: 'kết luận viết lại cần chọn căn cứ và ghi lý do',
} as const;
