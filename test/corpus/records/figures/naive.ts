import type { YearFigures } from '../../../../src/model/year-figures.js';
import type { MadeEssay, MadePerson, MadeUnit, MadeWorld } from './world.js';

/* The same figures worked out person by person, as slowly and plainly as they are defined. */

const TODAY = '2026-11-25';

/** Place of the group that counts for somebody, and what it gives. */
function groupOf(world: MadeWorld, { group }: MadePerson) {
  const given = group === null ? undefined : world.groups[group];
  return given !== undefined && (given.due !== null || given.hasSituation) ? given : undefined;
}

function dueOf(world: MadeWorld, person: MadePerson): string | null {
  const own = groupOf(world, person)?.due;
  if (own) return own;
  for (let place: number | null = person.unit; place !== null; place = world.units[place]!.parent) {
    const { due } = world.units[place]!;
    if (due !== null) return due;
  }
  return null;
}

const dayOf = (moment: string): string => new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 10);
const countingEssays = ({ essays }: MadePerson): readonly MadeEssay[] => essays.filter((one) => one.isAssessed && !one.isElsewhere);

function hasSubmitted(person: MadePerson): boolean {
  return countingEssays(person).length > 0;
}

function stateOf(person: MadePerson): keyof YearFigures {
  const essays = countingEssays(person);
  const newest = essays.at(-1)!;
  const verdict = newest.conclusions.at(-1);
  if (verdict === undefined) return newest.state === 'unreadable' ? 'unreadable' : 'pending';
  if (verdict === 'accepted')
    return essays.slice(0, -1).some((one) => (one.conclusions.at(-1) ?? 'accepted') !== 'accepted') ? 'acceptedAfter' : 'acceptedFirst';
  return ({ copied: 'rewriteCopied', content: 'rewriteContent', both: 'rewriteBoth' } as const)[verdict];
}

function isDiffering(person: MadePerson): boolean {
  const newest = countingEssays(person).at(-1)!;
  const verdict = newest.conclusions.at(-1);
  if (verdict === undefined || newest.proposal === 'review') return false;
  return (newest.proposal === 'accept') !== (verdict === 'accepted');
}

/** attended, caughtUp or notYet. */
function studyOf(world: MadeWorld, { unit, marked, sessions }: MadePerson): 'attended' | 'caughtUp' | 'notYet' {
  const held = world.units[unit]!.sessions;
  if (marked === 1 || (held > 0 && sessions[0] === 1)) return 'attended';
  return held > 1 && sessions[1] === 1 ? 'caughtUp' : 'notYet';
}

const hasTaken = ({ quiz }: MadePerson): boolean => quiz !== null && quiz.end !== 'running';

/** Sessions of a unit: the first in the usual way, the second a catch-up. */
const HEAD_POSTS: readonly MadeUnit['post'][] = ['secretary', 'head'];

