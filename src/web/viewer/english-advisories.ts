import { count, figure, HOW_MANY, type Parts, sentence, translate } from './english-sentences.js';

/** Said of ways of writing that nobody need have meant. */
const BY_SOFTWARE = '; có thể do phần mềm tạo tệp\\.';
const BY_SOFTWARE_EN = '; the software that made the file may have done so.';

/** How the kinds of hidden text are called. */
const HIDDEN: Readonly<Record<string, string>> = {
  'chữ ẩn': 'hidden text',
  'chữ màu trắng hoặc cùng màu với nền': 'white, or in the colour of its ground',
  'chữ cỡ rất nhỏ': 'very small',
  'chữ không hiện khi in': 'not printed',
  'chữ bị cắt khỏi vùng hiển thị': 'clipped',
  'chữ bị hình che': 'covered by a picture',
  'chữ nằm ngoài trang': 'off the page',
  'chữ trong lớp bị ẩn': 'on a hidden layer',
  'chữ hiện ra khác với mã chữ': 'shown as other letters than it says',
};

/** Why a file does not look like an essay. */
const NO_ESSAY = [
  sentence(
    `mẫu còn để trống, ngoài phần mẫu chỉ có ${HOW_MANY} âm tiết`,
    (at) => `the form is blank, beside it there are only ${count(at[1], 'syllable')}`,
  ),
  sentence('(\\S+) số dòng là mã chương trình', (at) => `${figure(at[1])} of the lines are program code`),
  sentence('chỉ (\\S+) số từ có thể là âm tiết tiếng Việt', (at) => `only ${figure(at[1])} of the words may be Vietnamese syllables`),
  sentence(
    '(\\S+) số từ là con số, không câu nào có người viết',
    (at) => `${figure(at[1])} of the words are numbers, no sentence has a writer`,
  ),
  sentence(
    'có (\\S+) câu hỏi chọn đáp án A, B, C, không câu nào có người viết',
    (at) => `${count(at[1], 'question')} with answers A, B, C to choose from, no sentence has a writer`,
  ),
  sentence(
    'chỉ (\\S+) số từ nằm trong câu, phần còn lại là danh mục; không nhắc tới văn bản nào',
    (at) => `only ${figure(at[1])} of the words stand in sentences, the rest is lists; no document is mentioned`,
  ),
  sentence(
    'tiêu đề là “(.+)”, không nhắc tới văn bản nào được học',
    (at) => `its title is “${at[1]}”, and no document that is studied is mentioned`,
  ),
];

