import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SituationView } from '../../../api/situations.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { tell } from '../service/request.js';
import { situationAddress, situationsQuery } from './queries.js';

/** What a situation says, and whose it is. */
export function SituationText({ situation }: { situation: SituationView }): ReactNode {
  const say = useWords();
  const { job, title, prompt, isOwn, unitName } = situation;
  const about = [job || say('situations.noJob'), ...(isOwn ? [] : [say('situations.from', { unit: unitName })])].join(' · ');
  return (
    <div className="situation__text">
      <b>
        <OutsideText text={title} />
      </b>
      <span className="sub small muted">
        <OutsideText text={about} />
      </span>
      <p className="situation__prompt">
        <OutsideText text={prompt} />
      </p>
    </div>
  );
}

/** A situation in the library; the unit's own can be changed and archived. */
export function SituationItem({ situation, edit }: { situation: SituationView; edit: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { id, title, isOwn, archivedAt, revision } = situation;
  const isArchived = archivedAt !== null;
  const archive = useMutation({
    mutationFn: () => tell(`${situationAddress(id)}/archived`, { method: 'PUT', json: { isArchived: !isArchived, revision } }),
    onSuccess: () => toast(say(isArchived ? 'situations.restoredDone' : 'situations.archivedDone', { name: title })),
    onSettled: () => client.invalidateQueries({ queryKey: situationsQuery.queryKey }),
  });
  return (
    <>
      <SituationText situation={situation} />
      {isOwn && (
        <div className="row situation__acts">
          {!isArchived && (
            <button type="button" className="btn btn--small" onClick={edit}>
              {say('situations.edit')}
              <span className="vh"> {title}</span>
            </button>
          )}
          <button type="button" className="btn btn--small" disabled={archive.isPending} onClick={() => archive.mutate()}>
            {say(isArchived ? 'situations.restore' : 'situations.archive')}
            <span className="vh"> {title}</span>
          </button>
        </div>
      )}
      <Problem error={archive.error} />
    </>
  );
}
