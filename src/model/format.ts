const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const hundredths = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

/** A count as Vietnamese readers write it: 35599 is "35.599". */
export const formatCount = (count: number): string => whole.format(count);

/**
 * A share 0..1 as a whole percent, "47%"; null is "–". Cut, not rounded: 39.6 % must not read as 40 % beside a limit of
 * 40 % that it does not reach.
 */
export const formatShare = (share: number | null): string => (share === null ? '–' : `${whole.format(Math.floor(share * 100 + 1e-9))}%`);

/** A share 0..1 with up to two decimals, for limits as a campaign file sets them: 0.125 is "12,5%". */
export const formatLimit = (share: number): string => `${hundredths.format(share * 100)}%`;