const ADVISORIES = [
  sentence(
    `Có ${HOW_MANY} câu chỉ liệt kê cụm từ, không được tính cho chủ đề nào\\.`,
    (at) => `${count(at[1], 'sentence')} only string${endingOf(at)} phrases together and count${endingOf(at)} for no theme.`,
  ),
  sentence(
    `Có ${HOW_MANY} câu lặp lại câu đã viết, chỉ được tính một lần\\.`,
    (at) => `${count(at[1], 'sentence')} repeat${endingOf(at)} what was written and count${endingOf(at)} once only.`,
  ),
  sentence(
    `Có ${HOW_MANY} cụm từ của chủ đề nằm trong những câu nói chuyện khác\\.`,
    (at) => `${count(at[1], 'phrase')} of the themes stand${endingOf(at)} in sentences about something else.`,
  ),
  sentence(
    `Phần lớn là đề mục: ${HOW_MANY} cụm từ của chủ đề ở đề mục, bên dưới gần như không có câu nào\\.`,
    (at) => `Mostly headings: ${count(at[1], 'phrase')} of the themes in headings, with next to no sentence below.`,
  ),
  sentence(
    `Bài có ${HOW_MANY} âm tiết, ít hơn mức ${HOW_MANY} của đợt học tập\\.`,
    (at) => `The essay has ${count(at[1], 'syllable')}, fewer than the campaign’s ${figure(at[2])}.`,
  ),
  sentence(
    `(Ngoài phần mẫu, bài|Bài) có ${HOW_MANY} âm tiết, tới mức dài ${HOW_MANY} của đợt học tập; điều này không đổi đề xuất\\.`,
    (at) =>
      `${at[1] === 'Bài' ? 'The' : 'Beside the form, the'} essay has ${count(at[2], 'syllable')}, which reaches the campaign’s ${figure(at[3])} for a long one; this changes no proposal.`,
  ),
  sentence(
    'Tệp trông không giống bài viết: (.+)\\. Xem có nộp nhầm tệp không\\.',
    (at) => `The file does not look like an essay: ${translate(NO_ESSAY, at[1]) ?? `“${at[1]}”`}. See whether it is the wrong file.`,
  ),
  sentence(
    'Bài nêu “(.+)”, không thấy nêu “(.+)” của đợt học tập\\. Xem có nộp nhầm bài của đợt khác không\\.',
    (at) => `The essay names “${at[1]}”, and nowhere the campaign’s “${at[2]}”. See whether it belongs to another campaign.`,
  ),
  sentence(
    `Phần lớn là trích nghị quyết hoặc tài liệu học tập: (\\S+) số âm tiết ngoài phần mẫu\\. Bài được xét theo phần còn lại, ${HOW_MANY} âm tiết\\.`,
    (at) =>
      `Mostly quotes of the resolution or study material: ${figure(at[1])} of the syllables beside the form. The essay is judged on the rest, ${count(at[2], 'syllable')}.`,
  ),
  sentence(
    `Có (?:${HOW_MANY} chỗ dùng chữ cái của bảng chữ khác trông như chữ Việt)?(?: và )?(?:${HOW_MANY} chỗ dùng chữ cái kiểu khác \\(chữ rộng, chữ toán học\\))?${BY_SOFTWARE} Chữ vẫn được đối chiếu như chữ thường\\.`,
    (at) => {
      const foreign = at[1] === '' ? [] : [`letters of another alphabet that look like Vietnamese ones in ${count(at[1], 'place')}`];
      const styled = at[2] === '' ? [] : [`letters of another style (wide, mathematical) in ${count(at[2], 'place')}`];
      return `There are ${[...foreign, ...styled].join(' and ')}${BY_SOFTWARE_EN} They are compared like usual letters.`;
    },
  ),
  sentence(
    `Có ${HOW_MANY} chỗ có ký tự không hiện hình nằm giữa chữ${BY_SOFTWARE} Các ký tự này được bỏ qua khi đối chiếu\\.`,
    (at) => `Invisible characters stand between letters in ${count(at[1], 'place')}${BY_SOFTWARE_EN} They are passed over when comparing.`,
  ),
  sentence(
    `Có ${HOW_MANY} chỗ mất dấu cách giữa các chữ${BY_SOFTWARE} Các chữ đã được tách ra để đối chiếu\\.`,
    (at) => `Spaces between words are lost in ${count(at[1], 'place')}${BY_SOFTWARE_EN} The words were parted to be compared.`,
  ),
  sentence(
    `Có ${HOW_MANY} chữ bị giãn cách từng chữ cái${BY_SOFTWARE} Các chữ cái đã được ghép lại để đối chiếu\\.`,
    (at) => `${count(at[1], 'word')} with spaces between the letters${BY_SOFTWARE_EN} The letters were joined to be compared.`,
  ),
  sentence(
    `Có ${HOW_MANY} đoạn dùng bảng mã cũ hoặc bị đọc sai bảng mã, đã được chuyển sang Unicode để đọc và đối chiếu\\.`,
    (at) => `${count(at[1], 'paragraph')} in an old encoding, or read in a wrong one, turned into Unicode to be read and compared.`,
  ),
  sentence(
    `Có ${HOW_MANY} câu viết không dấu, (\\S+) số âm tiết của bài\\. Các câu này vẫn được đối chiếu với bài có dấu\\.`,
    (at) =>
      `${count(at[1], 'sentence')} without diacritics, ${figure(at[2])} of the syllables. They are compared with essays that have them all the same.`,
  ),
  sentence('Không thấy họ và tên người viết ở đầu hoặc cuối bài\\.', () => 'No name of the writer at the head or the end of the essay.'),
  sentence(
    'Không thấy đơn vị công tác hoặc chi bộ của người viết, trong bài cũng như trong danh sách\\.',
    () => 'No unit or cell of the writer, neither in the essay nor on the roster.',
  ),
  sentence(
    'Không thấy chức vụ hoặc công việc của người viết, trong bài cũng như trong danh sách\\.',
    () => 'No post or work of the writer, neither in the essay nor on the roster.',
  ),
  sentence('Không thấy ngày viết ở đầu hoặc cuối bài\\.', () => 'No day of writing at the head or the end of the essay.'),
  sentence(
    `Viết chung chung: ${HOW_MANY} câu \\((\\S+) phần tự viết\\) là câu chữ quen dùng(| hoặc có ở văn bản của nhiều đơn vị), cả bài (.+) số liệu, thời gian hay tên riêng nào ngoài tài liệu của đợt\\. Nên hỏi thêm việc cụ thể ở đơn vị\\.`,
    (at) => {
      const few = /\S+$/.exec(at[4])?.[0] ?? '';
      const facts =
        at[4] === 'không thấy' ? 'no figure, time or name' : `only ${count(few, 'figure, time or name', 'figures, times or names')}`;
      const wording = `usual wording${at[3] === '' ? '' : ', or stand in texts of many units'}`;
      return `Generic: ${count(at[1], 'sentence')} (${figure(at[2])} of the own text) are ${wording}; the whole essay has ${facts} beyond the campaign’s documents. Ask about the work of the unit.`;
    },
  ),
  sentence(
    `Có ${HOW_MANY} đoạn dài dùng phông chữ khác \\((.+)\\) với phần còn lại của bài \\((.+)\\)\\. Soạn trên nhiều máy hoặc dán chữ từ tệp khác đều có thể như vậy\\.`,
    (at) =>
      `${count(at[1], 'long stretch', 'long stretches')} in another font (“${at[2]}”) than the rest of the essay (“${at[3]}”). Writing on several machines may do so, pasting from another file too.`,
  ),
  sentence(
    `Có ${HOW_MANY} tệp của người khác mang cùng dấu phiên soạn thảo hoặc mã tài liệu với tệp này, nhiều nhất ${HOW_MANY} dấu ở một tệp\\. Tệp lưu lại từ một tệp chung thì có các dấu này; riêng điều đó không cho biết ai viết bài\\.`,
    (at) =>
      `${count(at[1], 'file')} of others carry the same marks of editing sessions or document identifiers, at most ${count(at[2], 'mark')} in one file. Files saved from a common one have such marks; that alone does not tell who wrote.`,
  ),
  sentence(
    `Có ${HOW_MANY} tệp của người khác ghi cùng người tạo và cùng thời điểm tạo\\. Máy dùng chung cũng ghi như vậy; tên và ngày giờ trong tệp sửa được nên không chứng minh điều gì\\.`,
    (at) =>
      `${count(at[1], 'file')} of others name the same maker and the same time of making. A shared machine does so too; names and times in files can be changed and prove nothing.`,
  ),
  sentence(
    'Chưa đọc hết tệp (“.+?”): (.+)\\. Phần còn lại đã đọc\\. Xem tệp gốc trước khi kết luận; nếu nộp lại, đưa mọi nội dung vào thân bài dưới dạng chữ rồi lưu thành tệp mới\\.',
    (at) =>
      `Not all of ${at[1]} was read: “${at[2]}”. The rest was. See the file before concluding; when handing in again, put everything into the body as text and save it as a new file.`,
  ),
  sentence(
    'Tệp (“.+?”) có chữ mà người đọc không nhìn thấy: (.+)\\. Phần chữ này vẫn nằm trong bài được đối chiếu\\. Cần người mở tệp gốc, cho hiện phần chữ đó và xem trước khi kết luận\\.',
    (at) =>
      `${at[1]} has text that a reader does not see: ${hidden(at[2])}. It is compared all the same. Somebody must open the file, have that text shown and look before concluding.`,
  ),
];

