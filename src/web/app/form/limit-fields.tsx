import { type ReactNode, useId } from 'react';
import { useWords } from '../../words/words.js';
import { Wrong } from '../frame/field.js';
import { type CampaignForm, LIMITS, type LimitForm, type LimitName } from './campaign-form.js';
import type { Wrongs } from './check-form.js';

const REVIEW: readonly LimitName[] = ['reviewBest', 'reviewUnion', 'reviewPassage', 'reviewUnmet', 'minimumSyllables'];
/** Told beside the proposal, which it does not change. */
const NOTED: readonly LimitName[] = ['maximumSyllables'];
const REWRITE: readonly LimitName[] = ['rewriteBest', 'rewriteUnion', 'rewriteUnmet'];

/** From where on the machine proposes review or rewriting; each limit can be switched off. */
export function LimitFields(props: {
  limits: CampaignForm['limits'];
  wrongs: Wrongs;
  onChange: (limits: CampaignForm['limits']) => void;
  onDefaults: () => void;
}): ReactNode {
  const say = useWords();
  const { limits, wrongs, onChange, onDefaults } = props;
  const show = (name: LimitName): ReactNode => (
    <LimitField
      key={name}
      name={name}
      limit={limits[name]}
      wrong={wrongs.get(`limit ${name}`) ?? ''}
      onChange={(limit) => onChange({ ...limits, [name]: limit })}
    />
  );
  return (
    <section className="panel" aria-labelledby="muc">
      <div className="panel__head">
        <div className="grow">
          <h2 id="muc">{say('form.policyTitle')}</h2>
          <p className="small muted">{say('form.policyLead')}</p>
        </div>
      </div>
      <div className="panel__body stack">
        <fieldset className="limits limits--review">
          <legend>{say('form.reviewLimits')}</legend>
          {REVIEW.map(show)}
        </fieldset>
        <fieldset className="limits limits--rewrite">
          <legend>{say('form.rewriteLimits')}</legend>
          {REWRITE.map(show)}
        </fieldset>
        <fieldset className="limits">
          <legend>{say('form.notedLimits')}</legend>
          {NOTED.map(show)}
        </fieldset>
        <button type="button" className="linklike" onClick={onDefaults}>
          {say('form.toDefaults')}
        </button>
      </div>
    </section>
  );
}

function LimitField(props: { name: LimitName; limit: LimitForm; wrong: string; onChange: (limit: LimitForm) => void }): ReactNode {
  const say = useWords();
  const { name, limit, wrong, onChange } = props;
  const id = useId();
  const what = say(`form.limit.${name}`);
  return (
    <div className="limit" data-off={!limit.isOn || undefined}>
      <label className="limit__use">
        <input
          type="checkbox"
          checked={limit.isOn}
          aria-label={say('form.useLimit', { limit: what })}
          onChange={(event) => onChange({ ...limit, isOn: event.target.checked })}
        />
        <span>{what}</span>
      </label>
      {limit.isOn ? (
        <span className="limit__value">
          <input
            className="input num"
            inputMode="decimal"
            aria-label={say('form.limitValue', { limit: what })}
            aria-invalid={wrong === '' ? undefined : true}
            aria-describedby={wrong === '' ? undefined : id}
            value={limit.value}
            onChange={(event) => onChange({ ...limit, value: event.target.value })}
          />
          <span className="small">{say(`form.unit.${LIMITS[name]}`)}</span>
        </span>
      ) : (
        <span className="limit__value small muted">{say('form.limitOff')}</span>
      )}
      {wrong !== '' && (
        <span className="field limit__wrong">
          <Wrong id={id} text={wrong} />
        </span>
      )}
    </div>
  );
}
