import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { QuoteSourceView } from '../../api/view.js';
import { useLanguage } from '../look/language.js';
import { OutsideText, PlainText } from '../look/outside-text.js';
import { useWords } from './words.js';

/** Says before a quote what it is from; of a paragraph of a document, pressing it shows that paragraph. Nothing where that is not known. */
export function QuoteLabel({ source }: { source: QuoteSourceView | null }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  if (source === null) return null;
  if (source.kind !== 'reference')
    return (
      <span className="quotefrom" lang={language}>
        {say(`quote.${source.kind}`)}
      </span>
    );
  return (
    <>
      <button type="button" className="quotefrom" lang={language} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <SourceName source={source} />
        <span className="vh"> {say('quote.open')}</span>
      </button>
      {isOpen && createPortal(<SourceDialog source={source} close={() => setOpen(false)} />, document.body)}
    </>
  );
}

/** "Nghị quyết 09-NQ/HU, mục III.2"; by its paragraph where the document has no numbers. */
function SourceName({ source: { document: name, section, paragraph } }: { source: QuoteSourceView }): ReactNode {
  const say = useWords();
  return (
    <>
      <OutsideText text={name} />
      {section === '' ? (
        say('quote.paragraph', { n: paragraph ?? 0 })
      ) : (
        <>
          {say('quote.section')}
          <OutsideText text={section} />
        </>
      )}
    </>
  );
}

function SourceDialog({ source, close }: { source: QuoteSourceView; close: () => void }): ReactNode {
  const say = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // Opened from here so that the browser keeps the focus inside and gives it back afterwards.
    dialog.current?.showModal();
  }, []);
  return (
    <dialog className="dialog" ref={dialog} aria-labelledby="nguon-trich" onClose={close}>
      <div className="dialog__body">
        <h2 id="nguon-trich">
          <SourceName source={source} />
        </h2>
        <p className="small muted">{say('quote.place', { n: source.paragraph ?? 0 })}</p>
        <p className="essay" lang="vi">
          <PlainText text={source.text} />
        </p>
      </div>
      <div className="dialog__foot">
        <button type="button" className="btn" onClick={() => dialog.current?.close()}>
          {say('picker.close')}
        </button>
      </div>
    </dialog>
  );
}
