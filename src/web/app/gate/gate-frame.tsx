import type { ReactNode } from 'react';
import { AppearanceButtons } from '../../look/appearance.js';
import { Icon, Mark } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { useTitle } from '../frame/page.js';
import { Art } from './art.js';

/** What stands around a form before the service; `version` is empty while it is not known. */
export function GateFrame(props: { title: string; lead?: string; version: string; children: ReactNode }): ReactNode {
  const { title, lead, version, children } = props;
  const say = useWords();
  useTitle(title);
  return (
    <div className="gate">
      <section className="gate__art" aria-label={say('gate.intro')}>
        <span className="mast__mark">
          <Mark />
          <span lang="vi">{say('frame.product')}</span>
        </span>
        <div className="stack">
          <p className="gate__motto">{say('gate.motto')}</p>
          <p>{say('gate.about')}</p>
        </div>
        <Art label={say('gate.drawing')} />
        <p className="small foot">{say('gate.foot')}</p>
      </section>
      <main className="gate__form" id="noi-dung">
        <div className="gate__tools tools">
          <AppearanceButtons large={say('frame.largeText')} dark={say('frame.dark')} />
        </div>
        <div>
          <div>
            <h1>{title}</h1>
            {lead !== undefined && <p className="muted">{lead}</p>}
          </div>
          {children}
          {/* On this machine nobody listens in, and over HTTPS nobody understands: browsers call both secure. */}
          {!window.isSecureContext && (
            <p className="small muted gate__plain">
              <Icon name="warn" />
              <span>{say('gate.notEncrypted')}</span>
            </p>
          )}
          {version !== '' && <p className="small muted">{say('gate.version', { version })}</p>}
        </div>
      </main>
    </div>
  );
}