/** "s" of a verb, where it is about one thing. */
const endingOf = (at: Parts): string => (at[1] === '1' ? 's' : '');

/** "chữ ẩn (126 chữ cái); chữ cỡ rất nhỏ (4 chữ cái)". */
const hidden = (list: string): string =>
  list
    .split('; ')
    .map((kind) => {
      const [, name = kind, letters = ''] = /^(.+) \((\S+) chữ cái\)$/u.exec(kind) ?? [];
      return `${HIDDEN[name] ?? `“${name}”`} (${count(letters, 'letter')})`;
    })
    .join('; ');

const CITED = sentence(
  `Bài có ${HOW_MANY} trích dẫn trong ngoặc kép kèm tác giả \\((\\S+) bài\\), không tính là trùng khớp\\.`,
  (at) => `${count(at[1], 'citation')} in quotation marks with an author (${figure(at[2])} of the essay), not counted as overlap.`,
);
const CITED_BEYOND = sentence(
  `${HOW_MANY} trích dẫn quá dài, hoặc vượt phần mà trích dẫn được chiếm trong bài, vẫn được đối chiếu như lời của người viết\\.`,
  (at) => `${count(at[1], 'citation')} too long, or beyond the share that citations may take, compared like the writer’s own words.`,
);

/** A remark of the machine in English; null for one that is not known here, which stays as it is. */
export function englishAdvisory(text: string): string | null {
  const whole = translate([...ADVISORIES, CITED, CITED_BEYOND], text);
  if (whole !== null) return whole;
  // Some are several sentences, each of which may be missing.
  const parts = text.split(/(?<=\.) (?=\p{Lu}|\d)/u);
  const translated = parts.map((part) => translate([...ADVISORIES, CITED, CITED_BEYOND], part));
  return translated.every((part) => part !== null) ? translated.join(' ') : null;
}
