/** Colours, sizes and distances of the page: values of the interface's tokens. Paper is always light. */
export const TOKENS = `
:root {
  color-scheme: light;
  --font-ui: "Noto Sans", "Segoe UI", "SF Pro Text", system-ui, Roboto, Arial, sans-serif;
  --font-read: "Noto Serif", Cambria, "Times New Roman", "Liberation Serif", serif;
  --font-code: "Noto Sans Mono", Consolas, "DejaVu Sans Mono", monospace;
  --text-xs: .8125rem; --text-sm: .875rem; --text-md: .9375rem; --text-read: 1.0625rem; --text-lg: 1.125rem; --text-xl: 1.375rem;
  --lead-tight: 1.3; --lead-ui: 1.45; --lead-read: 1.7;
  --s-1: .125rem; --s-2: .25rem; --s-3: .5rem; --s-4: .75rem; --s-5: 1rem; --s-6: 1.5rem; --s-7: 2rem; --s-8: 3rem;
  --radius-1: 2px; --radius-2: 4px; --radius-3: 6px;
  --ground: #eceff1; --surface: #ffffff; --surface-2: #f5f7f8; --surface-3: #e6ebee;
  --ink: #16232d; --ink-2: #455762; --ink-3: #5a6b75; --line: #d2dadf; --line-2: #7b8d97;
  --mast: #14304a; --mast-ink: #f3f6f8; --mast-ink-2: #b7c7d4; --mast-line: #2f4d69; --brass: #e0b95c;
  --action: #14508a; --action-hover: #0d3c6b; --action-tint: #e3edf6; --focus: #c25400;
  --accept: #0b6066; --accept-tint: #dceff0; --review: #5a3e91; --review-tint: #ece6f7; --rewrite: #90203f; --rewrite-tint: #fae4e9;
  --band-1: #fff0a8; --band-1-line: #8f7400; --band-2: #ffd6a6; --band-2-line: #a85200; --band-3: #ffc4bf; --band-3-line: #b3231c;
  --band-q: #e3e7ea; --band-q-line: #6f7f88; --band-q-ink: #47555e; --band-ink: #16232d;
  --part-overlap: #b03a2e; --part-overlap-2: #8e261c; --part-quote: #a9b5bc; --part-quote-2: #87959d; --part-own: #d5e4ef; --part-own-line: #86a5bd;
  --theme-1-line: #2a62b0; --theme-2-line: #6a48b0; --theme-3-line: #17766a;
  --block-1: #1d3557; --block-2: #a3550a; --block-3: #3b6f60; --block-4: #7455a8; --block-ink: #ffffff;
  --warn: #7c4a00; --warn-tint: #fff1d9; --warn-line: #c98a1e; --danger: #a3201d; --danger-tint: #fde7e5; --danger-line: #c8514c;
}
@media (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ground: #10171d; --surface: #182129; --surface-2: #1e2932; --surface-3: #283540;
    --ink: #e7edf1; --ink-2: #b3c1ca; --ink-3: #9aabb6; --line: #31404c; --line-2: #74889a;
    --mast: #0b1a29; --mast-ink: #eaf0f4; --mast-ink-2: #a5b8c7; --mast-line: #24405a; --brass: #dcb65a;
    --action: #8abdf0; --action-hover: #aed2f6; --action-tint: #1c3650; --focus: #ffb066;
    --accept: #7fd0d2; --accept-tint: #14393d; --review: #c6b2f2; --review-tint: #322653; --rewrite: #f3a4b5; --rewrite-tint: #4a1c29;
    --band-1: #4f4410; --band-1-line: #e3c64a; --band-2: #5a3710; --band-2-line: #f3a553; --band-3: #60211e; --band-3-line: #ff8d85;
    --band-q: #2b3740; --band-q-line: #8b9ba5; --band-q-ink: #b5c2ca; --band-ink: #f1f4f6;
    --part-overlap: #e0685b; --part-overlap-2: #b8463a; --part-quote: #6d7d87; --part-quote-2: #56656f; --part-own: #2b4356; --part-own-line: #5b7f9b;
    --theme-1-line: #86b4f2; --theme-2-line: #bca3f2; --theme-3-line: #6fcdbd;
    --block-1: #8fb4e6; --block-2: #e09a4a; --block-3: #5fa58e; --block-4: #8f74bd; --block-ink: #0b1a29;
    --warn: #f4c777; --warn-tint: #3d2e12; --warn-line: #a9792a; --danger: #ff9d96; --danger-tint: #471d1b; --danger-line: #b3524c;
  }
}
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --surface: #fff; --surface-2: #fff; --surface-3: #e8e8e8; --ink: #000; --ink-2: #222; --ink-3: #333; --line: #aaa; --line-2: #555;
    --accept: #000; --review: #000; --rewrite: #000; --accept-tint: #fff; --review-tint: #eee; --rewrite-tint: #ddd; --action: #000; --action-tint: #fff;
    --band-1: #fff0a8; --band-1-line: #8f7400; --band-2: #ffd6a6; --band-2-line: #a85200; --band-3: #ffc4bf; --band-3-line: #b3231c;
    --band-q: #e3e7ea; --band-q-line: #6f7f88; --band-q-ink: #47555e; --band-ink: #000;
    --part-overlap: #555; --part-overlap-2: #111; --part-quote: #bbb; --part-quote-2: #888; --part-own: #e4e4e4; --part-own-line: #777;
    --theme-1-line: #444; --theme-2-line: #444; --theme-3-line: #444;
    --block-1: #1d3557; --block-2: #a3550a; --block-3: #3b6f60; --block-4: #7455a8; --block-ink: #fff;
    --warn: #000; --warn-tint: #fff; --warn-line: #000; --danger: #000; --danger-tint: #fff; --danger-line: #000;
  }
}`;
