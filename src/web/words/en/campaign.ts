import type { Catalogue } from '../catalogue.js';
import type { campaign as vi } from '../vi/campaign.js';

export const campaign: Catalogue<typeof vi> = {
  results: 'Results',
  batches: 'Batches',
  roster: 'Roster',
  settings: 'Settings',
  log: 'Log',
  noResultsTitle: 'No results yet',
  noResultsText: 'Hand in the first batch; its results appear here once it has been checked.',
  busyTitle: 'The essays of this campaign are being checked',
  busyText: 'Results appear here when that is done. You may close the page and come back later.',
  watch: 'Watch the progress',
  handIn: 'Hand in more essays',
  openBatch: 'Batch {{number}} is open for essays',
  openBatchText: '{{n}} {{n, file|files}} stored. Send more, or have them checked.',
  failedBatch: 'Batch {{number}} is not checked to its end',
  open: 'Open batch {{number}}',
  working: 'Batch {{number}} is being checked; the results below are those of earlier batches.',
  draftReady: 'A draft of the settings has been tried out and waits to be applied or discarded.',
  refreshed: 'An essay handed in later overlaps with this one; figures were brought up to date {{moment}}.',
  reassessing: 'New settings are being tried out; the figures below stay as they are.',
  refreshFailed: 'The machine had to stop comparing anew',
  refreshFailedText: 'The figures shown stay as they are; no conclusion is lost. Try again to have it done.',
};
