import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { mayChange, type ProgrammeView } from '../../../api/programmes.js';
import { OutsideText } from '../../look/outside-text.js';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ExportMenu } from '../export/export-menu.js';
import { writeDay } from '../form/days.js';
import { useHolds } from '../frame/account.js';
import { NotFound } from '../frame/not-found.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { ServiceError } from '../service/request.js';
import { EditForm } from './edit-form.js';
import { FileButton } from './file-button.js';
import { GenericBox } from './generic-box.js';
import { ProgrammeText } from './programme-text.js';
import { programmeAddress, programmeQuery } from './queries.js';
import { RemarksBox } from './remarks-box.js';
import { RemoveButton } from './remove-button.js';
import { ReviewBox } from './review-box.js';
import { StateTag } from './state-tag.js';
import { StepsBox } from './steps-box.js';
import { TaskList } from './task-list.js';

/** One programme or plan, for its unit and for who is in charge of that. */
export function ProgrammePage(): ReactNode {
  const { campaign = '', programme: id = '' } = useParams();
  const say = useWords();
  const { data, error, refetch } = useQuery(programmeQuery(campaign, id));
  if (error instanceof ServiceError && error.status === 404) return <NotFound />;
  if (data !== undefined) return <Shown programme={data} />;
  return (
    <Page title={say('programmes.place')}>
      <Problem error={error} retry={() => void refetch()} />
      {error === null && <Loading label={say('frame.loading')} />}
    </Page>
  );
}

function Shown({ programme }: { programme: ProgrammeView }): ReactNode {
  const say = useWords();
  const { campaign, unit, unitName, title, kind, person, state, isInCharge, adoptedOn } = programme;
  const isOwn = useHolds(['committee', 'secretary', 'reviewer', 'inspection'], unit);
  const mayWrite = useHolds(['committee'], unit) && mayChange(state);
  const [isEditing, edit] = useState(false);
  const back = isOwn ? paths.programmes(campaign) : paths.charged;
  return (
    <Page
      title={title}
      isWritten
      above={<Link to={back}>{say(isOwn ? 'programmes.title' : 'programmes.chargedTitle')}</Link>}
      lead={
        <span className="programmelead">
          <StateTag state={state} />
          <span>{say(`programmes.kind.${kind}`)}</span>
          {person !== null && <OutsideText text={person.name} />}
          <OutsideText text={unitName} />
          {adoptedOn !== null && <span>{say('programmes.adopted', { day: writeDay(adoptedOn) })}</span>}
        </span>
      }
      actions={
        <>
          {mayWrite && !isEditing && (
            <>
              <FileButton programme={programme} />
              <button type="button" className="btn" onClick={() => edit(true)}>
                {say('programmes.edit')}
              </button>
              <RemoveButton programme={programme} />
            </>
          )}
          <TaskExport programme={programme} />
        </>
      }
    >
      <div className="split split--programme">
        <div className="stack">
          {isEditing && mayWrite ? (
            <EditForm programme={programme} onDone={() => edit(false)} />
          ) : (
            <>
              <TaskList tasks={programme.taskRows} />
              <ProgrammeText programme={programme} />
            </>
          )}
        </div>
        <div className="stack">
          <StepsBox programme={programme} />
          <GenericBox programme={programme} />
          <ReviewBox programme={programme} mayReview={isInCharge || isOwn} />
          <RemarksBox programme={programme} />
        </div>
      </div>
    </Page>
  );
}

function TaskExport({ programme: { campaign, id, taskRows } }: { programme: ProgrammeView }): ReactNode {
  const say = useWords();
  if (taskRows.length === 0) return null;
  const address = `${programmeAddress(campaign, id)}/tasks`;
  const hint = say('programmes.exportHint', { n: taskRows.length });
  const choices = (['xlsx', 'csv'] as const).map((format) => ({
    id: format,
    word: say(`programmes.${format}`),
    hint,
    path: `${address}/${format}`,
  }));
  return <ExportMenu word={say('programmes.exportTasks')} choices={choices} />;
}
