import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { madeTokenSchema, type NewTokenInput, type TokenView, tokenSchema, tokensSchema } from '../../../api/tokens.js';
import { ask } from '../service/request.js';

/** A token that was just made, with what is shown this once. */
export type Made = z.infer<typeof madeTokenSchema>;

export const tokensQuery = queryOptions({ queryKey: ['tokens'], queryFn: () => ask('/api/tokens', tokensSchema) });

/** Makes a token. */
export const makeToken = (json: NewTokenInput): Promise<Made> => ask('/api/tokens', madeTokenSchema, { method: 'POST', json });

/** Revokes a token. */
export const revokeToken = (id: string): Promise<TokenView> =>
  ask(`/api/tokens/${encodeURIComponent(id)}/revoke`, tokenSchema, { method: 'POST' });
