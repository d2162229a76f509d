/** Whoever made the first account, where a test needs one. */
export const NAME = 'Đoàn Thị Mận';
/** The same on pages, where the name must not be taken for Vietnamese words. */
export const ADMIN = 'quan-tri';
export const PASSWORD = 'mật khẩu đủ dài';
