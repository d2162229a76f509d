import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type MaterialView, materialDetailSchema } from '../../../api/study.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { ask } from '../service/request.js';
import { materialAddress, materialsAddress, studyKey } from './queries.js';
import { Choice } from './session-fields.js';

const KINDS = ['printed', 'electronic', 'other'] as const;

/** Takes title and kind of a material: of a new one, or of `material`. */
export function MaterialForm(props: {
  campaign: string;
  material?: MaterialView;
  onSaved: (material: string) => void;
  onCancel: () => void;
}): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { campaign, material, onSaved, onCancel } = props;
  const unit = useWorkingUnit();
  const [title, setTitle] = useState(material?.title ?? '');
  const [kind, setKind] = useState<MaterialView['kind']>(material?.kind ?? 'printed');
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      if (material === undefined)
        return ask(materialsAddress(campaign), materialDetailSchema, {
          method: 'POST',
          json: { title, kind, ...(unit !== undefined && { unit }) },
        });
      const json = { title, kind, revision: material.revision };
      return ask(materialAddress(campaign, material.id), materialDetailSchema, { method: 'PUT', json });
    },
    onSuccess: async (detail) => {
      toast(say('studies.materialSaved', { name: detail.material.title }));
      await client.invalidateQueries({ queryKey: studyKey(campaign) });
      onSaved(detail.material.id);
    },
    onError: () => void client.invalidateQueries({ queryKey: studyKey(campaign) }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (title.trim() !== '') save.mutate();
  };
  return (
    <form className="panel panel__body stack" onSubmit={submit} noValidate aria-label={say('studies.addMaterial')}>
      <div className="rosterform">
        <Field label={say('studies.materialName')} wrong={isTried && title.trim() === '' ? say('studies.materialNameMissing') : ''}>
          {(control) => <input {...control} maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Choice
          label={say('studies.materialKind')}
          value={kind}
          choices={KINDS}
          wordOf={(one) => say(`studies.materialKinds.${one}`)}
          change={setKind}
        />
      </div>
      <Problem error={save.error} />
      <div className="row">
        <button type="submit" className="btn btn--main" disabled={save.isPending}>
          {say('studies.save')}
        </button>
        <button type="button" className="btn" onClick={onCancel} disabled={save.isPending}>
          {say('frame.cancel')}
        </button>
      </div>
    </form>
  );
}
