import type { ReactNode } from 'react';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import type { FacetForm } from './campaign-form.js';
import type { Wrongs } from './check-form.js';
import { newKey } from './keys.js';
import { PhraseField } from './phrase-field.js';

/** The parts of a theme, folded away: most themes have none. They unfold when something in them is wrong. */
export function FacetFields(props: { facets: readonly FacetForm[]; wrongs: Wrongs; onChange: (facets: FacetForm[]) => void }): ReactNode {
  const say = useWords();
  const { facets, wrongs, onChange } = props;
  const isWrong = facets.some(({ key }) => wrongs.has(`facet ${key} name`) || wrongs.has(`facet ${key} phrases`));
  const change = (facet: FacetForm): void => onChange(facets.map((one) => (one.key === facet.key ? facet : one)));
  return (
    <details className="fold" {...(isWrong && { open: true })}>
      <summary>{facets.length === 0 ? say('form.facets') : say('form.facetsCount', { n: facets.length })}</summary>
      <div className="stack">
        <p className="small muted">{say('form.facetsHint')}</p>
        {facets.map((facet) => (
          <div className="facet" key={facet.key}>
            <div className="facet__head">
              <Field label={say('form.facetName')} wrong={wrongs.get(`facet ${facet.key} name`) ?? ''}>
                {(control) => (
                  <input
                    {...control}
                    maxLength={200}
                    value={facet.name}
                    onChange={(event) => change({ ...facet, name: event.target.value })}
                  />
                )}
              </Field>
              <button
                type="button"
                className="btn btn--small btn--quiet"
                onClick={() => onChange(facets.filter(({ key }) => key !== facet.key))}
              >
                {say('form.removeFacet')}
              </button>
            </div>
            <PhraseField
              label={say('form.phrases')}
              phrases={facet.phrases}
              wrong={wrongs.get(`facet ${facet.key} phrases`) ?? ''}
              onChange={(phrases) => change({ ...facet, phrases })}
            />
          </div>
        ))}
        <button type="button" className="btn" onClick={() => onChange([...facets, { key: newKey(), name: '', phrases: [] }])}>
          <Icon name="plus" />
          {say('form.addFacet')}
        </button>
      </div>
    </details>
  );
}
