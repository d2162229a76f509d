import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Link } from 'react-router';
import type { SituationView } from '../../../api/situations.js';
import { Empty, Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { situationsQuery } from './queries.js';
import { SituationText } from './situation-item.js';
import { useSoughtSituations } from './sought-situations.js';

/** Opens the library, from which one situation is chosen for a group. */
export function ChooseSituation({ group, choose }: { group: string; choose: (situation: SituationView) => void }): ReactNode {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="btn btn--small" onClick={() => setOpen(true)}>
        {say('situations.pick')}
        <span className="vh"> {group}</span>
      </button>
      <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={setOpen} isDismissable>
        <Modal className="veil__box">
          <Dialog className="dialog dialog--wide">
            <div className="dialog__body">
              <Heading slot="title" level={2}>
                {say('situations.pickTitle', { group })}
              </Heading>
              <p className="small muted">{say('situations.pickText')}</p>
              <Library
                choose={(situation) => {
                  choose(situation);
                  setOpen(false);
                }}
              />
            </div>
            <div className="dialog__foot">
              <Link className="btn btn--quiet" to={paths.situations}>
                {say('situations.manage')}
              </Link>
              <button type="button" className="btn" onClick={() => setOpen(false)}>
                {say('situations.close')}
              </button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

function Library({ choose }: { choose: (situation: SituationView) => void }): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(situationsQuery);
  const offered = useMemo(() => (data ?? []).filter(({ archivedAt }) => archivedAt === null), [data]);
  const { shown, fields } = useSoughtSituations(offered);
  if (data === undefined)
    return error === null ? <Loading label={say('frame.loading')} rows={3} /> : <Problem error={error} retry={() => void refetch()} />;
  if (offered.length === 0) return <Empty title={say('situations.empty')}>{say('situations.emptyText')}</Empty>;
  return (
    <>
      <search className="filters filters--plain">{fields}</search>
      {shown.length === 0 && <p className="muted">{say('situations.none')}</p>}
      <ul className="situations situations--choice">
        {shown.map((situation) => (
          <li key={situation.id} className="situation">
            <SituationText situation={situation} />
            <button type="button" className="btn btn--small" onClick={() => choose(situation)}>
              {say('situations.pickOne')}
              <span className="vh"> {situation.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
