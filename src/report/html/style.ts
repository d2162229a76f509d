import { CASE_STYLE } from './style-case.js';
import { MEDIA_STYLE } from './style-media.js';
import { PAGE_STYLE } from './style-page.js';
import { TOKENS } from './style-tokens.js';

/** The one style of the page; its hash stands in the page's content policy. */
export const STYLE = `${TOKENS}\n${PAGE_STYLE}\n${CASE_STYLE}\n${MEDIA_STYLE}\n`;
