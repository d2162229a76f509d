import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useKeys } from '../use-keys.js';

/** Which passage is looked at: the address names it ("#doan-3"), so that one can lead others there. From 1; 0 without passages. */
export function useCurrentPassage(count: number): { current: number; show: (number: number) => void } {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const named = Number(/^#doan-(\d+)$/.exec(hash)?.[1] ?? 1);
  const current = count === 0 ? 0 : Math.min(count, Math.max(1, named));
  const show = useCallback((number: number) => void navigate({ hash: `doan-${number}` }, { replace: true }), [navigate]);
  const keys = useMemo(() => {
    if (count === 0) return {};
    return { nextPassage: () => show((current % count) + 1), previousPassage: () => show(((current + count - 2) % count) + 1) };
  }, [count, current, show]);
  useKeys(keys);
  return { current, show };
}
