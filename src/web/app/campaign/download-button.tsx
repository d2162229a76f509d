import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { campaignAddress } from '../service/queries.js';
import { askFile } from '../service/request.js';
import { useCampaign } from './campaign-frame.js';

/** Saves the report of a campaign; a failure is told here and not saved in its place. */
export function DownloadButton({ campaign }: { campaign: string }): ReactNode {
  const say = useWords();
  const { name } = useCampaign();
  const download = useMutation({
    mutationFn: async () =>
      saveAs(await askFile(`${campaignAddress(campaign)}/report.html`), say('campaign.reportFile', { name: fileName(name) })),
  });
  return (
    <>
      <button type="button" className="btn" onClick={() => download.mutate()} disabled={download.isPending}>
        <Icon name="out" />
        {say(download.isPending ? 'campaign.downloading' : 'campaign.download')}
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

function saveAs(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
