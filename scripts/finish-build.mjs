// @ts-check
// What the compiler leaves out: dist/main.js gets the mark that lets it run as a command (Windows needs none), and the word vectors lie
// beside what reads them.
import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';

chmodSync(new URL('../dist/main.js', import.meta.url), 0o755);
cpSync(new URL('../src/vietnamese/words', import.meta.url), new URL('../dist/vietnamese/words', import.meta.url), { recursive: true });

// The fonts as one style that needs no other file, for cases that are handed on to whoever may not have them.
const fonts = readFileSync(new URL('../src/web/look/fonts.css', import.meta.url), 'utf8');
const held = fonts.replace(/url\((@fontsource-variable\/[^)]+)\)/g, (_, /** @type {string} */ file) => {
  const bytes = readFileSync(new URL(`../node_modules/${file}`, import.meta.url));
  return `url(data:font/woff2;base64,${bytes.toString('base64')})`;
});
writeFileSync(new URL('../dist/web/report/fonts.css', import.meta.url), held);
