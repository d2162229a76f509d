import type { ReactNode } from 'react';
import type { StandingView } from '../../../api/member.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';

/** What is to be written, and the forms to write it on. */
export function Task({ standing: { campaign, templates } }: { standing: StandingView }): ReactNode {
  const say = useWords();
  if (campaign.prompt === '' && templates.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="de-bai">
      <div className="panel__head">
        <h2 id="de-bai">{say(campaign.prompt === '' ? 'member.templates' : 'member.prompt')}</h2>
      </div>
      <div className="panel__body stack">
        {campaign.prompt !== '' && (
          <div className="essay essay--prompt">
            <p>
              <OutsideText text={campaign.prompt} />
            </p>
          </div>
        )}
        {templates.map(({ file, sha256 }) => (
          <a className="btn" key={sha256} href={`/api/me/templates/${sha256}`} download>
            <Icon name="out" />
            <OutsideText text={say('member.template', { file })} />
          </a>
        ))}
      </div>
    </section>
  );
}
