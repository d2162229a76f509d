/** Addresses of the pages. */
export const paths = {
  home: '/',
  newCampaign: '/tao-dot',
  tokens: '/khoa',
  results: (campaign: string) => `/dot/${campaign}/ket-qua`,
  batches: (campaign: string) => `/dot/${campaign}/lo`,
  batch: (campaign: string, batch: string) => `/dot/${campaign}/lo/${batch}`,
  settings: (campaign: string) => `/dot/${campaign}/thiet-lap`,
  differences: (campaign: string) => `/dot/${campaign}/thiet-lap/khac-biet`,
  roster: (campaign: string) => `/dot/${campaign}/danh-sach`,
  rosterImport: (campaign: string) => `/dot/${campaign}/danh-sach/nhap`,
  writers: (campaign: string) => `/dot/${campaign}/danh-sach/nguoi-viet`,
  dueDays: (campaign: string) => `/dot/${campaign}/danh-sach/han-va-de-bai`,
  log: (campaign: string) => `/dot/${campaign}/nhat-ky`,
} as const;
