/** Addresses of the pages. */
export const paths = {
  home: '/',
  organisation: '/to-chuc',
  unit: (unit: string) => `/to-chuc/${unit}`,
  unitLimits: (unit: string) => `/to-chuc/${unit}/gioi-han`,
  unitData: (unit: string) => `/to-chuc/${unit}/du-lieu`,
  unitHistory: (unit: string) => `/to-chuc/${unit}/lich-su`,
  backups: '/sao-luu',
  account: '/tai-khoan',
  invitation: (code: string) => `/moi/${code}`,
  newCampaign: '/tao-dot',
  results: (campaign: string) => `/dot/${campaign}/ket-qua`,
  batches: (campaign: string) => `/dot/${campaign}/lo`,
  batch: (campaign: string, batch: string) => `/dot/${campaign}/lo/${batch}`,
  settings: (campaign: string) => `/dot/${campaign}/thiet-lap`,
  differences: (campaign: string) => `/dot/${campaign}/thiet-lap/khac-biet`,
  log: (campaign: string) => `/dot/${campaign}/nhat-ky`,
} as const;
