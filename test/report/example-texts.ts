/** Paragraphs that the example essays are made of. `{…|…}` gives the wording of the first and of every other essay that uses it. */
export const PARAGRAPHS = {
  opening:
    'Môi trường là ngôi nhà chung nuôi dưỡng sự sống của mỗi chúng ta. Khi làng quê đổi thay từng ngày, mái ngói cao hơn, đường sá rộng hơn thì việc giữ cho dòng nước trong, khoảng trời xanh lại càng trở nên cấp thiết. Nghị quyết ra đời đúng lúc, như một lời nhắc nhở rằng sự giàu có không bao giờ được đánh đổi bằng sức khỏe của cộng đồng.',
  heart:
    'Điều tôi tâm đắc nhất là tinh thần lấy con người làm trung tâm. Mọi kế hoạch dù hay đến đâu cũng chỉ nằm trên giấy nếu từng gia đình chưa thấy mình ở trong đó. Một chiếc túi ni lông bớt đi, một gốc cây được trồng thêm tuy nhỏ bé nhưng nhiều người cùng làm sẽ tạo nên sức mạnh to lớn.',
  duty: 'Là một đảng viên, tôi hiểu rằng lời nói chỉ có sức thuyết phục khi đi đôi với việc làm. Thời gian qua, tôi đã cùng gia đình duy trì nếp sống gọn gàng, hạn chế dùng đồ nhựa một lần, tận dụng rau quả thừa để ủ phân bón cho vườn nhà. Mỗi dịp cuối tuần, tôi đều dành thời gian dọn vệ sinh cùng bà con lối xóm.',
  limits:
    'Tuy vậy, nhìn lại mình, tôi nhận thấy vẫn còn những điều chưa làm tốt. Có lúc vì bận bịu mà tôi ngại va chạm, chưa mạnh dạn góp ý với người vứt rác bừa bãi. Thời gian tới, tôi sẽ sắp xếp công việc khoa học hơn, kiên trì vận động từ những người thân quen nhất.',
  place:
    'Ở nơi tôi công tác, phong trào giữ gìn cảnh quan đã có nhiều khởi sắc. Khuôn viên được chỉnh trang, ý thức của mọi người từng bước nâng lên. Tôi đề nghị cấp ủy mỗi quý dành một buổi sinh hoạt chuyên đề để nêu việc đã làm, việc còn vướng và người chịu trách nhiệm tháo gỡ, tránh báo cáo chung chung.',
  quote:
    '“Đến năm 2030, tỷ lệ hộ gia đình phân loại chất thải rắn sinh hoạt tại nguồn đạt từ 80% trở lên; toàn bộ rác thải được thu gom, vận chuyển về nơi xử lý tập trung đúng quy định.”',
  list: 'Mục tiêu, quan điểm, nhiệm vụ, giải pháp, phân loại rác tại nguồn, thu gom chất thải, nguồn lực, tổ chức thực hiện. Chi bộ, cấp ủy, đoàn thể, tổ dân phố.',
  ownTeacher:
    'Ở lớp 4B tôi chủ nhiệm, ba mươi tám em đã tự đặt hai thùng rác ở cuối lớp từ tháng Chín. Tuần đầu các em còn bỏ lẫn vỏ hộp sữa với giấy vụn; đến tuần thứ tư thì em Tuấn, vốn hay quên nhất, lại là người nhắc cô. Tôi sẽ lập sổ theo dõi từng tuần và báo cáo trước chi bộ vào kỳ sinh hoạt cuối quý.',
  ownHealth:
    'Trạm y tế có bốn người, mỗi ngày đón chừng sáu mươi lượt khám. Kim tiêm và bông băng được tách riêng vào hộp vàng, nhưng vỏ thuốc vẫn đổ chung với rác bếp ăn. Tôi nhận phần việc ký lại hợp đồng thu gom rác y tế, xong trước ngày 31/3/2027, và treo bảng hướng dẫn ở phòng tiêm.',
  ownFarm:
    'Cánh đồng Sậy rộng bốn mươi hai héc-ta, sau mỗi vụ phun thuốc lại thấy vỏ chai nổi trắng mương tiêu. Hội Nông dân đã đặt chín bể thu gom, song hai bể ở đầu nguồn luôn đầy trước kỳ. Tôi đề nghị xã hợp đồng xe gom mười ngày một chuyến thay vì một tháng, và tôi tự nhận ghi sổ lượng vỏ thu được.',
  ownGuard:
    'Tổ an ninh cơ sở chúng tôi trực đêm mới thấy hết chuyện đổ trộm: cứ sau nửa đêm là có xe ba bánh chở gạch vụn ra bờ sông. Tháng trước anh em đã lập biên bản ba vụ, vận động hai chủ xe tự dọn. Tôi kiến nghị lắp thêm một đèn và một camera ở chân cầu.',
  ownOffice:
    'Văn phòng Đảng ủy mỗi tháng in khoảng bảy nghìn trang, phần lớn là tài liệu họp đã gửi qua thư điện tử. Từ quý này tôi bỏ bản in cho các cuộc họp giao ban, chỉ in biên bản để ký. Việc nhỏ, nhưng giấy thải của phòng giảm hẳn một nửa sau sáu tuần.',
  ownCoop:
    'Hợp tác xã rau Tân Lạc có mười bảy hộ, trước đây gốc rau già đổ thẳng ra lề đường. Chúng tôi đào ba hố ủ chung, thuê lại máy băm của xã bên với giá một trăm nghìn đồng một buổi. Phân ủ vụ đầu đủ bón cho năm sào cải; vụ sau tôi sẽ vận động thêm sáu hộ góp công.',
  ownYouth:
    'Chi đoàn thôn Nà Phạ nhận đoạn suối dài sáu trăm mét. Chúng em vớt rác vào sáng thứ bảy, lần đầu được mười một bao tải, lần thứ năm chỉ còn hai. Tôi sẽ cùng bí thư chi bộ vẽ bản đồ các điểm đổ rác cũ, giao từng nhóm đoàn viên giữ một điểm.',
  ownWater:
    'Giếng khoan ở xóm Trại có mùi tanh từ đợt mưa tháng Sáu. Tôi đã lấy ba mẫu nước gửi Trung tâm Kiểm soát bệnh tật, hai mẫu vượt ngưỡng sắt. Trong quý này tôi sẽ cùng trưởng xóm vận động hai mươi hộ lắp bể lọc cát, ghi sổ từng nhà và đọc kết quả trong buổi họp xóm đầu tháng.',
  ownRoad:
    'Tuyến đường liên thôn dài bốn cây số đi qua nhà tôi có ba khúc cua thường bị đổ phế thải. Tổ tự quản cắm biển, trồng hoa mười giờ dọc taluy, từ đó không còn ai đổ trộm ở hai khúc. Khúc còn lại nằm ngoài đèn đường, tôi xin nhận vận động kinh phí để kéo thêm hai bóng.',
  ownMarket:
    'Chợ phiên họp năm ngày một lần, tan chợ là túi bóng bay khắp ruộng. Ban quản lý đã thử phát làn nhựa cho ba mươi người bán rau, sau hai tháng còn mười chín người dùng đều. Tôi sẽ đứng ra hỏi từng sạp vì sao bỏ, rồi mới bàn phát thêm, chứ không phát cho đủ chỉ tiêu.',
  ownLibrary:
    'Tủ sách của trường có sáu đầu sách về rác thải, mượn nhiều nhất lại là cuốn truyện tranh cũ rách bìa. Nhóm giáo viên chúng tôi dự định viết lại thành mười tờ rời, có hình do chính học sinh vẽ, và đọc trong giờ chào cờ. Tôi phụ trách hai tờ đầu, nộp bản thảo trước ngày 15/1/2027.',
  ownPond:
    'Ao làng trước đình cạn dần vì bèo và rác từ cống chung. Hợp tác xã góp mười hai công nạo vét, dân xóm Đình góp cơm trưa. Sau khi nước trong trở lại, tôi đề nghị giao ao cho chi hội phụ nữ trông coi, có quy ước rõ ai được thả cá và ai chịu vớt bèo.',
  ownTree:
    'Năm ngoái chi bộ phát động trồng hai trăm cây xoan, đến mùa khô chỉ còn một trăm ba mươi cây sống. Bài học là trồng xong không phân công tưới. Năm nay tôi chia cây theo từng nhà dọc tuyến kênh, treo thẻ ghi tên người chăm, cuối mỗi tháng tổ trưởng đếm lại một lượt.',
  ownFence:
    'Bờ rào dâm bụt quanh nhà văn hóa thôn bị phá để làm chỗ để xe, mùa mưa bùn tràn vào sân. Ba đảng viên chúng tôi trồng lại tám mươi gốc, mỗi người giữ một đoạn, ai để chết phải trồng bù. Sang xuân tôi đề nghị thôn mở thêm bãi xe phía sau, có vạch và có người trông.',
  ownTrip:
    'Tôi được đi thăm lò đốt rác ở huyện bên: sạch, nhưng mỗi ngày tốn bảy mươi lít dầu và phải đủ bốn tấn mới nhóm được. Thôn mình mỗi tuần chưa tới ba tấn, nên tôi cho rằng gom chung với hai thôn dưới sẽ hợp hơn là xây riêng. Tôi đã ghi lại giá từng khoản để chi bộ bàn.',
} as const;

/** Key of a paragraph. */
export type ParagraphKey = keyof typeof PARAGRAPHS;

/** What the example campaign's sample says: an essay that circulates. */
export const SAMPLE_KEYS: readonly ParagraphKey[] = ['opening', 'heart', 'duty', 'limits', 'place'];

/** Small changes that writers make to a text that they took over. */
export const CHANGES: readonly (readonly [string, string])[] = [
  ['làng quê đổi thay', 'xóm làng đổi thay'],
  ['tinh thần lấy con người làm trung tâm', 'quan điểm lấy người dân làm gốc'],
  ['cùng bà con lối xóm', 'cùng các đồng chí trong tổ'],
  ['vì bận bịu mà tôi ngại va chạm', 'do nể nang nên tôi còn ngại va chạm'],
  ['một buổi sinh hoạt chuyên đề', 'một kỳ họp riêng'],
  [
    'sự giàu có không bao giờ được đánh đổi bằng sức khỏe của cộng đồng',
    'phát triển kinh tế không thể đánh đổi bằng sức khỏe của Nhân dân trong vùng',
  ],
  ['Mỗi dịp cuối tuần', 'Vào sáng thứ bảy hằng tuần'],
];
