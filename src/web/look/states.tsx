import { type ReactNode, useEffect, useState } from 'react';
import { Drawing, Icon, type IconName } from './icons.js';

/** `bad` says that something did not happen, `warn` that somebody must look. */
export type NoteKind = 'plain' | 'info' | 'ok' | 'warn' | 'bad';

const NOTE_ICONS: Readonly<Record<NoteKind, IconName>> = { plain: 'file', info: 'info', ok: 'check', warn: 'warn', bad: 'warn' };

/** A message in place. `role`: "alert" for what just failed, "status" for what just changed, none for what was there before. */
export function Note(props: {
  kind?: NoteKind;
  icon?: IconName;
  title?: ReactNode;
  role?: 'alert' | 'status';
  children?: ReactNode;
}): ReactNode {
  const { kind = 'plain', icon = NOTE_ICONS[kind], title, role, children } = props;
  return (
    <div className={kind === 'plain' ? 'note' : `note note--${kind}`} role={role}>
      <Icon name={icon} />
      <div>
        {title !== undefined && <b>{title}</b>}
        {children !== undefined && <div className={title === undefined ? undefined : 'small'}>{children}</div>}
      </div>
    </div>
  );
}

/** Nothing to show: one sentence of fact, one of what to do (`children`), then the buttons. */
export function Empty({ title, actions, children }: { title: string; actions?: ReactNode; children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <Drawing />
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  );
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const BONES = [70, 55, 80, 62, 74] as const;

/** What is on its way, in about the size that it will have; `label` is read out, and seen with the time from the first second on. */
export function Loading({ label, rows = 5 }: { label: string; rows?: number }): ReactNode {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="panel panel__body stack" aria-busy="true">
      <p className={seconds === 0 ? 'vh' : 'small muted'}>
        <span role="status">{label}</span> <span aria-hidden="true">{clock(seconds)}</span>
      </p>
      {[...Array(rows).keys()].map((row) => (
        <div className="bones" aria-hidden="true" key={row}>
          {[0, 1, 2].map((column) => (
            <span className="bone" key={column} style={{ width: `${BONES[(row + column) % BONES.length] ?? 60}%` }} />
          ))}
        </div>
      ))}
    </div>
  );
}
