import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBareSyllable, isSyllable } from '../../src/vietnamese/syllables.js';

const SOURCES = 'fixtures/van-trach/sources';

const PROSE = `
  Sáng sớm tinh mơ, bà Nguyễn Thị Khuê quẩy đôi quang gánh ra bến, men theo con ngõ ngoằn ngoèo lát gạch nghiêng.
  Nghe tiếng gà gáy, ông Huỳnh Quý trở dậy, khoác chiếc áo choàng, quét sân, thổi lửa, rồi quấy nồi cháo trong chiếc xoong nhỏ.
  Đêm khuya thanh vắng, tiếng chim cuốc kêu não nuột ngoài bờ giậu; gió thoảng hương hoa huệ, quyện với mùi rơm rạ ngai ngái.
  Thuở ấy cầu chưa bắc, muốn qua sông phải chờ chuyến đò ngang, khúc khuỷu mấy quãng đường đất trơn tuột, ngã oạch là chuyện thường.
  Bác thợ giếng già gìn giữ từng chiếc gàu, giặt giũ phơi phóng xong lại giục lũ trẻ giúp mẹ giã gạo, giồng khoai, gieo mạ.
  Chúng tôi ghi nghị quyết vào sổ, nghiền ngẫm kỹ lưỡng, ghép việc nhỏ thành việc lớn, kiên quyết khuyên nhau bỏ thói khoe khoang, huênh hoang.
  Ý kiến của cô y tá Thúy Quỳnh rất xác đáng: yêu nghề thì phải luyện tay nghề, yếm thế thì chẳng nên việc, ỷ lại càng không.
  Xe buýt lượn một vòng quanh toà thị chính, nhấp nháy đèn xi nhan; bé Uyên loay hoay với quả bóng tuýt còi, miệng bập bẹ ú ớ.
  Phường tuyên dương mười hộ, tặng mỗi hộ một chiếc chăn bông, dăm cân ruốc, một rá ốc luộc, và thưởng nóng đội bắt cướp.
  Ừ thì mưu sự tại nhân, hươu vượn cũng biết cứu con; người ngượng ngùng cửi canh, kẻ ngượng nghịu chiếu chăn, ai cũng tươm tất.
  Khuếch trương quá mức thì dân nguếch ngoác, chệch choạc; thoăn thoắt làm ngay còn hơn ngồi huếch hoác, uể oải, ngoe nguẩy.
  Mèo ngoao ngoao trên mái, lợn ụt ịt trong chuồng, vịt toe toét ngoài ao; luống rau muống, giàn mướp, khóm riềng, bụi sả xanh um.`;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];
const bareOf = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

describe('the syllables', () => {
  it('hold every word of Vietnamese prose, with and without its marks', () => {
    const words = wordsOf(PROSE);
    expect(words.length).toBeGreaterThan(300);
    expect(words.filter((word) => !isSyllable(word))).toEqual([]);
    expect(words.filter((word) => !isBareSyllable(bareOf(word)))).toEqual([]);
  });

  it('hold every word with a mark in the essays of the fixtures', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
    const words = new Set(files.flatMap((file) => wordsOf(readFileSync(join(SOURCES, file), 'utf8'))));
    const marked = [...words].filter((word) => /\p{M}/u.test(word.normalize('NFD')));
    expect(marked.length).toBeGreaterThan(600);
    expect(marked.filter((word) => !isSyllable(word))).toEqual([]);
  });

  it('take the tone where the new and the old spelling set it', () => {
    for (const word of 'hoà hòa thuý thúy quý qúy toàn tòan khoẻ khỏe già gìa uỷ ủy lý lí sỹ sĩ yểng xoóng goòng gì gìn giếng'.split(' ')) {
      expect(isSyllable(word), word).toBe(true);
    }
  });

  it('before front vowels are spelt k, gh and ngh, and a closing stop has two tones', () => {
    for (const word of 'bạch kẻ ghế nghĩa kia kiếc cạch ngác quốc quạch giật nghịch tách tạch'.split(' ')) {
      expect(isSyllable(word), word).toBe(true);
    }
    for (const word of 'tàc tác̀ bách̃ bach tãp một̉ ngia ghà ngha kang ka cê cia gê gie̛ qa qoa cuyên boăn nguơu ýen hpa tr đ'.split(' ')) {
      expect(isSyllable(word), word).toBe(false);
    }
  });

  it('leave out other languages, decomposed letters, capitals and what is no word', () => {
    const english = 'party members should study resolution report from which change their work would school through being village good';
    const french = 'être élève garçon français où voilà leçon première pays développement';
    const misread = 'vµ cña ®¶ng viªn ng­êi nghÞ quyÕt cuûa ñaûng Ä‘á»‘i tiá»‡p Ð';
    for (const word of [...`${english} ${french} ${misread}`.split(' '), 'hoà'.normalize('NFD'), 'Hoà', '', ' ', '12']) {
      expect(isSyllable(word), word).toBe(false);
    }
    for (const word of english.split(' ')) expect(isBareSyllable(word), word).toBe(false);
    for (const word of ['', 'ngia', 'kang', 'hoà', 'đi', 'tr']) expect(isBareSyllable(word), word).toBe(false);
  });
});
