import type { ReactNode } from 'react';
import { OutsideText } from '../../look/outside-text.js';
import { QrCode } from '../frame/qr-code.js';

/** An address to be scanned, under the name of where it leads; `label` says what the code is, `scan` what it is scanned for. */
export function Poster(props: { title: string; scan?: string; address: string; label: string; children?: ReactNode }): ReactNode {
  const { title, scan, address, label, children } = props;
  return (
    <div className="poster">
      <p className="poster__name">
        <OutsideText text={title} />
      </p>
      <QrCode text={address} label={label} />
      {scan !== undefined && <p className="poster__scan">{scan}</p>}
      <p className="poster__address">{address}</p>
      {children}
    </div>
  );
}
