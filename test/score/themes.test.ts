import { describe, expect, it } from 'vitest';
import { scoreOne, themeOf } from './theme-scoring.js';

const STORY = `Sáng nay trời mưa to, tôi ngồi uống trà với ông bạn cũ và nói chuyện ngày còn đi học.
Chúng tôi nhắc tới thầy giáo dạy toán, người hay mặc chiếc áo nâu và cười rất hiền.`;
const WASTE = `Nhà tôi để riêng vỏ rau, cơm thừa vào một thùng để ủ làm phân, còn chai nhựa bán cho người mua phế liệu.
Mương trước ngõ trước đây đầy túi ni lông và vỏ thuốc sâu, nay bà con vớt sạch, nước đã trong, cá lại về.
Khói đốt rơm và nilông khét cả xóm, trẻ con ho, nên tổ tự quản đã nhắc từng nhà thôi đốt.`;
const topic = themeOf('topic');

describe('a topic', () => {
  it('is found where no listed phrase stands, and the words that spoke for it are shown', () => {
    const { met, shown, spoken, missing } = scoreOne(WASTE, topic);
    expect(met).toBe(true);
    expect(missing).toBe('');
    expect(shown.length).toBeGreaterThan(0);
    expect(spoken.join(' ').toLowerCase()).toMatch(/ni lông|nước|thùng|phân|đốt/);
  });

  it('is not met by a story about something else, and says what to write', () => {
    const { met, missing, score } = scoreOne(STORY, topic);
    expect({ met, low: score! < 0.3 }).toEqual({ met: false, low: true });
    expect(missing).toContain('cần nêu một việc');
  });

  it('is found in text without marks', () => {
    const bare = WASTE.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
    expect(scoreOne(bare, topic).met).toBe(true);
  });

  it('is not met by its phrases alone: pasted as a list, and told', () => {
    const list = `${STORY}\nNội dung: bảo vệ môi trường, phân loại rác, thu gom rác, nguồn nước, vệ sinh môi trường, thu gom rác, phân loại rác, bảo vệ môi trường, nguồn nước.`;
    const { met, without, stuffing } = scoreOne(list, topic);
    expect(met).toBe(false);
    expect(without).toContain('listed');
    expect(stuffing.map(({ code }) => code)).toEqual(['stuffing']);
  });

  it('is not met by its phrases sprinkled into a story, and told', () => {
    const sprinkled = `Sáng nay trời mưa to, bảo vệ môi trường tôi ngồi uống trà với ông bạn cũ, phân loại rác rồi nói chuyện ngày còn đi học.
Chúng tôi nhắc tới thầy giáo dạy toán, thu gom rác người hay mặc chiếc áo nâu và cười rất hiền, nguồn nước mắt cứ chảy ra.
Con gái bạn tôi sắp lấy chồng, vệ sinh môi trường cái đám cưới ấy nghe đâu mời ba trăm khách, bảo vệ môi trường cỗ có gà luộc.
Đến trưa chúng tôi ra quán ăn phở, phân loại rác bát của tôi thêm quẩy, bát của ông ấy thêm ớt.`;
    const { met, stuffing } = scoreOne(sprinkled, topic);
    expect(met).toBe(false);
    expect(stuffing[0]?.text).toContain('cụm từ của chủ đề');
  });

  it('counts own words only, and shows what did not count and why', () => {
    const quote = 'Mỗi hộ gia đình phân loại rác tại nhà, ủ rác hữu cơ làm phân bón, không đốt ni lông, không đổ rác xuống kênh mương.';
    const text = `${STORY}\n${quote}`;
    expect(scoreOne(text, topic).met).toBe(true);
    expect(scoreOne(text, topic, { quoted: quote })).toMatchObject({ met: false, without: ['quoted'] });
    expect(scoreOne(text, topic, { copied: quote })).toMatchObject({ met: false, without: ['copied'] });
    expect(scoreOne(STORY, topic, { hidden: quote })).toMatchObject({ met: false, without: ['hidden'] });
    expect(scoreOne(text, topic, { copied: quote }).missing).toContain('trùng với bài khác');
  });

  it('is found where a provider of sentence vectors sees it, who is never needed', () => {
    const remark = 'Hồi trước đứng đầu ngõ là phải bịt mũi, nay trẻ nhỏ ra đó thả diều được rồi.';
    const alone = scoreOne(`${remark}\n${STORY}`, topic).score!;
    expect(scoreOne(`${remark}\n${STORY}`, topic, { similarity: 0.2 }).score).toBe(alone);
    expect(scoreOne(`${remark}\n${STORY}`, topic, { similarity: 0.9 }).score!).toBeGreaterThan(alone + 0.2);
  });

  it('counts a sentence once, however often it is repeated', () => {
    const [first] = WASTE.split('\n');
    const once = scoreOne(first!, topic).score!;
    expect(scoreOne(Array(6).fill(first).join(' '), topic).score).toBeLessThan(once + 0.1);
  });
});

