import { formatCount } from '../../../model/format.js';
import type { ProgrammeState } from '../../../model/programme.js';
import type { TextRequestState } from '../../../model/text-request.js';

/** What the service's records say to their users. */
export const RECORD_MESSAGES = {
  rowDamaged: (table: string, row: string) =>
    `Kho dữ liệu bị hỏng ở bảng ${table}, dòng “${row}”, nên không đọc tiếp được. Các phần khác không bị thay đổi. Đồng chí hãy chạy “soatbai corpus verify” và khôi phục kho từ bản sao lưu gần nhất.`,

  alreadySetUp: 'Máy chủ này đã có tài khoản quản trị, nên không tạo thêm. Chưa có gì thay đổi. Đồng chí hãy đăng nhập bằng tài khoản đó.',

  unknownUnit: 'Không tìm thấy đơn vị này. Chưa có gì thay đổi. Đồng chí hãy tải lại trang tổ chức.',
  unknownAccount: 'Không tìm thấy tài khoản này. Chưa có gì thay đổi. Đồng chí hãy tải lại trang của đơn vị.',
  unknownSession: 'Phiên này đã kết thúc từ trước. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  unknownInvitation: 'Lời mời này đã dùng, đã hết hạn hoặc đã thu hồi. Chưa có gì thay đổi. Đồng chí hãy tải lại trang của đơn vị.',
  unknownCode:
    'Đường dẫn này không dùng được: có thể đã dùng rồi, đã hết hạn hoặc bị chép thiếu. Chưa có gì thay đổi. Đồng chí hãy xin người quản trị đường dẫn mới.',
  nameTaken: (name: string) => `Tên “${name}” đã có người dùng. Chưa có gì được lưu. Đồng chí hãy chọn tên khác, ví dụ thêm tên chi bộ.`,
  lastAdministrator:
    'Đây là người quản trị cuối cùng của cả tổ chức nên không khóa hay bỏ vai trò được. Chưa có gì thay đổi. Đồng chí hãy giao vai trò quản trị cho người khác trước.',
  topStays:
    'Đơn vị đứng đầu phần đồng chí quản trị không chuyển đi hay kết thúc được tại đây. Chưa có gì thay đổi. Việc này do người quản trị cấp trên làm.',
  belowItself: 'Đơn vị không chuyển xuống dưới chính nó được. Chưa có gì thay đổi. Đồng chí hãy chọn đơn vị cấp trên khác.',
  ownSuccessor: 'Đơn vị không kế thừa chính nó được. Chưa có gì thay đổi. Đồng chí hãy chọn đơn vị khác.',

  unknownPerson: 'Không tìm thấy đảng viên này, hoặc dữ liệu đã được xóa. Chưa có gì thay đổi. Đồng chí hãy tải lại trang của đơn vị.',
  notDue: 'Không có gì đến hạn xóa ở đợt và đơn vị này. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  eraseCampaignBusy: (number: number) =>
    `Lô ${number} của đợt này chưa xong, nên chưa xóa được. Chưa có gì thay đổi. Đồng chí hãy đợi lô xong, hoặc rút lô, rồi xóa lại.`,
  eraseBusy: (number: number) =>
    `Lô ${number} có bài của đồng chí này và chưa xong, nên chưa xóa được. Chưa có gì thay đổi. Đồng chí hãy đợi lô xong, hoặc rút lô, rồi xóa lại.`,

  unknownCampaign: 'Không tìm thấy đợt học tập này. Chưa có gì thay đổi. Đồng chí hãy mở lại danh sách các đợt.',
  campaignExists: (name: string) =>
    `Đã có đợt học tập mang tên “${name}”. Chưa có gì được lưu. Đồng chí hãy đặt tên khác, hoặc mở đợt đã có trong danh sách.`,
  nameStays: (name: string) =>
    `Tên của đợt học tập “${name}” không đổi được, vì các bài đã nộp mang tên ấy. Chưa có gì thay đổi. Đồng chí hãy giữ tên cũ, hoặc tạo một đợt mới.`,
  unknownDocument: (file: string) =>
    `Văn bản “${file}” không còn trong kho. Đợt học tập chưa được lưu. Đồng chí hãy gửi lại văn bản này rồi lưu lần nữa.`,
  noDraft: 'Đợt học tập này không có thay đổi nào đang chờ áp dụng. Chưa có gì thay đổi. Đồng chí hãy mở lại trang của đợt.',
  draftNotReady:
    'Máy còn đang tính lại kết quả theo thay đổi này. Kết quả đang dùng vẫn giữ nguyên. Đồng chí hãy đợi tính xong rồi áp dụng.',
  draftStale:
    'Từ lúc tính xong, đợt đã có thêm bài hoặc kết quả mới, nên thay đổi chưa được áp dụng. Kết quả đang dùng vẫn giữ nguyên; máy đang tính lại. Đồng chí hãy đợi rồi xem lại các khác biệt.',

  unknownBatch: 'Không tìm thấy lô bài này. Chưa có gì thay đổi. Đồng chí hãy mở lại trang của đợt học tập.',
  batchClosed: (number: number) =>
    `Lô ${number} đã chốt nên không nhận, bỏ hay sửa tệp được nữa. Những tệp đã nhận vẫn giữ nguyên. Đồng chí hãy tạo lô mới cho các tệp còn lại.`,
  batchEmpty: (number: number) =>
    `Lô ${number} chưa có tệp nào nên chưa chốt được. Lô vẫn đang nhận tệp. Đồng chí hãy gửi ít nhất một tệp.`,
  batchBusy: (number: number) =>
    `Máy đang đánh giá lô ${number} nên chưa rút được. Lô và kết quả vẫn giữ nguyên. Đồng chí hãy đợi máy xong rồi rút lại.`,
  tooManyFiles: (limit: number) =>
    `Lô có nhiều hơn ${formatCount(limit)} tệp, mức đơn vị đặt cho một lô. Các tệp đã nhận vẫn an toàn. Đồng chí hãy mở lô mới cho các tệp còn lại, hoặc đề nghị quản trị nâng giới hạn.`,
  tooManyBytes: (megabytes: number) =>
    `Lô vượt ${formatCount(megabytes)} MB, mức đơn vị đặt cho một lô. Các tệp đã nhận vẫn an toàn. Đồng chí hãy mở lô mới cho các tệp còn lại, hoặc đề nghị quản trị nâng giới hạn.`,
  unknownUpload: (number: number) =>
    `Lô này không có tệp số ${number}; có thể tệp đã được bỏ. Các tệp khác vẫn giữ nguyên. Đồng chí hãy tải lại trang.`,

  alreadyExemplary: (by: string) =>
    `Đồng chí ${by} đã nêu gương trước đó. Lần này chưa ghi thêm gì; ghi chú kia vẫn giữ nguyên. Đồng chí hãy tải lại trang để xem.`,
  unknownMark: 'Không tìm thấy mục nêu gương này; có thể đã được rút. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  noUnitBelow: 'Không tìm thấy đơn vị này trong các đơn vị trực thuộc. Chưa có gì thay đổi. Đồng chí hãy tải lại trang rồi chọn lại.',
  batchUnsigned: (number: number) =>
    `Máy chưa soát xong lô ${number} nên chưa ký được. Lô vẫn giữ nguyên. Đồng chí hãy đợi máy xong rồi ký.`,
  nothingToSign: (number: number) => `Lô ${number} không có bài nào để ký. Chưa có gì thay đổi.`,
  signatureOutdated:
    'Trong lúc đồng chí đang xem, số bài, kết luận hoặc chữ ký của lô đã thay đổi. Chữ ký của đồng chí chưa được ghi. Đồng chí hãy xem số mới rồi ký.',

  unknownToken: 'Không tìm thấy khóa truy cập này. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  unknownTokenUnit: 'Không tìm thấy đơn vị này. Chưa có khóa nào được tạo. Đồng chí hãy tải lại trang rồi chọn lại.',
  tokenExists: (name: string) =>
    `Đã có khóa truy cập mang tên “${name}”. Chưa có gì được tạo. Đồng chí hãy đặt tên khác, hoặc thu hồi khóa cũ rồi tạo lại.`,

  unknownJob: 'Việc này đã xong hoặc không còn nữa, nên không làm lại được. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',

  unknownEssay: (id: string) =>
    `Không tìm thấy kết quả của bài mang mã “${id}” trong đợt này; có thể bài đã được rút. Chưa có gì được lưu. Đồng chí hãy tải lại trang.`,
  conclusionOutdated:
    'Trong lúc đồng chí đang xem, bài này đã có kết luận khác. Kết luận của đồng chí chưa được lưu; kết luận kia vẫn giữ nguyên. Đồng chí hãy tải lại trang, xem kết luận mới rồi quyết định.',
  groupOutdated: (files: readonly string[]) =>
    `Trong lúc đồng chí đang xem, có bài của nhóm đã có kết luận khác: ${files.map((file) => `“${file}”`).join(', ')}. Chưa có kết luận nào của đồng chí được lưu; các kết luận kia vẫn giữ nguyên. Đồng chí hãy xem các kết luận mới rồi quyết định.`,
  correctionOutdated: (by: string) =>
    `Trong lúc đồng chí đang xem, đồng chí ${by} đã sửa kết quả soát của bài này. Thay đổi của đồng chí chưa được lưu; thay đổi kia vẫn giữ nguyên. Đồng chí hãy xem lại rồi quyết định.`,
  assignmentOutdated: (by: string) =>
    `Trong lúc đồng chí đang xem, đồng chí ${by} đã giao lại một trong các bài này. Chưa có bài nào được giao theo yêu cầu của đồng chí. Đồng chí hãy xem lại rồi giao.`,
  unknownOutline: 'Không tìm thấy đề cương báo cáo của đợt này ở đơn vị. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  noOutlineGiven:
    'Cấp ủy cấp trên chưa giao đề cương báo cáo cho đợt này. Chưa có gì thay đổi. Đồng chí hãy đợi đề cương, hoặc lập đề cương của đơn vị.',
  outlineEmpty: 'Đề cương chưa có mục nào nên chưa giao được. Chưa có gì thay đổi. Đồng chí hãy thêm ít nhất một mục.',
  outlineOutdated: (by: string) =>
    `Trong lúc đồng chí đang sửa, đồng chí ${by} đã lưu một bản đề cương khác. Bản của đồng chí chưa được lưu; bản kia vẫn giữ nguyên. Đồng chí hãy tải lại trang để xem bản kia rồi sửa tiếp.`,
  reportOutdated: (by: string) =>
    `Trong lúc đồng chí đang viết, đồng chí ${by} đã lưu báo cáo này. Phần đồng chí viết chưa được lưu; phần kia vẫn giữ nguyên. Đồng chí hãy chọn giữ phần nào.`,
  sendingOutdated: (by: string) =>
    `Đồng chí ${by} vừa sửa báo cáo này. Báo cáo chưa được gửi; phần kia vẫn giữ nguyên. Đồng chí hãy xem lại nội dung rồi ký, gửi.`,
  reportIncomplete: (headings: readonly string[]) =>
    `Còn mục bắt buộc chưa viết: ${headings.map((heading) => `“${heading}”`).join('; ')}. Báo cáo chưa được gửi; phần đã viết vẫn giữ nguyên. Đồng chí hãy viết các mục này rồi gửi lại.`,
  noSigner: 'Báo cáo chưa ghi họ tên người ký. Báo cáo chưa được gửi. Đồng chí hãy ghi người ký ở phần thể thức rồi gửi lại.',
  unknownReport: 'Không tìm thấy báo cáo này, hoặc báo cáo chưa được gửi. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  reportDecided: (by: string | null, number: number) =>
    by === null
      ? `Đơn vị vừa gửi bản mới hơn (lần ${number}) của báo cáo này. Ý kiến của đồng chí chưa được lưu. Đồng chí hãy mở bản mới rồi cho ý kiến.`
      : `Đồng chí ${by} vừa cho ý kiến về báo cáo này. Ý kiến của đồng chí chưa được lưu; ý kiến kia vẫn giữ nguyên. Đồng chí hãy tải lại trang.`,
  unknownPassage: 'Đoạn này không còn trong kết quả đối chiếu, hoặc đã được loại trừ. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  unknownExclusion: 'Đoạn này đã được tính lại từ trước. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  unknownTheme: 'Đợt học tập này không có nội dung đó. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  unknownReviewer: 'Người được giao không còn làm việc ở đơn vị này. Chưa có bài nào được giao. Đồng chí hãy tải lại trang rồi chọn lại.',
  notAcceptable: (file: string) =>
    `Bài “${file}” đã có kết luận, hoặc máy không đề xuất đạt, nên không kết luận chung được. Chưa có kết luận nào được lưu. Đồng chí hãy tải lại trang rồi chọn lại.`,

  notInRoster: 'Không tìm thấy người này trong danh sách của đợt. Chưa có gì thay đổi. Đồng chí hãy tải lại trang danh sách.',
  unknownSituation: 'Không tìm thấy tình huống này, hoặc tình huống đã cất. Chưa có gì thay đổi. Đồng chí hãy tải lại trang rồi chọn lại.',
  situationOutdated: (title: string) =>
    `Trong lúc đồng chí đang xem, có người vừa sửa tình huống “${title}”. Phần đồng chí sửa chưa được lưu; bản kia vẫn giữ nguyên. Đồng chí hãy xem bản mới rồi sửa.`,
  unknownAudience: 'Không tìm thấy nhóm đối tượng này. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  audienceTaken: (name: string) => `Đơn vị đã có nhóm “${name}”. Chưa có gì được lưu. Đồng chí hãy đặt tên khác, hoặc mở nhóm đã có.`,
  audienceRenamed: (name: string) =>
    `Có người vừa đổi tên nhóm này thành “${name}”. Tên đồng chí đặt chưa được lưu. Đồng chí hãy xem lại rồi đổi, nếu vẫn cần.`,
  rosterClash: (row: number, card: string, name: string) =>
    `Dòng ${row}: số thẻ ${card} đang ghi cho “${name}”. Chưa nhập người nào. Đồng chí hãy sửa dòng này rồi nhập lại.`,
  rosterOutdated: (name: string) =>
    `Có người vừa sửa thông tin của “${name}”. Phần đồng chí sửa chưa được lưu; thông tin mới đã lưu vẫn giữ nguyên. Đồng chí hãy tải lại trang rồi sửa lại.`,
  dueOutdated: (day: string | null) =>
    `Có người vừa đổi hạn nộp: nay là ${day === null ? 'chưa đặt' : day.split('-').reverse().join('/')}. Hạn đồng chí đặt chưa được lưu. Đồng chí hãy tải lại trang rồi đặt lại.`,
  writerOutdated: (by: string | null, name: string | null) =>
    `${by === null ? 'Hệ thống' : `Đồng chí ${by}`} đã ghi ${name === null ? 'bài này không của ai trong danh sách' : `người viết bài này là “${name}”`}. Lựa chọn của đồng chí chưa được lưu. Đồng chí hãy tải lại trang; nếu vẫn muốn đổi thì chọn lại.`,
  unknownStudy: 'Không tìm thấy buổi học này; có thể đã được xóa. Chưa có gì thay đổi. Đồng chí hãy mở lại danh sách buổi học.',
  unknownMaterial: 'Không tìm thấy tài liệu này; có thể đã được xóa. Chưa có gì thay đổi. Đồng chí hãy mở lại trang tài liệu.',
  studyOutdated: (title: string) =>
    `Có người vừa sửa “${title}”. Phần đồng chí sửa chưa được lưu; phần kia giữ nguyên. Đồng chí hãy tải lại trang, xem rồi sửa lại.`,
  attendanceOutdated: (names: readonly string[]) =>
    `Trong lúc đồng chí điểm danh, có người vừa ghi khác cho ${listed(names)}. Chưa lưu dấu nào của đồng chí; các dấu kia giữ nguyên. Đồng chí hãy tải lại trang, xem rồi điểm danh lại.`,
  someNotInRoster: 'Có người không còn trong danh sách của đợt này. Chưa có gì thay đổi. Đồng chí hãy tải lại trang rồi chọn lại.',
  roundClosed:
    'Đợt này hiện không nhận thêm bài của đồng chí: bài đã nộp đang chờ kết luận, hoặc đã có kết luận. Bài đã nộp vẫn giữ nguyên. Đồng chí hãy tải lại trang để xem việc cần làm.',
  noRewrite:
    'Chỉ mở lần nộp mới cho bài nộp gần nhất của một người, khi bài đó có kết luận phải viết lại. Chưa có gì thay đổi. Đồng chí hãy tải lại trang rồi xem lại kết luận.',
  lookNotYet: 'Bài này chưa có kết luận nên chưa có gì để xem xét lại. Chưa có gì thay đổi. Đồng chí hãy đợi kết luận.',
  lookAsked:
    'Đồng chí đã đề nghị xem xét lại bài này. Đề nghị trước vẫn giữ nguyên, lần này chưa gửi thêm. Đồng chí hãy tải lại trang để xem đề nghị và câu trả lời.',
  lookAnswered: (by: string, answer: string) =>
    `Đồng chí ${by} đã trả lời đề nghị này: “${answer}”. Câu trả lời vừa viết chưa được gửi; câu trả lời kia giữ nguyên.`,
  unknownLook: 'Không tìm thấy đề nghị này. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  noPreCheckLeft: (most: number) =>
    `Trong 24 giờ qua đồng chí đã thử ${most} lần, là mức tối đa. Không có gì được lưu. Đồng chí vẫn nộp bài được, hoặc thử lại vào ngày mai.`,
  unknownProgramme:
    'Không tìm thấy chương trình, kế hoạch này; có thể đã được xóa. Chưa có gì thay đổi. Đồng chí hãy mở lại danh sách chương trình.',
  noHead:
    'Người này không có trong danh sách của đợt, hoặc chưa được ghi là người đứng đầu. Chưa có gì được lưu. Đồng chí hãy xem lại danh sách của đợt.',
  programmeOutdated: (state: ProgrammeState) =>
    `Có người vừa sửa chương trình này; nay ở trạng thái “${PROGRAMME_STATES[state]}”. Việc đồng chí vừa làm chưa được lưu; bản mới giữ nguyên. Đồng chí hãy tải lại trang rồi làm lại, nếu vẫn cần.`,
  programmeFixed: (state: ProgrammeState) =>
    `Chương trình ở trạng thái “${PROGRAMME_STATES[state]}” nên không làm được việc này. Chưa có gì thay đổi. Đồng chí hãy tải lại trang để xem việc cần làm.`,
  noOpinionYet:
    'Chưa có ý kiến thống nhất của cấp ủy viên cấp trên phụ trách nên chưa ban hành được. Chưa có gì thay đổi. Đồng chí hãy gửi xin ý kiến rồi đợi trả lời.',
  programmeEmpty:
    'Chương trình chưa có nội dung và chưa có nhiệm vụ nào nên chưa gửi được. Chưa có gì thay đổi. Đồng chí hãy ghi nội dung trước.',
  dutiesOutdated:
    'Có người vừa đổi yêu cầu của đợt. Phần đồng chí sửa chưa được lưu; yêu cầu mới giữ nguyên. Đồng chí hãy tải lại trang rồi sửa lại.',
  chargeOutdated:
    'Có người vừa đổi người phụ trách đơn vị này. Lựa chọn của đồng chí chưa được lưu. Đồng chí hãy tải lại trang rồi chọn lại.',
  notAbove:
    'Người được chọn không giữ vai trò ban chấp hành hay bí thư ở cấp trên của đơn vị này. Chưa có gì thay đổi. Đồng chí hãy chọn lại.',
  unknownText: 'Không tìm thấy bài này; có thể bài đã được rút. Chưa có gì được gửi đi. Đồng chí hãy tải lại trang đối chiếu.',
  unknownQuestion: 'Không tìm thấy câu hỏi này. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  questionOutdated:
    'Trong lúc đồng chí đang xem, câu hỏi này đã được người khác sửa. Phần đồng chí sửa chưa được lưu; bản kia vẫn giữ nguyên. Đồng chí hãy đóng lại, xem bản mới rồi sửa.',
  unknownQuiz: 'Không tìm thấy bài trắc nghiệm này. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  quizOutdated:
    'Trong lúc đồng chí đang xem, bài trắc nghiệm này đã được người khác sửa. Phần đồng chí sửa chưa được lưu; bản kia vẫn giữ nguyên. Đồng chí hãy tải lại trang rồi sửa.',
  questionsGone: 'Có câu hỏi đã chọn không còn trong ngân hàng. Chưa có gì được lưu. Đồng chí hãy tải lại trang rồi chọn lại.',
  noSuchAddress: 'Địa chỉ này không có, hoặc đã đóng. Xin ban tổ chức địa chỉ hoặc mã QR mới.',
  noAttemptLeft: 'Đồng chí đã làm hết số lần của bài trắc nghiệm này. Kết quả các lần trước vẫn giữ nguyên.',
  attemptOver: 'Lần làm này đã nộp hoặc đã hết giờ. Các câu trả lời trước đó vẫn giữ nguyên. Tải lại trang để xem kết quả.',
  unknownRequest:
    'Không tìm thấy đề nghị này, hoặc toàn văn không còn xem được. Chưa có gì thay đổi. Đồng chí hãy mở lại danh sách đề nghị.',
  requestDecided: (state: TextRequestState, by: string) =>
    `Đề nghị này nay ở trạng thái “${STATES[state]}”${by === '' ? '' : `, do đồng chí ${by} ghi`}. Trả lời của đồng chí chưa được lưu; trả lời kia vẫn giữ nguyên. Đồng chí hãy tải lại danh sách rồi quyết định.`,
} as const;

/** Names told one by one before the rest is a number. */
const NAMED = 3;

function listed(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return names.slice(0, NAMED).join(', ') + (rest > 0 ? ` và ${formatCount(rest)} người nữa` : '');
}
const PROGRAMME_STATES: Readonly<Record<ProgrammeState, string>> = {
  draft: 'đang soạn',
  'for-opinion': 'chờ ý kiến cấp trên',
  revise: 'cấp trên đề nghị sửa',
  agreed: 'cấp trên đã thống nhất',
  issued: 'đã ban hành',
};

const STATES = { waiting: 'chờ trả lời', approved: 'đồng ý', refused: 'không đồng ý', withdrawn: 'đã thu hồi' } as const;
