/**
 * Sentences on nothing that a resolution is about, invented: how near a theme they come is what "unrelated" means to a model. Models
 * differ widely in that, and some call any two sentences alike by .7 and more.
 */
export const UNRELATED: readonly string[] = [
  'Buổi chiều trời đổ mưa rào, bọn trẻ đứng trú dưới mái hiên quán phở.',
  'Con mèo mướp nằm cuộn tròn trên chiếc ghế mây cạnh cửa sổ.',
  'Đội khách gỡ hòa ở phút bù giờ sau một quả phạt góc.',
  'Cho hành khô vào chảo, phi vàng rồi mới thả thịt vào đảo nhanh tay.',
  'Chuyến tàu đêm rời ga muộn gần một tiếng vì sương mù.',
  'Cuốn truyện kể về một người thủy thủ lạc trên hòn đảo không có bóng người.',
  'Chiếc áo len màu xanh này hơi chật ở vai, chị đổi giúp em cỡ lớn hơn.',
  'Dải Ngân Hà hiện rõ nhất vào những đêm không trăng ở vùng núi cao.',
  'Anh ấy chỉnh lại dây đàn rồi gảy thử một đoạn nhạc chậm.',
  'Cá heo dùng tiếng kêu để tìm đường và gọi nhau dưới nước.',
  'Bà ngoại cất mấy quả hồng chín trong thúng gạo cho khỏi chát.',
  'Máy ảnh cũ chụp thiếu sáng nên bức nào cũng hơi nhòe.',
  'Tuần trước cả nhà đi biển, nước trong và gió rất mát.',
  'Cây bút này ra mực không đều, viết một lúc lại tắc.',
  'Diễn viên chính bước ra, khán giả vỗ tay hồi lâu.',
  'Muốn bánh nở đều thì lò phải nóng sẵn trước mười lăm phút.',
  'Chiếc đồng hồ treo tường chạy chậm năm phút mỗi ngày.',
  'Kim tự tháp lớn nhất được xếp từ hơn hai triệu khối đá.',
  'Thằng bé tập đi xe đạp, ngã mấy lần mà vẫn cười.',
  'Ván cờ kéo dài đến nửa đêm mới có người chịu thua.',
];
