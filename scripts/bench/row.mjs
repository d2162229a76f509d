// @ts-check
// Measures one row for bench.mjs and writes its results to standard output as JSON.
import { loadCore } from './core.mjs';
import { alignment } from './rows/alignment.mjs';
import { allAgainstAll, growth } from './rows/all-against-all.mjs';
import { assess } from './rows/assess.mjs';
import { indexing } from './rows/indexing.mjs';
import { keeping } from './rows/keeping.mjs';
import { query } from './rows/query.mjs';
import { reading } from './rows/reading.mjs';
import { jaccard, signature } from './rows/signature.mjs';
import { themes } from './rows/themes.mjs';

/** @type {Readonly<Record<string, import('./bench.mjs').Row>>} */
const ROWS = { signature, indexing, jaccard, alignment, 'all-against-all': allAgainstAll, growth, query, keeping, reading, themes, assess };

const [name = '', how = ''] = process.argv.slice(2);
const row = ROWS[name];
if (row === undefined) throw new RangeError(`no row "${name}"`);
const { build, quick, large } = JSON.parse(how);
const started = Date.now();
const progress = (/** @type {string} */ text) => console.error(`  ${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);
console.log(JSON.stringify(await row({ core: await loadCore(build), build, quick, large, progress })));
