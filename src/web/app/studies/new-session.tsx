import { type ReactNode, useState } from 'react';
import type { SessionDetailView, StudyFiguresView } from '../../../api/study.js';
import { useWords } from '../../words/words.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import type { ChosenPeople } from './chosen-people.js';
import { sessionsAddress } from './queries.js';
import { Choice } from './session-fields.js';
import { SessionForm } from './session-form.js';

const SUMMONS = ['everybody', 'not-yet', 'nobody'] as const;
type Summons = (typeof SUMMONS)[number] | 'chosen';

/** A session that is added: a catch-up one summons exactly those who were chosen or have not studied, unless somebody says otherwise. */
export function NewSession(props: {
  campaign: string;
  figures: StudyFiguresView;
  isCatchUp: boolean;
  /** Whom a list was left with to be summoned; null for nobody. */
  chosen: ChosenPeople | null;
  onSaved: (detail: SessionDetailView) => void;
  onCancel: () => void;
}): ReactNode {
  const say = useWords();
  const { campaign, figures, isCatchUp, chosen, onSaved, onCancel } = props;
  const workingUnit = useWorkingUnit();
  const unit = chosen?.unit ?? workingUnit;
  const [summons, setSummons] = useState<Summons>(chosen !== null ? 'chosen' : isCatchUp ? 'not-yet' : 'everybody');
  const counts = { chosen: chosen?.people.length ?? 0, everybody: figures.members, 'not-yet': figures.notYet, nobody: 0 };
  return (
    <SessionForm
      campaign={campaign}
      title={say(isCatchUp ? 'studies.addCatchUp' : 'studies.addTitle')}
      session={null}
      isCatchUp={isCatchUp}
      sent={(facts) => {
        const summoned = summons === 'chosen' ? chosen?.people : summons;
        return {
          path: sessionsAddress(campaign),
          method: 'POST',
          json: { ...facts, summons: summoned, ...(unit !== undefined && { unit }) },
        };
      }}
      onSaved={onSaved}
      onCancel={onCancel}
    >
      <Choice
        label={say('studies.summons')}
        value={summons}
        choices={chosen === null ? SUMMONS : ['chosen', ...SUMMONS]}
        wordOf={(one) => say(`studies.summonsOf.${one}`, { n: counts[one] })}
        change={setSummons}
      />
    </SessionForm>
  );
}
