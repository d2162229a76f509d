import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { saveAs } from '../frame/save-as.js';
import { campaignAddress } from '../service/queries.js';
import { askFile } from '../service/request.js';
import { useCampaign } from './campaign-frame.js';

/** What a campaign can be taken along as: its address below the campaign's, and the words for it. */
const FILES = {
  report: { path: 'report.html', word: 'campaign.download', busy: 'campaign.downloading', name: 'campaign.reportFile' },
  letters: { path: 'letters.html', word: 'campaign.letters', busy: 'campaign.lettersBusy', name: 'campaign.lettersFile' },
} as const;

/** Saves a file of a campaign; a failure is told here and not saved in its place. */
export function DownloadButton({ campaign, file }: { campaign: string; file: keyof typeof FILES }): ReactNode {
  const say = useWords();
  const { name } = useCampaign();
  const { path, word, busy, name: fileWord } = FILES[file];
  const download = useMutation({
    mutationFn: async () => saveAs(await askFile(`${campaignAddress(campaign)}/${path}`), say(fileWord, { name: fileName(name) })),
  });
  return (
    <>
      <button type="button" className="btn" onClick={() => download.mutate()} disabled={download.isPending}>
        <Icon name="out" />
        {say(download.isPending ? busy : word)}
      </button>
      <Problem error={download.error} />
    </>
  );
}

/** What no system allows in the name of a file becomes a dash. */
function fileName(name: string): string {
  return name
    .replace(/[\\/:*?"<>|]|\p{C}/gu, '-')
    .slice(0, 120)
    .trim();
}
