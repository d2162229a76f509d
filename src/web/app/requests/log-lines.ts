import { z } from 'zod';
import type { LogEventView } from '../../../api/service.js';
import { textAnswerSchema } from '../../../api/text-requests.js';
import type { Say } from '../../words/words.js';

const factsSchema = z.object({
  /** Name of the unit on the other side, which is also the actor of what it did. */
  other: z.string(),
  side: z.enum(['sent', 'received']),
  decision: textAnswerSchema.shape.state.optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
});

/** What the log says of requests for whole texts, the reason apart; null for any other line. `essay`: the own one, named. */
export function textRequestSentences(event: LogEventView, essay: string, say: Say): string[] | null {
  const { success, data } = factsSchema.safeParse(event.details);
  if (!success) return null;
  const who = event.actor === data.other ? data.other : say('log.who', { name: event.actor });
  const facts = { who, essay, other: data.other };
  const sentence = sentenceOf(event.kind, data, facts, say);
  if (sentence === null) return null;
  return data.reason === undefined ? [sentence] : [sentence, say('log.reason', { reason: data.reason })];
}

function sentenceOf(
  kind: LogEventView['kind'],
  { side, decision }: z.infer<typeof factsSchema>,
  facts: { readonly who: string; readonly essay: string; readonly other: string },
  say: Say,
): string | null {
  if (kind === 'text-requested') return say(`requests.log.asked.${side}`, facts);
  if (kind === 'text-request-decided' && decision !== undefined) return say(`requests.log.${decision}.${side}`, facts);
  return kind === 'viewed' ? say(`requests.log.read.${side}`, facts) : null;
}
