/**
 * What other software may do with an access token. `read`: what is found and concluded. `hand-in`: campaigns, batches and
 * rosters. `conclude`: conclusions and letters.
 */
export const TOKEN_RIGHTS = ['read', 'hand-in', 'conclude'] as const;
export type TokenRight = (typeof TOKEN_RIGHTS)[number];

/** A token that other software brings along in place of a sign-in; it acts for one unit. */
export interface AccessToken {
  /** Random; says nothing of the token itself, of which only a hash is kept. */
  readonly id: string;
  readonly unit: string;
  /** Name of the unit. */
  readonly unitName: string;
  /** What people call it: the software that uses it. */
  readonly name: string;
  readonly rights: readonly TokenRight[];
  readonly createdBy: string;
  /** ISO 8601, UTC, as all times here. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  /** Who revoked it; null while nobody has. */
  readonly revokedBy: string | null;
  /** Day of the last request, YYYY-MM-DD; null before the first. */
  readonly lastUsed: string | null;
}

/** How the log names software that acts with a token. */
export const tokenActor = ({ name }: Pick<AccessToken, 'name'>): string => `API: ${name}`;
