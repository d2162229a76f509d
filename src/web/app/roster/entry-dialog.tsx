import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { type RosterChange, type RosterPersonView, rosterSchema } from '../../../api/roster.js';
import { viewKeys } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import { EntryFields } from './entry-fields.js';
import { rosterAddress, rosterQuery } from './roster-queries.js';

/** Changes one person by hand, or takes them off the roster. */
export function EntryDialog(props: { campaign: string; person: RosterPersonView; close: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { campaign, person, close } = props;
  const [form, setForm] = useState<RosterChange>(() => changeOf(person));
  const [isTried, setTried] = useState(false);
  const address = `${rosterAddress(campaign)}/${encodeURIComponent(person.id)}`;
  const settle = async (told: string): Promise<void> => {
    toast(told);
    close();
    await client.invalidateQueries({ queryKey: viewKeys.all(campaign) });
  };
  const save = useMutation({
    mutationFn: () => ask(address, rosterSchema, { method: 'PUT', json: form }),
    onSuccess: (roster) => {
      client.setQueryData(rosterQuery(campaign).queryKey, roster);
      return settle(say('roster.saved', { name: form.name }));
    },
    onError: () => void client.invalidateQueries(rosterQuery(campaign)),
  });
  const remove = useMutation({
    mutationFn: () => ask(address, rosterSchema, { method: 'DELETE' }),
    onSuccess: (roster) => {
      client.setQueryData(rosterQuery(campaign).queryKey, roster);
      return settle(say('roster.removed', { name: person.name }));
    },
  });
  const isBusy = save.isPending || remove.isPending;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isWhole(form)) save.mutate();
  };
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => open || close()} isDismissable={!isBusy}>
      <Modal className="veil__box">
        <Dialog className="dialog dialog--wide">
          <form onSubmit={submit} noValidate>
            <div className="dialog__body">
              <Heading slot="title" level={2}>
                {say('roster.editTitle', { name: person.name })}
              </Heading>
              <p className="small muted">{say('roster.card', { card: person.card })}</p>
              <EntryFields form={form} change={(part) => setForm((before) => ({ ...before, ...part }))} isTried={isTried} />
              <Problem error={save.error ?? remove.error} />
            </div>
            <div className="dialog__foot">
              <button type="button" className="btn btn--quiet" onClick={() => remove.mutate()} disabled={isBusy}>
                {say('roster.remove')}
              </button>
              <button type="button" className="btn" onClick={close} disabled={isBusy}>
                {say('frame.cancel')}
              </button>
              <button type="submit" className="btn btn--main" disabled={isBusy}>
                {say('roster.save')}
              </button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Whether nothing that must be filled in is empty. */
function isWhole({ name, exemption }: RosterChange): boolean {
  return name.trim() !== '' && !(exemption?.kind === 'other' && exemption.note.trim() === '');
}

function changeOf(person: RosterPersonView): RosterChange {
  const { name, cell, post, place, isHead, isKeyCadre, isProbationary, exemption, attended, groups, revision } = person;
  return { name, cell, post, place, isHead, isKeyCadre, isProbationary, exemption, attended, groups, revision };
}
