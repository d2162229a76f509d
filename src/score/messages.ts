import { formatCount, formatShare } from '../model/format.js';

/** Said of ways of writing that nobody need have meant. */
const BY_SOFTWARE = 'có thể do phần mềm tạo tệp';

/** What a theme lacks, each one sentence that says what to write. */
export const missing = {
  onlyDiscounted: 'Phần nói về nội dung này là trích dẫn hoặc trùng với bài khác nên không được tính. ',
  topic: 'Chưa thấy câu nào của chính người viết nói về nội dung này: cần nêu một việc, một khó khăn hoặc một cách làm cụ thể.',
  topicTouched: 'Mới nhắc tới nội dung này: cần nói rõ một việc, một khó khăn hoặc một cách làm cụ thể.',
  awareness: 'Chưa nêu bằng lời của mình những điểm chính của nghị quyết: quan điểm, mục tiêu, nhiệm vụ và giải pháp.',
  question: (names: readonly string[]): string => `Chưa trả lời vào tình huống: cần nói tới ${names.join(', ')}.`,
  facets: (names: readonly string[]): string => `Cần nêu bằng lời của mình: ${names.join(', ')}.`,
  commitment: 'Chưa thấy việc nào người viết tự nhận làm: cần nêu việc gì, làm bao nhiêu và xong khi nào.',
  commitmentLacks: (deadline: boolean, number: boolean): string => {
    const lacks = [...(number ? ['làm bao nhiêu'] : []), ...(deadline ? ['xong khi nào'] : [])];
    return lacks.length === 0
      ? 'Việc tự nhận còn chung: cần nói rõ chính mình làm việc gì, theo nhiệm vụ được giao.'
      : `Việc tự nhận còn chung: cần nêu rõ ${lacks.join(' và ')}.`;
  },
  ownUnit: 'Chưa thấy dữ kiện của đơn vị mình: cần nêu tên đơn vị, số liệu, việc đã làm hoặc chỗ còn vướng.',
  ownUnitTouched: 'Mới nhắc tới đơn vị mình: cần thêm số liệu, việc đã làm hoặc chỗ còn vướng.',
  request: 'Chưa thấy đề nghị cụ thể nào: cần nêu đề nghị cấp nào làm việc gì.',
  requestLacks: (addressee: boolean): string =>
    addressee ? 'Đề nghị chưa nói gửi cấp nào, cơ quan nào.' : 'Đề nghị còn chung: cần nêu rõ muốn cấp đó làm việc gì, bao nhiêu, khi nào.',
};

/** Ways to name the themes without saying anything of them. */
export const stuffing = {
  lists: (sentences: number): string => `Có ${formatCount(sentences)} câu chỉ liệt kê cụm từ, không được tính cho chủ đề nào.`,
  repeated: (sentences: number): string => `Có ${formatCount(sentences)} câu lặp lại câu đã viết, chỉ được tính một lần.`,
  sprinkled: (places: number): string => `Có ${formatCount(places)} cụm từ của chủ đề nằm trong những câu nói chuyện khác.`,
  outline: (places: number): string =>
    `Phần lớn là đề mục: ${formatCount(places)} cụm từ của chủ đề ở đề mục, bên dưới gần như không có câu nào.`,
};

const length = (syllables: number, hasForm: boolean): string =>
  `${hasForm ? 'Ngoài phần mẫu, bài' : 'Bài'} có ${formatCount(syllables)} âm tiết`;
export const tooShort = (syllables: number, minimum: number): string =>
  `${length(syllables, false)}, ít hơn mức ${formatCount(minimum)} của đợt học tập.`;
export const tooLong = (syllables: number, maximum: number, hasForm: boolean): string =>
  `${length(syllables, hasForm)}, tới mức dài ${formatCount(maximum)} của đợt học tập; điều này không đổi đề xuất.`;
export const notAnEssay = (why: string): string => `Tệp trông không giống bài viết: ${why}. Xem có nộp nhầm tệp không.`;
export const blankForm = (own: number): string => `mẫu còn để trống, ngoài phần mẫu chỉ có ${formatCount(own)} âm tiết`;
export const mostlyCode = (share: string): string => `${share} số dòng là mã chương trình`;
export const fewSyllables = (share: string): string => `chỉ ${share} số từ có thể là âm tiết tiếng Việt`;
export const mostlyNumbers = (share: string): string => `${share} số từ là con số, không câu nào có người viết`;
export const mostlyChoices = (questions: string): string => `có ${questions} câu hỏi chọn đáp án A, B, C, không câu nào có người viết`;
export const mostlyLists = (share: string): string =>
  `chỉ ${share} số từ nằm trong câu, phần còn lại là danh mục; không nhắc tới văn bản nào`;
export const otherTitle = (title: string): string => `tiêu đề là “${title}”, không nhắc tới văn bản nào được học`;
export const otherResolution = (named: string, title: string): string =>
  `Bài nêu “${named}”, không thấy nêu “${title}” của đợt học tập. Xem có nộp nhầm bài của đợt khác không.`;
