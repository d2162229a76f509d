import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatDecimal, NO_FIGURE } from '../../../api/format.js';
import type { EssayView, OverviewView } from '../../../api/view.js';
import { percent, ThemeSquare } from '../../look/marks.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { countMet, oneLine, themeInitials, themeState } from '../figures.js';
import { useWords } from '../words.js';

/** The longest evidence sentence beside the text, UTF-16 units. */
const LONGEST_SENTENCE = 240;

type Theme = OverviewView['campaign']['themes'][number];
type ThemeScore = EssayView['submission']['themes'][number];

/** The themes: figure with its minimum, evidence sentences that lead into the text, what is missing. */
export function Themes({ themes, essay }: { themes: readonly Theme[]; essay: EssayView }): ReactNode {
  const say = useWords();
  const scores = essay.submission.themes;
  const count = countMet([...themes], scores);
  const initials = themeInitials(themes.map(({ name }) => name));
  return (
    <section className="panel" aria-labelledby="chu-de">
      <div className="panel__head">
        <h2 id="chu-de">{say('essay.themes', { part: count === null ? NO_FIGURE : say('essay.themesMet', { ...count }) })}</h2>
      </div>
      <div className="panel__body panel__body--tight">
        {themes.map((theme, index) => (
          <ThemeBlock
            key={theme.id}
            theme={theme}
            score={scores.find(({ id }) => id === theme.id)}
            place={index}
            initials={initials[index] ?? ''}
          />
        ))}
        <p className="small muted">{say('essay.themesText')}</p>
      </div>
    </section>
  );
}

interface ThemeBlockProps {
  readonly theme: Theme;
  readonly score: ThemeScore | undefined;
  readonly place: number;
  readonly initials: string;
}

function ThemeBlock({ theme, score, place, initials }: ThemeBlockProps): ReactNode {
  const say = useWords();
  const state = themeState(score);
  const value = score?.score ?? null;
  return (
    <div className="crit" id={`cd-${place + 1}`} tabIndex={-1} data-theme-no={(place % 3) + 1}>
      <div className="crit__head">
        <ThemeSquare state={state} />
        <h3>
          <span className="vh">{say(`theme.${state}`)}: </span>
          <OutsideText text={theme.name} /> {!theme.required && <span className="tag">{say('essay.optional')}</span>}
        </h3>
        <p className="nowrap">
          <b>{value === null ? NO_FIGURE : formatDecimal(value, 2)}</b>{' '}
          <span className="small muted">{say('essay.minimum', { n: formatDecimal(theme.minimum, 2) })}</span>
        </p>
      </div>
      <div className="score" aria-hidden="true">
        {value !== null && <i style={{ width: percent(value) }} />}
        <b style={{ left: percent(theme.minimum) }} />
      </div>
      <Evidence score={score} place={place} initials={initials} />
      {score !== undefined && score.missing !== '' && (
        <p className="small">
          <b>{say('essay.missing')}</b> <OutsideText text={score.missing} />
        </p>
      )}
    </div>
  );
}

function Evidence({ score, place, initials }: Pick<ThemeBlockProps, 'score' | 'place' | 'initials'>): ReactNode {
  const say = useWords();
  if (score === undefined || score.evidence.length === 0) return <p className="small muted">{say('essay.noEvidence')}</p>;
  return score.evidence.map(({ start, text }, index) => (
    <blockquote key={start}>
      <Link to={{ hash: `mc-${place + 1}-${index + 1}` }}>
        {initials}
        {index + 1}
      </Link>{' '}
      “<PlainText text={oneLine(text, LONGEST_SENTENCE)} />”
    </blockquote>
  ));
}
