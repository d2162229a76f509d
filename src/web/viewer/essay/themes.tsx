import type { ReactNode } from 'react';
import { formatDecimal, NO_FIGURE } from '../../../api/format.js';
import { themeState } from '../../../api/theme-state.js';
import type { DocumentView, EssayView, OverviewView } from '../../../api/view.js';
import { percent, ThemeSquare } from '../../look/marks.js';
import { OutsideText } from '../../look/outside-text.js';
import { englishMissing } from '../english-missing.js';
import { englishTheme } from '../english-themes.js';
import { countMet, themeInitials } from '../figures.js';
import { MachineText } from '../machine-text.js';
import { useDocument, useView } from '../source.js';
import { useWords } from '../words.js';
import { DiscountedList } from './discounted-list.js';
import { EvidenceList, SpokenWords } from './evidence-list.js';

type Theme = OverviewView['campaign']['themes'][number];
type ThemeScore = EssayView['submission']['themes'][number];

/** The themes: figure with its minimum, what spoke for them and leads into the text, what is missing, what earned nothing. */
export function Themes({ themes, essay }: { themes: readonly Theme[]; essay: EssayView }): ReactNode {
  const say = useWords();
  const { submission } = essay;
  const { data } = useDocument(submission.id);
  const count = countMet([...themes], submission.themes);
  const initials = themeInitials(themes.map(({ name }) => name));
  return (
    <section className="panel" aria-labelledby="chu-de">
      <div className="panel__head">
        <h2 id="chu-de">{say('essay.themes', { part: count === null ? NO_FIGURE : say('essay.themesMet', { ...count }) })}</h2>
      </div>
      <div className="panel__body panel__body--tight">
        {submission.heldTo && (
          <p className="small">
            <OutsideText text={say('theme.ofGroup', { name: submission.heldTo.group })} />
          </p>
        )}
        {themes.map((theme, index) => (
          <ThemeBlock
            key={theme.id}
            theme={theme}
            score={submission.themes.find(({ id }) => id === theme.id)}
            place={index}
            initials={initials[index] ?? ''}
            essay={essay}
            document={data}
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
  readonly essay: EssayView;
  /** The essay's text; undefined until it is there. */
  readonly document: DocumentView | undefined;
}

function ThemeBlock({ theme, score, place, initials, essay, document }: ThemeBlockProps): ReactNode {
  const say = useWords();
  const { slots } = useView();
  return (
    <div className="crit" id={`cd-${place + 1}`} tabIndex={-1} data-theme-no={(place % 3) + 1}>
      <ThemeFigures theme={theme} score={score} />
      {slots.theme?.({ essay, theme: theme.id })}
      {score !== undefined && (
        <>
          <SpokenWords evidence={score.evidence} document={document} />
          <EvidenceList score={score} place={place} initials={initials} document={document} />
        </>
      )}
      {score !== undefined && score.missing !== '' && (
        <p className="small">
          <b>{say('essay.missing')}</b> <MachineText text={score.missing} english={englishMissing} />
        </p>
      )}
      {score !== undefined && score.discounted.length > 0 && <DiscountedList discounted={score.discounted} place={place} essay={essay} />}
    </div>
  );
}

/** Name, kind and figure of a theme, with the word for whether it is met. */
function ThemeFigures({ theme, score }: Pick<ThemeBlockProps, 'theme' | 'score'>): ReactNode {
  const say = useWords();
  const state = themeState(score);
  const value = score?.score ?? null;
  return (
    <>
      <div className="crit__head">
        <ThemeSquare state={state} />
        <h3>
          <MachineText text={theme.name} english={englishTheme} /> {!theme.required && <span className="tag">{say('essay.optional')}</span>}
        </h3>
        <p className="nowrap">
          <b>{value === null ? NO_FIGURE : formatDecimal(value, 2)}</b>{' '}
          <span className="small muted">{say('essay.minimum', { n: formatDecimal(theme.minimum, 2) })}</span>
        </p>
        <p className="crit__kind small muted">
          <b className={`crit__state crit__state--${state}`}>{say(`theme.${state}`)}</b> · {say(`themeKind.${theme.kind}`)}
        </p>
      </div>
      <div className="score" aria-hidden="true">
        {value !== null && <i style={{ width: percent(value) }} />}
        <b style={{ left: percent(theme.minimum) }} />
      </div>
    </>
  );
}
