import { z } from 'zod';
import type { LogEventView } from '../../../api/service.js';
import type { Say } from '../../words/words.js';
import { writeDay } from '../form/days.js';

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** What lines about programmes carry; a line without it is told without it. */
const factsSchema = z.object({
  name: z.string().catch(''),
  change: optional(z.enum(['created', 'text', 'file', 'removed', 'sent', 'taken-back'])),
  verdict: optional(z.enum(['agreed', 'revise'])),
  words: optional(z.string()),
  issued: optional(z.string()),
  on: optional(z.iso.date()),
  said: optional(z.enum(['meeting', 'outside', 'review'])),
  by: optional(z.string()),
  accounts: optional(z.array(z.string())),
});

/** Sentences of a line about programmes, plans and who is in charge; null for all others, and where nothing more is known. */
export function programmeSentences({ kind, details }: LogEventView, who: string, say: Say): string[] | null {
  const facts = factsSchema.safeParse(details).data;
  if (facts === undefined) return null;
  const { name, change, verdict, words = '', issued, on, said, by = '', accounts } = facts;
  if (kind === 'programme-changed' && change !== undefined) return [say(`log.programme.${change}`, { who, name })];
  if (kind === 'programme-opinion' && verdict !== undefined)
    return [say(`log.programme.${verdict}`, { who, name }), ...(words === '' ? [] : [`“${words}”`])];
  if (kind === 'programme-issued' && issued !== undefined && on !== undefined)
    return [say('log.programme.issued', { who, name, number: issued, day: writeDay(on) })];
  if (kind === 'programme-remarked' && said !== undefined) return [say(`log.programme.${said}`, { who, name, by })];
  if (kind !== 'in-charge-set' || accounts === undefined) return null;
  return [
    accounts.length === 0
      ? say('log.programme.noCharge', { who, name })
      : say('log.programme.charge', { who, name, names: accounts.join(', ') }),
  ];
}
