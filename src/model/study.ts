/** How people study: together at a class, at a meeting of their cell, each by themselves with the documents. All three count as having studied. */
export const STUDY_FORMS = ['class', 'cell-meeting', 'self-study'] as const;
export const STUDY_MODES = ['in-person', 'online'] as const;
/** Post of whoever speaks: secretary of the committee, head of the agency, anybody else. */
export const SPEAKER_POSTS = ['secretary', 'head', 'other'] as const;
/** Levels of the places that are connected. */
export const POINT_KINDS = ['province', 'direct', 'district', 'commune', 'other'] as const;

/** One connected place of a session, with the counts that it told; null where it told none. */
export interface SessionPoint {
  readonly name: string;
  readonly kind: (typeof POINT_KINDS)[number];
  readonly summoned: number | null;
  readonly attended: number | null;
}

/** What a unit says of a session; counts are null where nobody has told them. */
export interface SessionFacts {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly title: string;
  readonly form: (typeof STUDY_FORMS)[number];
  readonly mode: (typeof STUDY_MODES)[number];
  /** For people who missed another session. */
  readonly isCatchUp: boolean;
  readonly place: string;
  readonly speaker: string;
  readonly speakerPost: (typeof SPEAKER_POSTS)[number];
  /** Minutes spent on the resolution itself. */
  readonly minutes: number | null;
  /** Whether something else was on the agenda as well. */
  readonly isCombined: boolean;
  /** Head counts of the whole session, where the unit tells them beside or in place of a list of people. */
  readonly toldSummoned: number | null;
  readonly toldAttended: number | null;
  readonly nonMembers: number | null;
  readonly comments: number | null;
  readonly questions: number | null;
  readonly answered: number | null;
  readonly points: readonly SessionPoint[];
}

/** What the list of a session's people adds up to. */
export interface ListedCounts {
  readonly summoned: number;
  readonly attended: number;
  readonly absent: number;
}

export interface StudySession extends SessionFacts {
  readonly id: string;
  readonly unit: string;
  readonly revision: number;
  readonly listed: ListedCounts;
}

/** How one of the roster stands to a session: summoned and nobody has said whether they came, came, did not, was not summoned. */
export const MARKS = ['open', 'present', 'absent', 'none'] as const;
export type Mark = (typeof MARKS)[number];

/** One of the roster of the session's unit. */
export interface SessionPerson {
  readonly id: string;
  readonly card: string;
  readonly name: string;
  readonly cell: string;
  readonly isKeyCadre: boolean;
  readonly mark: Mark;
  readonly note: string;
}

/** How one of the roster stands to the studying of a campaign: of all that is said of somebody what stands last here counts. `unknown`: nobody has said. */
export const STUDIES = ['unknown', 'not-yet', 'caught-up', 'attended'] as const;
export type Study = (typeof STUDIES)[number];

/** Whether somebody has studied, at whichever session. */
export const hasStudied = (study: Study): boolean => study === 'attended' || study === 'caught-up';

/** What two figures of one session do not agree on. `points-…`: of the points and of the session; `list-…`: of the list and of what was told. */
export const CONTROLS = [
  'points-summoned',
  'points-attended',
  'list-summoned',
  'list-attended',
  'more-attended',
  'point-more-attended',
  'more-answered',
] as const;

/** One disagreement: what was counted, what it should come to, and by how much it is off. */
export interface Control {
  readonly what: (typeof CONTROLS)[number];
  /** Name of the point that it is about; empty for the session. */
  readonly point: string;
  readonly counted: number;
  readonly expected: number;
}

type Checked = Pick<SessionFacts, 'toldSummoned' | 'toldAttended' | 'questions' | 'answered' | 'points'>;

/** Where the figures of a session do not add up. Figures that nobody has told disagree with nothing. */
export function controlsOf(facts: Checked, listed: Pick<ListedCounts, 'summoned' | 'attended'>): readonly Control[] {
  const { toldSummoned, toldAttended, questions, answered, points } = facts;
  const hasList = listed.summoned > 0;
  const summoned = toldSummoned ?? (hasList ? listed.summoned : null);
  const attended = toldAttended ?? (hasList ? listed.attended : null);
  const found: Control[] = [];
  const compare = (what: Control['what'], counted: number | null, expected: number | null): void => {
    if (counted !== null && expected !== null && counted !== expected) found.push({ what, point: '', counted, expected });
  };
  const beyond = (what: Control['what'], counted: number | null, most: number | null, point = ''): void => {
    if (counted !== null && most !== null && counted > most) found.push({ what, point, counted, expected: most });
  };
  compare('points-summoned', sumOf(points, 'summoned'), summoned);
  compare('points-attended', sumOf(points, 'attended'), attended);
  compare('list-summoned', hasList ? listed.summoned : null, toldSummoned);
  compare('list-attended', hasList ? listed.attended : null, toldAttended);
  beyond('more-attended', attended, summoned);
  for (const point of points) beyond('point-more-attended', point.attended, point.summoned, point.name);
  beyond('more-answered', answered, questions);
  return found;
}

/** What points that told a count add up to; null where none has. */
function sumOf(points: readonly SessionPoint[], count: 'summoned' | 'attended'): number | null {
  const told = points.flatMap((point) => point[count] ?? []);
  return told.length === 0 ? null : told.reduce((sum, one) => sum + one, 0);
}
