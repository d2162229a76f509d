import type { Role } from '../frame/account.js';

/** Whoever works on questions and quizzes. */
export const ORGANISERS: readonly Role[] = ['committee', 'board'];
