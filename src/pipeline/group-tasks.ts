import type { GroupTask } from '../corpus/records/writers.js';
import type { HeldTo } from '../model/assessment.js';
import type { GroupThemes, Theme } from '../model/campaign.js';
import { themesOfPrompt } from './campaign-defaults.js';
import type { PreparedCampaign } from './prepare-campaign.js';

/** What one essay is held to; `heldTo` is missing where that is the campaign's task. */
export interface Held {
  readonly prepared: PreparedCampaign;
  readonly heldTo?: HeldTo;
}

/** What an essay is held to, by its id. */
export type Holding = (essay: string) => Held;

/**
 * Holds each essay to the task of its writer's group: the themes that the group has of its own; without any, those that its question
 * names in place of the campaign's; else the campaign's. Every task is prepared once.
 */
export function holdToTasks(prepared: PreparedCampaign, groups: readonly GroupThemes[], tasks: ReadonlyMap<string, GroupTask>): Holding {
  const known = new Map<string, Held>();
  return (essay) => {
    const task = tasks.get(essay);
    if (task === undefined) return { prepared };
    const held = known.get(task.mark) ?? holdTo(prepared, groups, task);
    known.set(task.mark, held);
    return held;
  };
}

function holdTo(prepared: PreparedCampaign, groups: readonly GroupThemes[], { group, prompt, mark }: GroupTask): Held {
  const { campaign } = prepared;
  const themes = groups.find((one) => one.group === group)?.themes ?? orElse(themesOfPrompt(prompt), campaign.themes);
  const own = prepared.withTask({ themes, prompt: prompt || campaign.prompt });
  return { prepared: own, heldTo: { group, mark, themes: themes.map(toFacts) } };
}

/** A question that names nothing to speak of leaves what everybody is held to. */
const orElse = (themes: readonly Theme[], others: readonly Theme[]): readonly Theme[] => (themes.length > 0 ? themes : others);

const toFacts = ({ id, name, kind, required, minimum }: Theme): HeldTo['themes'][number] => ({ id, name, kind, required, minimum });
