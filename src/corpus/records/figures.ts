import type { CampaignFigures, ReckonedChild, ReckonedUnit, UnitStanding } from '../../model/campaign-figures.js';

/** Whose figures are asked for. */
export interface FiguresOf {
  /** Id of a unit in reach or below; left out: the unit in reach. */
  readonly unit?: string;
  /** Of those alone who are marked as key cadres. */
  readonly keyCadres: boolean;
}

/**
 * What units answer for in a campaign, counted when somebody asks: figures and names of units, nobody's name or text. Of units
 * in reach and those below them, in campaigns that these take part in. AppError `unknown-id` for anything else.
 */
export interface Figures {
  of(campaign: string, of: FiguresOf): Promise<ReckonedUnit>;
  /** Units directly below, in the order of their names. */
  children(campaign: string, of: FiguresOf): Promise<readonly ReckonedChild[]>;
  /** The unit with everything below it. */
  standing(campaign: string, of?: FiguresOf): Promise<UnitStanding>;
  /** Campaigns that the unit takes part in or that are of units below it, oldest first. */
  campaigns(of: FiguresOf): Promise<readonly CampaignFigures[]>;
  /**
   * Counts a few of the units in which something has changed, of all units there are, so that whoever asks need not wait for it;
   * whether there may be more. For the machine, when it has nothing else to do.
   */
  keepUp(): Promise<boolean>;
}
