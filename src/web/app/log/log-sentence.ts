import { z } from 'zod';
import type { LogEventView } from '../../../api/service.js';
import { conclusionSchema } from '../../../api/view.js';
import type { Say } from '../../words/words.js';
import { textRequestSentences } from '../requests/log-lines.js';
import { administrationSentences } from './administration-lines.js';
import { programmeSentences } from './programme-lines.js';

/** Name under which the machine itself stands in the log. */
const MACHINE = 'soatbai';
/** How software that acts with an access token stands there. */
const SOFTWARE = 'API: ';

/** Facts that lines may carry; a line without one is told without it. */
const factsSchema = z.object({
  number: z.int().optional().catch(undefined),
  version: z.int().optional().catch(undefined),
  file: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  essays: z.int().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  signer: z.string().optional().catch(undefined),
  post: z.string().optional().catch(undefined),
  accepted: z.int().optional().catch(undefined),
  rewrite: z.int().optional().catch(undefined),
  open: z.int().optional().catch(undefined),
  added: z.int().optional().catch(undefined),
  skipped: z.int().optional().catch(undefined),
  changed: z.int().optional().catch(undefined),
  released: z.boolean().optional().catch(undefined),
  person: z.string().nullable().optional().catch(undefined),
  people: z.int().optional().catch(undefined),
  round: z.int().optional().catch(undefined),
  words: z.string().optional().catch(undefined),
  answer: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  what: z.string().optional().catch(undefined),
  format: z.string().optional().catch(undefined),
  document: z.string().optional().catch(undefined),
  lines: z.int().optional().catch(undefined),
  others: z.int().optional().catch(undefined),
  to: z.string().nullable().optional().catch(undefined),
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
  const who = nameActor(event.actor, say);
  const number = facts.number ?? (event.batch === null ? undefined : names.batches.get(event.batch));
  const batch = nameBatch(event, number, say);
  const essay = facts.file === undefined ? say('log.someEssay') : say('log.essay', { file: facts.file });
  const request = textRequestSentences(event, essay, say);
  if (request !== null) return request;
  const administration = administrationSentences(event, who, say);
  if (administration !== null) return administration;
  const programme = programmeSentences(event, who, say);
  if (programme !== null) return programme;
  return [mainSentence(event, { facts, who, batch }, say), ...additions(event, facts, say)];
}

function nameActor(actor: string, say: Say): string {
  if (actor === MACHINE) return say('log.machine');
  return actor.startsWith(SOFTWARE) ? say('log.software', { name: actor.slice(SOFTWARE.length) }) : say('log.who', { name: actor });
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
    case 'essay-matched':
      return matched(facts, who, say);
    case 'viewed':
      return viewed(facts, who, say);
    case 'exported':
      return exported(facts, who, say);
    case 'assigned':
      return assigned(facts, who, say);
    case 'exemplary-marked':
    case 'exemplary-undone':
      return exemplary(event.kind, facts, who, say);
    case 'batch-signed':
      return say('log.line.batch-signed', { who, batch, name: facts.signer ?? '', post: facts.post ?? '' });
    case 'sign-in-failed':
      return say('log.line.sign-in-failed', { name: event.actor });
    default:
      return say(`log.line.${event.kind}`, {
        who,
        batch,
        name: facts.name ?? facts.title ?? '',
        essay: essayOf(facts, say),
      });
  }
}

/** Whose an essay is: found by the machine for many, said by a person for one, or taken back. */
function matched(facts: Facts, who: string, say: Say): string {
  const { essays, released = false, person } = facts;
  const essay = essayOf(facts, say);
  if (essays !== undefined) return say('log.line.essay-matched-machine', { who });
  if (released) return say('log.line.essay-matched-released', { who, essay });
  return say(person === null ? 'log.line.essay-matched-nobody' : 'log.line.essay-matched', { who, essay });
}

const essayOf = ({ file }: Facts, say: Say): string => (file === undefined ? say('log.someEssay') : say('log.essay', { file }));

