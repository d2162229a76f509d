import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genericText, type MeasuredText } from '../../src/model/generic-text.js';
import { measureText } from '../../src/pipeline/programmes/measure-text.js';

/** What could stand in anybody's programme; invented. */
const BOILERPLATE = [
  'Tập trung lãnh đạo, chỉ đạo tạo chuyển biến rõ nét trên mọi mặt công tác, phấn đấu hoàn thành toàn diện các chỉ tiêu mà đại hội đã đề ra trong nhiệm kỳ này.',
  'Tiếp tục đổi mới phương thức lãnh đạo, phát huy vai trò tiền phong gương mẫu của từng cán bộ, đảng viên, nhất là người đứng đầu ở mỗi cơ quan và đơn vị.',
  'Chú trọng công tác kiểm tra, giám sát, kịp thời uốn nắn những biểu hiện lệch lạc, giữ vững kỷ cương, nền nếp và tinh thần đoàn kết thống nhất trong nội bộ.',
  'Quan tâm chăm lo đời sống vật chất và tinh thần của nhân dân, giải quyết dứt điểm những vướng mắc nảy sinh ngay từ nơi phát sinh và từ lúc mới phát sinh.',
  'Đẩy mạnh tuyên truyền bằng nhiều hình thức phong phú, sát với từng đối tượng, làm cho mọi người hiểu rõ mục đích, ý nghĩa và tự giác tham gia thực hiện.',
  'Phân công cụ thể từng đầu việc, gắn trách nhiệm với kết quả, coi đây là căn cứ quan trọng để nhận xét tập thể và cá nhân vào dịp tổng kết công tác thường kỳ.',
];
const GENERIC = BOILERPLATE.join('\n');
const OWN = `Thôn Hạ còn nhiều hộ chưa có nước sạch vì ống dẫn từ khe Nà Lừa hay tắc sau mưa lũ.
Chi ủy giao đồng chí trưởng thôn đứng ra vận động bà con đào lại mương đất cũ phía sau nhà văn hóa.
Đội thanh niên nhận trồng tre giữ bờ suối, mỗi chiều cuối tuần ra làm chung với hội phụ nữ bản bên.
Việc khó hơn cả là thuyết phục mấy nhà đầu nguồn dời chuồng trâu xa bến nước, nên sẽ họp ngay tại chân ruộng.
Mùa giáp hạt thì tổ đổi công lo gạo cho người đi làm, không nhà nào phải bỏ buổi chợ phiên.
Sau vụ gặt cả thôn cùng đi xem lại từng đoạn ống, chỗ nào hở thì ghi lên tấm bảng gỗ treo ở đình.`;

const measure = (text: string, given: Partial<Parameters<typeof measureText>[0]> = {}): MeasuredText =>
  measureText({ text, kind: 'action-programme', references: [], templates: [], names: [], ...given });

/** As the records tell it: a shingle is generic once three other units have it. */
function genericOf(text: MeasuredText, others: readonly MeasuredText[]) {
  const holders = (hash: number): number => others.filter(({ shingles }) => shingles.some((one) => one.hash === hash)).length;
  return genericText(text.shingles, (hash) => holders(hash) >= 3);
}
const shareOf = ({ samples, shared }: { samples: number; shared: number }): number => shared / samples;

describe('what is generic in a programme', () => {
  it('is all of one that five units have word for word, and nothing of one that only its own unit has', () => {
    const five = Array.from({ length: 5 }, () => measure(GENERIC));
    const same = genericOf(five[0]!, five.slice(1));
    expect(same.samples).toBeGreaterThan(10);
    expect(shareOf(same)).toBe(1);
    expect(shareOf(genericOf(measure(OWN), five))).toBe(0);
    expect(genericOf(measure(OWN), five).spans).toEqual([]);
  });

  it('is not what two others have: from three on', () => {
    const [one, ...others] = Array.from({ length: 3 }, () => measure(GENERIC));
    expect(genericOf(one!, others).shared).toBe(0);
  });

  it('is shown where it stands, and nowhere in what is the unit’s own', () => {
    const text = `${OWN}\n${GENERIC}\n${OWN.replaceAll('Hạ', 'Thượng')}`;
    const { spans } = genericOf(
      measure(text),
      Array.from({ length: 4 }, () => measure(GENERIC)),
    );
    const [from, to] = [OWN.length + 1, OWN.length + 1 + GENERIC.length];
    expect(spans.length).toBeGreaterThan(0);
    for (const { start, end } of spans) expect([start >= from, end <= to]).toEqual([true, true]);
  });

  it('grows with the boilerplate in it, whatever sentences are taken in whatever order', () => {
    const others = Array.from({ length: 4 }, () => measure(GENERIC));
    const some = fc.shuffledSubarray(BOILERPLATE);
    fc.assert(
      fc.property(some, (taken) => {
        const told = genericOf(measure(`${OWN}\n${taken.join('\n')}`), others);
        const more = genericOf(measure(`${OWN}\n${GENERIC}`), others);
        expect(told.shared).toBeLessThanOrEqual(more.shared);
        expect(told.shared).toBeLessThanOrEqual(told.samples);
        if (taken.length === 0) expect(told.shared).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('is no quote of the campaign’s documents', () => {
    const quoting = measure(`${OWN}\n${GENERIC}`, { references: [GENERIC] });
    const others = Array.from({ length: 4 }, () => measure(GENERIC));
    expect(genericOf(quoting, others).shared).toBe(0);
    expect(quoting.facts.own).toBeLessThan(quoting.facts.syllables - 100);
  });
});

describe('what a programme has of its own', () => {
  const names = ['Chi bộ thôn Hạ', 'Xã Mả Vối'];

  it('is counted: figures, days, names of the unit and its places', () => {
    expect(measure(GENERIC, { names }).facts).toMatchObject({ figures: 0, dates: 0, names: 0 });
    const own = 'Trước ngày 15/03/2027, 27 hộ ở thôn Hạ góp 640 mét ống; đến quý II xã Mả Vối nghiệm thu.';
    expect(measure(`${GENERIC}\n${own}`, { names }).facts).toMatchObject({ figures: 2, dates: 2, names: 2 });
  });

  it('is not the number of the resolution, nor that of a heading, nor a name in a quote', () => {
    const text = `1. Quán triệt Nghị quyết số 21 đến từng đảng viên.\n2. Làm theo Kế hoạch 15-KH/TW.\n${GENERIC}`;
    expect(measure(text, { names }).facts.figures).toBe(0);
    const quote = 'Thôn Hạ là nơi làm điểm dẫn nước sạch về từng nhà cho cả vùng cao biên giới của tỉnh noi theo.';
    expect(measure(quote, { names, references: [quote] }).facts.names).toBe(0);
    expect(measure(quote, { names }).facts.names).toBe(1);
  });

  it('goes up by as many figures as are added', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 99 }), { maxLength: 8 }), (numbers) => {
        const more = numbers.map((number) => `Giúp được ${number} hộ sửa nhà dột.`).join('\n');
        expect(measure(`${GENERIC}\n${more}`).facts.figures).toBe(numbers.length);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves out letterhead and signature', () => {
    const head = 'ĐẢNG BỘ XÃ MẢ VỐI\nCHI BỘ THÔN HẠ\nMả Vối, ngày 12/11/2026\n';
    const foot = '\nT/M CHI BỘ\nBÍ THƯ\nchi bộ thôn Hạ, 12/11/2026';
    expect(measure(`${head}${GENERIC}${foot}`, { names }).facts).toMatchObject({ dates: 0, names: 0 });
  });
});
