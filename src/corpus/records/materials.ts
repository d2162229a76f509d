import type { Handing, Material, MaterialCell, MaterialPerson, MaterialRates } from '../../model/material.js';
import type { Actor } from './actor.js';

/** Title and kind of a material. */
export type MaterialFacts = Pick<Material, 'title' | 'kind'>;

/** What is handed out to study from in a campaign, at the units in reach: to whom and to which cells. */
export interface Materials {
  /** By title. AppError `unknown-id`. */
  list(campaign: string): Promise<readonly Material[]>;
  /** How far any material has come. AppError `unknown-id`. */
  rates(campaign: string): Promise<MaterialRates>;
  /** AppError `unknown-id`. */
  get(campaign: string, material: string): Promise<Material>;
  /** Everybody on the roster of the material's unit, by name, and the cells. AppError `unknown-id`. */
  given(
    campaign: string,
    material: string,
  ): Promise<{ readonly people: readonly MaterialPerson[]; readonly cells: readonly MaterialCell[] }>;
  /** Answers with the material's id. AppError `unknown-id`. */
  add(campaign: string, facts: MaterialFacts, actor: Actor): Promise<string>;
  /** `revision`: the one on the screen. AppError `study-outdated`, `unknown-id`. */
  change(campaign: string, material: string, change: MaterialFacts & { readonly revision: number }, actor: Actor): Promise<void>;
  /** Removes a material with who was given it. AppError `study-outdated`, `unknown-id`. */
  remove(campaign: string, material: string, why: { readonly reason: string; readonly revision: number }, actor: Actor): Promise<void>;
  /** Notes who was given it and who was not, all or none. AppError `unknown-id`, also for people and cells that are not on the roster. */
  hand(campaign: string, material: string, handing: Handing, actor: Actor): Promise<void>;
}
