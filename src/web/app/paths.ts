/** Addresses of the pages. */
export const paths = {
  home: '/',
  newCampaign: '/tao-dot',
  results: (campaign: string) => `/dot/${campaign}/ket-qua`,
  batches: (campaign: string) => `/dot/${campaign}/lo`,
  batch: (campaign: string, batch: string) => `/dot/${campaign}/lo/${batch}`,
  settings: (campaign: string) => `/dot/${campaign}/thiet-lap`,
  differences: (campaign: string) => `/dot/${campaign}/thiet-lap/khac-biet`,
  log: (campaign: string) => `/dot/${campaign}/nhat-ky`,
  codes: (campaign: string) => `/dot/${campaign}/ma-nop`,
  rounds: (campaign: string) => `/dot/${campaign}/nop-lai`,
  enterCode: '/m',
  own: '/toi',
  ownEssay: (essay: string) => `/toi/bai/${encodeURIComponent(essay)}`,
} as const;
