import { z } from 'zod';
import type { LogEventView } from '../../../api/service.js';
import { conclusionSchema } from '../../../api/view.js';
import type { Say } from '../../words/words.js';

/** Name under which the machine itself stands in the log. */
const MACHINE = 'soatbai';

/** Facts that lines may carry; a line without one is told without it. */
const factsSchema = z.object({
  number: z.int().optional().catch(undefined),
  version: z.int().optional().catch(undefined),
  file: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  essays: z.int().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  verdict: conclusionSchema.shape.verdict.optional().catch(undefined),
  grounds: conclusionSchema.shape.grounds.optional().catch(undefined),
});
type Facts = z.infer<typeof factsSchema>;

/** Numbers of batches and names of essays, by their ids. */
export interface LogNames {
  readonly batches: ReadonlyMap<string, number>;
  readonly essays: ReadonlyMap<string, string>;
}

/** A line of the log in Vietnamese: what happened, then what there is to add to it. */
export function logSentence(event: LogEventView, names: LogNames, say: Say): string[] {
  const told = factsSchema.parse(event.details);
  const facts = { ...told, file: told.file ?? names.essays.get(event.submission ?? '') };
  const who = event.actor === MACHINE ? say('log.machine') : say('log.who', { name: event.actor });
  const number = facts.number ?? (event.batch === null ? undefined : names.batches.get(event.batch));
  const batch = nameBatch(event, number, say);
  return [mainSentence(event, { facts, who, batch }, say), ...additions(event, facts, say)];
}

function nameBatch({ batch }: LogEventView, number: number | undefined, say: Say): string {
  if (number !== undefined) return say('log.batch', { number });
  return say(batch === null ? 'log.campaignWork' : 'log.someBatch');
}

function mainSentence(event: LogEventView, told: { facts: Facts; who: string; batch: string }, say: Say): string {
  const { facts, who, batch } = told;
  switch (event.kind) {
    case 'campaign-changed':
      return facts.version === undefined
        ? say('log.line.campaign-changed-plain', { who })
        : say('log.line.campaign-changed', { who, version: facts.version });
    case 'batch-withdrawn':
      return facts.reason === undefined
        ? say('log.line.batch-withdrawn-plain', { who, batch })
        : say('log.line.batch-withdrawn', { who, batch, reason: facts.reason });
    case 'new-overlap':
      return say('log.line.new-overlap', {
        essay: facts.file === undefined ? say('log.anEssay') : say('log.anEssayNamed', { file: facts.file }),
      });
    case 'concluded':
      return concluded(facts, who, say);
    default:
      return say(`log.line.${event.kind}`, {
        who,
        batch,
        essay: facts.file === undefined ? say('log.someEssay') : say('log.essay', { file: facts.file }),
      });
  }
}

function concluded({ verdict, grounds = [], file }: Facts, who: string, say: Say): string {
  const essay = file === undefined ? say('log.someEssay') : say('log.essay', { file });
  if (verdict === 'accepted') return say('log.line.concluded-accepted', { who, essay });
  if (verdict === undefined || grounds.length === 0) return say('log.line.concluded-plain', { who, essay });
  const named = grounds.map((ground) => say(`log.grounds.${ground}`)).join(say('log.and'));
  return say('log.line.concluded-rewrite', { who, essay, grounds: named });
}

/** Lines whose reason is told after what was done. */
const REASONED: ReadonlySet<LogEventView['kind']> = new Set([
  ...(['concluded', 'group-decided', 'passage-excluded', 'exclusion-undone', 'theme-overridden'] as const),
]);

function additions({ kind }: LogEventView, { reason = '', error = '', essays }: Facts, say: Say): string[] {
  if (REASONED.has(kind) && reason !== '') return [say('log.reason', { reason })];
  if (kind === 'job-failed' && error !== '') return [error];
  return essays === undefined ? [] : [say('log.count', { n: essays })];
}
