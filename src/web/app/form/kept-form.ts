import { parseJson } from '../service/request.js';
import { type CampaignForm, formSchema } from './campaign-form.js';

/** Place of unsaved work on this machine, by campaign; "new" for one that is being created. */
function placeOf(campaign: string): string {
  return `soatbai.form.${campaign}`;
}

/** Unsaved work of an earlier visit; null without any. */
export function recallForm(campaign: string): CampaignForm | null {
  try {
    const parsed = formSchema.safeParse(parseJson(localStorage.getItem(placeOf(campaign)) ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps unsaved work on this machine; null forgets it. A browser may be told to keep nothing. */
export function keepForm(campaign: string, form: CampaignForm | null): void {
  try {
    if (form === null) localStorage.removeItem(placeOf(campaign));
    else localStorage.setItem(placeOf(campaign), JSON.stringify(form));
  } catch {
    return;
  }
}