function viewed(facts: Facts, who: string, say: Say): string {
  const { what, document } = facts;
  if (what === 'passages' && document !== undefined) return say('log.viewedPassages', { who, essay: essayOf(facts, say), document });
  if (what === 'document' && document !== undefined) return say('log.viewedDocument', { who, document });
  return say(what === 'letter' ? 'log.viewedLetter' : 'log.line.viewed', { who, essay: essayOf(facts, say) });
}

/** Of a unit by its name, of an essay by its file. */
function exemplary(kind: 'exemplary-marked' | 'exemplary-undone', facts: Facts, who: string, say: Say): string {
  const what = facts.name === undefined ? essayOf(facts, say) : say('log.unit', { name: facts.name });
  return say(`log.line.${kind}`, { who, essay: what });
}

function assigned({ to, ...facts }: Facts, who: string, say: Say): string {
  const essay = essayOf(facts, say);
  if (to === undefined) return say('log.line.assigned', { who, essay });
  return to === null ? say('log.unassigned', { who, essay }) : say('log.assignedTo', { who, essay, to });
}

const EXPORTS = [
  ...(['results', 'report', 'letters', 'letter', 'pair', 'group', 'log', 'decisions'] as const),
  ...(['unit-report', 'programme', 'questions', 'quiz', 'situations', 'year'] as const),
];

function exported(facts: Facts, who: string, say: Say): string {
  const what = EXPORTS.find((one) => one === facts.what);
  return what === undefined ? say('log.line.exported', { who }) : say(`log.exported.${what}`, { who, essay: essayOf(facts, say) });
}

function concluded(facts: Facts, who: string, say: Say): string {
  const { verdict, grounds = [] } = facts;
  const essay = essayOf(facts, say);
  if (verdict === 'accepted') return say('log.line.concluded-accepted', { who, essay });
  if (verdict === undefined || grounds.length === 0) return say('log.line.concluded-plain', { who, essay });
  const named = grounds.map((ground) => say(`log.grounds.${ground}`)).join(say('log.and'));
  return say('log.line.concluded-rewrite', { who, essay, grounds: named });
}

/** Lines whose reason is told after what was done. */
const REASONED: ReadonlySet<LogEventView['kind']> = new Set([
  ...(['concluded', 'group-decided', 'passage-excluded', 'exclusion-undone', 'theme-overridden'] as const),
  ...(['session-removed', 'material-removed', 'report-returned'] as const),
  ...(['exemplary-marked', 'exemplary-undone'] as const),
]);

/** On how many essays of a group was concluded, and how many of other units were left as they are. */
function decided(essays: number, others: number, say: Say): string[] {
  return [say('log.count', { n: essays }), ...(others > 0 ? [say('log.othersLeft', { n: others })] : [])];
}

function signedCounts({ essays = 0, accepted = 0, rewrite = 0, open = 0 }: Facts, say: Say): string[] {
  return [say('exemplary.sign.counts', { essays, accepted, rewrite, open })];
}

function additions({ kind }: LogEventView, facts: Facts, say: Say): string[] {
  const { reason = '', error = '', essays, added, changed = 0, people, round, words = '', answer = '', lines, format, others = 0 } = facts;
  if (kind === 'exported' && format !== undefined) {
    const name = format.toUpperCase();
    if (lines !== undefined) return [say('log.exportedLines', { format: name, n: lines })];
    return [essays === undefined ? say('log.exportedAs', { format: name }) : say('log.exportedCount', { format: name, n: essays })];
  }
  const numbers = kind === 'group-decided' && essays !== undefined ? decided(essays, others, say) : [];
  if (REASONED.has(kind) && reason !== '') return [...numbers, say('log.reason', { reason })];
  if (numbers.length > 0) return numbers;
  if (kind === 'job-failed' && error !== '') return [error];
  if (kind === 'batch-signed') return signedCounts(facts, say);
  if (kind === 'roster-imported' && added !== undefined) return [say('log.imported', { added, changed })];
  if (kind === 'question-imported' && added !== undefined) return [say('log.questionsAdded', { added, skipped: facts.skipped ?? 0 })];
  if (people !== undefined) return [say('log.people', { n: people })];
  if (round !== undefined) return [say('log.round', { n: round })];
  if (words !== '' || answer !== '') return [`“${words || answer}”`];
  return essays === undefined ? [] : [say('log.count', { n: essays })];
}
