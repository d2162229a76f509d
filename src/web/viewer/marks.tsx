import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatMoment, formatShare, NO_FIGURE } from '../../api/format.js';
import { showPlainly } from '../../api/odd-characters.js';
import { themeState } from '../../api/theme-state.js';
import type { ConclusionView, OverviewView, RowView } from '../../api/view.js';
import { Bar, Chip, type ThemeMark, ThemeMarks } from '../look/marks.js';
import { OutsideText } from '../look/outside-text.js';
import { barParts, countMet, themeInitials } from './figures.js';
import { usePaths } from './paths.js';
import { ownShare, titleOf } from './rows.js';
import { themesOf } from './theme-lists.js';
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

/** The themes that an essay is held to as it meets them, as squares; with how many of how many where essays are held to other ones. */
export function RowThemes({ campaign, row }: { campaign: OverviewView['campaign']; row: RowView }): ReactNode {
  const say = useWords();
  const themes = themesOf(campaign, row);
  if (themes.length === 0) return '–';
  const marks = <ThemeMarks marks={markThemes(themes, row.themes, say)} />;
  if (campaign.groupThemes === undefined) return marks;
  const count = countMet(themes, row.themes);
  const group = campaign.groupThemes[row.heldTo ?? -1]?.group;
  return (
    <span className="themecount" title={group === undefined ? undefined : say('theme.ofGroup', { name: showPlainly(group) })}>
      <b>{count === null ? NO_FIGURE : `${count.met}/${count.all}`}</b> {marks}
    </span>
  );
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
