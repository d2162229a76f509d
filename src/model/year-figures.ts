/**
 * What a unit, or a unit with everything below it, answers for in a campaign: counts of facts, each taken when somebody
 * asks. Every percentage is of two of them. A parent's counts are the sums of its own people's and its children's.
 */
export interface YearFigures {
  /** People on the roster = `official` + `probationary`. */
  readonly members: number;
  readonly official: number;
  readonly probationary: number;
  readonly keyCadres: number;

  /** Not required to write = the three reasons; `voluntary`: those of them who handed in all the same. */
  readonly exempt: number;
  readonly exemptRetired: number;
  readonly exemptHealth: number;
  readonly exemptOther: number;
  readonly voluntary: number;

  /** Study sessions, of them in person and online, catch-up sessions, those that the secretary or the head spoke at; and their points. */
  readonly sessions: number;
  readonly inPerson: number;
  readonly online: number;
  readonly catchUps: number;
  readonly ledByHead: number;
  readonly points: number;
  /** Comments and questions at sessions, and how many of these were answered. */
  readonly comments: number;
  readonly questions: number;
  readonly answered: number;
  /** `attended` + `caughtUp` + `notYet` = `members`. Whoever attended both is `attended`. */
  readonly attended: number;
  readonly caughtUp: number;
  readonly notYet: number;
  /** People who are on no roster, as sessions tell. */
  readonly nonMembers: number;

  /** People of the roster who were given material; cells of the roster, and those that were given any. */
  readonly materialMembers: number;
  readonly cells: number;
  readonly materialCells: number;

  /** Required to write = `members` - `exempt` = `submitted` + `missing`. Everything below counts these alone. */
  readonly required: number;
  /** = `onTime` + `late` = `essays` + `situations` = the seven states below. */
  readonly submitted: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly essays: number;
  readonly situations: number;

  /** The newest essay of each person: concluded accepted at once or after a rewriting; to be rewritten by its grounds; without conclusion; unread. */
  readonly acceptedFirst: number;
  readonly acceptedAfter: number;
  readonly rewriteCopied: number;
  readonly rewriteContent: number;
  readonly rewriteBoth: number;
  readonly pending: number;
  readonly unreadable: number;

  /** Essays whose conclusion is another than what the machine proposed; second looks asked for, answered, and answered by another conclusion. */
  readonly differing: number;
  readonly secondLooks: number;
  readonly secondLooksAnswered: number;
  readonly secondLooksChanged: number;

  /** Members who took a quiz of the campaign, and who passed one. */
  readonly quizTaken: number;
  readonly quizPassed: number;

  /** Collective programmes that are asked for, that are begun, and that are issued; the same of heads' personal plans. */
  readonly programmesRequired: number;
  readonly programmesBegun: number;
  readonly programmesIssued: number;
  readonly plansRequired: number;
  readonly plansBegun: number;
  readonly plansIssued: number;

  /** Essays and units that are marked as exemplary. */
  readonly exemplaryEssays: number;
  readonly exemplaryUnits: number;

  /** Units that have people on the roster; of them those that set essays, assessed any, and set situations. */
  readonly units: number;
  readonly unitsSetting: number;
  readonly unitsAssessing: number;
  readonly unitsWithSituations: number;
  /** Of them: everybody required has handed in and is concluded on; past the due day with somebody missing; with nobody who handed in. */
  readonly unitsFinished: number;
  readonly unitsLate: number;
  readonly unitsSilent: number;
}
