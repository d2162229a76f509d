import { type ReactNode, useState } from 'react';
import { Icon } from '../../look/icons.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ChooseButton } from '../frame/choose-button.js';
import { useDrop } from '../frame/use-drop.js';
import type { NamedFile } from '../service/send-form.js';
import { type Walk, walkChosen, walkEntries } from './walk-folders.js';

/** Where files and folders are dropped or chosen; what was found goes to `onFound`. */
export function DropZone({ onFound }: { onFound: (files: readonly NamedFile[]) => void }): ReactNode {
  const say = useWords();
  const [reading, setReading] = useState<number | null>(null);
  const [walk, setWalk] = useState<Walk | null>(null);
  const take = (found: Walk): void => {
    setReading(null);
    setWalk(found);
    if (found.files.length > 0) onFound(found.files);
  };
  const { isOver, target } = useDrop((data) => {
    // Entries can only be had while the event lasts.
    const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
    const loose = [...data.files];
    setReading(0);
    void (entries.length > 0 ? walkEntries(entries, setReading) : Promise.resolve(walkChosen(loose))).then(take);
  });
  return (
    <>
      <div className="drop" {...target}>
        <Icon name="drop" />
        <div className="grow">
          <h2>{say(isOver ? 'batch.dropNow' : 'batch.dropTitle')}</h2>
          <p className="small muted">{reading === null ? say('batch.dropText') : say('batch.readingFolders', { n: reading })}</p>
        </div>
        <ChooseButton isMultiple onChoose={(files) => take(walkChosen(files))}>
          {say('batch.chooseFiles')}
        </ChooseButton>
        <ChooseButton isFolder onChoose={(files) => take(walkChosen(files))}>
          {say('batch.chooseFolder')}
        </ChooseButton>
      </div>
      {walk !== null && <WalkNotes walk={walk} />}
    </>
  );
}

function WalkNotes({ walk }: { walk: Walk }): ReactNode {
  const say = useWords();
  const { files, leftOut, unread } = walk;
  const isNothing = files.length === 0 && leftOut === 0 && unread === 0;
  if (!isNothing && leftOut === 0 && unread === 0) return null;
  return (
    <Note kind={unread > 0 || isNothing ? 'warn' : 'plain'} role="status">
      {isNothing && <p>{say('batch.nothingFound')}</p>}
      {unread > 0 && <p>{say('batch.unreadFolders', { n: unread })}</p>}
      {leftOut > 0 && <p>{say('batch.leftOut', { n: leftOut })}</p>}
    </Note>
  );
}
