import type { Generated } from 'kysely';
import type { Role } from '../../model/access.js';
import type { TextRequestState } from '../../model/text-request.js';
import type { PeopleTables } from './schema-people.js';
import { YEAR_TABLES, type YearTables } from './schema-year.js';

/* Days are YYYY-MM-DD, times ISO 8601 in UTC; `by` and its like name an account as the log does. */

interface AccountTable {
  readonly id: string;
  /** Where it was invited. */
  readonly unit: string;
  readonly name: string;
  readonly password_hash: string;
  readonly created_at: string;
  readonly disabled_at: string | null;
}

/** `account` or `person`, whichever is signed in: so that their sessions can be ended. */
interface SessionTable {
  readonly key: string;
  readonly data: string;
  readonly expires_at: string;
  readonly account: string | null;
  readonly person: string | null;
}

interface UnitTable {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly kind: Generated<string>;
  readonly since: string | null;
  readonly until: string | null;
  readonly successor: string | null;
  readonly created_at: string;
}

interface UnitSettingTable {
  readonly unit: string;
  readonly name: string;
  readonly value: string;
}

interface HeldRoleTable {
  readonly account: string;
  readonly unit: string;
  readonly role: Role;
}

interface CodeTable {
  readonly hash: string;
  readonly purpose: string;
  readonly unit: string;
  readonly account: string | null;
  readonly person: string | null;
  readonly campaign: string | null;
  /** JSON: what the code stands for besides. */
  readonly details: string;
  readonly expires_at: string;
  readonly used_at: string | null;
  readonly created_by: string;
  readonly created_at: string;
}

interface AssignmentTable {
  readonly submission: string;
  /** Null once nobody is to look at it by name. */
  readonly account: string | null;
  /** From 1, counted per essay. */
  readonly revision: number;
  readonly by: string;
  readonly at: string;
}

interface ExclusionTable {
  readonly id: Generated<number>;
  readonly submission: string;
  readonly other: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly undone_by: string | null;
  readonly undone_at: string | null;
}

interface ThemeOverrideTable {
  readonly submission: string;
  readonly theme: string;
  readonly revision: number;
  readonly met: 0 | 1 | null;
  readonly note: string;
  readonly by: string;
  readonly at: string;
}

/** `unit` asks, beside its essay `essay`, for the whole of `submission`, which is `asked_unit`'s. `revision` counts the answers. */
interface TextRequestTable {
  readonly id: string;
  readonly campaign: string;
  readonly essay: string;
  readonly submission: string;
  readonly unit: string;
  readonly asked_unit: string;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_at: string;
  readonly state: TextRequestState;
  readonly revision: Generated<number>;
  readonly answer: Generated<string>;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
}

interface TokenTable {
  readonly id: string;
  readonly hash: string;
  readonly unit: string;
  readonly name: string;
  /** What it may do, JSON. */
  readonly rights: string;
  readonly created_by: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly revoked_by: string | null;
  readonly revoked_at: string | null;
  /** Day of the last request. */
  readonly last_used: string | null;
}

interface AnsweredTable {
  readonly key: string;
  readonly asker: string;
  readonly request: string;
  readonly status: number;
  readonly body: string;
  readonly at: string;
}

interface ErasureTable {
  readonly id: string;
  readonly unit: string;
  readonly what: string;
  readonly reason: string;
  readonly details: string;
  readonly by: string;
  readonly at: string;
}

/** Tables of the application: who works where, and what people do with essays. */
export interface ApplicationTables extends PeopleTables, YearTables {
  readonly account: AccountTable;
  readonly session: SessionTable;
  readonly unit: UnitTable;
  readonly unit_setting: UnitSettingTable;
  readonly held_role: HeldRoleTable;
  readonly code: CodeTable;
  readonly assignment: AssignmentTable;
  readonly exclusion: ExclusionTable;
  readonly theme_override: ThemeOverrideTable;
  readonly text_request: TextRequestTable;
  readonly token: TokenTable;
  readonly answered: AnsweredTable;
  readonly erasure: ErasureTable;
}

export const APPLICATION_TABLES: readonly (keyof ApplicationTables)[] = [
  'unit',
  'unit_setting',
  'held_role',
  'code',
  'person',
  'audience',
  'audience_member',
  'campaign_audience',
  'due_day',
  'roster_entry',
  'essay_person',
  'told_writer',
  'writer_candidate',
  'no_writer',
  'writer_change',
  'round',
  'handed_in',
  'pre_check',
  'second_look',
  'assignment',
  'exclusion',
  'theme_override',
  'text_request',
  'token',
  'answered',
  'erasure',
  ...YEAR_TABLES,
];