describe('a commitment', () => {
  const commitment = themeOf('commitment', { name: 'Trách nhiệm của bản thân' });
  const before = `${WASTE}\n`;

  it('is a task of one’s own with a figure and a day', () => {
    const pledge = 'Tôi đăng ký đến từng nhà trong 40 hộ chưa phân loại rác, mỗi tuần năm nhà, xong trước ngày 30 tháng 9.';
    const { met, shown } = scoreOne(before + pledge, commitment);
    expect(met).toBe(true);
    expect(shown).toContain(pledge);
  });

  it.each([
    [
      'an empty promise',
      'Tôi xin hứa không ngừng học tập, rèn luyện, nỗ lực phấn đấu hoàn thành tốt nhiệm vụ được giao, xứng đáng là người đảng viên.',
    ],
    ['what somebody else will do', 'Đồng chí trưởng thôn sẽ đến từng nhà trong 40 hộ, mỗi tuần năm nhà, xong trước ngày 30 tháng 9.'],
    ['what is done already', 'Năm ngoái thôn đã đến từng nhà trong 40 hộ và đã phát 80 thùng rác.'],
  ])('is not %s', (_, sentence) => {
    expect(scoreOne(before + sentence, commitment).met).toBe(false);
  });

  it('says which part of it is missing', () => {
    expect(scoreOne(WASTE, commitment).missing).toContain('cần nêu việc gì');
  });
});

describe('the own unit', () => {
  const unit = themeOf('own-unit', { name: 'Liên hệ đơn vị' });
  const facts = 'Tân Lạc có 312 hộ, mới có 140 hộ phân loại rác, hai bãi rác tạm chưa đóng được từ năm 2024.';

  it('is met by facts of it', () => {
    const own = 'Thôn tôi có 312 hộ, năm ngoái mới có 140 hộ phân loại rác. Trường tôi đã dọn hai bãi rác tạm, hết 46 công.';
    expect(scoreOne(own, unit).met).toBe(true);
  });

  it('is known by the name that the roster gives', () => {
    const known = scoreOne(facts, unit, { unit: 'Trường Tiểu học Tân Lạc' });
    expect(known.score!).toBeGreaterThan(scoreOne(facts, unit).score!);
    expect(known.spoken).toContain('Tân Lạc');
  });

  it('is not met by the figures of another place', () => {
    const other = 'Báo tỉnh vừa đăng: ở xã bạn có 98% số hộ phân loại rác; tôi đọc thấy nhiều nơi làm rất hay.';
    expect(scoreOne(`${STORY}\n${other}`, unit).met).toBe(false);
  });
});

describe('a request', () => {
  const request = themeOf('request', { name: 'Đề xuất, kiến nghị' });

  it('is something definite, asked of somebody', () => {
    const ask = 'Tôi đề nghị Đảng ủy xã cấp cho thôn 30 thùng rác hai ngăn trước mùa mưa.';
    expect(scoreOne(`${WASTE}\n${ask}`, request)).toMatchObject({ met: true, shown: [ask] });
  });

  it.each([
    'Tôi xin chân thành cảm ơn các đồng chí đã lắng nghe.',
    'Kính mong các cấp tiếp tục quan tâm, tạo mọi điều kiện thuận lợi để nghị quyết sớm đi vào cuộc sống.',
  ])('is not a courtesy: %s', (sentence) => {
    expect(scoreOne(`${WASTE}\n${sentence}`, request).met).toBe(false);
  });
});

describe('awareness', () => {
  const awareness = themeOf('awareness', {
    name: 'Nhận thức về nghị quyết',
    facets: [
      { name: 'mục tiêu', phrases: ['mục tiêu', 'đến năm 2030'] },
      { name: 'nhiệm vụ', phrases: ['nhiệm vụ', 'giải pháp'] },
    ],
  });

  it('is the resolution told in own words', () => {
    const told = `Qua hai buổi học, tôi hiểu nghị quyết muốn nói rằng giữ làng sạch là việc của từng nhà chứ không phải của riêng đội thu gom.
Mục tiêu đến năm 2030 là cứ mười nhà thì chín nhà biết chia rác, không còn bãi rác tạm nào. Giải pháp mà huyện nêu là trước hết phải dạy trẻ em và kiểm tra chuồng trại.
${WASTE}`;
    const { met, shown } = scoreOne(told, awareness);
    expect(met).toBe(true);
    expect(shown.some((sentence) => sentence.startsWith('Mục tiêu'))).toBe(true);
  });

  it('is not praise of it, and names what to tell', () => {
    const praise = `Nghị quyết có ý nghĩa to lớn, đúng đắn, sáng tạo, phù hợp với tình hình mới. Tôi hoàn toàn nhất trí, tin tưởng tuyệt đối và quyết tâm cao.`;
    const { met, missing } = scoreOne(`${praise}\n${STORY}`, awareness);
    expect(met).toBe(false);
    expect(missing).toBe('Cần nêu bằng lời của mình: mục tiêu, nhiệm vụ.');
  });
});
