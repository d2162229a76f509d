import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from '../../look/icons.js';
import { Loading } from '../../look/states.js';
import { viewKeys } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { copyText } from '../export/copy-text.js';
import { saveAs } from '../export/save-as.js';
import { describeError } from '../frame/describe-error.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { campaignAddress } from '../service/queries.js';
import { askFile, askNamedFile } from '../service/request.js';

interface LetterPlace {
  readonly campaign: string;
  readonly essay: string;
}

/** Opens the letter to the writer of an essay: to be read, copied, opened as a page, printed. */
export function LetterButton(place: LetterPlace): ReactNode {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        <Icon name="file" />
        {say('conclude.letter')}
      </button>
      <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={setOpen} isDismissable>
        <Modal className="veil__box">
          <Dialog className="dialog dialog--letter">
            <LetterView {...place} close={() => setOpen(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

function LetterView({ campaign, essay, close }: LetterPlace & { readonly close: () => void }): ReactNode {
  const say = useWords();
  const shown = useRef<HTMLDivElement>(null);
  const address = `${campaignAddress(campaign)}/essays/${encodeURIComponent(essay)}/letter`;
  // Below the essay's own key: a new conclusion makes it another letter.
  const { data, error, refetch } = useQuery({
    queryKey: [...viewKeys.essay(campaign, essay), 'letter'],
    queryFn: async () => (await askFile(`${address}?format=text`)).text(),
    staleTime: 0,
  });
  const copy = async (): Promise<void> => {
    const isCopied = data !== undefined && shown.current !== null && (await copyText(data, shown.current));
    toast(say(isCopied ? 'conclude.letterCopied' : 'conclude.letterNotCopied'));
  };
  return (
    <>
      <div className="dialog__body">
        <Heading slot="title" level={2}>
          {say('conclude.letter')}
        </Heading>
        <p className="small muted">{say('conclude.letterHint')}</p>
        {data === undefined ? (
          <LetterWaiting error={error} retry={refetch} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keys too.
          <div className="letter" lang="vi" ref={shown} role="document" aria-label={say('conclude.letterText')} tabIndex={0}>
            {data}
          </div>
        )}
      </div>
      <div className="dialog__foot">
        <button type="button" className="btn" onClick={close}>
          {say('conclude.letterClose')}
        </button>
        <a className="btn" href={`${address}?format=html`} target="_blank" rel="noreferrer">
          {say('conclude.letterOpen')}
        </a>
        <WordButton address={`${address}?format=docx`} />
        <button type="button" className="btn" disabled={data === undefined} onClick={() => printPage(`${address}?format=html`)}>
          {say('conclude.letterPrint')}
        </button>
        <button type="button" className="btn btn--main" disabled={data === undefined} onClick={() => void copy()}>
          {say('conclude.letterCopy')}
        </button>
      </div>
    </>
  );
}

/** Saves the letter as a Word file in the form of Party documents. */
function WordButton({ address }: { address: string }): ReactNode {
  const say = useWords();
  const take = useMutation({
    mutationFn: async () => {
      const { file, name } = await askNamedFile(address);
      saveAs(file, name);
    },
    onError: (error) => toast(describeError(error, say)),
  });
  return (
    <button type="button" className="btn" disabled={take.isPending} onClick={() => take.mutate()}>
      {say(take.isPending ? 'export.busy' : 'export.word')}
    </button>
  );
}

function LetterWaiting({ error, retry }: { error: Error | null; retry: () => unknown }): ReactNode {
  const say = useWords();
  if (error === null) return <Loading label={say('conclude.letterLoading')} />;
  return <Problem error={error} retry={() => void retry()} />;
}

/** The letter's page runs nothing itself, so that this one has it printed. */
function printPage(address: string): void {
  const opened = window.open(address, '_blank');
  opened?.addEventListener('load', () => opened.print());
}
