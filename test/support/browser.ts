import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Whether browser tests can run. Without a browser they are skipped with a visible line, unless SOATBAI_BROWSER=required. */
export const hasBrowser = existsSync(CHROMIUM) || process.env.SOATBAI_BROWSER === 'required';
if (!hasBrowser) console.warn(`Browser tests skipped: ${CHROMIUM} is not installed.`);

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
