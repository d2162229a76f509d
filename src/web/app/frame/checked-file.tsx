import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../look/icons.js';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ChooseButton } from './choose-button.js';
import { Problem } from './problem.js';
import { useDrop } from './use-drop.js';

/** Tables that can be taken in, as a file dialog knows them. */
export const TABLES = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface ChosenFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** A file as it is sent. */
export const sentFile = ({ bytes }: ChosenFile) => ({ method: 'POST', type: 'application/octet-stream', body: bytes }) as const;

interface CheckedFileProps<Preview> {
  readonly accept: string;
  readonly title: string;
  /** What to choose is called before anything was chosen. */
  readonly choose: string;
  /** What stands below the title. */
  readonly text: ReactNode;
  readonly check: (file: ChosenFile) => Promise<Preview>;
  /** What is shown of a file that could be checked; `done` puts it away. */
  readonly children: (preview: Preview, file: ChosenFile, done: () => void) => ReactNode;
}

/** Takes a file, dropped or chosen, and has it checked before anything is kept of it. */
export function CheckedFile<Preview>({ accept, title, choose, text, check, children }: CheckedFileProps<Preview>): ReactNode {
  const say = useWords();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const checked = useMutation({
    mutationFn: async (chosen: File) => {
      const read = { name: chosen.name, bytes: await chosen.arrayBuffer() };
      setFile(read);
      return check(read);
    },
  });
  const take = ([chosen]: readonly File[]): void => {
    if (chosen !== undefined) checked.mutate(chosen);
  };
  const { isOver, target } = useDrop((data) => take([...data.files]));
  return (
    <>
      <div className="drop" {...target}>
        <Icon name="drop" />
        <div className="grow">
          <h2>{isOver ? say('sheet.dropNow') : title}</h2>
          {text}
        </div>
        <ChooseButton accept={accept} isDisabled={checked.isPending} onChoose={take}>
          {file === null ? choose : say('sheet.chooseAgain')}
        </ChooseButton>
      </div>
      {checked.isPending && <Loading label={say('sheet.checking', { file: file?.name ?? '' })} rows={3} />}
      <Problem error={checked.error} title={say('sheet.wrongFile')} />
      {checked.isSuccess && file !== null && children(checked.data, file, () => checked.reset())}
    </>
  );
}
