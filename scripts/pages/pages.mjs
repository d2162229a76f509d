// @ts-check
// Every page of the service, by the path that the application gives it: where it is in a service that holds the sample campaign.
// test/browser/pages.test.ts holds this list against the application's own: a page that is missing here fails the run.

/**
 * What there is to see.
 * @typedef {object} World
 * @property {string} campaign Checked to its end, with groups.
 * @property {string} batch Its batch.
 * @property {string} open A batch that takes essays.
 * @property {string} empty A campaign without any.
 * @property {string} essay One that overlaps with `other`.
 * @property {string} other
 * @property {string} group
 * @property {string} session A study session.
 * @property {string} programme An action programme.
 * @property {string} quiz An open one.
 * @property {string} quizKey Under which everybody takes it.
 * @property {string} door Of the unit's public page.
 * @property {string} cell A unit below, which has sent its report.
 * @property {string} audience A group of people across cells.
 * @property {string} accepted An essay that is accepted.
 * @property {string} code Of a member who has not come in yet.
 * @property {Readonly<Record<Exclude<Viewer, 'nobody'>, BrowserState>>} states What the browser of each keeps.
 */

/** @typedef {Awaited<ReturnType<import('playwright-core').BrowserContext['storageState']>>} BrowserState */

/**
 * Members: one that is to write `essay` again, one whose essay is accepted, one who has not handed in.
 * @typedef {'nobody' | 'administrator' | 'again' | 'accepted' | 'awaited'} Viewer
 */

/**
 * @typedef {object} Page
 * @property {string} name Of its picture.
 * @property {string} route As the application gives it; of the viewer below `ket-qua/`, as the viewer does.
 * @property {(world: World) => string} path
 * @property {Viewer} as Who looks at it.
 */

