import { Fragment, type ReactNode } from 'react';
import type { OverviewView } from '../../../api/view.js';
import { ThemeSquare } from '../../look/marks.js';
import { OutsideText } from '../../look/outside-text.js';
import { englishTheme } from '../english-themes.js';
import { themeInitials } from '../figures.js';
import { MachineText } from '../machine-text.js';
import { ProposalChip } from '../marks.js';
import { everyTheme } from '../theme-lists.js';
import { useWords } from '../words.js';

const PARTS = ['overlap', 'others', 'quote', 'own', 'none'] as const;
const PART_WORDS = {
  overlap: 'legend.overlap',
  others: 'legend.others',
  quote: 'legend.quoted',
  own: 'legend.own',
  none: 'legend.none',
} as const;

/** What the outlines, bars and marks of the table mean. */
export function Legend({ overview: { campaign } }: { overview: OverviewView }): ReactNode {
  const say = useWords();
  return (
    <section className="panel" aria-labelledby="chu-giai">
      <div className="panel__head">
        <h2 id="chu-giai">{say('legend.title')}</h2>
      </div>
      <dl className="panel__body explain">
        <dt>{say('legend.proposal')}</dt>
        <dd>
          <ProposalChip proposal="rewrite" /> <ProposalChip proposal="review" /> <ProposalChip proposal="accept" />
          <span>{say('legend.proposalText')}</span>
        </dd>
        <dt>{say('legend.bar')}</dt>
        <dd className="legend">
          {PARTS.map((part) => (
            <span key={part}>
              <i className={part === 'none' ? 'parts--none' : `parts__${part}`} />
              {say(PART_WORDS[part])}
            </span>
          ))}
          <span>{say('legend.barText')}</span>
        </dd>
        {everyTheme(campaign).length > 0 && <ThemeLegend themes={campaign.themes} />}
        {campaign.groupThemes?.map(({ group, themes }) => (
          <Fragment key={group}>
            <dt>
              <OutsideText text={say('theme.ofGroup', { name: group })} />
            </dt>
            <dd className="legend">
              <ThemeNames themes={themes} />
            </dd>
          </Fragment>
        ))}
        <dt>{say('legend.receipt')}</dt>
        <dd>{say('legend.receiptText')}</dd>
      </dl>
    </section>
  );
}

function ThemeLegend({ themes }: { themes: OverviewView['campaign']['themes'] }): ReactNode {
  const say = useWords();
  return (
    <>
      <dt>{say('legend.themes')}</dt>
      <dd className="legend">
        {(['met', 'part', 'none', 'unknown'] as const).map((state) => (
          <span key={state}>
            <ThemeSquare state={state} />
            {say(`theme.${state}`)}
          </span>
        ))}
        <ThemeNames themes={themes} />
        <span>{say('legend.themesText')}</span>
      </dd>
    </>
  );
}

function ThemeNames({ themes }: { themes: OverviewView['campaign']['themes'] }): ReactNode {
  const initials = themeInitials(themes.map(({ name }) => name));
  return themes.map(({ id, name }, index) => (
    <span key={id}>
      <b lang="vi">{initials[index]}</b>
      <MachineText text={name} english={englishTheme} />
    </span>
  ));
}
