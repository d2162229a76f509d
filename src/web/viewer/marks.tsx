import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatMoment, formatShare } from '../../api/format.js';
import { themeState } from '../../api/theme-state.js';
import type { ConclusionView, OverviewView, RowView } from '../../api/view.js';
import { Bar, Chip, type ThemeMark, ThemeMarks } from '../look/marks.js';
import { OutsideText } from '../look/outside-text.js';
import { barParts, themeInitials } from './figures.js';
import { usePaths } from './paths.js';
import { ownShare, titleOf } from './rows.js';
import { type Say, useWords } from './words.js';

/** What the machine proposes. */
export function ProposalChip({ proposal }: { proposal: RowView['proposal'] }): ReactNode {
  const say = useWords();
  return <Chip tone={proposal} prefix={say('prefix.proposal')} word={say(`proposal.${proposal}`)} />;
}

/** On what a proposal rests, in the words for the machine; empty without grounds. */
export function groundWords(grounds: RowView['grounds'], say: Say): string {
  const [only] = grounds;
  if (only === undefined) return '';
  return say(grounds.length > 1 ? 'found.both' : `found.${only}`);
}

/** What people concluded, and on what ground, or that they have not yet. */
export function ConclusionChip({ conclusion }: { conclusion: ConclusionView | null }): ReactNode {
  const say = useWords();
  if (conclusion === null) return <span className="chip chip--open">{say('conclusion.none')}</span>;
  const { verdict, grounds, by, at } = conclusion;
  return (
    <span title={say('conclusion.by', { by, at: formatMoment(new Date(at)) })}>
      <Chip
        tone={verdict === 'accepted' ? 'accept' : 'rewrite'}
        done
        prefix={say('prefix.conclusion')}
        word={say(`conclusion.${verdict}`)}
      />
      {grounds.length > 0 && <span className="small muted grounds"> {grounds.map((ground) => say(`ground.${ground}`)).join(', ')}</span>}
    </span>
  );
}

/** The three-part bar of an essay, with its figures read out. */
export function OverlapBar({
  row,
  policy,
}: {
  row: Pick<RowView, 'copied' | 'quoted'>;
  policy: OverviewView['campaign']['policy'];
}): ReactNode {
  const say = useWords();
  const { best, union } = row.copied;
  const values = { best: formatShare(best), union: formatShare(union), quoted: formatShare(row.quoted), own: formatShare(ownShare(row)) };
  return <Bar parts={barParts(row, policy)} label={best === null ? say('bar.none') : say('bar.label', values)} />;
}

function markThemes(
  themes: OverviewView['campaign']['themes'],
  scores: readonly { readonly id: string; readonly score: number | null; readonly met: boolean }[],
  say: Say,
): ThemeMark[] {
  const initials = themeInitials(themes.map(({ name }) => name));
  return themes.map(({ id, name }, index) => {
    const state = themeState(scores.find((score) => score.id === id));
    return { id, name, state, initials: initials[index] ?? '', word: say(`theme.${state}`) };
  });
}

/** The themes of a campaign as one essay meets them, as squares. */
export function RowThemes({ themes, row }: { themes: OverviewView['campaign']['themes']; row: RowView }): ReactNode {
  const say = useWords();
  return themes.length === 0 ? '–' : <ThemeMarks marks={markThemes(themes, row.themes, say)} />;
}

/** The name of an essay, which leads to its page. */
export function EssayLink({ row }: { row: RowView }): ReactNode {
  const paths = usePaths();
  return (
    <Link className="who" to={paths.essay(row.id)}>
      <OutsideText text={titleOf(row)} />
    </Link>
  );
}

/** What stands below the name: the file where the name is not its own, and the unit. */
export function rowDetails({ person, member, unit, name }: RowView): string {
  return [person === '' && member === '' ? '' : name, unit, person === '' ? '' : member].filter((part) => part !== '').join(' · ');
}
