import { useQueryClient } from '@tanstack/react-query';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { defaultsQuery } from '../service/queries.js';
import { AboutFields } from './about-fields.js';
import { type CampaignForm, ROLES, toLimits, toThemes } from './campaign-form.js';
import { DocumentField } from './document-field.js';
import { GroupFields } from './group-fields.js';
import { LeaveGuard } from './leave-guard.js';
import { LimitFields } from './limit-fields.js';
import { SuggestRow } from './suggest-row.js';
import { ThemeFields } from './theme-fields.js';
import type { FormState } from './use-campaign-form.js';

/** Props of `CampaignFields`. */
export interface CampaignFieldsProps {
  readonly state: FormState;
  readonly isNew: boolean;
  /** What is on the button. */
  readonly saveWord: string;
  readonly isSaving: boolean;
  readonly error: unknown;
  /** What the service said of the name; empty when nothing. */
  readonly nameWrong: string;
  /** Called once nothing is wrong. */
  readonly onSave: () => void;
}

/** The form of a campaign with its button. */
export function CampaignFields(props: CampaignFieldsProps): ReactNode {
  const { state, isNew, isSaving, nameWrong, onSave } = props;
  const { form, change, documents, wrongs } = state;
  const box = useRef<HTMLFormElement>(null);
  const submit = (): void => {
    if (state.check() && documents.pending.length === 0) onSave();
    // The fields are marked by the next paint.
    else requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"], .is-wrong button')?.focus());
  };
  return (
    <form
      className={isNew ? 'campaignform campaignform--new' : 'campaignform'}
      noValidate
      ref={box}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) submit();
      }}
    >
      <LeaveGuard isOn={state.isChanged && !isSaving} isKept />
      <Recalled state={state} />
      <div className="campaignform__main">
        <AboutFields
          form={form}
          isNameFixed={!isNew}
          nameWrong={nameWrong || (wrongs.get('name') ?? '')}
          wrongs={wrongs}
          onChange={(part) => change((now) => ({ ...now, ...part }))}
        />
        <DocumentsPanel state={state} isNew={isNew} />
        <CommonThemes state={state} />
        <GroupFields groups={form.groups} common={form.themes} wrongs={wrongs} change={change} />
      </div>
      <div className="campaignform__side">
        <Limits state={state} isNew={isNew} />
        <Synonyms state={state} />
      </div>
      {(isNew || state.isChanged) && <SaveBar {...props} />}
    </form>
  );
}

function CommonThemes({ state: { form, change, wrongs } }: { state: FormState }): ReactNode {
  const say = useWords();
  const prompt = form.kind === 'situational-answer' ? form.prompt : null;
  return (
    <ThemeFields
      title={say('form.themesTitle')}
      lead={say(form.themes.length > 0 ? 'form.themesLead' : prompt === null ? 'form.themesNone' : 'form.themesOfQuestion')}
      themes={form.themes}
      prompt={prompt}
      wrongs={wrongs}
      onChange={(next) => change((now) => ({ ...now, themes: [...next(now.themes)] }))}
    />
  );
}

function SaveBar({ state, isNew, saveWord, isSaving, error, nameWrong }: CampaignFieldsProps): ReactNode {
  const say = useWords();
  const { wrongs, documents } = state;
  const isSending = documents.pending.some(({ percent }) => percent !== null);
  const isStuck = !isSending && documents.pending.length > 0;
  return (
    <div className="campaignform__save bulk">
      <div className="grow">
        <Problem error={nameWrong === '' ? error : null} />
        <p className="small muted" role="status">
          {wrongs.size > 0 && <b className="warnline">{say('form.wrongs', { n: wrongs.size })}. </b>}
          {isSending && say('form.documentsBusy')}
          {isStuck && say('form.documentWrong')}
          {wrongs.size === 0 && documents.pending.length === 0 && state.isChanged && say('form.unsaved')}
        </p>
      </div>
      <div className="row">
        {!isNew && (
          <button type="button" className="btn btn--quiet" onClick={state.discard}>
            {say('form.discard')}
          </button>
        )}
        <button type="submit" className="btn btn--main" disabled={isSaving}>
          {isSaving ? say('form.saving') : saveWord}
        </button>
      </div>
    </div>
  );
}

