// Words of the language of resolutions that no theme is known by. Listed words are cut as texts are, so spelling and tone marks may differ.

const list = (words: string): readonly string[] => words.split(/\s*[,\n]\s*/).filter((word) => word !== '');

/** Grammar, and verbs that go with any subject: a term neither holds one nor begins or ends with one. */
export const BREAKS: readonly string[] = list(`
  xử lý nghiêm, một nửa, một phần ba, hai phần ba, con số, việc gì, ai cũng, nhẹ, gọn nhẹ, lớn lên, phần nào, quý nhất,
  của, các, những, mỗi, từng, mọi, một số, một, hai, ba, bốn, năm, sáu, bảy, tám, chín, mười, vài, nhiều, ít, ít nhất, phần lớn, toàn bộ, tất cả, cả, toàn thể
  là, thì, mà, nhưng, song, tuy nhiên, do, bởi, vì, nên, nếu, khi, để, nhằm, bằng, như, cũng, vẫn, còn, đã, đang, sẽ, chưa, không, chẳng, đều, chỉ, mới, thêm, km, ha, nêu rõ, ghi rõ, chỉnh đốn, lại, rồi, vừa
  này, đó, ấy, đây, kia, nào, gì, ai, sau, trước, trong, ngoài, trên, dưới, giữa, với, cho, từ, đến, tới, ra, vào, lên, xuống, về, theo, ở, đối với, cùng, cùng với
  được, bị, phải, cần, có, có thể, nữa, rất, quá, hơn, nhất, lần, dần, hết, xong, ngay, khoảng, gần, trên địa bàn, địa bàn, so với, trong đó, đồng thời, tiếp tục
  việc, sự, cách, cái, con, chiếc, cuộc, nền, mức, mức độ, tỷ lệ, tổng số, số lượng, lượng, số hộ, trở lên, bình quân, tối thiểu, tối đa, thứ, lúc, nơi, chỗ, bên, phần, tuyến, điểm
  hằng năm, hàng năm, hằng tháng, hàng tháng, hằng quý, hằng tuần, hằng ngày, hàng ngày, mỗi năm, mỗi quý, cuối năm, những năm qua, thời gian qua, giai đoạn, thời kỳ, nhiệm kỳ, ngày, tháng, quý, tuần, tuổi, nghìn, triệu đồng, triệu, tỷ đồng, tỷ, phần trăm, đồng, giờ, phút
  phát triển, xây dựng, nâng cao, đẩy mạnh, tăng cường, tổ chức, thực hiện, triển khai, hoàn thiện, hoàn thành, bảo đảm, đảm bảo, chú trọng, coi trọng, quan tâm, chăm lo, tập trung, ưu tiên
  khuyến khích, hỗ trợ, tạo điều kiện, tạo, phát huy, huy động, mở rộng, nhân rộng, củng cố, duy trì, giữ vững, giữ, đưa, lấy, coi, giao, mở, lập, thành lập, rà soát, ban hành, hướng dẫn, phối hợp, chủ trì
  gắn, gắn với, gắn bó, bố trí, áp dụng, khắc phục, ngăn chặn, phấn đấu, đạt, đạt chuẩn, tham gia, thúc đẩy, làm, đi, trở thành, góp phần, đáp ứng, yêu cầu, cụ thể hóa, tiến hành, siết chặt, chấn chỉnh
  đề cao, xác định, tiếp nhận, sử dụng, giảm, tăng, giúp, chọn, ghi, nêu, dùng, cắm mốc, đặt, dựng, xóa, biết, muốn, chịu, chịu trách nhiệm, gây, phục vụ, căn cứ, trực tiếp, thường xuyên, kịp thời, cụ thể, đồng bộ, hiệu quả, chủ yếu
  chủ động, tích cực, quyết liệt, phù hợp, quan trọng, nghiêm túc, nghiêm, rõ nét, rõ ràng, rõ, chặt chẽ, đúng, đủ, tốt, thực chất, bền vững, tự giác, mạnh mẽ, sâu rộng, thiết thực, đột phá, tạo chuyển biến, chuyển biến, hoạt động, công tác
  tạo sự, thống nhất, cao, thấp, lớn, nhỏ, khác, riêng, chung, toàn, bước đầu, nhìn chung, hiện nay, chất lượng, tình trạng, vấn đề, nhu cầu, quy mô, khả năng, thành, đối tượng, tỉ lệ, lĩnh vực, tuy, nhằm, góp
  vươn lên, thu hút, bắt đầu, sớm, kết hợp, bảo vệ, xử lý, thu gom, ứng dụng, đầu tư, phát động, khai thác, tiếp cận, đánh giá, hình thành, cung cấp, kết nối, liên kết, vận hành, tránh, hạn chế, định kỳ, đưa vào, diễn ra, quy định, nhanh, chậm, yếu, kém, đi đầu, chất lượng cao, lồng ghép, công nhận
  hưởng, thụ hưởng, vứt, vứt bỏ, tồn tại, liên hệ, dự, làm ăn, làm ăn xa, quanh, xả, đổ, đốt, đón, trả, gửi, nộp, phát sinh, xuống cấp, kéo dài, thừa, thiếu, đánh đổi, hưởng ứng, bầu, chia, chuyển, rời, coi, bị tụt, tụt, niêm yết, bỏ, bỏ trống, cắt bỏ, quá hẹn, quá sức
  gây thiệt hại, phát biểu, trả lời, trao đổi, trình, xét, đề nghị, lấy ý kiến, đóng góp, công khai, phối hợp chặt chẽ, chấm dứt, nhắc nhở, lâu dài, trước mắt, từng bước, ngày càng, dứt điểm, triệt để, kiên quyết, đúng mức, một cách, một phần, thống kê, bắt buộc, giới thiệu, biên soạn, thông báo, phản ánh, gợi ý, nhận xét
  đổi mới, nghiêm cấm, gọn, bền, đều, đẹp, xanh, sạch, thẳng, chắc, dài, ngắn, đông, trống, thay đổi, bắt kịp, phân tán, trực thuộc, bằng cách, đặc điểm, cơ bản, hoàn toàn, tự chịu, thành thạo, thông suốt, rõ rệt, kém hiệu quả, sai mục đích, đồng thuận, ra quân, ra sức, hài lòng, sẵn sàng, thuận tiện, thuận lợi, nền nếp, nề nếp, thói quen, kế tiếp, cơ hội, trái phép, tiếp xúc
  học, dạy, bán, mua, sống, ăn, uống, nói, viết, đọc, xem, nghe, hỏi, lo, tránh, dám, nhận, tự, quản, thăm, chạy, chạy theo, kết thúc, nhằm vào, tìm, tìm hiểu, gặp, gặp gỡ, lãng quên, nâng, tạo ra, trồng, nuôi, bảo quản, lắp đặt, thiết lập, cải thiện, phục hồi, khôi phục, sửa chữa, chuyển sang, quyết định, chấp hành, tuân thủ, xảy ra, để xảy ra, tham mưu, giải trình, kiểm điểm, hiện có, vượt, xấp xỉ, tương đương, bao gồm, gồm, thuộc, tình hình mới, mới nhất, hiện đại, tiên tiến, văn minh, hàng đầu, đầu tiên, cuối cùng, tối ưu
`);

