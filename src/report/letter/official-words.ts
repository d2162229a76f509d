const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** What the official form of a letter says beside the letter's own words; dots are filled in by hand. */
export const OFFICIAL_WORDS = {
  party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  number: 'Số …… -TB/……',
  /** Place, and the day on this machine's clock; dots where nothing is concluded yet. */
  placeAndDay: (at: string | null): string => {
    if (at === null) return '…………, ngày …… tháng …… năm ……';
    const day = new Date(at);
    return `…………, ngày ${twoDigits(day.getDate())} tháng ${twoDigits(day.getMonth() + 1)} năm ${day.getFullYear()}`;
  },
  recipients: 'Nơi nhận:',
  copies: ['Người viết bài;', 'Lưu cấp ủy.'],
} as const;
