import { type ReactNode, useMemo } from 'react';
import { encode } from 'uqr';

/** A QR code as one path: nothing but the page itself draws it. */
export function QrCode({ text, label }: { text: string; label: string }): ReactNode {
  const { data, size } = useMemo(() => encode(text, { ecc: 'M', border: 4 }), [text]);
  const path = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  return (
    <svg className="slip__qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
