/** Addresses of the pages. */
export const paths = {
  home: '/',
  queue: '/viec',
  newCampaign: '/tao-dot',
  results: (campaign: string) => `/dot/${campaign}/ket-qua`,
  batches: (campaign: string) => `/dot/${campaign}/lo`,
  batch: (campaign: string, batch: string) => `/dot/${campaign}/lo/${batch}`,
  settings: (campaign: string) => `/dot/${campaign}/thiet-lap`,
  differences: (campaign: string) => `/dot/${campaign}/thiet-lap/khac-biet`,
  log: (campaign: string) => `/dot/${campaign}/nhat-ky`,
} as const;
