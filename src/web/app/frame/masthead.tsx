import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../../api/format.js';
import type { CampaignView } from '../../../api/service.js';
import { AppearanceButtons } from '../../look/appearance.js';
import { Icon, Mark } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { useSignal } from '../../look/signal.js';
import { showKeys } from '../../viewer/keys-dialog.js';
import { useWords } from '../../words/words.js';
import { activeUploads } from '../batch/uploads.js';
import { leave } from '../gate/enter.js';
import { paths } from '../paths.js';
import { WaitingSign } from '../requests/waiting-sign.js';
import { holds, useAccount } from './account.js';
import { describeError } from './describe-error.js';
import { CAMPAIGN_PLACES, SERVICE_PLACES } from './navigation.js';
import { Places } from './places.js';
import { toast } from './toasts.js';
import { UnitChoice } from './unit-choice.js';

type InCampaign = Pick<CampaignView, 'id' | 'name' | 'unit'>;

/** The bar at the top: the campaign one is in with its parts, what is being sent, large text, dark ground, signing out. */
export function Masthead({ campaign }: { campaign?: InCampaign }): ReactNode {
  const say = useWords();
  return (
    <>
      <a className="skip" href="#noi-dung">
        {say('frame.skip')}
      </a>
      <header className="mast">
        <Link className="mast__mark" to={paths.home} title={say('frame.home')}>
          <Mark />
          <span className="mast__word" lang="vi">
            {say('frame.product')}
          </span>
        </Link>
        {campaign && (
          <span className="mast__where">
            <b>
              <OutsideText text={campaign.name} />
            </b>
          </span>
        )}
        <Parts campaign={campaign ?? null} />
        <span className="mast__end">
          <UploadSign />
          <Tools />
        </span>
      </header>
    </>
  );
}

function Parts({ campaign }: { campaign: InCampaign | null }): ReactNode {
  const say = useWords();
  const account = useAccount();
  const service = SERVICE_PLACES.filter(({ roles }) => holds(account, roles)).map(({ path, label, group }) => ({
    to: path(),
    word: label(say),
    group,
    ...(path() === paths.requests && { sign: <WaitingSign /> }),
  }));
  if (campaign === null) return <Places label={say('frame.places')} links={service} others={[]} othersLabel="" />;
  const parts = CAMPAIGN_PLACES.filter(({ roles, isOwners }) => holds(account, roles, isOwners ? campaign.unit : undefined));
  return (
    <Places
      label={say('frame.parts')}
      links={parts.map(({ path, label, group }) => ({ to: path(campaign.id), word: label(say), group }))}
      // The mark leads to the campaigns; only other places of the service are worth a button.
      others={service.length > 1 ? service : []}
      othersLabel={say('frame.places')}
    />
  );
}

/** Tells on every page that files are still being sent; leads to where. */
function UploadSign(): ReactNode {
  const say = useWords();
  const [first] = useSignal(activeUploads);
  if (first === undefined) return null;
  const { campaign, batch, stored, total, left, stuck } = first;
  return (
    <Link className="mast__sending" to={paths.batch(campaign, batch)}>
      <Icon name="drop" />
      <span className="mast__long">
        {left > 0 ? say('frame.sending', { stored, total }) : say('frame.sendingStopped', { left: stuck })}
      </span>
      <span className="mast__short" aria-hidden="true">
        {`${formatCount(stored)}/${formatCount(total)}`}
      </span>
    </Link>
  );
}

function Tools(): ReactNode {
  const say = useWords();
  const account = useAccount();
  const client = useQueryClient();
  const signOut = useMutation({ mutationFn: () => leave(client), onError: (error) => toast(describeError(error, say)) });
  return (
    <span className="mast__tools">
      <UnitChoice />
      <AppearanceButtons large={say('frame.largeText')} dark={say('frame.dark')} />
      <button type="button" className="wideonly" aria-haspopup="dialog" title={say('frame.keys')} onClick={showKeys}>
        <span aria-hidden="true">?</span>
        <span className="vh">{say('frame.keys')}</span>
      </button>
      <Link className="mast__own" to={paths.account} title={say('organisation.ownTitle')} aria-label={say('organisation.ownTitle')}>
        <Icon name="person" />
      </Link>
      <button
        type="button"
        title={say('frame.signedInAs', { name: account.name })}
        onClick={() => signOut.mutate()}
        disabled={signOut.isPending}
      >
        {say('frame.signOut')}
      </button>
    </span>
  );
}
