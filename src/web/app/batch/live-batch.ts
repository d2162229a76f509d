import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type BatchDetailView, type BatchView, type ItemView, type ProgressView, progressSchema } from '../../../api/service.js';
import { batchAddress, batchQuery, campaignQuery } from '../service/queries.js';
import { parseJson } from '../service/request.js';
import { lostSince } from '../service/signals.js';
import { inOrder } from './file-order.js';

/** Milliseconds between questions while no stream tells of the batch. */
const POLL = 3000;
/** Milliseconds that a stream may be broken before the page asks by itself, and until it is opened anew. */
const PATIENCE = 8000;
const REOPEN = 20_000;

/** Whether the machine has something to do for a batch, or is about to. */
export function isUnderway({ state }: BatchView): boolean {
  return state === 'queued' || state === 'working' || state === 'withdrawing';
}

/** A batch, kept as it is now: by the service's stream while the machine works on it, by questions while there is no stream. */
export function useLiveBatch(id: string) {
  const client = useQueryClient();
  const [isBroken, setBroken] = useState(false);
  const query = useQuery({
    ...batchQuery(id),
    refetchInterval: ({ state }) => (isBroken && state.data && isUnderway(state.data.batch) ? POLL : false),
  });
  const isWatched = query.data !== undefined && isUnderway(query.data.batch);

  useEffect(() => {
    if (!isWatched) return;
    return watch(id, (progress) => take(client, id, progress), setBroken);
  }, [client, id, isWatched]);

  return { ...query, isPolling: isBroken && isWatched };
}

/** Listens to a batch's stream; gives what ends it. A browser opens a broken stream anew by itself, one that was refused it does not. */
function watch(id: string, onProgress: (progress: ProgressView) => void, setBroken: (isBroken: boolean) => void): () => void {
  let patience: ReturnType<typeof setTimeout> | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let stream = open();
  return () => {
    clearTimeout(patience);
    clearTimeout(reopening);
    stream.close();
    setBroken(false);
  };

  function open(): EventSource {
    const source = new EventSource(`${batchAddress(id)}/events`);
    source.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      const progress = progressSchema.safeParse(parseJson(data));
      if (!progress.success) return;
      clearTimeout(patience);
      patience = undefined;
      setBroken(false);
      lostSince.set(null);
      onProgress(progress.data);
    });
    source.onerror = () => {
      patience ??= setTimeout(() => setBroken(true), PATIENCE);
      if (source.readyState !== EventSource.CLOSED) return;
      setBroken(true);
      reopening = setTimeout(() => {
        stream = open();
      }, REOPEN);
    };
    return source;
  }
}

function take(client: QueryClient, id: string, progress: ProgressView): void {
  const before = client.getQueryData(batchQuery(id).queryKey);
  client.setQueryData(batchQuery(id).queryKey, (known) => known && mergeProgress(known, progress));
  if (before && before.batch.state !== progress.batch.state) void client.invalidateQueries(campaignQuery(progress.batch.campaign));
}

/** A batch as it is after what a stream told; files that are new are put in the order of their names. */
export function mergeProgress(known: BatchDetailView, { batch, changed }: ProgressView): BatchDetailView {
  if (changed.length === 0) return { ...known, batch };
  const items = new Map<number, ItemView>(known.items.map((item) => [item.number, item]));
  for (const item of changed) items.set(item.number, item);
  const merged = { ...known, batch, items: [...items.values()] };
  return items.size === known.items.length ? merged : inOrder(merged);
}
