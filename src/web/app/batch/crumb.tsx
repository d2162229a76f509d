import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';

/** The way back to the batches of a campaign. */
export function BatchCrumb({ campaign }: { campaign: string }): ReactNode {
  const say = useWords();
  return <Link to={paths.batches(campaign)}>{say('batch.listTitle')}</Link>;
}
