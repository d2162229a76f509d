import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatDate } from '../../../api/format.js';
import { type OutlineSectionView, type OutlinesView, outlineSchema, readOutlineSchema } from '../../../api/unit-report.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { DayField } from '../form/day-field.js';
import { parseDay, writeDay } from '../form/days.js';
import { ChooseButton } from '../frame/choose-button.js';
import { Confirm } from '../frame/confirm.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask, ServiceError } from '../service/request.js';
import { sendForm } from '../service/send-form.js';
import { reportAddress, reportKey } from './report-queries.js';
import { SectionFields } from './section-fields.js';

/** The outline while it is drawn up: by hand, from the one that is offered, or from the headings of a Word file. */
export function OutlineEditor({ campaign, outlines, reload }: { campaign: string; outlines: OutlinesView; reload: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { name } = useCampaign();
  const { own, offered, unit } = outlines;
  const [title, setTitle] = useState(own?.title ?? say('reports.usualTitle', { name }));
  const [due, setDue] = useState(own?.due ? writeDay(own.due) : '');
  const [sections, setSections] = useState<readonly OutlineSectionView[]>(own?.sections ?? offered);
  const [isAsking, setAsking] = useState(false);
  const [wasTried, setTried] = useState(false);
  const day = due.trim() === '' ? null : parseDay(due);
  const isWrong = (due.trim() !== '' && day === null) || title.trim() === '' || sections.some(({ heading }) => heading.trim() === '');
  const address = (what: string): string => reportAddress(campaign, unit.id, what);
  const put = () =>
    ask(address('outline'), outlineSchema, { method: 'PUT', json: { title, sections, due: day, revision: own?.revision ?? 0 } });
  const done = (word: string) => {
    toast(word);
    return client.invalidateQueries({ queryKey: reportKey(campaign) });
  };
  const save = useMutation({ mutationFn: put, onSuccess: () => done(say('reports.outlineSaved')) });
  const give = useMutation({
    mutationFn: async () => {
      const { revision } = await put();
      return ask(address('outline/give'), outlineSchema, { method: 'POST', json: { revision } });
    },
    onSuccess: () => done(say('reports.givenDone')),
    onSettled: () => setAsking(false),
  });
  const read = useMutation({
    mutationFn: (file: File) => sendForm(address('outline/read'), [{ path: file.name, file }], readOutlineSchema, () => {}),
    onSuccess: (found) => {
      setSections(found.sections);
      if (found.title !== '') setTitle(found.title);
      toast(say('reports.readDone', { n: found.sections.length }));
    },
  });
  const error = save.error ?? give.error ?? read.error;
  const isOutdated = error instanceof ServiceError && error.code === 'outline-outdated';
  const isBusy = save.isPending || give.isPending;
  const attempt = (act: () => void): void => {
    setTried(true);
    if (!isWrong && !isBusy) act();
  };
  return (
    <>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          attempt(save.mutate);
        }}
      >
        <section className="panel" aria-labelledby="de-cuong">
          <div className="panel__head">
            <h2 id="de-cuong">{say('reports.sections')}</h2>
            <span className="small muted">
              {own?.givenAt ? say('reports.given', { day: formatDate(new Date(own.givenAt)) }) : say('reports.notGivenYet')}
            </span>
          </div>
          <div className="panel__body stack">
            <div className="row">
              <ChooseButton accept=".docx" isDisabled={read.isPending} onChoose={([file]) => file && read.mutate(file)}>
                {say(read.isPending ? 'reports.reading' : 'reports.fromWord')}
              </ChooseButton>
              <button type="button" className="btn" onClick={() => setSections(offered)}>
                {say('reports.offer')}
              </button>
            </div>
            <Field label={say('reports.outlineName')} wrong={wasTried && title.trim() === '' ? say('reports.headingMissing') : ''}>
              {(control) => (
                <input {...control} lang="vi" maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
              )}
            </Field>
            <DayField
              label={say('reports.due')}
              hint={say('reports.dueHint')}
              wrong={wasTried && due.trim() !== '' && day === null ? say('reports.dayWrong') : ''}
              value={due}
              onChange={setDue}
            />
            <SectionFields sections={sections} change={setSections} wasTried={wasTried} />
          </div>
        </section>
        <Problem error={error} {...(isOutdated && { retry: reload })} />
        <p className="row">
          <button type="submit" className={own?.givenAt ? 'btn btn--main' : 'btn'} disabled={isBusy}>
            {say('reports.saveOutline')}
          </button>
          {!own?.givenAt && (
            <button type="button" className="btn btn--main" disabled={isBusy} onClick={() => attempt(() => setAsking(true))}>
              {say('reports.give')}
            </button>
          )}
        </p>
      </form>
      {/* Beside the form: what is sent inside a form is sent by it too. */}
      <Confirm
        isOpen={isAsking}
        title={say('reports.giveQuestion')}
        act={say('reports.give')}
        onAct={() => give.mutate()}
        isActing={give.isPending}
        onCancel={() => setAsking(false)}
      >
        <p>{say('reports.giveText')}</p>
      </Confirm>
    </>
  );
}
