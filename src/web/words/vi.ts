import { batch } from './vi/batch.js';
import { campaign } from './vi/campaign.js';
import { conclude } from './vi/conclude.js';
import { erasure } from './vi/erasure.js';
import { exemplary } from './vi/exemplary.js';
import { exports } from './vi/export.js';
import { figures } from './vi/figures.js';
import { form } from './vi/form.js';
import { frame } from './vi/frame.js';
import { gate } from './vi/gate.js';
import { groups } from './vi/groups.js';
import { home } from './vi/home.js';
import { log } from './vi/log.js';
import { member } from './vi/member.js';
import { organisation } from './vi/organisation.js';
import { programmes } from './vi/programmes.js';
import { quiz } from './vi/quiz.js';
import { reminders } from './vi/reminders.js';
import { reports } from './vi/reports.js';
import { requests } from './vi/requests.js';
import { review } from './vi/review.js';
import { roster } from './vi/roster.js';
import { rounds } from './vi/rounds.js';
import { sheet } from './vi/sheet.js';
import { situations } from './vi/situations.js';
import { studies } from './vi/studies.js';
import { tokens } from './vi/tokens.js';
import { tracker } from './vi/tracker.js';
import { years } from './vi/years.js';

/** The Vietnamese catalogue. */
export const vi = {
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
  home,
  log,
  member,
  groups,
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
} as const;
