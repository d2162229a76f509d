/** Whoever made the first account, where a test needs one. */
export const NAME = 'Đoàn Thị Mận';
export const PASSWORD = 'mật khẩu đủ dài';