/** A unit's own figures. */
export function naiveOwn(world: MadeWorld, place: number, keyCadres: boolean): YearFigures {
  const unit = world.units[place]!;
  const people = world.people.filter((one) => one.unit === place && (!keyCadres || one.isKeyCadre));
  const writing = people.filter(({ exemption }) => exemption === '');
  const submitted = writing.filter(hasSubmitted);
  const late = submitted.filter((one) => {
    const due = dueOf(world, one);
    const days = countingEssays(one).map(({ received }) => dayOf(received));
    return due !== null && days.sort()[0]! > due;
  });
  const isSituation = (one: MadePerson): boolean => world.isSituational || (groupOf(world, one)?.hasSituation ?? false);
  const inState = (state: keyof YearFigures): number => submitted.filter((one) => stateOf(one) === state).length;
  const exempt = (kind: string): number => people.filter(({ exemption }) => exemption === kind).length;
  const studied = (study: string): number => people.filter((one) => studyOf(world, one) === study).length;
  const looks = writing.filter((one) => one.look !== null && one.essays.length > 0);
  const missed = writing.some((one) => !hasSubmitted(one) && (dueOf(world, one) ?? '9') < TODAY);
  const heads = world.asksFor.includes('personal-plan') && unit.kind === 'cell' ? people.filter(({ isHead }) => isHead) : [];
  const isAsked = world.asksFor.includes('collective') && unit.kind === 'cell';
  const cells = new Set(people.map(({ cell }) => cell));
  const told = (unit.told ?? 0) * unit.sessions;
  const is = (fits: boolean): number => (people.length > 0 && fits ? 1 : 0);
  const open = inState('pending') + inState('unreadable');
  return {
    members: people.length,
    official: people.filter((one) => !one.isProbationary).length,
    probationary: people.filter((one) => one.isProbationary).length,
    keyCadres: people.filter((one) => one.isKeyCadre).length,
    exempt: people.length - writing.length,
    exemptRetired: exempt('retired'),
    exemptHealth: exempt('health'),
    exemptOther: exempt('other'),
    voluntary: people.filter((one) => one.exemption !== '' && hasSubmitted(one)).length,
    sessions: unit.sessions,
    inPerson: unit.mode === 'in-person' ? unit.sessions : 0,
    online: unit.mode === 'online' ? unit.sessions : 0,
    catchUps: unit.sessions === 2 ? 1 : 0,
    ledByHead: HEAD_POSTS.includes(unit.post) ? unit.sessions : 0,
    points: unit.points * unit.sessions,
    comments: told,
    questions: told,
    answered: told,
    attended: studied('attended'),
    caughtUp: studied('caughtUp'),
    notYet: studied('notYet'),
    nonMembers: told,
    materialMembers: people.filter((one) => one.hasMaterial).length,
    cells: cells.size,
    materialCells: unit.cells.filter((cell) => cells.has(cell)).length,
    required: writing.length,
    submitted: submitted.length,
    onTime: submitted.length - late.length,
    late: late.length,
    missing: writing.length - submitted.length,
    essays: submitted.filter((one) => !isSituation(one)).length,
    situations: submitted.filter(isSituation).length,
    acceptedFirst: inState('acceptedFirst'),
    acceptedAfter: inState('acceptedAfter'),
    rewriteCopied: inState('rewriteCopied'),
    rewriteContent: inState('rewriteContent'),
    rewriteBoth: inState('rewriteBoth'),
    pending: inState('pending'),
    unreadable: inState('unreadable'),
    differing: submitted.filter(isDiffering).length,
    secondLooks: looks.length,
    secondLooksAnswered: looks.filter(({ look }) => look!.isAnswered).length,
    secondLooksChanged: looks.filter((one) => one.look!.isAnswered && changesVerdict(one)).length,
    quizTaken: people.filter(hasTaken).length,
    quizPassed: people.filter((one) => hasTaken(one) && one.quiz!.right >= 7).length,
    programmesRequired: isAsked ? 1 : 0,
    programmesBegun: isAsked && unit.programme !== null ? 1 : 0,
    programmesIssued: isAsked && unit.programme === 'issued' ? 1 : 0,
    plansRequired: heads.length,
    plansBegun: heads.filter(({ plan }) => plan !== null).length,
    plansIssued: heads.filter(({ plan }) => plan === 'issued').length,
    exemplaryEssays: 0,
    exemplaryUnits: unit.isExemplary ? 1 : 0,
    units: is(true),
    unitsSetting: is(writing.length > 0),
    unitsAssessing: is(submitted.length > open),
    unitsWithSituations: is(people.some(isSituation)),
    unitsFinished: is(writing.length === submitted.length && open === 0),
    unitsLate: is(missed),
    unitsSilent: is(writing.length > 0 && submitted.length === 0),
  };
}

/** A second look is asked for after the first conclusion: it changes something where the last one says otherwise. */
function changesVerdict({ essays }: MadePerson): boolean {
  const { conclusions } = essays.at(-1)!;
  const verdicts = conclusions.map((one) => (one === 'accepted' ? 'accepted' : 'rewrite'));
  return verdicts.length > 1 && verdicts[0] !== verdicts.at(-1);
}

/** A unit with everything below it. */
export function naiveAll(world: MadeWorld, place: number, keyCadres: boolean): YearFigures {
  const own = { ...naiveOwn(world, place, keyCadres) } as Record<keyof YearFigures, number>;
  for (const [child, { parent }] of world.units.entries()) {
    if (parent !== place) continue;
    const below = naiveAll(world, child, keyCadres);
    for (const name of Object.keys(own) as (keyof YearFigures)[]) own[name] += below[name];
  }
  return own;
}
