import { z } from 'zod';
import { LIMIT_NAMES, ROLES } from '../../../api/organisation.js';
import type { LogEventView } from '../../../api/service.js';
import type { Say } from '../../words/words.js';
import { writeDay } from '../form/days.js';

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const roles = optional(z.array(z.enum(ROLES)));

/** What lines about units, accounts, groups and data carry; a line without it is told without it. */
const factsSchema = z.object({
  name: optional(z.string()),
  change: optional(z.string()),
  roles,
  before: optional(z.union([z.array(z.enum(ROLES)), z.string()])),
  invitedBy: optional(z.string()),
  signer: optional(z.string()),
  post: optional(z.string()),
  on: optional(z.iso.date()),
  renamed: optional(z.object({ from: z.string(), to: z.string() })),
  until: optional(z.object({ to: z.iso.date().nullable() })),
  parent: optional(z.object({ from: z.string().nullable(), to: z.string().nullable() })),
  limits: optional(z.partialRecord(z.enum(LIMIT_NAMES), z.int().nullable())),
  what: optional(z.enum(['person', 'campaign'])),
  essays: optional(z.int()),
  group: optional(z.string()),
  added: optional(z.int()),
  removed: optional(z.int()),
  people: optional(z.int()),
  due: optional(z.iso.date().nullable()),
});
type Facts = z.infer<typeof factsSchema>;

/** Sentences of a line about units, accounts, groups of people, due days or erased data; null for all others, and where nothing more is known. */
export function administrationSentences({ kind, details }: LogEventView, who: string, say: Say): string[] | null {
  const facts = factsSchema.safeParse(details).data;
  if (facts === undefined) return null;
  switch (kind) {
    case 'unit-created':
      return facts.name === undefined ? null : [say('log.admin.unitCreated', { who, name: facts.name })];
    case 'unit-changed':
      return unitChanged(facts, who, say);
    case 'settings-changed':
      return facts.change === 'signer' ? signerSet(facts, who, say) : limitsChanged(facts, who, say);
    case 'account-created':
    case 'account-invited':
    case 'account-changed':
    case 'roles-changed':
    case 'password-set':
      return accountChanged(kind, facts, who, say);
    case 'roster-changed':
      return groupChanged(facts, who, say);
    case 'due-set':
      return dueSet(facts, who, say);
    case 'erased':
      return facts.what === undefined ? null : [say(`log.admin.erased-${facts.what}`, { who, n: facts.essays ?? 0 })];
    default:
      return null;
  }
}

function unitChanged({ name, on, renamed, parent, until }: Facts, who: string, say: Say): string[] | null {
  if (name === undefined) return null;
  const more = [
    renamed === undefined ? '' : say('log.admin.unitRenamed', { from: renamed.from }),
    parent === undefined ? '' : say('log.admin.unitMoved'),
    until?.to ? say('log.admin.unitEnded', { day: writeDay(until.to) }) : '',
    on === undefined ? '' : say('log.admin.countsFrom', { day: writeDay(on) }),
  ];
  return [say('log.admin.unitChanged', { who, name }), ...more.filter(Boolean)];
}

function signerSet({ name = '', post = '', signer = '' }: Facts, who: string, say: Say): string[] {
  return [say('log.admin.signer', { who, name, post, signer })];
}

function limitsChanged({ name, limits, change }: Facts, who: string, say: Say): string[] | null {
  if (name !== undefined && change === 'document') return [say('log.admin.documentParts', { who, name })];
  if (name === undefined || limits === undefined) return null;
  const set = LIMIT_NAMES.flatMap((limit) => {
    const value = limits[limit] ?? null;
    return value === null ? [] : [`${say(`organisation.limit.${limit}`)}: ${value}`];
  });
  const told = set.length === 0 ? say('log.admin.limitsAbove') : `${set.join('; ')}.`;
  return [say('log.admin.limits', { who, name }), told];
}

type AccountKind = 'account-created' | 'account-invited' | 'account-changed' | 'roles-changed' | 'password-set';
const CHANGES = ['disabled', 'enabled', 'reset', 'invitation-withdrawn'] as const;

function accountChanged(kind: AccountKind, facts: Facts, who: string, say: Say): string[] | null {
  const { name = '', change, before, invitedBy } = facts;
  const held = rolesOf(facts.roles, say);
  if (kind === 'account-created') return invitedBy === undefined ? null : [say('log.admin.accepted', { who, by: invitedBy, roles: held })];
  if (kind === 'password-set') return change === 'reset' ? [say('log.admin.passwordReset', { who })] : null;
  if (name === '') return null;
  if (kind === 'account-invited') return [say('log.admin.invited', { who, name, roles: held })];
  if (kind === 'roles-changed') return [say('log.admin.roles', { who, name, before: rolesOf(before, say), roles: held })];
  const known = CHANGES.find((one) => one === change);
  return known === undefined ? null : [say(`log.admin.${known}`, { who, name })];
}

function rolesOf(held: Facts['before'], say: Say): string {
  if (!Array.isArray(held) || held.length === 0) return say('log.admin.noRoles');
  return held.map((role) => say(`organisation.role.${role}`)).join(', ');
}

function groupChanged(facts: Facts, who: string, say: Say): string[] | null {
  const { group, change, before, added = 0, removed = 0, people = 0 } = facts;
  if (group === undefined) return null;
  if (change === 'renamed') return [say('log.admin.groupRenamed', { who, group, before: typeof before === 'string' ? before : '' })];
  if (change === 'removed') return [say('log.admin.groupRemoved', { who, group, n: people })];
  if (change === 'members') return [say('log.admin.groupMembers', { who, group, added, removed })];
  return [say('log.admin.groupCreated', { who, group })];
}

function dueSet({ group, due }: Facts, who: string, say: Say): string[] | null {
  if (due === undefined) return null;
  const day = due === null ? say('log.admin.noDue') : writeDay(due);
  return [group === undefined ? say('log.admin.due', { who, day }) : say('log.admin.groupDue', { who, group, day })];
}