/** What every resolution speaks of, whatever its subject; a term is more than these alone, unless the title names them. */
export const STOCK: readonly string[] = list(`
  đảng, đảng bộ, chi bộ, đảng ủy, chi ủy, cấp ủy, huyện ủy, tỉnh ủy, thành ủy, đảng viên, cán bộ, công chức, viên chức, quần chúng, nhân dân, người dân, dân, hội viên, đoàn viên, đồng chí, bí thư, phó bí thư, cấp ủy viên
  ban chấp hành, ban thường vụ, thường trực, thường vụ, ban tuyên giáo, tuyên giáo, dân vận, ban tổ chức, văn phòng, ủy ban kiểm tra, ủy ban nhân dân, hội đồng nhân dân, mặt trận tổ quốc, đoàn thể, tổ chức đảng, tổ chức cơ sở đảng, chính quyền, hệ thống chính trị
  đoàn thanh niên, hội phụ nữ, hội liên hiệp, hội nông dân, hội cựu chiến binh, hội cựu, cựu chiến binh, thanh niên, phụ nữ, nông dân, công đoàn, ủy ban, mặt trận, điều lệ, đại hội, đại biểu, thủ trưởng, liên đoàn lao động, chính trị, xã hội, trung ương, bộ chính trị, ban bí thư, người đứng đầu, tập thể, cá nhân, cơ quan, đơn vị, địa phương, ngành, cấp, cấp trên, các cấp
  huyện, tỉnh, thành phố, xã, phường, thị trấn, thôn, bản, xóm, khu phố, khu dân cư, khu, tổ dân phố, gia đình, hộ gia đình, hộ, người, cơ sở, nhà nước, quốc gia, cả nước, vùng
  nghị quyết, chỉ thị, kết luận, văn bản, đề án, kế hoạch, chương trình, chương trình hành động, dự án, mục tiêu, chỉ tiêu, nhiệm vụ, giải pháp, quan điểm, nguyên nhân, tình hình, thực trạng, kết quả, nội dung, hình thức, biện pháp, chủ trương, đường lối, chính sách, pháp luật
  lãnh đạo, chỉ đạo, quán triệt, tuyên truyền, vận động, phổ biến, học tập, nghiên cứu, kiểm tra, giám sát, sơ kết, tổng kết, báo cáo, đôn đốc, theo dõi, xử lý nghiêm, vi phạm, xử lý vi phạm, biểu dương, khen thưởng, thi đua, kỷ luật
  nhận thức, trách nhiệm, vai trò, ý thức, tinh thần, nêu gương, gương mẫu, sự lãnh đạo, ý nghĩa, tầm quan trọng, sức mạnh, đoàn kết, đồng thuận, tư tưởng, phong trào, bài thu hoạch, cam kết, phụ trách, phân công
  kinh phí, nguồn lực, nguồn vốn, vốn, ngân sách, thời gian, thời hạn, điều kiện, lộ trình, tiến độ, phương pháp, phương châm, cơ chế, quy hoạch, quy chế, quy trình, hệ thống, thành tích, tiêu chí, tiêu chuẩn, phong cách, đời sống, kinh tế, thực tiễn, thực tế, mặt, khâu, nhóm, loại, công việc, yếu tố, tổ chức cá nhân, nền tảng, chủ thể, then chốt, thước đo, mặt bằng, quy ước, hương ước, tư cách, phẩm chất, xếp loại, bộ phận, thách thức, cơ hội, tiềm năng, lợi thế, thế mạnh, thời cơ, khó khăn, hội nghị, trụ sở, chức năng, quyền hạn
`);

