import type { ReactNode } from 'react';
import type { CodesView } from '../../../api/member.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { QrCode } from '../frame/qr-code.js';
import { dayOf } from '../member/days.js';
import { paths } from '../paths.js';

/** Codes that were just made, a slip of paper each. They cannot be shown again. */
export function Slips({ made, campaign, close }: { made: CodesView; campaign: string; close: () => void }): ReactNode {
  const say = useWords();
  const day = dayOf(made.until);
  return (
    <section className="slips" aria-labelledby="phieu">
      <div className="panel panel__body stack noprint">
        <h2 id="phieu">{say('rounds.sheetTitle', { n: made.codes.length })}</h2>
        <p>{say('rounds.sheetText', { day })}</p>
        <p className="row">
          <button type="button" className="btn btn--main" onClick={() => window.print()}>
            {say('rounds.print')}
          </button>
          <button type="button" className="btn" onClick={close}>
            {say('rounds.close')}
          </button>
        </p>
      </div>
      <ul>
        {made.codes.map((one) => (
          <li className="slip" key={one.person}>
            <div>
              <h3>{say('rounds.slip')}</h3>
              <p className="small">
                <OutsideText text={campaign} />
              </p>
              <p className="slip__name">
                <OutsideText text={one.name} />
              </p>
              <p className="small">
                <OutsideText text={one.cell} />
              </p>
            </div>
            <QrCode text={`${window.location.origin}${paths.enterCode}/${one.code}`} label={say('rounds.qr', { name: one.name })} />
            <p className="small">{say('rounds.slipText')}</p>
            <p className="slip__address">{`${window.location.host}${paths.enterCode}`}</p>
            <p className="slip__code">{grouped(one.code)}</p>
            <p className="small">{say('rounds.slipOnce', { day })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As people read a code aloud: four at a time. */
const grouped = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code;
