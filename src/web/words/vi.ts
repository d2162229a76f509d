import { batch } from './vi/batch.js';
import { campaign } from './vi/campaign.js';
import { conclude } from './vi/conclude.js';
import { form } from './vi/form.js';
import { frame } from './vi/frame.js';
import { gate } from './vi/gate.js';
import { home } from './vi/home.js';
import { log } from './vi/log.js';
import { review } from './vi/review.js';

/** The Vietnamese catalogue. */
export const vi = { frame, gate, home, form, batch, campaign, conclude, log, review } as const;
