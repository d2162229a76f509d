import { sentence, translate } from './english-sentences.js';

/** Parts of what an essay lacks, as the machine names them by itself. */
const FACETS: Readonly<Record<string, string>> = {
  'quan điểm': 'its viewpoints',
  'mục tiêu': 'its goals',
  'nhiệm vụ, giải pháp': 'its tasks and measures',
  'thời hạn': 'by when',
  'kết quả phải đạt': 'the result to be reached',
};

const LACKS: Readonly<Record<string, string>> = {
  'làm bao nhiêu và xong khi nào': 'how much, and by when it is done',
  'làm bao nhiêu': 'how much',
  'xong khi nào': 'by when it is done',
};

/** What a theme lacks. */
const MISSING = [
  sentence(
    'Chưa thấy câu nào của chính người viết nói về nội dung này: cần nêu một việc, một khó khăn hoặc một cách làm cụ thể\\.',
    () => 'No sentence of the writer’s own speaks of it: name something done, a difficulty or a way of doing it.',
  ),
  sentence(
    'Mới nhắc tới nội dung này: cần nói rõ một việc, một khó khăn hoặc một cách làm cụ thể\\.',
    () => 'It is only mentioned: say clearly something done, a difficulty or a way of doing it.',
  ),
  sentence(
    'Chưa nêu bằng lời của mình những điểm chính của nghị quyết: quan điểm, mục tiêu, nhiệm vụ và giải pháp\\.',
    () => 'The main points of the resolution are not said in the writer’s own words: viewpoints, goals, tasks and measures.',
  ),
  sentence('Chưa trả lời vào tình huống: cần nói tới (.+)\\.', (at) => `The situation is not answered: speak of “${at[1]}”.`),
  sentence('Cần nêu bằng lời của mình: (.+)\\.', (at) => `To be said in the writer’s own words: ${facets(at[1])}.`),
  sentence(
    'Chưa thấy việc nào người viết tự nhận làm: cần nêu việc gì, làm bao nhiêu và xong khi nào\\.',
    () => 'Nothing that the writer takes on: say what, how much, and by when it is done.',
  ),
  sentence(
    'Việc tự nhận còn chung: cần nói rõ chính mình làm việc gì, theo nhiệm vụ được giao\\.',
    () => 'What is taken on is general: say clearly what the writer does, by the tasks of the post.',
  ),
  sentence(
    'Việc tự nhận còn chung: cần nêu rõ (.+)\\.',
    (at) => `What is taken on is general: say clearly ${LACKS[at[1]] ?? `“${at[1]}”`}.`,
  ),
  sentence(
    'Chưa thấy dữ kiện của đơn vị mình: cần nêu tên đơn vị, số liệu, việc đã làm hoặc chỗ còn vướng\\.',
    () => 'No facts of the writer’s unit: give its name, figures, what was done or what is still in the way.',
  ),
  sentence(
    'Mới nhắc tới đơn vị mình: cần thêm số liệu, việc đã làm hoặc chỗ còn vướng\\.',
    () => 'The unit is only mentioned: add figures, what was done or what is still in the way.',
  ),
  sentence(
    'Chưa thấy đề nghị cụ thể nào: cần nêu đề nghị cấp nào làm việc gì\\.',
    () => 'No definite request: say which level is asked to do what.',
  ),
  sentence('Đề nghị chưa nói gửi cấp nào, cơ quan nào\\.', () => 'The request does not say to which level or office.'),
  sentence(
    'Đề nghị còn chung: cần nêu rõ muốn cấp đó làm việc gì, bao nhiêu, khi nào\\.',
    () => 'The request is general: say clearly what that level should do, how much, by when.',
  ),
];

const ONLY_DISCOUNTED = 'Phần nói về nội dung này là trích dẫn hoặc trùng với bài khác nên không được tính. ';

/** What a theme lacks, in English; null for a sentence that is not known here. */
export function englishMissing(text: string): string | null {
  if (!text.startsWith(ONLY_DISCOUNTED)) return translate(MISSING, text);
  const rest = translate(MISSING, text.slice(ONLY_DISCOUNTED.length));
  return rest && `What speaks of it is quoted, or stands in another essay too, and does not count. ${rest}`;
}

/** Names of facets; those that a person typed stay as they are, in quotation marks. */
function facets(names: string): string {
  const whole = FACETS[names];
  if (whole !== undefined) return whole;
  const known = Object.keys(FACETS).sort((one, two) => two.length - one.length);
  const found: string[] = [];
  let rest = names;
  while (rest !== '') {
    const name = known.find((one) => rest === one || rest.startsWith(`${one}, `)) ?? rest.split(', ', 1)[0]!;
    found.push(FACETS[name] ?? `“${name}”`);
    rest = rest.slice(name.length + 2);
  }
  return found.join(', ');
}
