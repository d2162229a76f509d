import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { FiguresView } from '../../../api/figures.js';
import { formatCount } from '../../../api/format.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { VirtualBody } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { SHARES, Share } from './share.js';

const SHOWN = ['attended', 'submitted', 'onTime', 'accepted'] as const;
const COUNTS = ['late', 'missing', 'pending'] as const;

const keyOf = ({ unit }: FiguresView['children'][number]): string => unit.id;

/** The units directly below with everything below them; each leads on to its own. */
export function ChildrenTable({ figures: { children, all }, to }: { figures: FiguresView; to: (unit: string) => string }): ReactNode {
  const say = useWords();
  return (
    <section className="panel" aria-labelledby="truc-thuoc">
      <div className="panel__head">
        <h2 id="truc-thuoc">{say('figures.childrenTitle')}</h2>
      </div>
      {children.length === 0 ? (
        <p className="panel__body panel__body--tight small muted">{say('figures.childrenNone')}</p>
      ) : (
        <ScrollBox className="table-wrap" labelledBy="truc-thuoc">
          <table className="table table--cards table--report" aria-rowcount={children.length + 2}>
            <caption className="vh">{say('figures.childrenCaption')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('figures.unit')}</th>
                <Head label={say('figures.name.members')} />
                {SHOWN.map((name) => (
                  <Head key={name} label={say(`figures.strip.${name}`)} />
                ))}
                {COUNTS.map((name) => (
                  <Head key={name} label={say(`figures.name.${name}`)} />
                ))}
                <Head label={say('figures.finishedShare')} />
              </tr>
            </thead>
            <VirtualBody rows={children} keyOf={keyOf} span={3 + SHOWN.length + COUNTS.length}>
              {({ unit, all: theirs }, index, measure) => (
                <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
                  <th scope="row" className="full">
                    <Link to={to(unit.id)}>
                      <OutsideText text={unit.name} />
                    </Link>
                  </th>
                  <Cells figures={theirs} />
                </tr>
              )}
            </VirtualBody>
            <tfoot>
              <tr>
                <th scope="row" className="full">
                  {say('figures.all')}
                </th>
                <Cells figures={all} />
              </tr>
            </tfoot>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

function Head({ label }: { label: string }): ReactNode {
  return (
    <th scope="col" className="num">
      {label}
    </th>
  );
}

function Cells({ figures }: { figures: FiguresView['all'] }): ReactNode {
  const say = useWords();
  return (
    <>
      <td className="num" data-label={say('figures.name.members')}>
        {formatCount(figures.members)}
      </td>
      {SHOWN.map((name) => {
        const [part, whole] = SHARES[name](figures);
        return (
          <td className="num" key={name} data-label={say(`figures.strip.${name}`)}>
            <Share part={part} whole={whole} />
          </td>
        );
      })}
      {COUNTS.map((name) => (
        <td className="num" key={name} data-label={say(`figures.name.${name}`)}>
          {formatCount(figures[name])}
        </td>
      ))}
      <td className="num" data-label={say('figures.finishedShare')}>
        <Share part={figures.unitsFinished} whole={figures.units} />
      </td>
    </>
  );
}
