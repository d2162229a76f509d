import type { ReactNode } from 'react';
import { formatCount } from '../../../api/format.js';
import { Icon } from '../../look/icons.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { ChooseButton } from '../frame/choose-button.js';
import { useDrop } from '../frame/use-drop.js';
import type { Role } from './campaign-form.js';
import type { DocumentRef, Documents, PendingDocument } from './use-documents.js';

/** Documents that one campaign may hold in one role. */
const MOST = 20;
const ACCEPT = '.docx,.doc,.pdf,.rtf,.odt,.txt,.html';

/** The documents of one role: dropped or chosen, named with what became of them. */
export function DocumentField(props: {
  role: Role;
  kept: readonly DocumentRef[];
  documents: Documents;
  onRemove: (document: DocumentRef) => void;
}): ReactNode {
  const say = useWords();
  const { role, kept, documents, onRemove } = props;
  const pending = documents.pending.filter((one) => one.role === role);
  const room = MOST - kept.length;
  const name = say(`form.role.${role}`);
  const send = (files: readonly File[]): void => documents.send(role, files.slice(0, room));
  const { target } = useDrop((data) => send([...data.files]));
  return (
    <div className="documents" {...target}>
      <div className="row row--apart">
        <div className="grow">
          <h3>{name}</h3>
          <p className="small muted">{room <= 0 ? say('form.tooMany') : say(`form.roleHint.${role}`)}</p>
        </div>
        <ChooseButton label={say('form.chooseFor', { role: name })} accept={ACCEPT} isMultiple isDisabled={room <= 0} onChoose={send}>
          <Icon name="drop" />
          {say('form.choose')}
        </ChooseButton>
      </div>
      {(kept.length > 0 || pending.length > 0) && (
        <ul className="documents__all">
          {kept.map((document) => (
            <Kept
              key={document.sha256}
              document={document}
              syllables={documents.syllables.get(document.sha256) ?? null}
              onRemove={() => onRemove(document)}
            />
          ))}
          {pending.map((document) => (
            <Pending key={document.key} document={document} onRemove={() => documents.forget(document.key)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Kept({ document, syllables, onRemove }: { document: DocumentRef; syllables: number | null; onRemove: () => void }): ReactNode {
  const say = useWords();
  return (
    <li>
      <span className="state state--ok">
        <Icon name="check" />
      </span>
      <span className="grow">
        <span className="file">
          <OutsideText text={document.file} />
        </span>{' '}
        <span className="small muted" role="status">
          {syllables === null ? say('form.documentKept') : say('form.documentRead', { syllables: formatCount(syllables) })}
        </span>
      </span>
      <Remove file={document.file} onRemove={onRemove} />
    </li>
  );
}

function Pending({ document, onRemove }: { document: PendingDocument; onRemove: () => void }): ReactNode {
  const say = useWords();
  const { file, percent, wrong } = document;
  const isOn = percent !== null;
  return (
    <li className={isOn ? undefined : 'is-wrong'}>
      <span className={isOn ? 'state state--wait' : 'state state--bad'}>
        <Icon name={isOn ? 'clock' : 'broken'} />
      </span>
      <span className="grow">
        <span className="file">
          <OutsideText text={file} />
        </span>{' '}
        <span className={isOn ? 'small muted' : 'small'} role={isOn ? undefined : 'alert'}>
          {!isOn ? <PlainText text={wrong} /> : percent < 100 ? say('form.sendingDocument', { percent }) : say('form.readingDocument')}
        </span>
      </span>
      {!isOn && <Remove file={file} onRemove={onRemove} />}
    </li>
  );
}

function Remove({ file, onRemove }: { file: string; onRemove: () => void }): ReactNode {
  const say = useWords();
  return (
    <button type="button" className="btn btn--icon btn--quiet" aria-label={say('form.removeDocument', { file })} onClick={onRemove}>
      <Icon name="cross" />
    </button>
  );
}
