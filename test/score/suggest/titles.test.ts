import { describe, expect, test } from 'vitest';
import { readOutline } from '../../../src/score/suggest/outline.js';
import { subjectsOfTitle } from '../../../src/score/suggest/title-subjects.js';

describe('the title of a resolution', () => {
  test.each([
    ['phát triển nguồn nhân lực và cải cách hành chính giai đoạn 2026-2030', ['phát triển nguồn nhân lực', 'cải cách hành chính']],
    [
      'nâng cao chất lượng sinh hoạt chi bộ và thực hành tiết kiệm, phòng, chống lãng phí giai đoạn 2025-2030',
      ['nâng cao chất lượng sinh hoạt chi bộ', 'thực hành tiết kiệm, phòng, chống lãng phí'],
    ],
    [
      'xây dựng nông thôn mới gắn với bảo vệ môi trường và phát triển du lịch cộng đồng đến năm 2030',
      ['xây dựng nông thôn mới', 'bảo vệ môi trường', 'phát triển du lịch cộng đồng'],
    ],
    ['tăng cường sự lãnh đạo của Đảng đối với công tác phòng cháy và chữa cháy', ['phòng cháy và chữa cháy']],
    ['chuyển đổi số huyện Đông Kiều đến năm 2025, định hướng đến năm 2030', ['chuyển đổi số']],
  ])('%s names its subjects', (title, subjects) => {
    expect(subjectsOfTitle(title)).toEqual(subjects);
  });

  test('is found in capitals over several lines, names of places as the text writes them', () => {
    const text = `HUYỆN ỦY ĐÔNG KIỀU\nĐông Kiều, ngày 27 tháng 6 năm 2025\nSố: 18-NQ/HU\n\nNGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN\nVỀ CHUYỂN ĐỔI SỐ\nHUYỆN ĐÔNG KIỀU\n\nI. QUAN ĐIỂM\n1. Làm từ việc nhỏ.`;
    const { title, blocks } = readOutline(text);
    expect(title).toEqual({ kind: 'Nghị quyết', number: '18-NQ/HU', subject: 'chuyển đổi số huyện Đông Kiều' });
    expect(blocks.map(({ part }) => part)).toEqual(['viewpoints', 'viewpoints']);
  });
});

describe('the parts of a resolution', () => {
  test('go by their headings, and a heading within a part opens another', () => {
    const text = `NGHỊ QUYẾT\nvề việc gì đó\n\nI. TÌNH HÌNH\n1. Kết quả.\nII. QUAN ĐIỂM, MỤC TIÊU\n1. Quan điểm\n1.1. Dân là gốc.\n2. Mục tiêu cụ thể đến năm 2030\n- 90% số hộ có nước sạch.\nIII. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Mở lớp dạy nghề. Mỗi quý một lớp.\nIV. TỔ CHỨC THỰC HIỆN\n1. Chi bộ học tập.\nT/M BAN CHẤP HÀNH\nBÍ THƯ`;
    const { blocks } = readOutline(text);
    expect(blocks.map(({ part }) => part)).toEqual([
      ...['situation', 'situation', 'viewpoints', 'viewpoints', 'viewpoints', 'goals', 'goals', 'tasks', 'tasks'],
      ...['organisation', 'organisation'],
    ]);
  });

  test('may have romans below letters; what a directive numbers are its tasks', () => {
    const long = `NGHỊ QUYẾT\nvề việc gì đó\nC. NHIỆM VỤ\nI. Phát triển hạ tầng\n1. Kéo cáp đến thôn.\nD. TỔ CHỨC THỰC HIỆN\n1. Chi bộ học tập.`;
    expect(readOutline(long).blocks.map(({ part }) => part)).toEqual(['tasks', 'tasks', 'tasks', 'organisation', 'organisation']);
    const directive = `CHỈ THỊ\nvề việc gì đó\nThời gian qua còn nhiều vụ cháy.\n1. Các chi bộ phân công đảng viên.\n2. Công an huyện rà soát chợ.`;
    expect(readOutline(directive).blocks.map(({ part }) => part)).toEqual(['other', 'tasks', 'tasks']);
  });
});
