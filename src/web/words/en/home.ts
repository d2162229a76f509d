import type { Catalogue } from '../catalogue.js';
import type { home as vi } from '../vi/home.js';

export const home: Catalogue<typeof vi> = {
  title: 'Study campaigns',
  lead: '{{n}} {{n, campaign|campaigns}}, the newest first.',
  create: 'Create a campaign',
  sample: 'Try it with the sample campaign',
  sampleBusy: 'Loading the sample campaign…',
  emptyTitle: 'No campaigns yet',
  emptyText:
    'Create a campaign, name the resolution and the themes that are asked for, then drop a folder of essays. The sample campaign shows results within about a minute.',
  emptyElse: 'Campaigns appear here once a committee has created them.',
  caption: 'Study campaigns',
  campaign: 'Campaign',
  proposals: 'System’s proposals',
  concluded: 'Committee’s conclusions',
  work: 'State',
  batches: '{{n}} {{n, batch|batches}}',
  noBatches: 'No batches yet',
  created: 'created {{moment}}',
  noEssays: 'No essays yet',
  concludedOf: '{{done}}/{{all}} essays',
  busy: 'At work',
  stopped: 'Stopped midway',
  idle: 'All done',
  waiting: 'Waiting for essays',
  toConclude: 'To be concluded',
  kinds: {
    essay: 'Reflection essays',
    'personal-plan': 'Personal plans',
    'action-programme': 'Action programmes',
    'situational-answer': 'Situational answers',
  },
  proposed: 'Proposal:',
  proposal: { accept: 'Accept', review: 'Needs review', rewrite: 'Rewrite' },
};
