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
  tracker: (campaign: string) => `/tien-do/${campaign}`,
  campaignTracker: (campaign: string) => `/dot/${campaign}/tien-do`,
  trackers: '/tien-do',
  requests: '/de-nghi',
  requestedText: (request: string) => `/de-nghi/${request}`,
  log: (campaign: string) => `/dot/${campaign}/nhat-ky`,
} as const;
