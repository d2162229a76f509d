import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatCount, formatMoment } from '../../../api/format.js';
import type { BatchView } from '../../../api/service.js';
import { type BatchSigningView, batchSigningSchema, type SignBatch, signerSchema } from '../../../api/signatures.js';
import { OutsideText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { type Say, useWords } from '../../words/words.js';
import { useHolds } from '../frame/account.js';
import { Confirm } from '../frame/confirm.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { batchAddress } from '../service/queries.js';
import { ask, ServiceError } from '../service/request.js';

const SIGNERS = ['secretary'] as const;
const addressOf = (batch: string): string => `${batchAddress(batch)}/signature`;
const signingQuery = (batch: string) =>
  queryOptions({ queryKey: ['batch', batch, 'signature'], queryFn: () => ask(addressOf(batch), batchSigningSchema) });

/** How far a batch is concluded, whose name stands under that, and what was concluded since. */
export function SignaturePanel({ batch }: { batch: BatchView }): ReactNode {
  const say = useWords();
  const { data } = useQuery(signingQuery(batch.id));
  const isSigner = useHolds(SIGNERS);
  if (data === undefined || data.counts.essays === 0) return null;
  const { counts, signature, concludedSince } = data;
  return (
    <section className="panel" aria-labelledby="chu-ky">
      <div className="panel__head">
        <h2 id="chu-ky">{say('exemplary.sign.title')}</h2>
        {isSigner && (signature === null || concludedSince > 0) && <SignButton batch={batch} signing={data} />}
      </div>
      <div className="panel__body stack">
        {signature === null ? (
          <>
            <p>{countsIn(counts, say)}</p>
            <p className="small muted">{say('exemplary.sign.unsigned')}</p>
          </>
        ) : (
          <Signed signing={{ ...data, signature }} />
        )}
      </div>
    </section>
  );
}

function Signed({ signing }: { signing: BatchSigningView & { signature: NonNullable<BatchSigningView['signature']> } }): ReactNode {
  const say = useWords();
  const { counts, signature, concludedSince } = signing;
  const { post, name, at } = signature;
  return (
    <>
      <p>
        <b>
          <OutsideText text={say('exemplary.sign.signed', { post, name, at: formatMoment(new Date(at)) })} />
        </b>
      </p>
      <dl className="studyfacts">
        <div>
          <dt>{say('exemplary.sign.atSigning')}</dt>
          <dd>{countsIn(signature.counts, say)}</dd>
        </div>
        {concludedSince > 0 && (
          <div>
            <dt>{say('exemplary.sign.now')}</dt>
            <dd>{countsIn(counts, say)}</dd>
          </div>
        )}
      </dl>
      {concludedSince > 0 ? (
        <Note kind="warn">{say('exemplary.sign.changed', { n: concludedSince })}</Note>
      ) : (
        <p className="small muted">{say('exemplary.sign.same')}</p>
      )}
    </>
  );
}

const countsIn = ({ essays, accepted, rewrite, open }: BatchSigningView['counts'], say: Say): string =>
  say('exemplary.sign.counts', {
    essays: formatCount(essays),
    accepted: formatCount(accepted),
    rewrite: formatCount(rewrite),
    open: formatCount(open),
  });

function SignButton({ batch, signing }: { batch: BatchView; signing: BatchSigningView }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { counts, signature, usual } = signing;
  const [isAsking, setAsking] = useState(false);
  const [wasTried, setTried] = useState(false);
  const [signer, setSigner] = useState({ post: signature?.post ?? usual.post, name: signature?.name ?? usual.name });
  const isNamed = signerSchema.safeParse(signer).success;
  const { queryKey } = signingQuery(batch.id);
  const sign = useMutation({
    mutationFn: () => {
      const json: SignBatch = { ...signer, counts, before: signature?.at ?? null };
      return ask(addressOf(batch.id), batchSigningSchema, { method: 'PUT', json });
    },
    onSuccess: (signed) => {
      client.setQueryData(queryKey, signed);
      setAsking(false);
      toast(say('exemplary.sign.done'));
    },
    // What came in between is on the screen before anybody presses again.
    onError: (error) => error instanceof ServiceError && error.code === 'signature-outdated' && void client.invalidateQueries({ queryKey }),
  });
  const field = (part: 'post' | 'name'): ReactNode => (
    <Field label={say(`exemplary.sign.${part}`)} wrong={wasTried && signer[part].trim() === '' ? say('exemplary.sign.missing') : ''}>
      {(control) => (
        <input
          {...control}
          autoComplete="off"
          maxLength={200}
          value={signer[part]}
          onChange={({ target }) => setSigner({ ...signer, [part]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <button type="button" className="btn noprint" onClick={() => setAsking(true)}>
        {say(signature === null ? 'exemplary.sign.open' : 'exemplary.sign.again')}
      </button>
      <Confirm
        isOpen={isAsking}
        title={say('exemplary.sign.question', { number: batch.number })}
        act={say(sign.isPending ? 'exemplary.sign.acting' : 'exemplary.sign.act')}
        isActing={sign.isPending}
        onCancel={() => setAsking(false)}
        onAct={() => {
          setTried(true);
          if (isNamed) sign.mutate();
        }}
      >
        <p>{countsIn(counts, say)}</p>
        {counts.open > 0 && <Note kind="warn">{say('exemplary.sign.openLeft', { n: counts.open })}</Note>}
        <p className="small">{say('exemplary.sign.text')}</p>
        {field('post')}
        {field('name')}
        <Problem error={sign.error} />
      </Confirm>
    </>
  );
}