/** @type {readonly Page[]} */
export const PAGES = [
  { name: 'sign-in', route: '/', path: () => '/', as: 'nobody' },
  { name: 'home', route: '/', path: () => '/', as: 'administrator' },
  { name: 'new-campaign', route: '/tao-dot', path: () => '/tao-dot', as: 'administrator' },
  { name: 'tokens', route: '/khoa', path: () => '/khoa', as: 'administrator' },
  { name: 'invitation', route: '/moi/:code', path: () => '/moi/khong-con-dung', as: 'nobody' },
  { name: 'account', route: '/tai-khoan', path: () => '/tai-khoan', as: 'administrator' },
  { name: 'backups', route: '/sao-luu', path: () => '/sao-luu', as: 'administrator' },
  { name: 'unit', route: '/to-chuc/:unit', path: () => '/to-chuc/goc', as: 'administrator' },
  { name: 'unit-groups', route: '/to-chuc/:unit/nhom', path: () => '/to-chuc/goc/nhom', as: 'administrator' },
  { name: 'unit-group', route: '/to-chuc/:unit/nhom/:group', path: ({ audience }) => `/to-chuc/goc/nhom/${audience}`, as: 'administrator' },
  { name: 'unit-limits', route: '/to-chuc/:unit/gioi-han', path: () => '/to-chuc/goc/gioi-han', as: 'administrator' },
  { name: 'unit-data', route: '/to-chuc/:unit/du-lieu', path: () => '/to-chuc/goc/du-lieu', as: 'administrator' },
  { name: 'unit-signer', route: '/to-chuc/:unit/nguoi-ky', path: () => '/to-chuc/goc/nguoi-ky', as: 'administrator' },
  { name: 'unit-history', route: '/to-chuc/:unit/lich-su', path: () => '/to-chuc/goc/lich-su', as: 'administrator' },
  { name: 'member-code', route: '/m/:code?', path: () => '/m', as: 'nobody' },
  { name: 'member-link', route: '/m/:code?', path: ({ code }) => `/m/${code}`, as: 'nobody' },
  { name: 'own-signed-out', route: '/toi', path: () => '/toi', as: 'nobody' },
  { name: 'own-awaited', route: '/toi', path: () => '/toi', as: 'awaited' },
  { name: 'own-again', route: '/toi', path: () => '/toi', as: 'again' },
  { name: 'own-accepted', route: '/toi', path: () => '/toi', as: 'accepted' },
  { name: 'own-essay', route: '/toi/bai/:essay', path: ({ essay }) => `/toi/bai/${essay}`, as: 'again' },
  { name: 'own-essay-not-found', route: '/toi/bai/:essay', path: ({ accepted }) => `/toi/bai/${accepted}`, as: 'again' },
  { name: 'take-quiz', route: '/thi/:key', path: ({ quizKey }) => `/thi/${quizKey}`, as: 'nobody' },
  { name: 'door', route: '/d/:key', path: ({ door }) => `/d/${door}`, as: 'nobody' },
  { name: 'questions', route: '/cau-hoi', path: () => '/cau-hoi', as: 'administrator' },
  { name: 'question-import', route: '/cau-hoi/nhap', path: () => '/cau-hoi/nhap', as: 'administrator' },
  { name: 'own-years', route: '/toi/nam', path: () => '/toi/nam', as: 'again' },
  { name: 'unit-charge', route: '/to-chuc/:unit/phu-trach', path: () => '/to-chuc/goc/phu-trach', as: 'administrator' },
  { name: 'charged', route: '/chuong-trinh-phu-trach', path: () => '/chuong-trinh-phu-trach', as: 'administrator' },
  {
    name: 'charged-programme',
    route: '/chuong-trinh-phu-trach/:campaign/:programme',
    path: ({ campaign, programme }) => `/chuong-trinh-phu-trach/${campaign}/${programme}`,
    as: 'administrator',
  },
  { name: 'trackers', route: '/tien-do', path: () => '/tien-do', as: 'administrator' },
  { name: 'tracker', route: '/tien-do/:campaign', path: ({ campaign }) => `/tien-do/${campaign}`, as: 'administrator' },
  { name: 'figure-campaigns', route: '/so-lieu', path: () => '/so-lieu', as: 'administrator' },
  { name: 'figures', route: '/so-lieu/:campaign', path: ({ campaign }) => `/so-lieu/${campaign}`, as: 'administrator' },
  { name: 'requests', route: '/de-nghi', path: () => '/de-nghi', as: 'administrator' },
  { name: 'requested-text', route: '/de-nghi/:request', path: () => '/de-nghi/khong-co', as: 'administrator' },
  { name: 'queue', route: '/viec', path: () => '/viec', as: 'administrator' },
  { name: 'years', route: '/trich-luc', path: () => '/trich-luc', as: 'administrator' },
  { name: 'year', route: '/trich-luc/:year', path: () => '/trich-luc/2027', as: 'administrator' },
  { name: 'decisions', route: '/nhat-ky/quyet-dinh', path: () => '/nhat-ky/quyet-dinh', as: 'administrator' },
  { name: 'service-log', route: '/nhat-ky', path: () => '/nhat-ky', as: 'administrator' },
  { name: 'not-found', route: '/*', path: () => '/khong-co', as: 'administrator' },
  { name: 'results', route: '/dot/:campaign/ket-qua/', path: ({ campaign }) => `/dot/${campaign}/ket-qua`, as: 'administrator' },
  {
    name: 'essay',
    route: '/dot/:campaign/ket-qua/bai/:essay',
    path: ({ campaign, essay }) => `/dot/${campaign}/ket-qua/bai/${essay}`,
    as: 'administrator',
  },
  {
    name: 'pair',
    route: '/dot/:campaign/ket-qua/bai/:essay/doi-chieu/:other',
    path: ({ campaign, essay, other }) => `/dot/${campaign}/ket-qua/bai/${essay}/doi-chieu/${other}`,
    as: 'administrator',
  },
  {
    name: 'group',
    route: '/dot/:campaign/ket-qua/nhom/:group',
    path: ({ campaign, group }) => `/dot/${campaign}/ket-qua/nhom/${group}`,
    as: 'administrator',
  },
  {
    name: 'results-not-found',
    route: '/dot/:campaign/ket-qua/*',
    path: ({ campaign }) => `/dot/${campaign}/ket-qua/khong-co`,
    as: 'administrator',
  },
  { name: 'no-results', route: '/dot/:campaign/ket-qua/', path: ({ empty }) => `/dot/${empty}/ket-qua`, as: 'administrator' },
  { name: 'batches', route: '/dot/:campaign/lo', path: ({ campaign }) => `/dot/${campaign}/lo`, as: 'administrator' },
  { name: 'no-batches', route: '/dot/:campaign/lo', path: ({ empty }) => `/dot/${empty}/lo`, as: 'administrator' },
  { name: 'batch', route: '/dot/:campaign/lo/:batch', path: ({ campaign, batch }) => `/dot/${campaign}/lo/${batch}`, as: 'administrator' },
  {
    name: 'receiving',
    route: '/dot/:campaign/lo/:batch',
    path: ({ campaign, open }) => `/dot/${campaign}/lo/${open}`,
    as: 'administrator',
  },
  { name: 'roster', route: '/dot/:campaign/danh-sach', path: ({ campaign }) => `/dot/${campaign}/danh-sach`, as: 'administrator' },
  { name: 'no-roster', route: '/dot/:campaign/danh-sach', path: ({ empty }) => `/dot/${empty}/danh-sach`, as: 'administrator' },
  {
    name: 'roster-import',
    route: '/dot/:campaign/danh-sach/nhap',
    path: ({ campaign }) => `/dot/${campaign}/danh-sach/nhap`,
    as: 'administrator',
  },
  {
    name: 'writers',
    route: '/dot/:campaign/danh-sach/nguoi-viet',
    path: ({ campaign }) => `/dot/${campaign}/danh-sach/nguoi-viet`,
    as: 'administrator',
  },
  {
    name: 'due-days',
    route: '/dot/:campaign/danh-sach/han-va-de-bai',
    path: ({ campaign }) => `/dot/${campaign}/danh-sach/han-va-de-bai`,
    as: 'administrator',
  },
  { name: 'situations', route: '/tinh-huong', path: () => '/tinh-huong', as: 'administrator' },
  { name: 'reminders', route: '/dot/:campaign/nhac-han', path: ({ campaign }) => `/dot/${campaign}/nhac-han`, as: 'administrator' },
  { name: 'studies', route: '/dot/:campaign/hoc-tap', path: ({ campaign }) => `/dot/${campaign}/hoc-tap`, as: 'administrator' },
  {
    name: 'study-session',
    route: '/dot/:campaign/hoc-tap/:session',
    path: ({ campaign, session }) => `/dot/${campaign}/hoc-tap/${session}`,
    as: 'administrator',
  },
  {
    name: 'materials',
    route: '/dot/:campaign/hoc-tap/tai-lieu',
    path: ({ campaign }) => `/dot/${campaign}/hoc-tap/tai-lieu`,
    as: 'administrator',
  },
  {
    name: 'study-list',
    route: '/dot/:campaign/hoc-tap/danh-sach/:list',
    path: ({ campaign }) => `/dot/${campaign}/hoc-tap/danh-sach/not-studied`,
    as: 'administrator',
  },
  {
    name: 'programmes',
    route: '/dot/:campaign/chuong-trinh',
    path: ({ campaign }) => `/dot/${campaign}/chuong-trinh`,
    as: 'administrator',
  },
  {
    name: 'duties',
    route: '/dot/:campaign/chuong-trinh/yeu-cau',
    path: ({ campaign }) => `/dot/${campaign}/chuong-trinh/yeu-cau`,
    as: 'administrator',
  },
  {
    name: 'duty-counts',
    route: '/dot/:campaign/chuong-trinh/don-vi',
    path: ({ campaign }) => `/dot/${campaign}/chuong-trinh/don-vi`,
    as: 'administrator',
  },
  {
    name: 'programme',
    route: '/dot/:campaign/chuong-trinh/:programme',
    path: ({ campaign, programme }) => `/dot/${campaign}/chuong-trinh/${programme}`,
    as: 'administrator',
  },
  { name: 'campaign-tracker', route: '/dot/:campaign/tien-do', path: ({ campaign }) => `/dot/${campaign}/tien-do`, as: 'administrator' },
  { name: 'exemplary', route: '/dot/:campaign/neu-guong', path: ({ campaign }) => `/dot/${campaign}/neu-guong`, as: 'administrator' },
  { name: 'rounds', route: '/dot/:campaign/nop-lai', path: ({ campaign }) => `/dot/${campaign}/nop-lai`, as: 'administrator' },
  { name: 'quizzes', route: '/dot/:campaign/thi', path: ({ campaign }) => `/dot/${campaign}/thi`, as: 'administrator' },
  { name: 'new-quiz', route: '/dot/:campaign/thi/moi', path: ({ campaign }) => `/dot/${campaign}/thi/moi`, as: 'administrator' },
  { name: 'quiz', route: '/dot/:campaign/thi/:quiz', path: ({ campaign, quiz }) => `/dot/${campaign}/thi/${quiz}`, as: 'administrator' },
  { name: 'codes', route: '/dot/:campaign/ma-nop', path: ({ campaign }) => `/dot/${campaign}/ma-nop`, as: 'administrator' },
  { name: 'settings', route: '/dot/:campaign/thiet-lap', path: ({ campaign }) => `/dot/${campaign}/thiet-lap`, as: 'administrator' },
  {
    name: 'differences',
    route: '/dot/:campaign/thiet-lap/khac-biet',
    path: ({ campaign }) => `/dot/${campaign}/thiet-lap/khac-biet`,
    as: 'administrator',
  },
  { name: 'report', route: '/dot/:campaign/bao-cao', path: ({ campaign }) => `/dot/${campaign}/bao-cao`, as: 'administrator' },
  {
    name: 'report-outline',
    route: '/dot/:campaign/bao-cao/de-cuong',
    path: ({ campaign }) => `/dot/${campaign}/bao-cao/de-cuong`,
    as: 'administrator',
  },
  {
    name: 'report-sending',
    route: '/dot/:campaign/bao-cao/lan/:number',
    path: ({ campaign }) => `/dot/${campaign}/bao-cao/lan/1`,
    as: 'administrator',
  },
  {
    name: 'unit-reports',
    route: '/dot/:campaign/bao-cao/don-vi',
    path: ({ campaign }) => `/dot/${campaign}/bao-cao/don-vi`,
    as: 'administrator',
  },
  {
    name: 'received-report',
    route: '/dot/:campaign/bao-cao/don-vi/:of/:number',
    path: ({ campaign, cell }) => `/dot/${campaign}/bao-cao/don-vi/${cell}/1`,
    as: 'administrator',
  },
  { name: 'log', route: '/dot/:campaign/nhat-ky', path: ({ campaign }) => `/dot/${campaign}/nhat-ky`, as: 'administrator' },
  { name: 'campaign-not-found', route: '/dot/:campaign/*', path: ({ campaign }) => `/dot/${campaign}/khong-co`, as: 'administrator' },
];
