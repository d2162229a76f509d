import { createSignal } from '../../look/signal.js';

/** When the service could first not be reached, milliseconds since 1970; null while it can. */
export const lostSince = createSignal<number | null>(null);

/** Whether somebody has to sign in again before requests go on. */
export const isSignedOut = createSignal(false);