function Recalled({ state }: { state: FormState }): ReactNode {
  const say = useWords();
  if (!state.isRecalled) return null;
  return (
    <div className="campaignform__wide">
      <Note kind="info" role="status">
        <p>
          {say('form.restored')}{' '}
          <button type="button" className="linklike" onClick={state.discard}>
            {say('form.restoredDrop')}
          </button>
        </p>
      </Note>
    </div>
  );
}

function DocumentsPanel({ state, isNew }: { state: FormState; isNew: boolean }): ReactNode {
  const say = useWords();
  const { form, change, documents } = state;
  return (
    <section className="panel" aria-labelledby="tai-lieu">
      <div className="panel__head">
        <div className="grow">
          <h2 id="tai-lieu">{say('form.documentsTitle')}</h2>
          <p className="small muted">{say('form.documentsLead')}</p>
        </div>
      </div>
      {ROLES.map((role) => (
        <Fragment key={role}>
          <DocumentField
            role={role}
            kept={form[role]}
            documents={documents}
            onRemove={(document) => change((now) => ({ ...now, [role]: now[role].filter(({ sha256 }) => sha256 !== document.sha256) }))}
          />
          {role === 'references' && <SuggestRow state={state} isNew={isNew} />}
        </Fragment>
      ))}
    </section>
  );
}

/** While a new campaign's themes and limits are as its kind gave them, another kind brings its own. */
function Limits({ state, isNew }: { state: FormState; isNew: boolean }): ReactNode {
  const { form, change, wrongs } = state;
  const client = useQueryClient();
  const given = useRef<{ kind: string; themes: string; limits: string } | null>(null);
  const { kind } = form;

  useEffect(() => {
    if (!isNew) return;
    let isOver = false;
    void client.fetchQuery(defaultsQuery(kind)).then((defaults) => {
      if (isOver) return;
      const next = { themes: toThemes(defaults.themes), limits: toLimits(defaults.policy) };
      const before = given.current;
      given.current = { kind, themes: sameness(next.themes), limits: sameness(next.limits) };
      if (before === null || before.kind === kind) return;
      change((now) => ({
        ...now,
        themes: sameness(now.themes) === before.themes ? next.themes : now.themes,
        limits: sameness(now.limits) === before.limits ? next.limits : now.limits,
      }));
    });
    return () => {
      isOver = true;
    };
  }, [client, isNew, kind, change]);

  const toDefaults = (): void => {
    void client.fetchQuery(defaultsQuery(kind)).then(({ policy }) => change((now) => ({ ...now, limits: toLimits(policy) })));
  };
  return (
    <LimitFields
      limits={form.limits}
      wrongs={wrongs}
      onChange={(limits) => change((now) => ({ ...now, limits }))}
      onDefaults={toDefaults}
    />
  );
}

function sameness(part: CampaignForm['themes'] | CampaignForm['limits']): string {
  return JSON.stringify(part, (name, value: unknown) => (name === 'key' ? undefined : value));
}

function Synonyms({ state: { form, change, wrongs } }: { state: FormState }): ReactNode {
  const say = useWords();
  const wrong = wrongs.get('synonyms') ?? '';
  return (
    <details className="fold panel panel__body--tight" {...(wrong !== '' && { open: true })}>
      <summary>{say('form.synonymsTitle')}</summary>
      <Field label={say('form.synonymsTitle')} isLabelHidden hint={say('form.synonymsLead')} wrong={wrong}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            value={form.synonyms}
            onChange={(event) => change((now) => ({ ...now, synonyms: event.target.value }))}
          />
        )}
      </Field>
    </details>
  );
}
