import type { ReactNode } from 'react';
import type { OutlineSectionView } from '../../../api/unit-report.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';

type Section = OutlineSectionView;
type Group = Section['groups'][number];

const GROUPS: readonly Group[] = [
  ...(['members', 'sessions', 'attendance', 'material', 'essays'] as const),
  ...(['results', 'secondLooks', 'programmes', 'units', 'exemplary'] as const),
];
const LEVELS = [1, 2, 3] as const;
const KINDS = ['figures', 'text'] as const;

/** The sections of an outline, each with what belongs under it. */
export function SectionFields(props: {
  sections: readonly Section[];
  change: (sections: readonly Section[]) => void;
  wasTried: boolean;
}): ReactNode {
  const say = useWords();
  const { sections, change, wasTried } = props;
  const add = (): void => {
    const section = { level: 1, kind: 'text', groups: [], hint: '', isRequired: true } as const;
    change([...sections, { ...section, groups: [], id: freeId(sections), heading: say('reports.newHeading') }]);
  };
  return (
    <>
      <ol className="outline">
        {sections.map((section, place) => (
          <li key={section.id} data-level={section.level}>
            <fieldset className="outline__section">
              <legend className="vh">{say('reports.section', { n: place + 1 })}</legend>
              <OneSection
                acts={<PlaceButtons place={place} sections={sections} change={change} />}
                section={section}
                wasTried={wasTried}
                change={(changed) => change(sections.map((one) => (one.id === section.id ? changed : one)))}
              />
            </fieldset>
          </li>
        ))}
      </ol>
      <p>
        <button type="button" className="btn" disabled={sections.length >= 60} onClick={add}>
          {say('reports.add')}
        </button>
      </p>
    </>
  );
}

function PlaceButtons(props: { place: number; sections: readonly Section[]; change: (sections: readonly Section[]) => void }): ReactNode {
  const say = useWords();
  const { place, sections, change } = props;
  return (
    <p className="row">
      <button type="button" className="btn btn--small" disabled={place === 0} onClick={() => change(moved(sections, place, -1))}>
        <span aria-hidden="true">↑</span>
        <span className="vh">{say('reports.up', { n: place + 1 })}</span>
      </button>
      <button
        type="button"
        className="btn btn--small"
        disabled={place === sections.length - 1}
        onClick={() => change(moved(sections, place, 1))}
      >
        <span aria-hidden="true">↓</span>
        <span className="vh">{say('reports.down', { n: place + 1 })}</span>
      </button>
      <button type="button" className="btn btn--small" onClick={() => change(sections.filter((_, at) => at !== place))}>
        <span aria-hidden="true">✕</span>
        <span className="vh">{say('reports.remove', { n: place + 1 })}</span>
      </button>
    </p>
  );
}

function OneSection(props: { section: Section; change: (section: Section) => void; wasTried: boolean; acts: ReactNode }): ReactNode {
  const say = useWords();
  const { section, change, wasTried, acts } = props;
  const { heading, level, kind, groups, hint, isRequired } = section;
  return (
    <>
      <div className="outline__line">
        <Field label={say('reports.heading')} wrong={wasTried && heading.trim() === '' ? say('reports.headingMissing') : ''}>
          {(control) => (
            <input
              {...control}
              lang="vi"
              maxLength={300}
              value={heading}
              onChange={(event) => change({ ...section, heading: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('reports.level')}>
          {(control) => (
            <select
              {...control}
              value={level}
              onChange={(event) => change({ ...section, level: LEVELS[Number(event.target.value) - 1] ?? 1 })}
            >
              {LEVELS.map((one) => (
                <option key={one} value={one}>
                  {say('reports.levelOf', { n: one })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('reports.kind')}>
          {(control) => (
            <select
              {...control}
              value={kind}
              onChange={(event) => change({ ...section, kind: event.target.value === 'text' ? 'text' : 'figures' })}
            >
              {KINDS.map((one) => (
                <option key={one} value={one}>
                  {say(`reports.kinds.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {acts}
      </div>
      {kind === 'figures' ? (
        <fieldset className="outline__groups">
          <legend className="small muted">{say('reports.groups')}</legend>
          {GROUPS.map((group) => (
            <label className="row small" key={group}>
              <input
                type="checkbox"
                checked={groups.includes(group)}
                onChange={() => change({ ...section, groups: GROUPS.filter((one) => groups.includes(one) !== (one === group)) })}
              />
              {say(`reports.group.${group}`)}
            </label>
          ))}
        </fieldset>
      ) : (
        <div className="outline__line outline__line--text">
          <Field label={say('reports.hint')}>
            {(control) => (
              <input
                {...control}
                lang="vi"
                maxLength={1000}
                value={hint}
                onChange={(event) => change({ ...section, hint: event.target.value })}
              />
            )}
          </Field>
          <label className="row small">
            <input type="checkbox" checked={isRequired} onChange={(event) => change({ ...section, isRequired: event.target.checked })} />
            {say('reports.mustWrite')}
          </label>
        </div>
      )}
    </>
  );
}

function moved(sections: readonly Section[], place: number, by: -1 | 1): readonly Section[] {
  const [one, other] = [sections[place], sections[place + by]];
  if (one === undefined || other === undefined) return sections;
  return sections.map((section) => (section === one ? other : section === other ? one : section));
}

/** An id that no section has, nor has had in this outline as far as is known. */
function freeId(sections: readonly Section[]): string {
  const numbers = sections.map(({ id }) => Number(/^muc-(\d+)$/.exec(id)?.[1] ?? 0));
  return `muc-${Math.max(sections.length, ...numbers) + 1}`;
}
