import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { viewDataSchema } from '../../src/api/view.js';
import { toHtml } from '../../src/report/html/page.js';
import { toViewData } from '../../src/report/view.js';
import { exampleBatch } from './example.js';

const NOW = new Date(Date.UTC(2026, 10, 20, 2, 42));
const VIEWER = { script: `document.title = '<script></script><!--';`, style: 'body::before { content: "</style>"; }' };
const data = toViewData(exampleBatch(), NOW);
const page = toHtml(data, VIEWER);

/** The elements that a browser makes of a page, as far as these tests need it: scripts and styles end at their first end tag. */
function elementsOf(html: string, name: 'script' | 'style'): { attributes: string; text: string }[] {
  const found = html.matchAll(new RegExp(`<${name}([^>]*)>([\\s\\S]*?)</${name}`, 'gi'));
  return [...found].map(([, attributes = '', text = '']) => ({ attributes, text }));
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('toHtml', () => {
  it('holds the whole batch, and what comes out again is what went in', () => {
    const [held, code] = elementsOf(page, 'script');
    expect(held?.attributes).toBe(' type="application/json" id="du-lieu"');
    expect(viewDataSchema.parse(JSON.parse(held?.text ?? ''))).toEqual(data);
    expect(code?.attributes).toBe('');
    expect(elementsOf(page, 'script')).toHaveLength(2);
  });

  it('lets no essay, name or reason break out of the data', () => {
    const [first] = data.overview.rows;
    const hostile = '</script><script>alert(1)</script><!-- <script> ]]> \u2028\u2029 & "\\';
    const rows = [{ ...first!, file: hostile, member: hostile, reason: hostile }];
    const html = toHtml({ ...data, overview: { ...data.overview, campaign: { ...data.overview.campaign, name: hostile }, rows } }, VIEWER);
    const [held, ...others] = elementsOf(html, 'script');
    expect(others).toHaveLength(1);
    expect(held?.text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(held?.text ?? '').overview.rows[0].member).toBe(hostile);
    expect(html).toContain('<title>&lt;/script&gt;&lt;script&gt;');
  });

  it('allows its own script and style by the hash of what it holds, and nothing to be loaded or sent', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const [, code] = elementsOf(page, 'script');
    const [style] = elementsOf(page, 'style');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(code?.text ?? '')}`,
      `style-src ${hashOf(style?.text ?? '')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  it('keeps what its script says, though it can neither end nor open anything in the page', () => {
    const [, code] = elementsOf(page, 'script');
    expect(code?.text).not.toMatch(/<\/script|<!--/i);
    const document = { title: '' };
    new Function('document', code?.text ?? '')(document);
    expect(document.title).toBe('<script></script><!--');
    expect(elementsOf(page, 'style')).toHaveLength(1);
  });

  it('names no address outside itself and says what to do where scripts are switched off', () => {
    expect(page.replace(/<script[\s\S]*?<\/script>/g, '')).not.toMatch(/https?:|src=|href=/);
    expect(page).toMatch(/<noscript>Báo cáo này cần JavaScript/);
  });
});
