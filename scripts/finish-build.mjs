// @ts-check
// What the compiler leaves out: dist/main.js gets the mark that lets it run as a command (Windows needs none), and the word vectors lie
// beside what reads them.
import { chmodSync, cpSync } from 'node:fs';

chmodSync(new URL('../dist/main.js', import.meta.url), 0o755);
cpSync(new URL('../src/vietnamese/words', import.meta.url), new URL('../dist/vietnamese/words', import.meta.url), { recursive: true });
