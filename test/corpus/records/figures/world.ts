import fc from 'fast-check';

/** One essay: when it came in, whether it was read, what the machine proposed, and what was concluded, oldest first. */
export interface MadeEssay {
  readonly received: string;
  readonly state: 'ok' | 'suspicious' | 'unreadable';
  readonly proposal: 'accept' | 'review' | 'rewrite';
  readonly conclusions: readonly ('accepted' | 'copied' | 'content' | 'both')[];
  readonly isAssessed: boolean;
  /** Of another campaign, where it must not count. */
  readonly isElsewhere: boolean;
}

export interface MadePerson {
  readonly unit: number;
  readonly cell: string;
  readonly isHead: boolean;
  readonly isKeyCadre: boolean;
  readonly isProbationary: boolean;
  readonly exemption: '' | 'retired' | 'health' | 'other';
  readonly marked: 0 | 1 | null;
  /** At the session and the catch-up of the own unit, and at a session of another campaign; undefined: not summoned. */
  readonly sessions: readonly (0 | 1 | null | undefined)[];
  readonly hasMaterial: boolean;
  readonly group: number | null;
  readonly essays: readonly MadeEssay[];
  /** An attempt with so many right of ten: handed in, left until its time was up, or still at it. */
  readonly quiz: { readonly right: number; readonly end: 'handed-in' | 'over' | 'running' } | null;
  readonly plan: 'draft' | 'issued' | null;
  readonly look: { readonly isAnswered: boolean; readonly isChanged: boolean } | null;
}

export interface MadeUnit {
  /** Place of the unit above among those before it; null for the first. */
  readonly parent: number | null;
  readonly kind: 'commune' | 'cell';
  readonly due: string | null;
  readonly sessions: number;
  readonly mode: 'in-person' | 'online';
  readonly post: 'secretary' | 'head' | 'other';
  readonly points: number;
  readonly told: number | null;
  readonly cells: readonly string[];
  readonly programme: 'draft' | 'issued' | null;
  readonly isExemplary: boolean;
}

export interface MadeWorld {
  readonly units: readonly MadeUnit[];
  readonly people: readonly MadePerson[];
  /** Days and situations of two groups, in the order of their names. */
  readonly groups: readonly { readonly due: string | null; readonly hasSituation: boolean }[];
  readonly isSituational: boolean;
  readonly asksFor: readonly ('collective' | 'personal-plan')[];
}

const CELLS = ['', 'Tổ 1', 'Tổ 2'];
const day = fc.constantFrom('2026-11-18', '2026-11-22', '2026-12-01');

const essay: fc.Arbitrary<MadeEssay> = fc.record({
  // The last moment of a day in Vietnam, the first of the next, and plain ones.
  received: fc.constantFrom(
    ...['2026-11-17T03:00:00.000Z', '2026-11-18T16:59:59.999Z', '2026-11-18T17:00:00.000Z', '2026-11-22T16:59:00.000Z'],
    ...['2026-11-22T17:00:01.000Z', '2026-11-24T03:00:00.000Z'],
  ),
  state: fc.constantFrom('ok', 'ok', 'suspicious', 'unreadable'),
  proposal: fc.constantFrom('accept', 'review', 'rewrite'),
  conclusions: fc.array(fc.constantFrom('accepted', 'copied', 'content', 'both'), { maxLength: 2 }),
  isAssessed: fc.nat(5).map((number) => number > 0),
  isElsewhere: fc.nat(9).map((number) => number === 0),
});

const unit = (place: number): fc.Arbitrary<MadeUnit> =>
  fc.record({
    parent: place === 0 ? fc.constant(null) : fc.nat(place - 1),
    kind: fc.constantFrom('commune', 'cell'),
    due: fc.option(day),
    sessions: fc.nat(2),
    mode: fc.constantFrom('in-person', 'online'),
    post: fc.constantFrom('secretary', 'head', 'other'),
    points: fc.nat(2),
    told: fc.option(fc.nat(9)),
    cells: fc.subarray(CELLS),
    programme: fc.option(fc.constantFrom('draft', 'issued')),
    isExemplary: fc.boolean(),
  });

const person = (units: number): fc.Arbitrary<MadePerson> =>
  fc.record({
    unit: fc.nat(units - 1),
    cell: fc.constantFrom(...CELLS),
    isHead: fc.boolean(),
    isKeyCadre: fc.boolean(),
    isProbationary: fc.boolean(),
    exemption: fc.constantFrom('', '', '', 'retired', 'health', 'other'),
    marked: fc.constantFrom(null, null, 0, 1),
    sessions: fc.tuple(fc.constantFrom(undefined, null, 0, 1), fc.constantFrom(undefined, null, 0, 1), fc.constantFrom(undefined, 1)),
    hasMaterial: fc.boolean(),
    group: fc.option(fc.nat(1)),
    essays: fc.array(essay, { maxLength: 3 }),
    quiz: fc.option(fc.record({ right: fc.nat(10), end: fc.constantFrom('handed-in', 'handed-in', 'over', 'running') })),
    plan: fc.option(fc.constantFrom('draft', 'issued')),
    look: fc.option(fc.record({ isAnswered: fc.boolean(), isChanged: fc.boolean() })),
  });

/** A random tree of at most five levels with whatever its people may have done. */
export const world: fc.Arbitrary<MadeWorld> = fc.integer({ min: 1, max: 7 }).chain((count) =>
  fc.record({
    units: fc.tuple(...Array.from({ length: count }, (_, place) => unit(place))).map(withinFive),
    people: fc.array(person(count), { maxLength: 14 }),
    groups: fc.tuple(
      fc.record({ due: fc.option(day), hasSituation: fc.boolean() }),
      fc.record({ due: fc.option(day), hasSituation: fc.boolean() }),
    ),
    isSituational: fc.nat(4).map((number) => number === 0),
    asksFor: fc.subarray(['collective', 'personal-plan'] as const),
  }),
);

/** What would stand below the fifth level stands below the first unit. */
function withinFive(units: readonly MadeUnit[]): MadeUnit[] {
  const depths: number[] = [];
  return units.map((one) => {
    const depth = one.parent === null ? 0 : depths[one.parent]! + 1;
    depths.push(depth > 4 ? 1 : depth);
    return depth > 4 ? { ...one, parent: 0 } : one;
  });
}
