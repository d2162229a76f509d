import { useSearchParams } from 'react-router';
import { type Account, holds, type Role, useAccount } from '../frame/account.js';

/** Whoever reads reports. */
const REPORT_READERS: readonly Role[] = ['committee', 'secretary', 'inspection'];
const PARAMETER = 'don-vi';

/** Units whose reports an account reads, each once. */
function reportUnits({ grants }: Account): readonly { readonly unit: string; readonly unitName: string }[] {
  const readable = grants.filter(({ role }) => REPORT_READERS.includes(role));
  return [...new Map(readable.map(({ unit, unitName }) => [unit, { unit, unitName }])).values()];
}

/** At which unit one looks at reports, which others there are, and what one may do there; the address says which. */
export function useReportUnit() {
  const account = useAccount();
  const [parameters, setParameters] = useSearchParams();
  const units = reportUnits(account);
  const wanted = parameters.get(PARAMETER);
  const unit = (units.find((one) => one.unit === wanted) ?? units[0])?.unit ?? '';
  return {
    unit,
    units,
    /** What addresses of other pages carry, so that one stays at the unit. */
    suffix: units.length > 1 ? `?${new URLSearchParams({ [PARAMETER]: unit })}` : '',
    choose: (chosen: string) => setParameters({ [PARAMETER]: chosen }),
    isCommittee: holds(account, ['committee'], unit),
    isSecretary: holds(account, ['secretary'], unit),
  };
}
