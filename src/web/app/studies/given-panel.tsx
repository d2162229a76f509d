import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type HandingInput, type MaterialDetailView, type MaterialPersonView, materialDetailSchema } from '../../../api/study.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ORGANISERS, useHolds } from '../frame/account.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { Waiting } from '../frame/waiting.js';
import { ask } from '../service/request.js';
import { CellChoices } from './cell-choices.js';
import { MarkTable } from './mark-table.js';
import { MarksImport } from './marks-import.js';
import { MaterialForm } from './material-form.js';
import { materialAddress, materialQuery, studyKey } from './queries.js';
import { RemoveButton } from './remove-button.js';
import { useShownPeople } from './shown-people.js';
import { UnsavedBar } from './unsaved-bar.js';

interface GivenProps {
  readonly campaign: string;
  readonly material: string;
  readonly close: () => void;
}

/** To whom and to which cells one material was given. */
export function GivenPanel({ campaign, material, close }: GivenProps): ReactNode {
  const { data, error, refetch } = useQuery(materialQuery(campaign, material));
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  return <Given campaign={campaign} detail={data} close={close} />;
}

/** What was changed and not saved, by person or cell: whether it is given now. */
type Changes = ReadonlyMap<string, boolean>;
const NONE: Changes = new Map();

function put(
  before: Changes,
  some: readonly { readonly key: string; readonly isGiven: boolean }[],
  next: (is: boolean) => boolean,
): Changes {
  const all = new Map(before);
  for (const { key, isGiven } of some) {
    const is = next(all.get(key) ?? isGiven);
    if (is === isGiven) all.delete(key);
    else all.set(key, is);
  }
  return all;
}

const keyOf = ({ id, isGiven }: MaterialPersonView) => ({ key: id, isGiven });
const some = (changes: Changes, is: boolean): string[] => [...changes].filter(([, given]) => given === is).map(([key]) => key);

function Given({ campaign, detail, close }: { campaign: string; detail: MaterialDetailView; close: () => void }): ReactNode {
  const say = useWords();
  const { material, people, cells } = detail;
  const mayChange = useHolds(ORGANISERS);
  const [isChanging, setChanging] = useState(false);
  const [byPerson, setByPerson] = useState<Changes>(NONE);
  const [byCell, setByCell] = useState<Changes>(NONE);
  const { shown, fields } = useShownPeople(people);
  const drop = (): void => {
    setByPerson(NONE);
    setByCell(NONE);
  };
  const save = useSaving(campaign, material.id, drop);
  const address = materialAddress(campaign, material.id);
  const changed = byPerson.size + byCell.size;
  const handing = (is: boolean) => ({ people: some(byPerson, is), cells: some(byCell, is) });
  return (
    <section className="panel" aria-labelledby="cap-tai-lieu">
      <div className="panel__head">
        <h2 id="cap-tai-lieu">{say('studies.givenTo', { name: material.title })}</h2>
        {mayChange && (
          <div className="row noprint">
            <button type="button" className="btn" onClick={() => setChanging(!isChanging)} aria-expanded={isChanging}>
              {say('roster.edit')}
            </button>
            <RemoveButton campaign={campaign} address={address} what={material} word={say('studies.removeMaterial')} onRemoved={close} />
          </div>
        )}
      </div>
      {isChanging && (
        <MaterialForm
          key={material.revision}
          campaign={campaign}
          material={material}
          onSaved={() => setChanging(false)}
          onCancel={() => setChanging(false)}
        />
      )}
      <CellChoices
        cells={cells}
        isGiven={({ cell, isGiven }) => byCell.get(cell) ?? isGiven}
        toggle={mayChange ? ({ cell, isGiven }) => setByCell((before) => put(before, [{ key: cell, isGiven }], (is) => !is)) : null}
        all={() =>
          setByCell((before) =>
            put(
              before,
              cells.map(({ cell, isGiven }) => ({ key: cell, isGiven })),
              () => true,
            ),
          )
        }
      />
      <h3 className="panel__body--tight">{say('studies.byPerson')}</h3>
      <search className="filters">
        {fields}
        {mayChange && (
          <button
            type="button"
            className="btn btn--small"
            onClick={() => setByPerson((before) => put(before, shown.map(keyOf), () => true))}
          >
            {say('studies.everybody')}
          </button>
        )}
      </search>
      {shown.length === 0 && <Empty title={say('studies.nobodyShown')}>{say('studies.nobodyShownText')}</Empty>}
      {shown.length > 0 && (
        <MarkTable
          people={shown}
          head={say('studies.colGiven')}
          markOf={({ id, isGiven }) => {
            const is = byPerson.get(id) ?? isGiven;
            return {
              word: say(is ? 'studies.given' : 'studies.notGiven'),
              icon: is ? 'check' : 'dash',
              checked: is,
              isChanged: byPerson.has(id),
            };
          }}
          toggle={mayChange ? (person) => setByPerson((before) => put(before, [keyOf(person)], (is) => !is)) : null}
        />
      )}
      <Problem error={save.error} />
      {mayChange && (
        <div className="panel__body">
          <MarksImport campaign={campaign} address={`${address}/given`} kind="Given" />
        </div>
      )}
      <UnsavedBar
        told={say('studies.unsavedGiven', { n: changed })}
        count={changed}
        act={say('studies.saveGiven')}
        isBusy={save.isPending}
        save={() => save.mutate({ give: handing(true), takeBack: handing(false) })}
        drop={drop}
      />
    </section>
  );
}

function useSaving(campaign: string, material: string, done: () => void) {
  const say = useWords();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: HandingInput) => ask(`${materialAddress(campaign, material)}/given`, materialDetailSchema, { method: 'PUT', json }),
    onSuccess: async (detail) => {
      client.setQueryData(materialQuery(campaign, material).queryKey, detail);
      done();
      toast(say('studies.givenSaved'));
      await client.invalidateQueries({ queryKey: studyKey(campaign) });
    },
    onError: () => void client.invalidateQueries({ queryKey: studyKey(campaign) }),
  });
}
