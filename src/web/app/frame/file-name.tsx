import type { ReactNode } from 'react';
import { OutsideText } from '../../look/outside-text.js';

/** The file's own name, and smaller the folders that it lies in. */
export function FileName({ file }: { file: string }): ReactNode {
  const parts = file.split('/');
  return (
    <span className="filename">
      <span className="file">
        <OutsideText text={parts.at(-1) ?? file} />
      </span>
      {parts.length > 1 && (
        <span className="filename__folder muted">
          <OutsideText text={parts.slice(0, -1).join('/')} />
        </span>
      )}
    </span>
  );
}
