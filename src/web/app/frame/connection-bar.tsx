import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Icon } from '../../look/icons.js';
import { useSignal } from '../../look/signal.js';
import { useWords } from '../../words/words.js';
import { lostSince } from '../service/signals.js';

/** Seconds between attempts to reach the service again. */
const EVERY = 8;

/** Says since when the service cannot be reached, tries again by itself, and has everything asked for anew once it can. */
export function ConnectionBar(): ReactNode {
  const say = useWords();
  const since = useSignal(lostSince);
  const client = useQueryClient();
  const [left, setLeft] = useState(EVERY);

  const tryNow = useCallback(async () => {
    setLeft(0);
    const isBack = await fetch('/healthz', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    setLeft(EVERY);
    if (!isBack) return;
    lostSince.set(null);
    await client.invalidateQueries();
  }, [client]);

  useEffect(() => {
    if (since === null || left === 0) return;
    const timer = setTimeout(() => (left === 1 ? void tryNow() : setLeft(left - 1)), 1000);
    return () => clearTimeout(timer);
  }, [since, left, tryNow]);

  if (since === null) return null;
  const time = new Date(since).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
  return (
    <section className="lost" aria-label={say('frame.connection')}>
      <Icon name="warn" />
      <p className="grow">
        <b role="alert">{say('frame.lost', { time })}</b>{' '}
        <span>{left === 0 ? say('frame.lostTrying') : say('frame.lostSafe', { seconds: left })}</span>
      </p>
      <button type="button" className="btn btn--small" onClick={() => void tryNow()} disabled={left === 0}>
        {say('frame.retryNow')}
      </button>
    </section>
  );
}
