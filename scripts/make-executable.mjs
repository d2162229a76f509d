// @ts-check
// The compiler writes dist/main.js without the mark that lets it run as a command; Windows needs none.
import { chmodSync } from 'node:fs';

chmodSync(new URL('../dist/main.js', import.meta.url), 0o755);
