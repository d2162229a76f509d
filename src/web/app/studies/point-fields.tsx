import type { ReactNode } from 'react';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Choice, CountField } from './session-fields.js';
import type { PointValues } from './session-values.js';

const KINDS = ['province', 'direct', 'district', 'commune', 'other'] as const;

/** The connected points of a session, a row each. */
export function PointFields(props: {
  points: readonly PointValues[];
  change: (points: readonly PointValues[]) => void;
  isTried: boolean;
}): ReactNode {
  const say = useWords();
  const { points, change, isTried } = props;
  const put = (key: number, part: Partial<PointValues>): void =>
    change(points.map((point) => (point.key === key ? { ...point, ...part } : point)));
  const add = (): void => {
    const key = points.reduce((most, point) => Math.max(most, point.key), -1) + 1;
    change([...points, { key, name: '', kind: points.at(-1)?.kind ?? 'commune', summoned: '', attended: '' }]);
  };
  return (
    <fieldset className="countfields">
      <legend className="label">{say('studies.points')}</legend>
      {points.map((point) => (
        <div className="pointrow" key={point.key}>
          <Field label={say('studies.pointName')} wrong={isTried && point.name.trim() === '' ? say('studies.pointNameMissing') : ''}>
            {(control) => (
              <input {...control} maxLength={200} value={point.name} onChange={({ target }) => put(point.key, { name: target.value })} />
            )}
          </Field>
          <Choice
            label={say('studies.pointKind')}
            value={point.kind}
            choices={KINDS}
            wordOf={(kind) => say(`studies.pointKinds.${kind}`)}
            change={(kind) => put(point.key, { kind })}
          />
          <CountField
            label={say('studies.pointSummoned')}
            value={point.summoned}
            change={(summoned) => put(point.key, { summoned })}
            isTried={isTried}
          />
          <CountField
            label={say('studies.pointAttended')}
            value={point.attended}
            change={(attended) => put(point.key, { attended })}
            isTried={isTried}
          />
          <button
            type="button"
            className="btn btn--icon"
            aria-label={say('studies.dropPoint', { name: point.name })}
            onClick={() => change(points.filter(({ key }) => key !== point.key))}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
      <p>
        <button type="button" className="btn btn--small" onClick={add}>
          <Icon name="plus" />
          {say('studies.addPoint')}
        </button>
      </p>
    </fieldset>
  );
}