/** Words that say of what only with another one: "quản lý" is no term, "quản lý đảng viên" is. */
export const HALVES: readonly string[] = list(`
  quản lý, giải quyết, phân loại, sinh hoạt, làm việc, dịch vụ, công trình, nông thôn, tài liệu, sản xuất, kinh doanh, thực vật, chuyên đề, thủ tục, cải cách, chuyển đổi, thiết bị, kỹ thuật, sản phẩm, hình ảnh, phương tiện, năng lực, trình độ, đội ngũ, lao động, con người, tài sản, chi phí, phòng ngừa, phòng chống, giữ gìn, thích ứng, an toàn, kiểm soát, phát hiện, cơ sở hạ tầng, thái độ, phương án, hồ sơ, văn hóa, giáo dục, doanh nghiệp, thu nhập, số
`);

/** Words that count others, and begin no term. */
export const COUNTS: readonly string[] = list('số, buổi, lớp, khoản, cấp, đợt, lượt');

/** Words that a term may hold between others where it comes again and again: "lao động qua đào tạo". */
export const LINKS: readonly string[] = list('qua, tại, và');

/** Terms that are more than their parts, and that younger than any list of words: kept whole. */
export const WHOLE_TERMS: readonly string[] = list(`
  nông thôn mới, đổi mới sáng tạo, chuyển đổi số, kinh tế số, xã hội số, chính quyền số, dữ liệu số, công nghệ số, đô thị thông minh, kinh tế tuần hoàn, chăn nuôi, trồng trọt, bảo vệ thực vật, an toàn sinh học, tự phê bình, tự phê bình và phê bình, tự quản
  phòng chống, phòng cháy, chữa cháy, an sinh xã hội, trật tự xã hội, tệ nạn xã hội, nhà ở xã hội, bảo hiểm xã hội, mạng xã hội, khoa học công nghệ
`);
