import { type RawBuilder, sql } from 'kysely';
import type { EssayState, Exempt, PersonFacts } from '../../../../model/person-facts.js';
import { STUDIES } from '../../../../model/study.js';

/*
 * What is counted of a person, as one whole number: the database groups people by it, so that a unit of hundreds comes back
 * as a few lines, and what they come to is counted in one place (model/person-facts.ts).
 */

const EXEMPT: readonly Exempt[] = ['none', 'retired', 'health', 'other'];
const STATES: readonly EssayState[] = [
  'none',
  'acceptedFirst',
  'acceptedAfter',
  'rewriteCopied',
  'rewriteContent',
  'rewriteBoth',
  'pending',
  'unreadable',
];
const PLANS = ['none', 'begun', 'issued'] as const;
const QUIZ = ['none', 'taken', 'passed'] as const;

/**
 * Columns of a person, in the order of their digits, with the number of values each can have. Such numbers are kept
 * (`counted_unit`): where one comes to mean something else, a migration empties that table.
 */
const DIGITS = {
  is_key_cadre: 2,
  is_probationary: 2,
  is_head: 2,
  exempt: 4,
  study: 4,
  has_material: 2,
  submitted: 2,
  late: 2,
  situation: 2,
  state: 8,
  differing: 2,
  copied: 2,
  quiz: 4,
  plan: 4,
} as const;
type Digit = keyof typeof DIGITS;

/** The part of a person's number that these columns make up. */
export function marksOf(columns: Readonly<Partial<Record<Digit, RawBuilder<unknown>>>>): RawBuilder<number> {
  const names = Object.keys(columns) as Digit[];
  return sql<number>`(${sql.join(
    names.map((name) => sql`${columns[name]} * ${sql.lit(weightOf(name))}`),
    sql` + `,
  )})`;
}

function weightOf(digit: Digit): number {
  const names = Object.keys(DIGITS) as Digit[];
  return names.slice(0, names.indexOf(digit)).reduce((weight, name) => weight * DIGITS[name], 1);
}

/** What a number tells of somebody: all but what depends on the day. */
export type CodedFacts = Omit<PersonFacts, 'isMissed' | 'overdueDays'>;

/** A few hundred different ones make up a province. */
const READ = new Map<number, CodedFacts>();

/** The facts that a number stands for. */
export function readPersonCode(code: number): CodedFacts {
  const known = READ.get(code) ?? decode(code);
  READ.set(code, known);
  return known;
}

function decode(code: number): CodedFacts {
  const digits = {} as Record<Digit, number>;
  let rest = code;
  for (const name of Object.keys(DIGITS) as Digit[]) {
    digits[name] = rest % DIGITS[name];
    rest = Math.floor(rest / DIGITS[name]);
  }
  return {
    isKeyCadre: digits.is_key_cadre === 1,
    isProbationary: digits.is_probationary === 1,
    isHead: digits.is_head === 1,
    exempt: EXEMPT[digits.exempt]!,
    study: STUDIES[digits.study]!,
    hasMaterial: digits.has_material === 1,
    hasSubmitted: digits.submitted === 1,
    isLate: digits.late === 1,
    hasSituation: digits.situation === 1,
    state: STATES[digits.state]!,
    isDiffering: digits.differing === 1,
    isCopied: digits.copied === 1,
    quiz: QUIZ[digits.quiz]!,
    plan: PLANS[digits.plan]!,
  };
}
