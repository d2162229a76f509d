import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { problemOf, type QuestionInput, type QuestionView, questionIdSchema } from '../../../api/questions.js';
import { useWords } from '../../words/words.js';
import { Wrong } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask, tell } from '../service/request.js';
import { atUnit, bankQuery } from './queries.js';
import { QuestionFields } from './question-fields.js';

const EMPTY_OPTION = { words: '', isRight: false, feedback: '' };
const EMPTY: QuestionInput = { topic: '', kind: 'one', words: '', options: [EMPTY_OPTION, EMPTY_OPTION, EMPTY_OPTION], explanation: '' };

/** Writes a new question (`question` null), or changes one, or archives it. */
export function QuestionDialog(props: { unit: string | undefined; question: QuestionView | null; close: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { unit, question, close } = props;
  const [form, setForm] = useState<QuestionInput>(() => (question === null ? EMPTY : inputOf(question)));
  const [isTried, setTried] = useState(false);
  const problem = problemOf(trimmed(form));
  const settle = async (told: string): Promise<void> => {
    toast(told);
    close();
    await client.invalidateQueries(bankQuery(unit));
  };
  const onError = (): void => void client.invalidateQueries(bankQuery(unit));
  const address = `/api/questions/${encodeURIComponent(question?.id ?? '')}`;
  const save = useMutation({
    mutationFn: async () => {
      const json = trimmed(form);
      if (question === null) await ask(`/api/questions${atUnit(unit)}`, questionIdSchema, { method: 'POST', json });
      else await tell(address, { method: 'PUT', json: { ...json, revision: question.revision } });
    },
    onSuccess: () => settle(say('quiz.bank.saved')),
    onError,
  });
  const isArchived = question?.archivedAt !== null;
  const archive = useMutation({
    mutationFn: () => tell(`${address}/archived`, { method: 'PUT', json: { isArchived: !isArchived, revision: question?.revision } }),
    onSuccess: () => settle(say(isArchived ? 'quiz.bank.restoredDone' : 'quiz.bank.archivedDone')),
    onError,
  });
  const isBusy = save.isPending || archive.isPending;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (problem === null && !isBusy) save.mutate();
  };
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => open || close()} isDismissable={false}>
      <Modal className="veil__box">
        <Dialog className="dialog dialog--wide">
          <form onSubmit={submit} noValidate>
            <div className="dialog__body">
              <Heading slot="title" level={2}>
                {say(question === null ? 'quiz.bank.dialogNew' : 'quiz.bank.dialogEdit')}
              </Heading>
              <QuestionFields form={form} change={(part) => setForm((before) => ({ ...before, ...part }))} />
              {isTried && problem !== null && <Wrong text={say(`quiz.bank.problem.${problem}`)} />}
              <Problem error={save.error ?? archive.error} />
            </div>
            <div className="dialog__foot">
              {question !== null && (
                <button type="button" className="btn btn--quiet" onClick={() => archive.mutate()} disabled={isBusy}>
                  {say(isArchived ? 'quiz.bank.restore' : 'quiz.bank.archive')}
                </button>
              )}
              <button type="button" className="btn" onClick={close} disabled={isBusy}>
                {say('frame.cancel')}
              </button>
              <button type="submit" className="btn btn--main" disabled={isBusy}>
                {say(save.isPending ? 'quiz.bank.saving' : 'quiz.bank.save')}
              </button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const inputOf = ({ topic, kind, words, options, explanation }: QuestionView): QuestionInput => ({
  topic,
  kind,
  words,
  options,
  explanation,
});

/** Without blanks around what was typed. */
function trimmed({ topic, kind, words, options, explanation }: QuestionInput): QuestionInput {
  const kept = options.map((option) => ({ ...option, words: option.words.trim(), feedback: option.feedback.trim() }));
  return { topic: topic.trim(), kind, words: words.trim(), options: kept, explanation: explanation.trim() };
}
