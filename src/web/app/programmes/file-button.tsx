import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type ProgrammeView, programmeSchema } from '../../../api/programmes.js';
import { useWords } from '../../words/words.js';
import { ChooseButton } from '../frame/choose-button.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { sendForm } from '../service/send-form.js';
import { programmeAddress, programmeQuery } from './queries.js';

const ACCEPT = '.docx,.doc,.pdf,.rtf,.odt,.txt,.html';

/** Has the text of a file take the place of what is there. */
export function FileButton({ programme: { campaign, id, revision } }: { programme: ProgrammeView }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const query = programmeQuery(campaign, id);
  const read = useMutation({
    mutationFn: (file: File) =>
      sendForm(`${programmeAddress(campaign, id)}/file?revision=${revision}`, [{ path: file.name, file }], programmeSchema, () => {}),
    onSuccess: (programme) => {
      client.setQueryData(query.queryKey, programme);
      toast(say('programmes.saved'));
    },
    onError: () => void client.invalidateQueries(query),
  });
  return (
    <>
      <ChooseButton accept={ACCEPT} isDisabled={read.isPending} onChoose={([file]) => file !== undefined && read.mutate(file)}>
        {say(read.isPending ? 'programmes.reading' : 'programmes.fromFile')}
      </ChooseButton>
      <Problem error={read.error} />
    </>
  );
}
