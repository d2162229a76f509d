// Turns of speech by which a sentence shows what it does, whatever its subject. Written for this purpose; each list says one thing.

import type { ThemeKind } from '../../model/campaign.js';

const OWN = ['tôi', 'chúng tôi', 'mình', 'em', 'chúng em', 'ta', 'tui', 'tụi tôi', 'tụi tui', 'bọn tôi'];
/** Places and bodies that a writer calls his or her own. */
const OWN_PLACES =
  `xã, phường, thị trấn, thôn, xóm, bản, ấp, buôn, làng, tổ, tổ dân phố, khu phố, khu, trường, lớp, trạm, cơ quan, đơn vị, chi bộ, chi hội,
  chi đoàn, hội, đoàn, hợp tác xã, công ty, xưởng, cơ sở, phòng, ban, đội, ca, chuyền, bộ phận, địa bàn, địa phương, quê, khoa, bệnh viện,
  trung tâm, chi nhánh, cửa hàng, kho, bến, cảng, đồn, hạt, nhà máy, lực lượng, ngành`
    .split(',')
    .map((place) => place.trim());

const list = (phrases: string): string[] =>
  phrases
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');

/** What a turn of speech shows; a sentence's cues are the set of these. */
export const CUES = {
  /** Numbers that are written out and are hardly anything else. */
  number: list(
    'hai, bốn, sáu, bảy, tám, chín, mười, mươi, chục, trăm, nghìn, ngàn, triệu, tỷ, rưỡi, một nửa, ba mươi, hai mươi, ba trăm, mười lăm, phần trăm',
  ),
  /** The writer as the one who acts. */
  first: list(
    'xin hứa, xin cam kết, xin nhận, xin đăng ký, nay xin, tui, tôi, bản thân, bản thân tôi, mình, em, cá nhân tôi, tự mình, gia đình tôi, nhà tôi',
  ),
  /** The writer's own body of people. */
  own: [
    ...OWN_PLACES.flatMap((place) => OWN.map((own) => `${place} ${own}`)),
    ...OWN_PLACES.map((place) => `${place} nhà`),
    ...list(`chúng tôi, chúng em, anh em tôi, nơi tôi công tác, nơi tôi sinh hoạt, nơi tôi làm việc, nơi tôi ở, ở đây, tại đơn vị, ở đơn vị, toàn xã,
      cả xã, toàn trường, cả trường, xã này, toàn đơn vị, cả đơn vị, toàn chi bộ, tổ tôi, toàn phường, cả phường, cả thôn, trong thôn, cả khoa, cả đội`),
  ],
  /** Taking something on. */
  pledge:
    list(`phần tôi, phần tui, về phần mình, về phần tôi, phần em, tôi đăng ký, đăng ký, tôi cam kết, cam kết, xin hứa, tôi hứa, tôi nhận, xin nhận, tôi xin nhận, mình nhận, em nhận, nhận phụ trách, nhận làm,
    nhận việc, tôi sẽ, em sẽ, mình sẽ, tự đặt, tôi đặt, đặt mục tiêu, tôi giao cho mình, phần việc của tôi, phần việc, việc của tôi, việc tôi, việc mình,
    tôi gánh, xung phong, tôi chịu trách nhiệm, chịu trách nhiệm, trực tiếp, tự giao, tôi quyết, tôi chọn, tôi bắt đầu, tôi tiếp tục, nhiệm vụ của tôi, phần tôi,
    phần mình, bản thân sẽ, bản thân tôi sẽ, tôi lập, tôi làm, tôi dành, tôi dạy, tôi nộp, tôi báo cáo, tôi ghi, tôi dự kiến, dự kiến, tôi lên lịch`),
  /** When it is to be done, or how often. */
  deadline:
    list(`trước ngày, trước tháng, trước mùa, trước khi hết, trước tết, trước học kỳ, chậm nhất, đến hết, tới hết, hết tháng, hết quý, hết năm, hết học kỳ, cuối tháng,
    cuối quý, cuối năm, đầu năm, đến cuối, tới cuối, từ nay đến, từ nay tới, từ nay, đến ngày, tới ngày, trong quý, trong tháng, trong năm, trong tuần, trong vòng, từ tháng,
    từ ngày, kể từ, bắt đầu từ, xong trước, đến tháng, tới tháng, vào tháng, vào ngày, ngay trong, quý i, quý ii, quý iii, quý iv, sáu tháng, ba tháng, sang năm, năm tới, tháng tới,
    mỗi ngày, mỗi tuần, mỗi tháng, mỗi quý, mỗi năm, mỗi buổi, mỗi chiều, mỗi tối, mỗi sáng, mỗi ca, mỗi kỳ, hằng ngày, hằng tuần, hằng tháng, hằng quý, hằng năm, hàng ngày, hàng tuần,
    hàng tháng, hàng quý, tối thứ, chiều thứ, sáng thứ, thứ bảy, thứ sáu, thứ năm, thứ tư, thứ ba, thứ hai, chủ nhật, tuần một buổi, tháng một lần`),
  /** What is over. */
  past: list(`đã, vừa rồi, vừa qua, năm ngoái, năm qua, năm trước, tháng trước, trước đây, trước kia, thời gian qua, hôm qua, tuần trước, ngày trước, hồi, từng, nhiệm kỳ qua, quý trước, vụ vừa rồi,
    năm 2024, năm 2023, năm 2022, năm 2021, hồi đó, khi ấy, từ trước đến nay`),
  /** Somebody else as the one who acts. */
  others:
    list(`giám đốc, hiệu trưởng, lãnh đạo, trưởng phòng, chủ tịch, bí thư, ban giám đốc, ban giám hiệu, nhà trường, công ty, các đồng chí, mỗi đảng viên, mọi người, mọi đảng viên, mỗi cán bộ,
    cán bộ đảng viên, họ, anh ấy, chị ấy, ông ấy, bà ấy, các anh, các chị, mọi cán bộ, tất cả chúng ta, chúng ta, toàn đảng, trưởng trạm, trưởng khoa, đội trưởng, tổ trưởng, cấp trên`),
  /** Somebody else, where a sentence begins with it. */
  actor:
    list(`đồng chí, các đồng chí, anh, chị, ông, bà, giám đốc, hiệu trưởng, phó, lãnh đạo, trưởng phòng, chủ tịch, bí thư, ban giám đốc, ban giám hiệu, nhà trường, công ty, phòng, tổ, các tổ, ban, công đoàn, đoàn thanh niên, hội, hội phụ nữ, hội nông dân,
    mặt trận, chi bộ, đảng ủy, ủy ban, huyện, xã, phường, thị trấn, tỉnh, thành phố, ngành, sở, trạm, trung tâm, ngân hàng, xí nghiệp, bệnh viện, cơ quan, đơn vị, mỗi đảng viên, mỗi cán bộ, mọi người, các cấp, cấp ủy, các ngành, hợp tác xã, khoa, thôn, cô, thầy, chú, bác`),
  /** Somewhere else, or heard of. */
  elsewhere: list(
    `nghe kể, nghe nói, đọc trong, đọc báo, báo tỉnh, báo chí, trên báo, trên mạng, trên đài, ti vi, tham quan, xã bạn, tỉnh bạn, huyện bạn, đơn vị bạn, nước ngoài, ở các nước, nơi khác, chỗ khác, nhiều nơi, có nơi, một số nơi, tỉnh khác, thành phố khác, các nước`,
  ),
  /** Asking for something. */
  ask: list(`xin thêm, tôi xin, tôi chỉ xin, xin chú, xin anh, xin các, xin bệnh viện, xin xí nghiệp, xin nhà trường, xin trường, xin trạm, xin cơ quan, xin đơn vị, xin ngành, xin sở, xin quận, tôi kiến nghị, đề nghị, kiến nghị, đề xuất, tôi mong, rất mong, kính mong, mong muốn, mong cấp ủy, mong đảng ủy, mong xã, mong huyện, mong phường, mong được, xin huyện, xin xã, xin phường, xin cấp, xin cấp ủy,
    xin đảng ủy, xin chi bộ, xin thường vụ, xin thành ủy, xin ủy ban, xin bố trí, xin được, xin cho, xin hỗ trợ, xin mở, xin lãnh đạo, xin công ty, xin ban, xin phòng, xin tỉnh, xin thành phố,
    nhờ xã, nhờ huyện, nhờ phường, nhờ chi bộ, nhờ đảng ủy, nhờ cấp, cần được cấp, nên cho, nên bố trí, có một đề xuất, có hai đề xuất, cái mình xin, tôi xin cấp, thưa với cấp ủy, mong lãnh đạo, mong cấp trên, mong công ty, mong chi bộ`),
  /** Whom one asks. */
  addressee:
    list(`chi cục, cục, bệnh viện, xí nghiệp, khoa, viện, tổng công ty, ngân hàng, quận, nhà máy, cảng, các cấp, bưu điện, hội đồng, cấp ủy, đảng ủy, huyện ủy, thành ủy, tỉnh ủy, thị ủy, quận ủy, chi ủy, chi bộ, thường vụ, ban thường vụ, ủy ban, ủy ban nhân dân, huyện, xã, phường, tỉnh, thành phố, phòng, sở, ban, lãnh đạo, cấp trên,
    ban giám đốc, ban giám hiệu, công ty, nhà trường, công đoàn, mặt trận, hội, trung tâm, cơ quan, ngành, chính quyền, bộ phận, trạm, trường, ban quản lý, hợp tác xã, điện lực, công an`),
  /** Set openings that ask for nothing: "xin hứa", "xin cảm ơn". */
  courtesy:
    list(`tôi xin hứa, tôi xin cam kết, tôi xin nhận, tôi xin chịu, tôi xin trình bày, tôi xin ghi, tôi xin viết, tôi xin nêu, tôi xin nói, tôi xin phép, tôi xin chân thành, tôi xin trân trọng, tôi xin cảm ơn, tôi xin kể, tôi xin báo cáo, xin hứa, xin cảm ơn, xin chân thành, xin trân trọng, xin cam kết, xin ghi, xin trình bày, xin nêu, xin phép, xin nói, xin báo cáo, xin kiểm điểm, xin chịu, xin nhận, xin lỗi, xin kể, xin viết, xin đi thẳng, giấy xin,
    đơn xin, trên đây, mong các đồng chí góp ý, mong được góp ý, rất mong nhận được, mong được các đồng chí, mong các đồng chí, xin kính`),
  /** Reporting what a document says. */
  report:
    list(`trên huyện, trên tỉnh, trên thành phố, trên xã, trên phường, bảo rằng, nói rằng, dặn rằng, người ta bảo, cấp trên bảo, tỉnh muốn, tỉnh đặt, tỉnh giao, tỉnh ủy, thành phố giao, nghị quyết, chỉ thị, kết luận, quy định, văn bản, huyện muốn, huyện mong, huyện bảo, huyện đặt, huyện coi, huyện giao, thành phố muốn, thành phố đặt, thành ủy, huyện ủy, quan điểm, mục tiêu, mục tiêu chung, chỉ tiêu,
    nhiệm vụ giải pháp, nhóm nhiệm vụ, giải pháp, tôi hiểu, theo tôi hiểu, tôi nhận thức, nhận thức được, tôi nắm được, tôi nhớ, tôi tâm đắc, tâm đắc nhất, điểm mới, ý xuyên suốt, tinh thần chung, đến năm 2030, vào năm 2030, năm 2030, giai đoạn,
    nêu rõ, xác định, đặt ra, yêu cầu, khẳng định, nhấn mạnh, chỉ ra, đề ra, coi, lấy, làm thước đo, là thước đo, báo cáo viên, cách làm gồm, các con số, cột mốc, nó nói, nó bảo, điều tôi nhớ, điều thứ nhất, lẽ thứ nhất, ý thứ nhất, ý thứ hai, thứ nhất là`),
  /** Having studied or heard it. */
  studied:
    list(`báo cáo viên, buổi học, hai buổi, buổi nghe, nghe phổ biến, phổ biến, truyền đạt, học tập, nghiên cứu, quán triệt, đọc xong, đọc nghị quyết, đọc kỹ, đọc văn bản, tôi gói lại, tóm lại, nói gọn, nói ngắn, hiểu gọn,
    hiểu rằng, mình hiểu, tôi hiểu, nhớ được, tôi nhớ, tôi nhớ nhất, mấy ý, ba ý, hai ý, bốn ý, ba điều, hai điều, mấy điều, ý thứ nhất, ý đầu, điều đầu, ba lẽ, ba tầng, tâm đắc, lớp học, hội nghị, nghe anh báo cáo, nghe đồng chí, cán bộ nói, văn bản số, tài liệu`),
  /** What is to be reached. */
  goal: list(
    `trong năm năm, năm năm, ra hẹn, đến năm, tới năm, năm năm nữa, năm năm tới, vào năm, cuối nhiệm kỳ, mục tiêu, chỉ tiêu, cái đích, đích, cột mốc, mốc, phần trăm, phần mười, phải đạt, đạt chuẩn, tỷ lệ, ít nhất, trở lên, cứ mười, cứ bốn, mười nhà, một trăm`,
  ),
  /** What must or must not be. */
  must: list(
    `phải, không được, chứ không, không thể, thì mới, muốn, cần, trước hết, mới được, thay vì, đừng, coi, lấy, là gốc, là chính, làm gốc, làm đầu`,
  ),
  /** Set phrases that everybody writes: they name, promise and praise, and say nothing that could be checked. */
  ceremony:
    list(`quán triệt sâu sắc, quán triệt, nhận thức sâu sắc, nhận thức đúng đắn, ý nghĩa to lớn, ý nghĩa quan trọng, hết sức quan trọng, vô cùng quan trọng, tầm quan trọng, nâng cao nhận thức, không ngừng, không ngừng học tập, không ngừng nâng cao,
    nỗ lực, nỗ lực hết mình, nỗ lực hết sức, cố gắng, cố gắng hơn nữa, phấn đấu, phấn đấu hoàn thành, hoàn thành tốt, hoàn thành xuất sắc, nhiệm vụ được giao, xứng đáng, tin tưởng, tuyệt đối, trung thành, kiên định, vững vàng, bản lĩnh chính trị, gương mẫu,
    nêu gương, đi đầu, tiên phong, rèn luyện, tu dưỡng, trau dồi, đạo đức lối sống, tích cực, tích cực tham gia, chủ động, sáng tạo, góp phần, góp phần xây dựng, đóng góp, sức mình, công sức, chung tay, đồng lòng, đoàn kết, nhất trí, nhất trí cao, quyết tâm, quyết tâm cao,
    thực hiện thắng lợi, đưa nghị quyết vào cuộc sống, đi vào cuộc sống, thành công tốt đẹp, ngày càng, giàu đẹp, văn minh, vững mạnh, trong sạch, phát huy, phát huy truyền thống, truyền thống, tăng cường, đẩy mạnh, chú trọng, quan tâm, quan tâm hơn nữa, tiếp tục, nghiêm túc,
    nghiêm túc thực hiện, chấp hành nghiêm, chấp hành tốt, chủ trương đường lối, chủ trương của đảng, chính sách pháp luật, đường lối của đảng, kịp thời, thiết thực, hiệu quả, có hiệu quả, chất lượng hiệu quả, toàn diện, đồng bộ, quyết liệt, sâu sắc, đúng đắn, sâu rộng, to lớn, trách nhiệm cao,
    tinh thần trách nhiệm, hết sức, hết lòng, ra sức, học hỏi, học tập và làm theo, tư tưởng đạo đức, phong cách, kim chỉ nam, cơ sở quan trọng, động lực, nền tảng, then chốt, đột phá, tầm nhìn, phù hợp với thực tiễn, bối cảnh, tình hình mới, yêu cầu nhiệm vụ, xin hứa, nguyện, suốt đời`),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Words of headings under which people do what a theme of the kind asks for. */
export const HEADINGS: Readonly<Record<ThemeKind, readonly string[]>> = {
  awareness: list('nhận thức, nội dung nghị quyết, nội dung cơ bản, nội dung tâm đắc, tôi hiểu, điểm mới, quan điểm, mục tiêu'),
  topic: [],
  commitment: list(
    'phần tôi, phần mình, về phần mình, về phần tôi, phần tui, cái mình nhận, việc mình nhận, việc tôi gánh, tôi tự nhận, việc mình làm, lời hứa, trách nhiệm cá nhân, trách nhiệm của bản thân, trách nhiệm bản thân, cam kết, đăng ký, phần việc, việc tôi nhận, việc tôi làm, kế hoạch cá nhân, chương trình hành động, phương hướng phấn đấu, nhiệm vụ của tôi',
  ),
  'own-unit': list(
    'ở chỗ tôi, chỗ tôi, nơi tôi làm, ở cơ quan tôi, ở đơn vị, đơn vị tôi, liên hệ, liên hệ thực tế, thực trạng, tình hình đơn vị, thực tế đơn vị, tình hình địa phương, đặc điểm tình hình',
  ),
  request: list('cái mình xin, điều mong, mong muốn, kiến nghị, đề xuất, đề nghị, nguyện vọng'),
};

export type Cue = keyof typeof CUES;
export const CUE_NAMES = Object.keys(CUES) as Cue[];