export const restatesResolution = (share: number, rest: number): string =>
  `Phần lớn là trích nghị quyết hoặc tài liệu học tập: ${formatShare(share)} số âm tiết ngoài phần mẫu. Bài được xét theo phần còn lại, ${formatCount(rest)} âm tiết.`;
export const citedSayings = (named: number, share: number, beyond: number): string => {
  const parts = [
    named > 0
      ? `Bài có ${formatCount(named)} trích dẫn trong ngoặc kép kèm tác giả (${formatShare(share)} bài), không tính là trùng khớp.`
      : '',
    beyond > 0
      ? `${formatCount(beyond)} trích dẫn quá dài, hoặc vượt phần mà trích dẫn được chiếm trong bài, vẫn được đối chiếu như lời của người viết.`
      : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
};
export const replacedCharacters = (foreign: number, styled: number): string => {
  const parts = [
    foreign > 0 ? `${formatCount(foreign)} chỗ dùng chữ cái của bảng chữ khác trông như chữ Việt` : '',
    styled > 0 ? `${formatCount(styled)} chỗ dùng chữ cái kiểu khác (chữ rộng, chữ toán học)` : '',
  ];
  return `Có ${parts.filter((part) => part !== '').join(' và ')}; ${BY_SOFTWARE}. Chữ vẫn được đối chiếu như chữ thường.`;
};
export const invisibleCharacters = (places: number): string =>
  `Có ${formatCount(places)} chỗ có ký tự không hiện hình nằm giữa chữ; ${BY_SOFTWARE}. Các ký tự này được bỏ qua khi đối chiếu.`;
export const lostSpaces = (places: number): string =>
  `Có ${formatCount(places)} chỗ mất dấu cách giữa các chữ; ${BY_SOFTWARE}. Các chữ đã được tách ra để đối chiếu.`;
export const spacedLetters = (places: number): string =>
  `Có ${formatCount(places)} chữ bị giãn cách từng chữ cái; ${BY_SOFTWARE}. Các chữ cái đã được ghép lại để đối chiếu.`;
export const decodedText = (places: number): string =>
  `Có ${formatCount(places)} đoạn dùng bảng mã cũ hoặc bị đọc sai bảng mã, đã được chuyển sang Unicode để đọc và đối chiếu.`;
export const noDiacritics = (sentences: number, share: number): string =>
  `Có ${formatCount(sentences)} câu viết không dấu, ${formatShare(share)} số âm tiết của bài. Các câu này vẫn được đối chiếu với bài có dấu.`;
export const missingPart = {
  name: 'Không thấy họ và tên người viết ở đầu hoặc cuối bài.',
  unit: 'Không thấy đơn vị công tác hoặc chi bộ của người viết, trong bài cũng như trong danh sách.',
  post: 'Không thấy chức vụ hoặc công việc của người viết, trong bài cũng như trong danh sách.',
  date: 'Không thấy ngày viết ở đầu hoặc cuối bài.',
} as const;

export const genericText = (found: {
  readonly sentences: number;
  readonly share: number;
  readonly facts: number;
  /** Whether wording that many units have was counted, too. */
  readonly isCommon: boolean;
}): string => {
  const wording = found.isCommon ? 'câu chữ quen dùng hoặc có ở văn bản của nhiều đơn vị' : 'câu chữ quen dùng';
  const facts = found.facts === 0 ? 'không thấy' : `chỉ thấy ${formatCount(found.facts)}`;
  return `Viết chung chung: ${formatCount(found.sentences)} câu (${formatShare(found.share)} phần tự viết) là ${wording}, cả bài ${facts} số liệu, thời gian hay tên riêng nào ngoài tài liệu của đợt. Nên hỏi thêm việc cụ thể ở đơn vị.`;
};

export const mixedFonts = (stretches: number, main: string, others: readonly string[]): string =>
  `Có ${formatCount(stretches)} đoạn dài dùng phông chữ khác (${others.slice(0, 3).join(', ')}) với phần còn lại của bài (${main}). Soạn trên nhiều máy hoặc dán chữ từ tệp khác đều có thể như vậy.`;
export const sharedRevisions = (files: number, most: number): string =>
  `Có ${formatCount(files)} tệp của người khác mang cùng dấu phiên soạn thảo hoặc mã tài liệu với tệp này, nhiều nhất ${formatCount(most)} dấu ở một tệp. Tệp lưu lại từ một tệp chung thì có các dấu này; riêng điều đó không cho biết ai viết bài.`;
export const sharedMetadata = (files: number): string =>
  `Có ${formatCount(files)} tệp của người khác ghi cùng người tạo và cùng thời điểm tạo. Máy dùng chung cũng ghi như vậy; tên và ngày giờ trong tệp sửa được nên không chứng minh điều gì.`;
