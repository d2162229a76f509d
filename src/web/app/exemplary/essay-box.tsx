import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../words/words.js';
import { useHolds, WRITERS } from '../frame/account.js';
import { MarkForm } from './mark-form.js';
import { Marked } from './marked.js';
import { exemplaryQuery } from './queries.js';

/** On an essay's page: that it is exemplary and why, or the way to say so. */
export function ExemplaryBox({ campaign, essay }: { campaign: string; essay: string }): ReactNode {
  const say = useWords();
  const isWriter = useHolds(WRITERS);
  const { data } = useQuery(exemplaryQuery(campaign));
  const [isOpen, setOpen] = useState(false);
  const mark = data?.marks.find((one) => one.essay?.id === essay);
  if (data === undefined || (mark === undefined && !isWriter)) return null;
  if (mark === undefined && !isOpen)
    return (
      <p className="noprint">
        <button type="button" className="linklike" onClick={() => setOpen(true)}>
          {say('exemplary.markEssay')}
        </button>
      </p>
    );
  return (
    <section className="panel" aria-labelledby="neu-guong">
      <div className="panel__head">
        <h2 id="neu-guong">{say(mark === undefined ? 'exemplary.markEssay' : 'exemplary.marked')}</h2>
      </div>
      <div className="panel__body stack stack--tight">
        {mark === undefined ? (
          <MarkForm campaign={campaign} essay={essay} units={[]} onDone={() => setOpen(false)} />
        ) : (
          <Marked campaign={campaign} mark={mark} />
        )}
      </div>
    </section>
  );
}
