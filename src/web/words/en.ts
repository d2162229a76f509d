import type { Catalogue } from './catalogue.js';
import { batch } from './en/batch.js';
import { campaign } from './en/campaign.js';
import { conclude } from './en/conclude.js';
import { erasure } from './en/erasure.js';
import { exemplary } from './en/exemplary.js';
import { exports } from './en/export.js';
import { figures } from './en/figures.js';
import { form } from './en/form.js';
import { frame } from './en/frame.js';
import { gate } from './en/gate.js';
import { groups } from './en/groups.js';
import { home } from './en/home.js';
import { log } from './en/log.js';
import { member } from './en/member.js';
import { organisation } from './en/organisation.js';
import { programmes } from './en/programmes.js';
import { quiz } from './en/quiz.js';
import { reminders } from './en/reminders.js';
import { reports } from './en/reports.js';
import { requests } from './en/requests.js';
import { review } from './en/review.js';
import { roster } from './en/roster.js';
import { rounds } from './en/rounds.js';
import { sheet } from './en/sheet.js';
import { situations } from './en/situations.js';
import { studies } from './en/studies.js';
import { tokens } from './en/tokens.js';
import { tracker } from './en/tracker.js';
import { years } from './en/years.js';
import type { vi } from './vi.js';

/** The English catalogue: every key of the Vietnamese one. */
export const en: Catalogue<typeof vi> = {
  batch,
  campaign,
  conclude,
  erasure,
  exemplary,
  export: exports,
  figures,
  form,
  frame,
  gate,
  groups,
  home,
  log,
  member,
  organisation,
  reports,
  quiz,
  reminders,
  programmes,
  requests,
  review,
  roster,
  rounds,
  sheet,
  situations,
  studies,
  tokens,
  tracker,
  years,
};
