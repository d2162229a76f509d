import { type ReactNode, useState } from 'react';
import type { SessionDetailView, StudyFiguresView } from '../../../api/study.js';
import { useWords } from '../../words/words.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { sessionsAddress } from './queries.js';
import { Choice } from './session-fields.js';
import { SessionForm } from './session-form.js';

const SUMMONS = ['everybody', 'not-yet', 'nobody'] as const;

/** A session that is added: a catch-up one summons exactly those who have not studied, unless somebody says otherwise. */
export function NewSession(props: {
  campaign: string;
  figures: StudyFiguresView;
  isCatchUp: boolean;
  onSaved: (detail: SessionDetailView) => void;
  onCancel: () => void;
}): ReactNode {
  const say = useWords();
  const { campaign, figures, isCatchUp, onSaved, onCancel } = props;
  const unit = useWorkingUnit();
  const [summons, setSummons] = useState<(typeof SUMMONS)[number]>(isCatchUp ? 'not-yet' : 'everybody');
  const counts = { everybody: figures.members, 'not-yet': figures.notYet, nobody: 0 };
  return (
    <SessionForm
      campaign={campaign}
      title={say(isCatchUp ? 'studies.addCatchUp' : 'studies.addTitle')}
      session={null}
      isCatchUp={isCatchUp}
      sent={(facts) => {
        return { path: sessionsAddress(campaign), method: 'POST', json: { ...facts, summons, ...(unit !== undefined && { unit }) } };
      }}
      onSaved={onSaved}
      onCancel={onCancel}
    >
      <Choice
        label={say('studies.summons')}
        value={summons}
        choices={SUMMONS}
        wordOf={(one) => say(`studies.summonsOf.${one}`, { n: counts[one] })}
        change={setSummons}
      />
    </SessionForm>
  );
}
