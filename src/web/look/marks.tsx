import type { ReactNode } from 'react';
import { showPlainly } from '../../api/odd-characters.js';
import type { ThemeState } from '../../api/theme-state.js';
import { Icon, type IconName } from './icons.js';
import type { BarParts } from './kinds.js';
import { OutsideText } from './outside-text.js';

/** How a chip looks and what its icon is: the three proposals, and the two conclusions among them. */
export type Tone = 'accept' | 'review' | 'rewrite';

/** Icon of each tone; never alone, a word always stands beside it. */
export const TONE_ICONS: Readonly<Record<Tone, IconName>> = { accept: 'check', review: 'half', rewrite: 'redo' };

/** Dashed: the machine proposes (`done` false). Solid: people conclude. `prefix` is read out before the word. */
export function Chip({ tone, done = false, prefix, word }: { tone: Tone; done?: boolean; prefix: string; word: string }): ReactNode {
  return (
    <span className={`chip chip--${tone} ${done ? 'chip--done' : 'chip--proposal'}`}>
      <Icon name={TONE_ICONS[tone]} />
      <span className="vh">{prefix} </span>
      {word}
    </span>
  );
}

/** The three-part bar: overlap, quotation, the writer's own. `label` is read out. */
export function Bar({ parts, label }: { parts: BarParts | null; label: string }): ReactNode {
  if (parts === null) return <span className="parts parts--none" role="img" aria-label={label} />;
  return (
    <span className="parts-wrap" role="img" aria-label={label}>
      <span className="parts">
        <i className="parts__overlap" style={{ width: percent(parts.overlap) }} />
        <i className="parts__others" style={{ width: percent(parts.others) }} />
        <i className="parts__quote" style={{ width: percent(parts.quoted) }} />
      </span>
      {parts.limits.map((limit) => (
        <i className="parts-tick" key={limit} style={{ left: percent(limit) }} />
      ))}
    </span>
  );
}

/** A share as a width: a percentage with at most two decimals. */
export function percent(share: number): string {
  return `${Number((Math.min(1, Math.max(0, share)) * 100).toFixed(2))}%`;
}

const THEME_ICONS: Readonly<Record<ThemeState, IconName>> = { met: 'check', part: 'dash', none: 'cross', unknown: 'ask' };

/** A theme as one essay meets it: its name, two capitals for it, and the word for its state. */
export interface ThemeMark {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly state: ThemeState;
  readonly word: string;
}

/** One theme's square. */
export function ThemeSquare({ state }: { state: ThemeState }): ReactNode {
  return (
    <span className={`theme theme--${state}`}>
      <Icon name={THEME_ICONS[state]} />
    </span>
  );
}

/** The themes as small squares, always in the campaign's order. */
export function ThemeMarks({ marks }: { marks: readonly ThemeMark[] }): ReactNode {
  return (
    <span className="themes">
      {marks.map(({ id, name, state, word }) => (
        <span key={id} title={`${showPlainly(name)}: ${word}`}>
          <ThemeSquare state={state} />
          <span className="vh">
            <OutsideText text={name} />: {word}.{' '}
          </span>
        </span>
      ))}
    </span>
  );
}

/** How far something is. `label` is read out. */
export function Meter({ value, max, label }: { value: number; max: number; label: string }): ReactNode {
  return (
    <div className="meter" role="progressbar" aria-label={label} aria-valuenow={value} aria-valuemin={0} aria-valuemax={max}>
      <i style={{ width: percent(max === 0 ? 0 : value / max) }} />
    </div>
  );
}
