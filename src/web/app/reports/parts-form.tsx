import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { DocumentPartsView, OwnReportView, ReportPartsView } from '../../../api/unit-report.js';
import { useWords } from '../../words/words.js';
import { DayField } from '../form/day-field.js';
import { parseDay, writeDay } from '../form/days.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { tell } from '../service/request.js';
import { reportKey } from './report-queries.js';
import type { ReportDraft } from './use-draft.js';

const LINES = ['upperIssuer', 'issuer', 'number', 'place', 'signerPost', 'signerName'] as const;

interface Fields extends DocumentPartsView {
  readonly title: string;
  readonly day: string;
}

/** The parts of the document that are the unit's own: for this report, or for all that the unit issues. */
export function PartsForm(props: { campaign: string; unit: string; report: OwnReportView; draft: ReportDraft }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { campaign, unit, report, draft } = props;
  const { usual, outline } = report;
  const title = outline?.title ?? '';
  const [fields, setFields] = useState<Fields>(() => {
    const { day = '', ...said } = Object.fromEntries(
      Object.entries(draft.draft.parts).filter(([, value]) => value !== undefined),
    ) as Partial<Fields>;
    return { ...usual, title, ...said, day: writeDay(day) };
  });
  const [isCommon, setCommon] = useState(false);
  const day = fields.day.trim() === '' ? null : parseDay(fields.day);
  const isWrong = fields.day.trim() !== '' && day === null;
  const save = useMutation({
    mutationFn: async () => {
      const { title: name, day: _, ...parts } = fields;
      if (isCommon) await tell(`/api/document-parts?${new URLSearchParams({ unit })}`, { method: 'PUT', json: parts });
      await draft.setParts(overrides(fields, isCommon ? parts : usual, title, day));
    },
    onSuccess: () => {
      toast(say('reports.partsSaved'));
      return client.invalidateQueries({ queryKey: reportKey(campaign) });
    },
  });
  const change = (name: keyof Fields) => (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value });
  return (
    <form
      className="panel"
      id="the-thuc"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong && !save.isPending) save.mutate();
      }}
    >
      <div className="panel__head">
        <h2>{say('reports.parts')}</h2>
      </div>
      <div className="panel__body stack">
        <Field label={say('reports.part.title')}>
          {(control) => <textarea {...control} rows={2} maxLength={300} value={fields.title} onChange={change('title')} />}
        </Field>
        {LINES.map((name) => (
          <Field key={name} label={say(`reports.part.${name}`)} {...(name === 'number' && { hint: say('reports.numberHint') })}>
            {(control) => <input {...control} maxLength={300} autoComplete="off" value={fields[name]} onChange={change(name)} />}
          </Field>
        ))}
        <DayField
          label={say('reports.part.day')}
          hint={say('reports.dayHint')}
          wrong={isWrong ? say('reports.dayWrong') : ''}
          value={fields.day}
          onChange={(value) => setFields({ ...fields, day: value })}
        />
        <Field label={say('reports.part.recipients')} hint={say('reports.recipientsHint')}>
          {(control) => <textarea {...control} rows={3} maxLength={2000} value={fields.recipients} onChange={change('recipients')} />}
        </Field>
        <label className="row small">
          <input type="checkbox" checked={isCommon} onChange={(event) => setCommon(event.target.checked)} />
          {say('reports.common')}
        </label>
        <Problem error={save.error} />
        <p>
          <button type="submit" className="btn" disabled={save.isPending || draft.conflicts.length > 0}>
            {say('reports.saveParts')}
          </button>
        </p>
      </div>
    </form>
  );
}

/** What differs from the unit's documents: the rest goes on following them. */
function overrides({ title, day: _, ...parts }: Fields, usual: DocumentPartsView, usualTitle: string, day: string | null): ReportPartsView {
  const names = Object.keys(parts) as (keyof DocumentPartsView)[];
  const changed = Object.fromEntries(names.filter((name) => parts[name] !== usual[name]).map((name) => [name, parts[name]]));
  return { ...changed, ...(title !== usualTitle && title.trim() !== '' && { title }), ...(day !== null && { day }) };
}
