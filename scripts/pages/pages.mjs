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
 * @property {string} programme An action programme.
 * @property {string} audience A group of people across cells.
 */

/**
 * @typedef {object} Page
 * @property {string} name Of its picture.
 * @property {string} route As the application gives it; of the viewer below `ket-qua/`, as the viewer does.
 * @property {(world: World) => string} path
 * @property {'nobody' | 'administrator'} as Who looks at it.
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
  { name: 'unit-history', route: '/to-chuc/:unit/lich-su', path: () => '/to-chuc/goc/lich-su', as: 'administrator' },
  { name: 'member-code', route: '/m/:code?', path: () => '/m', as: 'nobody' },
  { name: 'own', route: '/toi', path: () => '/toi', as: 'nobody' },
  { name: 'own-essay', route: '/toi/bai/:essay', path: ({ essay }) => `/toi/bai/${essay}`, as: 'nobody' },
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
  { name: 'requests', route: '/de-nghi', path: () => '/de-nghi', as: 'administrator' },
  { name: 'requested-text', route: '/de-nghi/:request', path: () => '/de-nghi/khong-co', as: 'administrator' },
  { name: 'queue', route: '/viec', path: () => '/viec', as: 'administrator' },
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
  { name: 'rounds', route: '/dot/:campaign/nop-lai', path: ({ campaign }) => `/dot/${campaign}/nop-lai`, as: 'administrator' },
  { name: 'codes', route: '/dot/:campaign/ma-nop', path: ({ campaign }) => `/dot/${campaign}/ma-nop`, as: 'administrator' },
  { name: 'settings', route: '/dot/:campaign/thiet-lap', path: ({ campaign }) => `/dot/${campaign}/thiet-lap`, as: 'administrator' },
  {
    name: 'differences',
    route: '/dot/:campaign/thiet-lap/khac-biet',
    path: ({ campaign }) => `/dot/${campaign}/thiet-lap/khac-biet`,
    as: 'administrator',
  },
  { name: 'log', route: '/dot/:campaign/nhat-ky', path: ({ campaign }) => `/dot/${campaign}/nhat-ky`, as: 'administrator' },
  { name: 'campaign-not-found', route: '/dot/:campaign/*', path: ({ campaign }) => `/dot/${campaign}/khong-co`, as: 'administrator' },
];
